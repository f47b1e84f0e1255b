"""Half-planes read back from a picture: the polygons that are shaded, with their edges."""

from dataclasses import dataclass

from courses.alg1.lines.find_x_y_intercepts import lies_on
from courses.alg1.lines.points import EIGHT
from exercises.exact import Fraction
from exercises.geometry import Point


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
