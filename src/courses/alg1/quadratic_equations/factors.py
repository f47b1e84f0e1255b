"""Linear factors: how they are written, where they are zero, and what all rational solutions of a product are."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import gcd
from random import Random

from courses.alg1.quadratic_equations.quadratics import Values
from courses.alg1.quadratic_equations.readback import letter_of, sides
from exercises import Reroll, Step, evaluate, nonzero, num, pick, poly, signed, term
from exercises.exact import Fraction

TOP, BOTTOM = 64, 6


@dataclass(frozen=True, slots=True)
class Factor:
    """`p x + q`; p is a whole number, or one over a whole number."""

    p: Fraction
    q: int

    @property
    def zero(self) -> Fraction:
        """Where it is 0."""
        return -self.q / self.p

    def tex(self, letter: str) -> str:
        """Without a bracket around it."""
        if self.p < 0 < self.q:
            return f"{self.q} {signed(self.p, letter)}"
        if self.p.denominator == 1:
            return poly(self.p, letter, self.q)
        return rf"\frac{{{letter}}}{{{self.p.denominator}}} {'+' if self.q > 0 else '-'} {abs(self.q)}"

    def bracket(self, letter: str) -> str:
        """As it stands in a product."""
        inside = self.tex(letter)
        return inside if self.q == 0 else rf"\left({inside}\right)" if "frac" in inside else f"({inside})"

    def solved(self, letter: str) -> str:
        """`2x - 3 = 0`."""
        return f"{self.tex(letter)} = 0"


def factor(p: int | Fraction, q: int) -> Factor:
    """A factor from whole numbers."""
    return Factor(Fraction(p), q)


def monic(rng: Random, largest: int = 12) -> Factor:
    """`x + q`."""
    return factor(1, nonzero(rng, -largest, largest))


def leading(rng: Random, largest: int = 5) -> Factor:
    """`p x + q` with p from 2 and nothing to take out."""
    p, q = pick(rng, range(2, largest + 1)), nonzero(rng, -9, 9)
    if gcd(p, q) > 1:
        raise Reroll
    return factor(p, q)


def product(letter: str, factors: Iterable[Factor], in_front: int = 1) -> str:
    """The factors side by side; the letter alone comes first."""
    ordered = sorted(factors, key=lambda one: one.q != 0)
    return term(in_front, "".join(one.bracket(letter) for one in ordered))


def each_zero(letter: str, factors: Iterable[Factor], in_front: int = 1) -> Step:
    """The zero product rule."""
    parts = " or ".join(f"${one.solved(letter)}$" for one in factors)
    never = f" The factor ${in_front}$ never is." if in_front not in (1, -1) else ""
    return Step(f"Set each factor equal to $0$: {parts}.", f"A product is $0$ only when one of its factors is.{never}")


def zeros(factors: Iterable[Factor]) -> Values:
    """Where a product of these is 0."""
    return frozenset(one.zero for one in factors)


def undone(letter: str, factors: Iterable[Factor]) -> tuple[Step, ...]:
    """How the factors whose letter has a coefficient are solved."""
    return tuple(
        Step(f"${one.solved(letter)}$ gives ${moved(one, letter)}$; {last_move(one, letter)}.",
             "Solve each linear equation on its own.")
        for one in factors if one.p != 1 and one.q
    )  # fmt: skip


def moved(one: Factor, letter: str) -> str:
    """The factor's equation after the constant went to the other side."""
    left = term(one.p, letter) if one.p.denominator == 1 else rf"\frac{{{letter}}}{{{one.p.denominator}}}"
    return f"{left} = {num(-one.q)}"


def last_move(one: Factor, letter: str) -> str:
    """What is still to be done to the letter's coefficient."""
    if one.p.denominator > 1:
        return f"then multiply by ${one.p.denominator}$"
    return f"then divide by ${num(one.p)}$"


def balancing(equation: str, letter: str = "", **known: Fraction) -> Values:
    """Every fraction of moderate size that makes an equation true, by trying them all."""
    letter = letter or letter_of(equation)
    left, right = sides(equation)
    tried = {Fraction(top, bottom) for bottom in range(1, BOTTOM + 1) for top in range(-TOP, TOP + 1)}
    return frozenset(x for x in tried if evaluate(left, {**known, letter: x}) == evaluate(right, {**known, letter: x}))
