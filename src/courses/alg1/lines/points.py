"""Points and lines as the questions of this unit write them, and how a check reads them back."""

import re
from random import Random

from courses.alg1.reading import formulas, letters, value_of
from exercises import Grid, Reroll, integer, nonzero, num, poly
from exercises.exact import Fraction
from exercises.figures import Axis
from exercises.geometry import LineForm, Point, line_form

SMALL = Grid(Axis("x", -6, 6), Axis("y", -6, 6))
EIGHT = Grid(Axis("x", -8, 8), Axis("y", -8, 8))
PAIR = re.compile(r"\(([^(),]+),([^(),]+)\)")


def pair(p: Point) -> str:
    """TeX of a point."""
    return f"({num(p[0])}, {num(p[1])})"


def pairs_in(text: str) -> list[tuple[Fraction, Fraction]]:
    """The points that stand in a text's formulas, in order."""
    found = (match for tex in formulas(text) for match in PAIR.findall(tex))
    return [(value_of(x), value_of(y)) for x, y in found]


def standard(a: int, b: int, c: int) -> str:
    """TeX of ax + by = c."""
    return f"{poly(a, 'x', b, 'y')} = {c}"


def equation_in(text: str) -> tuple[str, str]:
    """The two sides of the one equation in x and y in a text."""
    (found,) = (tex for tex in formulas(text) if "=" in tex and {"x", "y"} <= letters(tex))
    left, right = found.split("=")
    return left, right


def holds(sides: tuple[str, str], p: Point) -> bool:
    """Whether a point makes an equation true, by putting it in."""
    left, right = (value_of(side, x=p[0], y=p[1]) for side in sides)
    return left == right


def line_of(sides: tuple[str, str]) -> LineForm:
    """The line of an equation, found by trying points: how far the sides are apart at three of them."""
    gap = [value_of(sides[0], x=x, y=y) - value_of(sides[1], x=x, y=y) for x, y in ((0, 0), (1, 0), (0, 1))]
    return line_form(gap[1] - gap[0], gap[2] - gap[0], -gap[0])


def coefficients(rng: Random, limit: int = 6) -> tuple[int, int]:
    """Two numbers for x and y, not both of size 1."""
    a, b = nonzero(rng, -limit, limit), nonzero(rng, -limit, limit)
    if a < 0 or abs(a) == abs(b) == 1:
        raise Reroll
    return a, b


def spot(rng: Random, limit: int = 6) -> tuple[int, int]:
    """A point with whole coordinates."""
    return integer(rng, -limit, limit), integer(rng, -limit, limit)
