"""Solve stories about areas and numbers with a quadratic equation."""

from random import Random

from courses.alg1.quadratic_equations import areas, numbers
from courses.alg1.quadratic_equations.tales import ask, fitting, numbers_in
from exercises import Number, NumberSet, Question, Reroll, pick, template
from exercises.exact import Fraction

TRIES = 200
HOLDS = {**areas.HOLDS, **numbers.HOLDS}


def only_these_fit(question: Question) -> None:
    """Of all integers exactly those of the answer fit the story when its numbers are read back."""
    name, text = str(question.key[0]), question.prompt
    if name == "sum":
        total, product = numbers_in(text)
        product = -product if "−" in text else product
        found = {Fraction(a) for a in range(-500, 501) if a * (total - a) == product}
    else:
        found = fitting(text, HOLDS[name])
    if isinstance(question.answer, NumberSet):
        assert found == question.answer.values, (found, text)
        return
    assert isinstance(question.answer, Number)
    assert question.answer.value == asked(found, text), (found, text)


def asked(found: set[Fraction], text: str) -> Fraction:
    """The one that the last sentence asks for."""
    if "is its length?" in text or "the larger one?" in text:
        (smaller,) = found
        numbers = numbers_in(text)
        total = max(numbers)
        return total / smaller
    return max(found) if "its longer side" in text else min(found)


@template(
    "alg1/quadratic-equations/solve-area-number-stories",
    version=1,
    standards=("HSA.CED.A.1",),
    answer=(Number, NumberSet),
    check=only_these_fit,
    band="one unknown, one product or square; integers; areas to 1,600; one solution may not fit the story",
)
def stories(rng: Random) -> Question:
    """A story about an area or about numbers."""
    make = pick(rng, pick(rng, (areas, numbers)).TALES)
    for _ in range(TRIES):
        try:
            return ask(make(rng))
        except Reroll:
            continue
    raise Reroll
