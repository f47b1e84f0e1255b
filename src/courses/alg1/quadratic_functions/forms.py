"""A quadratic function in its three forms, as the questions of this unit write them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isqrt
from random import Random

from exercises import Exact, Reroll, integer, num, parabola, pick, poly, signed, term
from exercises.exact import Fraction
from exercises.figures import Axis, Curve, Grid
from exercises.geometry import ParabolaForm, Point

EIGHT = Grid(Axis("x", -8, 8), Axis("y", -8, 8))
TALL = Grid(Axis("x", -8, 8), Axis("y", -10, 10))


@dataclass(frozen=True, slots=True)
class Quad:
    """y = a(x - h)^2 + k."""

    a: Fraction
    h: Fraction
    k: Fraction

    @property
    def form(self) -> ParabolaForm:
        """As figures and drawn answers take it."""
        return self.a, self.h, self.k

    @property
    def vertex(self) -> Point:
        """The turning point."""
        return self.h, self.k

    @property
    def b(self) -> Fraction:
        """The coefficient of x."""
        return -2 * self.a * self.h

    @property
    def c(self) -> Fraction:
        """The constant: the height at x = 0."""
        return self.a * self.h**2 + self.k

    def at(self, x: Exact) -> Fraction:
        """The height at x."""
        return self.a * (x - self.h) ** 2 + self.k

    @property
    def zeros(self) -> tuple[Fraction, ...]:
        """The zeros from left to right; none when there are none or when they are irrational."""
        square = -self.k / self.a
        root = Fraction(isqrt(abs(square.numerator)), isqrt(square.denominator))
        if square < 0 or root**2 != square:
            return ()
        return tuple(sorted({self.h - root, self.h + root}))

    @property
    def way(self) -> str:
        """Which way it opens."""
        return "upwards" if self.a > 0 else "downwards"

    @property
    def turn(self) -> str:
        """What its vertex is."""
        return "lowest" if self.a > 0 else "highest"

    @property
    def curve(self) -> Curve:
        """Its graph."""
        return parabola(*self.form)

    def typed(self, x: str = "x") -> str:
        """Vertex form as it may be typed: `-2*(x + 3)^2 - 5`, `1/2*x^2 + 1`."""
        front = {1: "", -1: "-"}.get(int(self.a), f"{self.a}*") if self.a.denominator == 1 else f"{self.a}*"
        square = f"({x} {'-' if self.h > 0 else '+'} {abs(self.h)})^2" if self.h else f"{x}^2"
        return front + square + (f" {'+' if self.k > 0 else '-'} {abs(self.k)}" if self.k else "")

    def vertex_tex(self, x: str = "x") -> str:
        """`-2(x - 3)^2 + 5`."""
        return term(self.a, square_tex(x, self.h)) + (f" {signed(self.k)}" if self.k else "")

    def standard_tex(self, x: str = "x") -> str:
        """`2x^2 - 12x + 13`."""
        return poly(self.a, f"{x}^2", self.b, x, self.c)

    def factored_tex(self, x: str = "x", turned: bool = False) -> str:
        """`2(x - 1)(x + 3)`; `turned` writes the larger zero first. ValueError without rational zeros."""
        if not self.zeros:
            raise ValueError(f"{self} has no zeros to write")
        found = sorted(self.zeros, reverse=turned)
        if len(found) == 1:
            return term(self.a, square_tex(x, found[0]))
        return term(self.a, "".join(bracket(x, zero) for zero in sorted(found, key=bool)))


def quad(a: Exact, h: Exact, k: Exact) -> Quad:
    """y = a(x - h)^2 + k."""
    return Quad(Fraction(a), Fraction(h), Fraction(k))


def with_zeros(a: Exact, p: Exact, q: Exact) -> Quad:
    """y = a(x - p)(x - q)."""
    return quad(a, Fraction(p + q) / 2, -a * Fraction(p - q) ** 2 / 4)


def bracket(x: str, zero: Exact) -> str:
    """`(x - 3)`, or the letter alone for the zero 0."""
    inside = poly(1, x, -zero)
    if not zero:
        return x
    return f"({inside})" if Fraction(zero).denominator == 1 else rf"\left({inside}\right)"


def square_tex(x: str, h: Exact) -> str:
    """`(x - 3)^2`, or `x^2` for 0."""
    return f"{bracket(x, h)}^2"


def pair(p: Point) -> str:
    """TeX of a point."""
    return f"({num(p[0])}, {num(p[1])})"


def whole_quad(rng: Random, reach: int = 5, widths: Sequence[Exact] = (1, 1, -1, -1, 2, -2)) -> Quad:
    """A parabola with a whole vertex near the origin, not on the y-axis."""
    found = quad(pick(rng, widths), integer(rng, -reach, reach), integer(rng, -reach, reach))
    if not found.h:
        raise Reroll
    return found
