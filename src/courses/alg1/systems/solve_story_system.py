"""Solve a story with a system."""

from random import Random

from courses.alg1.forms import one_of
from courses.alg1.slips import apart
from courses.alg1.systems.tales import Tale, acted_out
from courses.alg1.systems.tales_told import TALES
from exercises import Number, Pair, Question, Reroll, Step, integer, pick, template
from exercises.exact import Fraction
from exercises.geometry import Exact


def only_fit(question: Question) -> None:
    """All pairs of whole amounts are tried in the story: just one fits, and it is the answer."""
    name = str(question.key[1])
    story = question.prompt.split(" Let ")[0]
    (found,) = acted_out(name, story)
    if isinstance(question.answer, Pair):
        assert question.answer.value == found
        return
    assert isinstance(question.answer, Number)
    assert question.answer.value == found[int(str(question.key[2]))]


def opening(tale: Tale) -> tuple[Step, ...]:
    """The letters and the equations."""
    one, two = tale.equations
    return (
        Step(tale.let(), "Say first what the letters stand for."),
        Step(f"The story says ${one}$ and ${two}$.", f"The first tells about {tale.about[0]}, the second about "
             f"{tale.about[1]}."),
    )  # fmt: skip


def hints(tale: Tale, ending: str) -> tuple[str, ...]:
    """From the letters to the answer."""
    first, equations = opening(tale)
    steps = tale.steps
    return (
        f"Which two amounts are not known? Give each a letter. {first.text}",
        equations.text,
        " ".join(step.text for step in steps[:-2]),
        steps[-2].text,
        f"{steps[-1].text} {ending}",
    )


def one_amount(rng: Random) -> Question:
    """One of the two amounts is asked for."""
    tale, asked = pick(rng, TALES)(rng), integer(rng, 0, 1)
    right, rest = tale.answer[asked], tale.answer[1 - asked]
    unit = tale.units[asked]
    slips: dict[str, Exact] = {"gave-the-other-quantity": rest}
    slips |= tale.slips[asked] if tale.slips else {
        "system-even-shares": Fraction(right + rest, 2),
        "system-gave-both": right + rest,
        "system-gave-difference": abs(right - rest),
    }  # fmt: skip
    answer = Number(right, unit=unit)
    ending = f"So the answer is {answer.show()}."
    return Question(
        key=("one", tale.name, asked, *tale.numbers),
        prompt=f"{tale.text} {tale.asks[asked]}",
        answer=answer,
        wrong=apart(right, slips),
        after="dollars" if unit == "$" else unit,
        hints=hints(tale, ending),
        solution=(*opening(tale), *tale.steps, Step(ending, "Both sentences of the story hold with it.")),
    )


def both_amounts(rng: Random) -> Question:
    """Both amounts, as a pair."""
    tale = pick(rng, TALES)(rng)
    (u, v), (first, second) = tale.letters, tale.answer
    if first == second:
        raise Reroll
    slips = {
        "crossed-values": (second, first),
        "system-even-shares": None if tale.slips else (Fraction(first + second, 2), Fraction(first + second, 2)),
        "system-near-miss": None if tale.slips else (first + 1, second - 1),
        "system-fixed-price-forgotten": (first, tale.slips[1]["system-fixed-price-forgotten"]) if tale.slips else None,
    }
    ending = f"The pair is $({first}, {second})$."
    return Question(
        key=("both", tale.name, *tale.numbers),
        prompt=f"{tale.text} {tale.let()} Give both values as the pair $({u}, {v})$.",
        answer=Pair((first, second)),
        wrong=apart((first, second), {name: pair for name, pair in slips.items() if pair}),
        hints=("Each sentence of the story gives one equation with the two letters.", *hints(tale, ending)[1:]),
        solution=(*opening(tale)[1:], *tale.steps, Step(ending, "Both sentences of the story hold with it.")),
    )


@template(
    "alg1/systems/solve-story-system",
    version=1,
    standards=("HSA.REI.C.6",),
    answer=(Number, Pair),
    check=only_fit,
    band="seven kinds of story with whole numbers; one of the two amounts, or both as a pair",
)
def solve_story(rng: Random) -> Question:
    """One amount, or both."""
    return one_of(rng, (one_amount, one_amount, both_amounts))
