"""Forms of linear inequalities in one letter, made from their solution, and the work that solves them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from courses.alg1.inequalities.relations import TURNED, Bound, relation
from exercises import Reroll, Step, integer, nonzero, num, pick, poly, signed, term
from exercises.exact import Fraction

LARGEST = 60


@dataclass(frozen=True, slots=True)
class Sides:
    """An inequality as it is shown (TeX), and as `a letter + b` against `c letter + d` once opened.

    `opening` tells the move from the one to the other ("" if none); `slips` maps mistakes of this form to
    the boundaries they give.
    """

    left: str
    right: str
    a: Fraction
    b: Fraction
    c: Fraction
    d: Fraction
    first: str
    opening: str = ""
    slips: Mapping[str, Fraction] = field(default_factory=dict)

    @property
    def slope(self) -> Fraction:
        """The coefficient of the letter once it stands on the left only."""
        return self.a - self.c

    @property
    def boundary(self) -> Fraction:
        """Where both sides are equal."""
        return (self.d - self.b) / self.slope


def coefficient(rng: Random) -> int:
    """What the letter is multiplied by: negative half the time, never 0 or 1."""
    return pick(rng, (-1, 1)) * integer(rng, 2, 8)


def boundary(rng: Random, slope: int) -> Fraction:
    """A whole number; about one time in six a half or a third that the coefficient can take away."""
    part = next((n for n in (2, 3) if slope % n == 0), 1)
    return Fraction(nonzero(rng, -17, 17), part) if rng.random() < 0.3 else Fraction(integer(rng, -10, 10))


def two_terms(rng: Random, a: Fraction | int, letter: str, b: Fraction | int) -> str:
    """`a letter + b` in one of its two orders."""
    return poly(a, letter, b) if rng.random() < 0.6 or b < 0 else f"{num(b)} {signed(a, letter)}"


def two_step(rng: Random, letter: str) -> Sides:
    """5 - 3x < 11"""
    a, b = coefficient(rng), nonzero(rng, -12, 12)
    d = a * boundary(rng, a) + b
    slips = {"undid-with-same-sign": (d + b) / a}
    return sides(two_terms(rng, a, letter, b), num(d), (a, b, 0, d), alone(letter), slips=slips)


def both_sides(rng: Random, letter: str) -> Sides:
    """2x + 3 < 5x - 9"""
    slope, c, b = coefficient(rng), nonzero(rng, -7, 7), nonzero(rng, -12, 12)
    a, d = slope + c, slope * boundary(rng, slope) + b
    if a == 0 or d == 0:
        raise Reroll
    slips = {"undid-with-same-sign": (d + b) / slope}
    if a + c:
        slips["gathered-with-same-sign"] = (d - b) / (a + c)
    left, right = two_terms(rng, a, letter, b), two_terms(rng, c, letter, d)
    first = f"Bring the terms with ${letter}$ to one side first."
    return sides(left, right, (a, b, c, d), first, slips=slips)


def bracket(rng: Random, letter: str) -> Sides:
    """-3(x + 2) + 4 < 10"""
    k, h, extra = coefficient(rng), nonzero(rng, -8, 8), pick(rng, (0, nonzero(rng, -9, 9)))
    b = k * h + extra
    d = k * boundary(rng, k) + b
    if b == 0:
        raise Reroll
    left = f"{k}({poly(1, letter, h)})" + (f" {signed(extra)}" if extra else "")
    slips = {"bracket-first-term-only": (d - h - extra) / k, "undid-with-same-sign": (d + b) / k}
    first = f"Open the bracket first: both terms in it are multiplied by ${k}$."
    opening = opened(k) + (" Collect the plain numbers." if extra else "")
    return sides(left, num(d), (k, b, 0, d), first, opening, slips)


def bracket_both_sides(rng: Random, letter: str) -> Sides:
    """4(x - 1) < 2x + 6"""
    slope, k, h = coefficient(rng), coefficient(rng), nonzero(rng, -7, 7)
    c, b = k - slope, k * h
    d = slope * boundary(rng, slope) + b
    if c == 0 or d == 0:
        raise Reroll
    slips = {"bracket-first-term-only": (d - h) / slope}
    if k + c:
        slips["gathered-with-same-sign"] = (d - b) / (k + c)
    first = f"Open the bracket first: both terms in it are multiplied by ${k}$."
    left, right = f"{k}({poly(1, letter, h)})", two_terms(rng, c, letter, d)
    return sides(left, right, (k, b, c, d), first, opened(k), slips)


def quotient(rng: Random, letter: str) -> Sides:
    """(5 - 2x)/3 < 7"""
    a, value = coefficient(rng), integer(rng, -7, 7)
    k = pick(rng, [n for n in range(2, 8) if a % n])
    b = pick(rng, [n for n in range(-15, 16) if n and (a * value + n) % k == 0])
    d = a * value + b
    left = rf"\frac{{{two_terms(rng, a, letter, b)}}}{{{k}}}"
    slips = {"fraction-not-undone-everywhere": Fraction(d // k - b, a), "undid-with-same-sign": Fraction(d + b, a)}
    first = f"The whole left side is divided by ${k}$. Undo that first."
    opening = f"Multiply both sides by ${k}$. It is positive, so the sign stays as it is."
    return sides(left, num(d // k), (a, b, 0, d), first, opening, slips)


def part_of(rng: Random, letter: str) -> Sides:
    """7 - x/3 < 2"""
    k, b = integer(rng, 2, 6), nonzero(rng, -9, 9)
    a = Fraction(pick(rng, (-1, 1)), k)
    d = a * k * nonzero(rng, -6, 6) + b
    quarter = rf"\frac{{{letter}}}{{{k}}}"
    left = f"{num(b)} {'-' if a < 0 else '+'} {quarter}" if a < 0 or rng.random() < 0.3 else f"{quarter} {signed(b)}"
    slips = {"undid-with-same-sign": (d + b) / a, "fraction-not-undone-everywhere": d / a - b}
    return sides(left, num(d), (a, b, 0, d), alone(letter), slips=slips)


FORMS = (two_step, both_sides, bracket, bracket_both_sides, quotient, part_of)


def sides(
    left: str, right: str, parts: tuple[Fraction | int, ...], first: str, opening: str = "",
    slips: Mapping[str, Fraction] | None = None,
) -> Sides:  # fmt: skip
    """Sides of a size to do by hand; draws that grow too large are of no use."""
    a, b, c, d = (Fraction(part) for part in parts)
    if max(abs(a), abs(b), abs(c), abs(d)) > LARGEST:
        raise Reroll
    return Sides(left, right, a, b, c, d, first, opening, slips or {})


def alone(letter: str) -> str:
    """The first move when a plain number stands beside the letter's term."""
    return f"Undo the plain number that stands beside the term with ${letter}$ first."


def opened(k: int) -> str:
    """The reason for a bracket that is multiplied out."""
    return f"Multiply both terms in the bracket by ${k}$."


def taken(amount: Fraction, letter: str = "") -> str:
    """The reason for a term that is taken away on both sides."""
    word = "Subtract" if amount > 0 else "Add"
    return f"{word} ${term(abs(amount), letter)}$ {'from' if amount > 0 else 'to'} both sides."


def worked(given: Sides, solved: Bound) -> tuple[Step, ...]:
    """The steps from the opened form down to the solution, a reason to each."""
    x, slope = solved.letter, given.slope
    sign = TURNED[solved.sign] if slope < 0 else solved.sign
    rest = given.d - given.b
    lines: list[tuple[str, str]] = []
    if given.opening:
        lines.append((relation(poly(given.a, x, given.b), sign, poly(given.c, x, given.d)), given.opening))
    if given.c:
        lines.append((relation(poly(slope, x, given.b), sign, num(given.d)), taken(given.c, x)))
    if given.b:
        lines.append((relation(lonely(slope, x), sign, num(rest)), taken(given.b)))
    if slope != 1:
        lines.append((solved.tex, last_move(slope)))
    return tuple(Step(f"${line}$", reason) for line, reason in lines)


def lonely(slope: Fraction, letter: str) -> str:
    """The letter's term alone; a share is written as a fraction of the letter."""
    if slope.denominator == 1:
        return term(slope, letter)
    return rf"{'-' if slope < 0 else ''}\frac{{{letter}}}{{{slope.denominator}}}"


def last_move(slope: Fraction) -> str:
    """The reason for the step that frees the letter, with what happens to the sign."""
    whole = slope.denominator == 1
    move = f"{'Divide' if whole else 'Multiply'} both sides by ${num(slope if whole else 1 / slope)}$."
    turn = "It is negative, so the sign turns round." if slope < 0 else "It is positive, so the sign stays."
    return f"{move} {turn}"
