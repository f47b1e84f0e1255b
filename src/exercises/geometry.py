"""Lines, parabolas and half-planes as exact values: equal when they are the same set of points."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import gcd, lcm

from exercises.exact import Fraction

Exact = int | Fraction
Point = tuple[Exact, Exact]
LineForm = tuple[int, int, int]
"""a, b, c of ax + by = c: whole numbers without a common factor, the first of a and b that is not 0 positive."""
ParabolaForm = tuple[Exact, Exact, Exact]
"""a, h, k of y = a(x - h)^2 + k."""

FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def whole(numbers: Sequence[Exact]) -> list[int]:
    """The same ratios in the smallest whole numbers; ValueError when all are 0."""
    times = lcm(*[number.denominator for number in numbers])
    scaled = [number.numerator * (times // number.denominator) for number in numbers]
    common = gcd(*scaled)
    if not common:
        raise ValueError("these numbers are all 0")
    return [number // common for number in scaled]


def line_form(a: Exact, b: Exact, c: Exact) -> LineForm:
    """The line ax + by = c. ValueError when a and b are 0."""
    if not a and not b:
        raise ValueError("a line needs x or y")
    a, b, c = whole((a, b, c))
    sign = -1 if (a or b) < 0 else 1
    return sign * a, sign * b, sign * c


def slope_line(m: Exact, b: Exact) -> LineForm:
    """The line y = mx + b."""
    return line_form(-m, 1, b)


def line_through(p: Point, q: Point) -> LineForm:
    """The line through two points. ValueError when they are the same."""
    a, b = q[1] - p[1], p[0] - q[0]
    return line_form(a, b, a * p[0] + b * p[1])


def on_line(line: LineForm, p: Point) -> bool:
    """Whether a point lies on a line."""
    return line[0] * p[0] + line[1] * p[1] == line[2]


def parabola_through(vertex: Point, p: Point) -> ParabolaForm:
    """The parabola with this vertex through another point. ValueError when there is none."""
    run, rise = p[0] - vertex[0], p[1] - vertex[1]
    if not run or not rise:
        raise ValueError("the point must lie beside the vertex, and higher or lower")
    return Fraction(rise) / (run * run), Fraction(vertex[0]), Fraction(vertex[1])


def height(parabola: ParabolaForm, x: Exact) -> Exact:
    """The y of a parabola at x."""
    a, h, k = parabola
    return a * (x - h) ** 2 + k


@dataclass(frozen=True, slots=True)
class HalfPlane:
    """The points with ax + by < c, or <= c when not `strict`; made by `half_plane`, `above` or `below`."""

    a: int
    b: int
    c: int
    strict: bool

    @property
    def line(self) -> LineForm:
        """Its edge."""
        return line_form(self.a, self.b, self.c)

    def holds(self, p: Point) -> bool:
        """Whether a point belongs to it; the points of the edge do unless it is strict."""
        here = self.a * p[0] + self.b * p[1]
        return here < self.c or (here == self.c and not self.strict)

    def on_edge(self, p: Point) -> bool:
        """Whether a point lies on its edge, which belongs to it or not."""
        return self.a * p[0] + self.b * p[1] == self.c

    def depths(self, points: Iterable[Point]) -> list[Exact]:
        """Of each point c - ax - by: more than 0 inside, 0 on the edge, less than 0 outside."""
        a, b, c = self.a, self.b, self.c
        return [c - a * x - b * y for x, y in points]


def half_plane(a: Exact, b: Exact, sign: str, c: Exact) -> HalfPlane:
    """The half-plane of ax + by `sign` c, the sign being <, >, <= or >=."""
    if sign not in FLIPPED:
        raise ValueError(f"{sign!r} is none of {', '.join(FLIPPED)}")
    if not a and not b:
        raise ValueError("a half-plane needs x or y")
    if sign[0] == ">":
        a, b, c, sign = -a, -b, -c, FLIPPED[sign]
    a, b, c = whole((a, b, c))
    return HalfPlane(a, b, c, sign == "<")


def above(m: Exact, b: Exact, strict: bool = False) -> HalfPlane:
    """y >= mx + b, or y > mx + b when strict."""
    return half_plane(-m, 1, ">" if strict else ">=", b)


def below(m: Exact, b: Exact, strict: bool = False) -> HalfPlane:
    """y <= mx + b, or y < mx + b when strict."""
    return half_plane(-m, 1, "<" if strict else "<=", b)


def clipped(corners: Sequence[Point], half: HalfPlane) -> list[Point]:
    """The part of a convex polygon that lies in a half-plane, its edge included (Sutherland and Hodgman, 1974)."""
    kept: list[Point] = []
    depths = half.depths(corners)
    sides = zip(corners, [*corners[1:], *corners[:1]], depths, [*depths[1:], *depths[:1]], strict=True)
    for here, there, inside, next_inside in sides:
        if inside >= 0:
            kept.append(here)
        if inside * next_inside < 0:
            at = Fraction(inside) / (inside - next_inside)
            kept.append((here[0] + at * (there[0] - here[0]), here[1] + at * (there[1] - here[1])))
    return kept


def size(value: Exact) -> Exact:
    """A number without its sign."""
    return -value if value < 0 else value
