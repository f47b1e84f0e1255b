"""Half-planes as the questions of this unit write and draw them, and how a check reads them back."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm
from random import Random

from courses.alg1.inequalities.relations import SWITCHED, TEX, TURNED
from courses.alg1.inequalities.truth import COMPARE
from courses.alg1.lines.find_x_y_intercepts import lies_on
from courses.alg1.lines.points import EIGHT
from courses.alg1.reading import formulas, letters, put_in, value_of
from exercises import Region, Reroll, integer, nonzero, num, pick, poly
from exercises.geometry import HalfPlane, Point, half_plane

SIGN = re.compile(r"(\\le(?![a-z])|\\ge(?![a-z])|<=|>=|<|>)")
SLOPES = tuple(Fraction(*pair) for pair in ((1, 1), (2, 1), (3, 1), (1, 2), (1, 3), (2, 3), (3, 2), (3, 4)))
CORNERS = ((0, 0), (1, 0), (0, 1), (2, 3))  # three give a line, the fourth proves it
WORDS = {"<": "less than", ">": "greater than", "<=": "at most", ">=": "at least"}


@dataclass(frozen=True, slots=True)
class Slope:
    """y `sign` mx + b."""

    m: Fraction
    sign: str
    b: int

    @property
    def right(self) -> str:
        """TeX of mx + b."""
        return poly(self.m, "x", self.b)

    @property
    def tex(self) -> str:
        """TeX, solved for y."""
        return f"y {TEX[self.sign]} {self.right}"

    @property
    def half(self) -> HalfPlane:
        """The half-plane."""
        return half_plane(-self.m, 1, self.sign, self.b)

    @property
    def text(self) -> str:
        """As an answer is typed."""
        return f"y {self.sign} {self.right}"

    def standard(self, times: int) -> str:
        """TeX in the form ax + by with a number of y that may be negative, and integers."""
        d = self.m.denominator * times
        sign = TURNED[self.sign] if times < 0 else self.sign
        return f"{poly(-self.m * d, 'x', d, 'y')} {TEX[sign]} {self.b * d}"

    def turned(self) -> "Slope":
        """The other side of the same edge."""
        return Slope(self.m, TURNED[self.sign], self.b)

    def switched(self) -> "Slope":
        """With the edge taken in or left out."""
        return Slope(self.m, SWITCHED[self.sign], self.b)

    @property
    def strict(self) -> bool:
        """Whether the edge is left out."""
        return len(self.sign) == 1

    @property
    def side(self) -> str:
        """ "above" or "below"."""
        return "above" if self.sign[0] == ">" else "below"

    @property
    def style(self) -> str:
        """ "dashed" or "solid"."""
        return "dashed" if self.strict else "solid"

    def places(self) -> list[tuple[int, int]]:
        """Crossings of the grid on its edge, from left to right."""
        found = [(x, self.m * x + self.b) for x in range(-8, 9)]
        return [(x, int(y)) for x, y in found if y.denominator == 1 and abs(y) <= 8]


@dataclass(frozen=True, slots=True)
class Upright:
    """x `sign` n, or y `sign` n."""

    letter: str
    sign: str
    n: int

    @property
    def tex(self) -> str:
        """TeX."""
        return f"{self.letter} {TEX[self.sign]} {self.n}"

    @property
    def text(self) -> str:
        """As an answer is typed."""
        return f"{self.letter} {self.sign} {self.n}"

    @property
    def half(self) -> HalfPlane:
        """The half-plane."""
        return half_plane(int(self.letter == "x"), int(self.letter == "y"), self.sign, self.n)

    def turned(self) -> "Upright":
        """The other side of the same edge."""
        return Upright(self.letter, TURNED[self.sign], self.n)

    def switched(self) -> "Upright":
        """With the edge taken in or left out."""
        return Upright(self.letter, SWITCHED[self.sign], self.n)

    def other_letter(self) -> "Upright":
        """The same for the other letter."""
        return Upright("y" if self.letter == "x" else "x", self.sign, self.n)

    @property
    def strict(self) -> bool:
        """Whether the edge is left out."""
        return len(self.sign) == 1

    @property
    def side(self) -> str:
        """ "right", "left", "above" or "below"."""
        ways = ("right", "left") if self.letter == "x" else ("above", "below")
        return ways[0] if self.sign[0] == ">" else ways[1]

    @property
    def style(self) -> str:
        """ "dashed" or "solid"."""
        return "dashed" if self.strict else "solid"


def where(one: Slope | Upright) -> str:
    """The side in words: "above it", "to the right of it"."""
    return f"to the {one.side} of it" if one.side in ("left", "right") else f"{one.side} it"


def sign(rng: Random) -> str:
    """One of the four signs."""
    return pick(rng, tuple(TEX))


def sloped(rng: Random, origin: bool = False) -> Slope:
    """A half-plane whose edge can be drawn well; its edge goes through 0 only when `origin`."""
    found = Slope(pick(rng, SLOPES) * pick(rng, (-1, 1)), sign(rng), integer(rng, -6, 6))
    if len(found.places()) < 2 or (not found.b and not origin):
        raise Reroll
    return found


def upright(rng: Random) -> Upright:
    """A half-plane with an edge parallel to an axis."""
    return Upright(pick(rng, "xy"), sign(rng), nonzero(rng, -6, 6))


def drawable(half: HalfPlane) -> bool:
    """Whether its edge has two places on the grid."""
    try:
        Region(half, EIGHT)
    except ValueError:
        return False
    return True


def fits(tex: str, p: Point) -> bool:
    """Whether a point makes an inequality in TeX true."""
    a, b, c, sign = _balance(tex)
    return COMPARE[sign](a * p[0] + b * p[1] + c, 0)


def on_edge(tex: str, p: Point) -> bool:
    """Whether both sides of an inequality in TeX are equal at a point."""
    a, b, c, _ = _balance(tex)
    return a * p[0] + b * p[1] + c == 0


@lru_cache(maxsize=1024)
def _balance(tex: str) -> tuple[int, int, int, str]:
    """Left side less right side as ax + by + c with whole numbers (a positive multiple of it), and the sign.

    A question tries hundreds of points, so the text is read once; four values show that it is a line.
    """
    left, sign, right = SIGN.split(tex)
    c, x, y, other = (value_of(left, x=at, y=up) - value_of(right, x=at, y=up) for at, up in CORNERS)
    a, b = x - c, y - c
    assert other == 2 * a + 3 * b + c, f"{tex} is no linear inequality"
    scale = lcm(a.denominator, b.denominator, c.denominator)
    return int(a * scale), int(b * scale), int(c * scale), sign


def inequalities_in(text: str) -> list[str]:
    """The inequalities in x and y of a text, in TeX."""
    return [tex for tex in formulas(text) if len(SIGN.split(tex)) == 3 and letters(tex) and letters(tex) <= {"x", "y"}]


def everywhere() -> list[Point]:
    """All half crossings of the grid to 8."""
    return [(Fraction(x, 2), Fraction(y, 2)) for x in range(-16, 17) for y in range(-16, 17)]


def tried(tex: str, p: Point) -> str:
    """What comes of a point put into an inequality: "$(3) > 2(1) - 4$ says $3 > -2$, which is true"."""
    left, sign, right = SIGN.split(tex)
    values = {"x": num(p[0]), "y": num(p[1])}
    found = [num(value_of(side, x=p[0], y=p[1])) for side in (left, right)]
    shown = f"{put_in(left, values).strip()} {sign} {put_in(right, values).strip()}"
    return f"${shown}$ says ${found[0]} {sign} {found[1]}$, which is {'true' if fits(tex, p) else 'false'}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shaded polygon as it is drawn, the SVG of its edge, and whether that is dashed."""

    corners: tuple[tuple[Fraction, Fraction], ...]
    edge: str

    @property
    def dashed(self) -> bool:
        """Whether the edge is left out."""
        return "stroke-dasharray" in self.edge

    def holds(self, p: Point) -> bool:
        """Whether a point lies in the polygon or on a solid edge of it."""
        turns = [
            (to_x - x) * (p[1] - y) - (to_y - y) * (p[0] - x)
            for (x, y), (to_x, to_y) in zip(self.corners, [*self.corners[1:], self.corners[0]], strict=True)
        ]
        slack = Fraction(1, 5)  # corners are rounded; with edges of 5 steps and more this is less than a twentieth
        within = all(turn > -slack for turn in turns) or all(turn < slack for turn in turns)
        return within and not (self.dashed and lies_on(self.edge, p))


def areas(svg: str) -> list[Drawn]:
    """The shaded polygons of a picture of the grid to 8, what they share left out."""
    unit, found = Fraction(20), []
    for part in svg.split('class="drawn">')[1].split('<path class="area" d="M')[1:]:
        outline, _, rest = part.partition('Z"')
        if '<path class="line"' in rest:
            points = [tuple(map(Fraction, p.split())) for p in outline.split("L")]
            corners = tuple(((x - EIGHT.left) / unit - 8, 8 - (y - EIGHT.top) / unit) for x, y in points)
            found.append(Drawn(corners, rest[rest.index('class="line"') :].split("/>")[0]))
    return found


def shaded(svg: str, p: Point) -> bool:
    """Whether a point belongs to all regions of a picture."""
    return all(area.holds(p) for area in areas(svg))
