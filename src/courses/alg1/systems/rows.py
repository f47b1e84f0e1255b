"""Two linear equations in x and y: how they are written, where they meet, and how a check reads them back."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from courses.alg1.reading import formulas, letters, put_in, value_of
from exercises import Reroll, integer, nonzero, num, pick, poly
from exercises.exact import Fraction
from exercises.geometry import Exact, LineForm, Point, line_form, size

Coefficients = tuple[Fraction, Fraction, Fraction]
"""a, b and c of ax + by = c."""
NONE, ONE, ALL = "No solution", "Exactly one solution", "Infinitely many solutions"


@dataclass(frozen=True, slots=True)
class Row:
    """The equation ax + by = c with integers."""

    a: int
    b: int
    c: int

    @property
    def tex(self) -> str:
        """In standard form."""
        return f"{poly(self.a, 'x', self.b, 'y')} = {self.c}"

    @property
    def left(self) -> str:
        """The side with the letters."""
        return poly(self.a, "x", self.b, "y")

    @property
    def line(self) -> LineForm:
        """Its line."""
        return line_form(self.a, self.b, self.c)

    def coefficient(self, letter: str) -> int:
        """What multiplies x or y."""
        return self.a if letter == "x" else self.b

    def solved(self, letter: str) -> str:
        """TeX of the equation solved for a letter."""
        mine, rest = (self.a, self.b) if letter == "x" else (self.b, self.a)
        return f"{letter} = {poly(Fraction(-rest, mine), other(letter), Fraction(self.c, mine))}"

    def times(self, k: int) -> "Row":
        """Both sides multiplied."""
        return Row(k * self.a, k * self.b, k * self.c)

    def plus(self, more: "Row") -> "Row":
        """The sum of two equations, side by side."""
        return Row(self.a + more.a, self.b + more.b, self.c + more.c)

    def holds(self, p: Point) -> bool:
        """Whether a point fits."""
        return self.a * p[0] + self.b * p[1] == self.c


def other(letter: str) -> str:
    """The other of the two letters."""
    return "y" if letter == "x" else "x"


def meeting(one: Row, two: Row) -> tuple[Fraction, Fraction]:
    """The point that fits both. Reroll when there is not exactly one."""
    across = one.a * two.b - two.a * one.b
    if not across:
        raise Reroll
    return Fraction(one.c * two.b - two.c * one.b, across), Fraction(one.a * two.c - two.a * one.c, across)


def through(rng: Random, p: tuple[int, int], limit: int = 5) -> Row:
    """An equation with two letters that a point fits, the first coefficient positive."""
    a, b = integer(rng, 1, limit), nonzero(rng, -limit, limit)
    return Row(a, b, a * p[0] + b * p[1])


def two_through(rng: Random, p: tuple[int, int], limit: int = 5) -> tuple[Row, Row]:
    """Two equations whose lines meet in a point."""
    one, two = through(rng, p, limit), through(rng, p, limit)
    if one.a * two.b == two.a * one.b:
        raise Reroll
    return one, two


def either_form(rng: Random, row: Row) -> str:
    """The equation in standard form, or solved for y where that needs no fraction."""
    solvable = abs(row.b) == 1
    return row.solved("y") if solvable and rng.random() < 0.6 else row.tex


def both(one: str, two: str) -> str:
    """Two equations, one below the other."""
    return f"$${one}$$\n\n$${two}$$"


def tried(tex: str, p: Point) -> str:
    """What comes of a pair put into an equation: "$3(2) + (1) = 7$, as it should be"."""
    left, right = tex.split(" = ")
    values = {"x": num(p[0]), "y": num(p[1])}
    lettered, plain = (left, right) if not letters(right) else (right, left)
    found, wanted = (value_of(side, x=p[0], y=p[1]) for side in (lettered, plain))
    fits = "as it should be" if found == wanted else f"but ${plain}$ is ${num(wanted)}$"
    if not letters(plain) and found != wanted:
        fits = f"not ${num(wanted)}$"
    return f"${put_in(lettered, values)} = {num(found)}$, {fits}"


def linear(tex: str) -> Coefficients:
    """a, b and c of an equation in TeX, from three points and confirmed by two more."""
    left, right = tex.split("=")
    gap: Callable[[int, int], Fraction] = lambda x, y: value_of(left, x=x, y=y) - value_of(right, x=x, y=y)  # noqa: E731
    c = -gap(0, 0)
    a, b = gap(1, 0) + c, gap(0, 1) + c
    assert all(gap(x, y) == a * x + b * y - c for x, y in ((3, -2), (-5, 7))), tex
    return a, b, c


def equations_in(text: str) -> list[Coefficients]:
    """The equations in x and y of a text, in order."""
    found = [tex for tex in formulas(text) if tex.count("=") == 1 and letters(tex) and letters(tex) <= {"x", "y"}]
    return [linear(tex) for tex in found]


def fits(equation: Coefficients, p: Point) -> bool:
    """Whether a point fits an equation that was read back."""
    return equation[0] * p[0] + equation[1] * p[1] == equation[2]


def how_many(one: Coefficients, two: Coefficients) -> str:
    """NONE, ONE or ALL: two points of the first line are tried in the second equation."""
    a, b, c = one
    steps: tuple[Point, Point] = ((c / a, 0), (c / a - b / a, 1)) if a else ((0, c / b), (1, c / b))
    off = [two[0] * x + two[1] * y - two[2] for x, y in steps]
    if off[0] != off[1]:
        return ONE
    return NONE if off[0] else ALL


def small(p: tuple[Exact, Exact], limit: int) -> bool:
    """Whether both coordinates are at most so large."""
    return all(size(v) <= limit for v in p)


def spot(rng: Random, limit: int = 6) -> tuple[int, int]:
    """A point with different integers that are not both 0."""
    p = (integer(rng, -limit, limit), integer(rng, -limit, limit))
    if p[0] == p[1] or p[0] == -p[1]:
        raise Reroll
    return p


def in_one_order(rng: Random, one: str, two: str) -> tuple[str, str]:
    """Two texts in a drawn order."""
    return pick(rng, ((one, two), (two, one)))
