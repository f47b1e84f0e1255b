"""Equations made to have no, exactly one or infinitely many solutions."""

from dataclasses import dataclass
from random import Random

from courses.alg1.equations.balance import Side, balanced, over, side, sum_tex, times_bracket
from exercises import Reroll, integer, nonzero, num, pick, poly, shuffled, signed, term

NONE, ONE, ALL = "none", "one", "all"
KINDS = (NONE, ONE, ALL)

Shown = tuple[str, Side, tuple[int, ...], int]
"""The TeX of a side, what it is when tidied, its numbers, and the constant a hasty learner would get."""


@dataclass(frozen=True, slots=True)
class Case:
    """An equation of a known kind: as shown, and with both sides tidied."""

    kind: str
    tex: str
    left: Side
    right: Side
    numbers: tuple[int, ...]

    @property
    def zero(self) -> bool:
        """Whether the one solution is 0."""
        return self.kind == ONE and self.left.constant == self.right.constant

    def tidy(self, letter: str) -> str:
        """Both sides with like terms collected."""
        return balanced(self.left.tex(letter), self.right.tex(letter))


def bracket(rng: Random, x: str) -> Shown:
    """`3(2x - 5)`."""
    k, p, b = pick(rng, (-5, -4, -3, -2, 2, 3, 4, 5, 6)), pick(rng, (1, 1, 2, 3)), nonzero(rng, -9, 9)
    return times_bracket(k, poly(p, x, b)), side(k * p, k * b), (1, k, p, b), b


def like_terms(rng: Random, x: str) -> Shown:
    """`7x - 5 - 3x`."""
    a, c, b = nonzero(rng, -9, 9), nonzero(rng, -9, 9), nonzero(rng, -15, 15)
    return sum_tex(*shuffled(rng, (term(a, x), num(b), term(c, x)))), side(a + c, b), (2, a, c, b), -b


def bracket_and_letter(rng: Random, x: str) -> Shown:
    """`4(x - 3) + 2x`."""
    k, b, c = integer(rng, 2, 6), nonzero(rng, -9, 9), nonzero(rng, -6, 6)
    return f"{times_bracket(k, poly(1, x, b))} {signed(c, x)}", side(k + c, k * b), (3, k, b, c), b


def bracket_taken_away(rng: Random, x: str) -> Shown:
    """`9 - 2(x - 4)`."""
    k, b, c = integer(rng, 2, 6), nonzero(rng, -9, 9), integer(rng, 1, 20)
    return f"{c} - {times_bracket(k, poly(1, x, b))}", side(-k, c - k * b), (4, k, b, c), c + k * b


def fraction(rng: Random, x: str) -> Shown:
    r"""`\frac{6x - 9}{3}`."""
    m, p, b = integer(rng, 2, 6), pick(rng, (-3, -2, 2, 3, 4)), nonzero(rng, -6, 6)
    return over(poly(m * p, x, m * b), m), side(p, b), (5, m, p, b), m * b


SHAPES = (bracket, like_terms, bracket_and_letter, bracket_taken_away, fraction)


def case(rng: Random, kind: str, x: str) -> Case:
    """An equation of this kind in one of the shapes, either side first."""
    shown, left, numbers, hasty = pick(rng, SHAPES)(rng, x)
    right = _other_side(rng, kind, left, hasty)
    if not left.slope or not right.slope:
        raise Reroll
    plain = _plain(rng, right, x)
    sides = [(shown, left), (plain, right)]
    (first, one), (second, two) = shuffled(rng, sides)
    return Case(kind, balanced(first, second), one, two, (*numbers, int(right.slope), int(right.constant)))


def _other_side(rng: Random, kind: str, left: Side, hasty: int) -> Side:
    if kind == ALL:
        return left
    if kind == NONE:
        tempting = [value for value in (hasty, int(left.constant) + nonzero(rng, -6, 6)) if value != left.constant]
        return side(left.slope, pick(rng, tempting))
    change = nonzero(rng, -4, 4)
    root = pick(rng, (0, nonzero(rng, -8, 8), nonzero(rng, -8, 8)))
    constant = left.constant - change * root
    if abs(constant) > 60:
        raise Reroll
    return side(left.slope + change, constant)


def _plain(rng: Random, right: Side, x: str) -> str:
    """The tidy side, now and then with the constant first."""
    if right.constant > 0 and integer(rng, 1, 3) == 1:
        return sum_tex(num(right.constant), term(right.slope, x))
    return right.tex(x)
