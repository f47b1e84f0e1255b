"""Solve multi-step inequalities: both sides, brackets, fractions; the sign turns with a negative factor."""

from random import Random

from courses.alg1.inequalities.linear import FORMS, Sides, last_move, worked
from courses.alg1.inequalities.relations import SIGNS, TURNED, Bound, relation
from courses.alg1.inequalities.truth import same_solutions
from courses.alg1.slips import apart
from exercises import Inequality, Question, Reroll, pick, template

REMINDER = (
    "Solve it like an equation: do the same to both sides. One thing is new: "
    "multiplying or dividing by a negative number turns the sign round."
)


@template(
    "alg1/inequalities/solve-multi-step-inequalities",
    version=1,
    standards=("HSA.REI.B.3",),
    answer=Inequality,
    check=same_solutions,
    band="2 to 4 steps; coefficients to 16, numbers to 60; boundary whole, now and then a half or a third",
)
def multi_step(rng: Random) -> Question:
    """One linear inequality, to be typed in solved form."""
    form, letter, sign = pick(rng, FORMS), pick(rng, ("x", "n", "t", "y")), pick(rng, SIGNS)
    given = form(rng, letter)
    solved = Bound(letter, sign, given.boundary)
    shown = relation(given.left, TURNED[sign] if given.slope < 0 else sign, given.right)
    if solved.tex in shown:
        raise Reroll
    steps = worked(given, solved)
    return Question(
        key=(form.__name__, given.a, given.b, given.c, given.d, sign, given.left.replace(letter, "x")),
        prompt=f"Solve for ${letter}$. Type the solution as an inequality.\n\n$${shown}$$",
        answer=Inequality(solved.text, letter),
        hints=(REMINDER, given.first, f"That leads to {steps[-2].text}. {nudge(given)}",
               f"{last_move(given.slope)} The solution is {steps[-1].text}."),
        solution=steps,
        wrong=apart(solved.text, slips(given, solved)),
    )  # fmt: skip


def nudge(given: Sides) -> str:
    """A question about the last move."""
    return "What is left to undo, and " + (
        "which way does the sign point afterwards?" if given.slope < 0 else "does the sign change?"
    )


def slips(given: Sides, solved: Bound) -> dict[str, str]:
    """What each mistake gives, the likeliest first."""
    turn = "kept-direction" if given.slope < 0 else "turned-without-reason"
    moved = {name: solved.at(value).text for name, value in given.slips.items()}
    return {turn: solved.turned().text, **moved, "boundary-switched": solved.switched().text}
