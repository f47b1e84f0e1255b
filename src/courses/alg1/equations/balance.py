"""A linear equation as two sides in balance: the steps that solve it, and the question that asks for it."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from courses.alg1.slips import apart
from exercises import Number, Question, Reroll, Step, num, poly, term
from exercises.exact import Fraction

LETTERS = "xynkmptw"

_SAME_TAKEN = "Taking the same from both sides keeps them equal."
_SAME_ADDED = "Adding the same to both sides keeps them equal."
_SAME_DIVIDED = "Dividing both sides by the same number, not zero, keeps them equal."
_SAME_MULTIPLIED = "Multiplying both sides by the same number, not zero, keeps them equal."


@dataclass(frozen=True, slots=True)
class Side:
    """One side with its like terms collected: `slope` times the letter plus `constant`."""

    slope: Fraction
    constant: Fraction

    def tex(self, letter: str) -> str:
        """For example `3x - 4`."""
        return poly(self.slope, letter, self.constant)

    def minus(self, other: "Side") -> "Side":
        """This side with `other` taken away."""
        return Side(self.slope - other.slope, self.constant - other.constant)

    def times(self, factor: Fraction) -> "Side":
        """This side `factor` times."""
        return Side(self.slope * factor, self.constant * factor)


@dataclass(frozen=True, slots=True)
class Posed:
    """An equation ready to ask.

    `tex` is what the learner sees; `opening` are the steps until both sides are collected as `left` and
    `right`; `reminder` is the first hint; `wrong` says by misconception what value that slip leads to.
    """

    key: tuple[Hashable, ...]
    tex: str
    reminder: str
    opening: tuple[Step, ...]
    left: Side
    right: Side
    wrong: Mapping[str, Fraction]


def side(slope: Fraction | int, constant: Fraction | int) -> Side:
    """A side from whole numbers or fractions."""
    return Side(Fraction(slope), Fraction(constant))


def balanced(left: str, right: str) -> str:
    """Two sides joined by an equals sign."""
    return f"{left} = {right}"


def root(left: Side, right: Side) -> Fraction:
    """The one solution. Raises Reroll when there is none or every number is one."""
    difference = left.minus(right)
    if not difference.slope:
        raise Reroll
    return -difference.constant / difference.slope


def undoing(left: Side, right: Side, letter: str) -> tuple[Step, ...]:
    """The steps from two collected sides to `letter = number`."""
    steps: list[Step] = []
    for rule in (_gather_letters, _clear_constant):
        step, left, right = rule(left, right, letter)
        steps += [step] if step else []
    return (*steps[:-1], *_freed(steps[-1:], left, right, letter))


def _freed(before: list[Step], left: Side, right: Side, letter: str) -> list[Step]:
    """The last steps: a letter that stands alone already needs no division."""
    slope, value = (left.slope, right.constant) if left.slope else (right.slope, left.constant)
    answer = f"${letter} = {num(value / slope)}$"
    if slope != 1:
        return [*before, _divided(slope, answer)]
    if left.slope:
        return before
    return [Step(f"{before[0].text.removesuffix('.')}, so {answer}.", before[0].reason)]


def _divided(slope: Fraction, answer: str) -> Step:
    if slope == -1 or slope.denominator > 1:
        return Step(f"Multiply both sides by ${num(1 / slope)}$: {answer}.", _SAME_MULTIPLIED)
    return Step(f"Divide both sides by ${num(slope)}$: {answer}.", _SAME_DIVIDED)


_Moved = tuple[Step | None, Side, Side]


def _gather_letters(left: Side, right: Side, letter: str) -> _Moved:
    if not left.slope or not right.slope:
        return None, left, right
    moved = Side(min(left.slope, right.slope), Fraction(0))
    return _taken(moved, left, right, letter)


def _clear_constant(left: Side, right: Side, letter: str) -> _Moved:
    constant = left.constant if left.slope else right.constant
    if not constant:
        return None, left, right
    return _taken(Side(Fraction(0), constant), left, right, letter)


def _taken(moved: Side, left: Side, right: Side, letter: str) -> _Moved:
    """Takes `moved`, which is a single term, from both sides; a negative term is added instead."""
    left, right = left.minus(moved), right.minus(moved)
    adds = moved.slope < 0 or moved.constant < 0
    size = moved.times(Fraction(-1 if adds else 1)).tex(letter)
    verb = f"Add ${size}$ to both sides" if adds else f"Subtract ${size}$ from both sides"
    equation = balanced(left.tex(letter), right.tex(letter))
    return Step(f"{verb}: ${equation}$.", _SAME_ADDED if adds else _SAME_TAKEN), left, right


def slip(left: Side, right: Side) -> Fraction | None:
    """What solving the spoiled equation gives, or None when it has not exactly one solution."""
    slope = left.slope - right.slope
    return (right.constant - left.constant) / slope if slope else None


def slips(**values: Fraction | None) -> dict[str, Fraction]:
    """Slips by name (with `_` for `-`), without those that lead nowhere."""
    return {name.replace("_", "-"): value for name, value in values.items() if value is not None}


def ask(posed: Posed, letter: str, request: str) -> Question:
    """The question for a posed equation; `request` is the sentence above it."""
    answer = root(posed.left, posed.right)
    _refuse_awkward(answer)
    steps = posed.opening + undoing(posed.left, posed.right, letter)
    return Question(
        key=posed.key,
        prompt=f"{request}\n\n$${posed.tex}$$",
        answer=Number(answer),
        hints=hints(posed.reminder, steps),
        solution=steps,
        wrong=apart(answer, posed.wrong),
        before=f"{letter} =",
    )


def hints(reminder: str, steps: tuple[Step, ...]) -> tuple[str, ...]:
    """The reminder and the steps one by one; after the third, the rest with the answer."""
    texts = [step.text for step in steps]
    return (reminder, *texts[:3], *([" ".join(texts[3:])] if texts[3:] else []))


def _refuse_awkward(answer: Fraction) -> None:
    if not answer or abs(answer) > 30 or answer.denominator > 6:
        raise Reroll


def sum_tex(*parts: str) -> str:
    """Terms written one after another with their signs: `5`, `-3x` gives `5 - 3x`. Zero terms are dropped."""
    shown = [part for part in parts if part not in ("", "0")]
    joined = "".join(f" - {part[1:]}" if part.startswith("-") else f" + {part}" for part in shown)
    return joined.removeprefix(" + ") if not joined.startswith(" - ") else f"-{joined[3:]}"


def over(top: str, bottom: int) -> str:
    """A fraction with an expression on top."""
    return rf"\frac{{{top}}}{{{bottom}}}"


def times_bracket(factor: Fraction | int, inside: str) -> str:
    """`3(x + 2)`; a factor of one or minus one is not written as a number."""
    return f"{term(factor, '(' + inside + ')')}"
