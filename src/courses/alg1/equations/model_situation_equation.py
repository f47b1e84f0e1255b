"""Model a situation with one linear equation."""

from random import Random

from courses.alg1.equations.readback import line
from courses.alg1.equations.situations import HOLDS, MAKERS, Situation
from courses.alg1.equations.tale import only_fit, persistent
from exercises import Equation, Question, Reroll, Step, pick, template


def told_apart(one: Situation) -> dict[str, str]:
    """The slips whose equation is met by another value than the right one. Reroll when fewer than two are left."""
    seen, kept = [line(one.equation, one.letter)], {}
    for name, equation in one.wrong.items():
        found = line(equation, one.letter)
        if all(found[0] * other[1] != found[1] * other[0] for other in seen):
            seen.append(found)
            kept[name] = equation
    if len(kept) < 2:
        raise Reroll
    return kept


def describes_the_situation(question: Question) -> None:
    """The value that fits the text, found by counting, is the one solution of the stated equation."""
    assert isinstance(question.answer, Equation)
    told, asked = question.prompt.split("\n\n")
    value = only_fit(told, HOLDS[str(question.key[0])])
    letter = asked.split("$")[1]
    slope, constant = line(question.answer.text, letter)
    assert slope != 0, question.answer.text
    assert slope * value + constant == 0, (question.answer.text, value)


def asked(one: Situation) -> Question:
    """The question for a situation."""
    left, right = one.parts
    return Question(
        key=(one.name, *one.numbers),
        prompt=f"{one.text}\n\nLet ${one.letter}$ be {one.stands_for}. Write an equation that says this. You need not "
        f"solve it.",
        answer=Equation(one.equation, model=True),
        hints=(one.think, left, f"{right} So the equation is ${one.equation}$."),
        solution=(
            Step(f"Let ${one.letter}$ be {one.stands_for}.", "Say first what the letter counts."),
            Step(left, "Put the story into symbols, one phrase at a time."),
            Step(f"{right} So the equation is ${one.equation}$.", "An equation says that two expressions are equal."),
        ),
        wrong=told_apart(one),
    )


@template(
    "alg1/equations/model-situation-equation",
    version=1,
    standards=("HSA.CED.A.1",),
    answer=Equation,
    check=describes_the_situation,
    band="ten kinds of situation; whole numbers up to 400; letter on one side or both",
)
def model_situation(rng: Random) -> Question:
    """A situation of one of the kinds."""
    make = pick(rng, MAKERS)
    return persistent(lambda chance: asked(make(chance)), rng)
