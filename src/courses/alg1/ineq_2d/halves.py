"""Half-planes as the questions of this unit write and draw them."""

from dataclasses import dataclass
from random import Random

from courses.alg1.inequalities.relations import SWITCHED, TEX, TURNED
from courses.alg1.lines.points import EIGHT
from exercises import Reroll, integer, nonzero, pick, poly
from exercises.exact import Fraction
from exercises.figures.straight import crossings
from exercises.geometry import HalfPlane, Point, half_plane

SLOPES = tuple(Fraction(*pair) for pair in ((1, 1), (2, 1), (3, 1), (1, 2), (1, 3), (2, 3), (3, 2), (3, 4)))
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
    return len(crossings(half.line, EIGHT)) > 1


def everywhere() -> list[Point]:
    """All half crossings of the grid to 8."""
    return [(Fraction(x, 2), Fraction(y, 2)) for x in range(-16, 17) for y in range(-16, 17)]
