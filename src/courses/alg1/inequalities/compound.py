"""Solve compound inequalities: chains, and two inequalities joined by "and" or "or"."""

from dataclasses import dataclass
from random import Random

from courses.alg1.inequalities.linear import Sides, coefficient, last_move, two_step, worked
from courses.alg1.inequalities.relations import (
    SWITCHED,
    TEX,
    TURNED,
    Bound,
    between,
    combined,
    relation,
)
from courses.alg1.inequalities.truth import same_solutions
from courses.alg1.slips import apart
from exercises import Inequality, Question, Reroll, Step, integer, nonzero, num, pick, poly, template, term
from exercises.exact import Fraction

SHAPES = (
    ("and", True, False), ("and", True, False), ("and", True, False),
    ("or", False, True), ("or", False, True), ("or", False, True), ("or", False, True),
    ("and", True, True), ("and", False, False), ("or", True, True), ("or", False, False),
    ("and", False, True), ("or", True, False),
)  # fmt: skip
"""Word and the directions of the lower and the upper boundary; the usual shapes come up more often."""
LETTERS = ("x", "n", "t", "y")
ASK = "Type the solution as an inequality, or as “every number” or “no number”."


@template(
    "alg1/inequalities/solve-compound-inequalities",
    version=1,
    standards=("HSA.REI.B.3",),
    answer=Inequality,
    check=same_solutions,
    band="1 or 2 steps in each part; coefficients to 8, numbers to 60, whole boundaries from -10 to 10",
)
def compound(rng: Random) -> Question:
    """A chain in about two seeds of five (it is never drawn again), else two inequalities with a word between."""
    return chained(rng) if rng.random() < 0.2 else joined(rng)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the two inequalities: as it is shown, its solution, and the steps (none if it stands solved)."""

    shown: str
    solved: Bound
    steps: tuple[Step, ...]
    slope: Fraction

    def misread(self) -> Bound:
        """The solution with the sign kept where it should turn, or turned where it should stay."""
        return self.solved.turned()


def joined(rng: Random) -> Question:
    """Two inequalities joined by a word; the lower boundary may stand second."""
    word, *directions = pick(rng, SHAPES)
    letter, forms = pick(rng, LETTERS), pick(rng, ((two_step, two_step), (two_step, None), (None, two_step)))
    low, high = (part(rng, letter, up, form) for up, form in zip(directions, forms, strict=True))
    if low.solved.value >= high.solved.value:
        raise Reroll
    first, second = (low, high) if rng.random() < 0.6 else (high, low)
    right = combined(word, low.solved, high.solved)
    shown = rf"{first.shown} \quad\text{{{word}}}\quad {second.shown}"
    outcome = combined(word, low.solved, high.solved, "tex")
    if outcome in shown:
        raise Reroll
    steps = (*solving(first), *solving(second), Step(f"${outcome}$", joining(word, directions)))
    return Question(
        key=(word, first.shown.replace(letter, "x"), second.shown.replace(letter, "x")),
        prompt=f"Solve for ${letter}$. {ASK}\n\n$${shown}$$",
        answer=Inequality(right, letter),
        hints=(REMINDERS[word],
               "Solve each of the two on its own first. Dividing by a negative number turns the sign round.",
               halves(first.solved, second.solved),
               f"{joining(word, directions)} The answer is ${outcome}$."),
        solution=steps,
        wrong=apart(right, joined_slips(word, low, high)),
    )  # fmt: skip


def halves(first: Bound, second: Bound) -> str:
    """What the two parts come to; when one of them is the whole answer, only as much as leads on."""
    if first.upward == second.upward:
        return (f"The boundaries are ${num(first.value)}$ and ${num(second.value)}$, and both rays run the same way. "
                "Draw both on one number line.")  # fmt: skip
    return f"They come to ${first.tex}$ and ${second.tex}$. Draw both on one number line."


REMINDERS = {
    "and": "“And” means that both statements must be true for the same number.",
    "or": "“Or” means that at least one of the statements must be true.",
}


def part(rng: Random, letter: str, upward: bool, form: object) -> Part:
    """One inequality with its solution pointing up or down."""
    sign = pick(rng, (">", ">=") if upward else ("<", "<="))
    if form is None:
        solved = Bound(letter, sign, Fraction(integer(rng, -9, 9)))
        return Part(solved.tex, solved, (), Fraction(1))
    given = two_step(rng, letter)
    if given.boundary.denominator != 1:
        raise Reroll
    solved = Bound(letter, sign, given.boundary)
    return Part(display(given, sign), solved, worked(given, solved), given.slope)


def display(given: Sides, sign: str) -> str:
    """The inequality with the sign that leads to the solved one."""
    return relation(given.left, TURNED[sign] if given.slope < 0 else sign, given.right)


def solving(given: Part) -> tuple[Step, ...]:
    """The steps of one part, the first naming which part it is."""
    if not given.steps:
        return (Step(f"${given.solved.tex}$", "This part is solved already."),)
    return (Step(f"${given.shown}$", "Take this part on its own."), *given.steps)


def joining(word: str, directions: list[bool]) -> str:
    """How the two solved parts come together, in words."""
    return {
        ("and", True, False): "Both are true between the two boundaries.",
        ("and", True, True): "Both are true from the larger boundary on.",
        ("and", False, False): "Both are true up to the smaller boundary.",
        ("or", True, True): "At least one is true from the smaller boundary on.",
        ("and", False, True): "No number is below the smaller and above the larger boundary at once.",
        ("or", False, True): "One of them is true outside the two boundaries.",
        ("or", False, False): "At least one is true up to the larger boundary.",
        ("or", True, False): "Every number makes at least one of them true.",
    }[word, directions[0], directions[1]]


def joined_slips(word: str, low: Part, high: Part) -> dict[str, str]:
    """What each mistake gives."""
    other = {"and": "or", "or": "and"}[word]
    taken = {"and": "and-taken-as-or", "or": "or-taken-as-and"}[word]
    bent = high if high.steps and (high.slope < 0 or not low.steps) else low
    pair = (low.solved, bent.misread()) if bent is high else (bent.misread(), high.solved)
    return {
        taken: combined(other, low.solved, high.solved),
        "one-part-only": low.solved.text,
        "kept-direction" if bent.slope < 0 else "turned-without-reason": combined(word, *pair),
        "boundary-switched": combined(word, low.solved.switched(), high.solved),
    }


def chained(rng: Random) -> Question:
    """-3 < 2x + 1 <= 7, solved in all three parts at once."""
    letter, a, b = pick(rng, LETTERS), pick(rng, (coefficient(rng), -1)), nonzero(rng, -9, 9)
    low = Bound(letter, pick(rng, (">", ">=")), Fraction(integer(rng, -9, 6)))
    high = Bound(letter, pick(rng, ("<", "<=")), low.value + integer(rng, 2, 8))
    ends = [(a * bound.value + b, bound.sign) for bound in (low, high)]
    (left, first), (right, second) = sorted(ends)
    if max(abs(left), abs(right)) > 60:
        raise Reroll
    signs = TEX["<=" if "=" in first else "<"], TEX["<=" if "=" in second else "<"]
    shown = f"{left} {signs[0]} {poly(a, letter, b)} {signs[1]} {right}"
    halfway = f"{left - b} {signs[0]} {term(a, letter)} {signs[1]} {right - b}"
    answer, tex = between(low, high), between(low, high, "tex")
    move = f"{'Subtract' if b > 0 else 'Add'} ${abs(b)}$ {'from' if b > 0 else 'to'} all three parts."
    last = last_move(Fraction(a)).replace("both sides", "all three parts").replace("the sign", "each sign")
    turned = f" That gives ${downward(low, high)}$: write it from the smaller number up." if a < 0 else ""
    return Question(
        key=("chain", a, b, left, right, *signs),
        prompt=f"Solve for ${letter}$. Type the solution as one chain, with ${letter}$ in the middle.\n\n$${shown}$$",
        answer=Inequality(answer, letter),
        hints=("A chain is two inequalities at once. What you do to the middle, do to both ends.",
               f"Free the term with ${letter}$ in the middle first: undo the plain number.",
               f"That gives ${halfway}$. What happens to the signs in the last step?",
               f"{last}{turned} The answer is ${tex}$."),
        solution=(Step(f"${halfway}$", move), Step(f"${tex}$", last + turned)),
        wrong=apart(answer, chained_slips(low, high, a, b)),
    )  # fmt: skip


def downward(low: Bound, high: Bound) -> str:
    """The chain as it comes from dividing by a negative number, with the larger number first."""
    signs = TEX[TURNED[high.sign]], TEX[low.sign]
    return f"{num(high.value)} {signs[0]} {low.letter} {signs[1]} {num(low.value)}"


def chained_slips(low: Bound, high: Bound, a: int, b: int) -> dict[str, str]:
    """What each mistake gives; only mistakes that leave the ends in order are listed."""
    swapped = Bound(low.letter, TURNED[high.sign], low.value), Bound(low.letter, TURNED[low.sign], high.value)
    slips = {"and-taken-as-or": combined("or", low.turned(), high.turned()), "one-part-only": low.text}
    missed = high.value + Fraction(b, a)
    if missed > low.value:
        slips["middle-and-one-end"] = between(low, high.at(missed))
    if a < 0 and SWITCHED[swapped[0].sign] == low.sign:
        slips["kept-direction"] = between(*swapped)
    slips["boundary-switched"] = between(low.switched(), high)
    return slips
