"""Lines written in their forms, and read back."""

from collections.abc import Mapping
from random import Random

from courses.alg1.lines.points import line_of
from courses.alg1.reading import formulas, letters
from exercises import Reroll, nonzero, num, pick, poly, signed
from exercises.exact import Fraction
from exercises.geometry import Exact, LineForm, Point, line_form


def slope_form(m: Exact, b: Exact, letter: str = "x") -> str:
    """TeX of y = mx + b."""
    return f"y = {poly(m, letter, b)}"


def point_form(m: Exact, p: Point) -> str:
    """TeX of y - q = m(x - p)."""
    left = f"y {signed(-p[1])}" if p[1] else "y"
    inside = f"(x {signed(-p[0])})" if p[0] else "x"
    times = "" if m == 1 else "-" if m == -1 else num(m)
    return f"{left} = {times}{inside}"


def standard_form(line: LineForm) -> str:
    """TeX of ax + by = c."""
    return f"{poly(line[0], 'x', line[1], 'y')} = {line[2]}"


def slope(rng: Random, limit: int = 6, below: tuple[int, ...] = (1, 1, 2, 3, 4, 5)) -> Fraction:
    """A slope, whole or a fraction, not of size 1."""
    found = Fraction(nonzero(rng, -limit, limit), pick(rng, below))
    if abs(found) == 1:
        raise Reroll
    return found


def equations(text: str) -> list[LineForm]:
    """The lines of the equations in x and y in a text, in order, worked out from three points of each."""
    found = [tex for tex in formulas(text) if "=" in tex and "y" in letters(tex)]
    return [line_of((sides[0], sides[1])) for sides in (tex.split("=") for tex in found)]


def line_answered(text: str) -> LineForm:
    """The line of the answer's equation."""
    left, right = text.split("=")
    return line_of((left, right))


def of_slope(m: Exact, p: Point) -> LineForm:
    """The line with this slope through a point."""
    return line_form(-m, 1, p[1] - m * p[0])


def meets_y(m: Exact, p: Point) -> Exact:
    """Where that line meets the y-axis."""
    return p[1] - m * p[0]


Slip = tuple[str, LineForm]
"""An equation as it would be written, and its line."""


def sloped(m: Exact, b: Exact) -> Slip:
    """y = mx + b as a slip."""
    return slope_form(m, b), line_form(-m, 1, b)


def pointed(m: Exact, p: Point) -> Slip:
    """y - q = m(x - p) as a slip."""
    return point_form(m, p), of_slope(m, p)


def through(m: Exact, p: Point) -> Slip:
    """The line of a slope through a point, as y = mx + b."""
    return sloped(m, meets_y(m, p))


def kept(answer: LineForm, slips: Mapping[str, Slip]) -> dict[str, str]:
    """The slips that are other lines than the answer and each other, as equations; Reroll below two."""
    found: dict[str, str] = {}
    seen = {answer}
    for name, (text, line) in slips.items():
        if line not in seen:
            seen.add(line)
            found[name] = text
    if len(found) < 2:
        raise Reroll
    return found
