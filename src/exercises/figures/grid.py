"""A coordinate grid: what it spans, where its points stand in the picture, and its empty drawing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

from exercises.figures.drawing import GRID, INK, Axis, said
from exercises.geometry import Exact, Point

SIDE = 320  # of the square that the grid fills, in the picture's units
LETTER, LINE = 8, 17  # room for one figure of a mark's name, across and down
TO_TEN, UP_TO_TEN = Axis("x", -10, 10), Axis("y", -10, 10)
HALO = 'stroke="var(--surface, #fff)" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"'


@dataclass(frozen=True, slots=True)
class Grid:
    """Two axes; `snap` is the distance between the places where a learner may put a point (the steps, unless told).

    `Grid(Axis("x", -6, 6), Axis("y", -6, 6))`; with names of things ("Time in hours") these stand beside the axes.
    """

    x: Axis = TO_TEN
    y: Axis = UP_TO_TEN
    snap: tuple[Exact, Exact] = (0, 0)
    left: int = field(init=False, repr=False, compare=False)
    """Where the grid begins in the picture."""
    top: int = field(init=False, repr=False, compare=False)
    """Where its upper edge is."""

    def __post_init__(self) -> None:
        left = 24 if self.x.lo < 0 else 14 + LETTER * self.y.widest
        object.__setattr__(self, "left", left)
        object.__setattr__(self, "top", 26 if len(self.y.label) <= 2 else 36)

    @property
    def snaps(self) -> tuple[Exact, Exact]:
        """The distance between places, across and up."""
        return self.snap[0] or self.x.step, self.snap[1] or self.y.step

    @property
    def right(self) -> int:
        """Where it ends."""
        return self.left + SIDE

    @property
    def bottom(self) -> int:
        """Where its lower edge is."""
        return self.top + SIDE

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the whole picture."""
        below = 12 if self.y.lo < 0 else 24
        return self.right + 24, self.bottom + below + (22 if len(self.x.label) > 2 else 0)

    @property
    def corners(self) -> list[Point]:
        """The corners of the grid, counter-clockwise from the lower left."""
        x, y = self.x, self.y
        return [(x.lo, y.lo), (x.hi, y.lo), (x.hi, y.hi), (x.lo, y.hi)]

    @property
    def origin(self) -> Point:
        """Where the axes cross: (0, 0), or the corner nearest to it."""
        return min(max(self.x.lo, 0), self.x.hi), min(max(self.y.lo, 0), self.y.hi)

    def holds(self, p: Point) -> bool:
        """Whether a point lies on the grid."""
        return self.x.lo <= p[0] <= self.x.hi and self.y.lo <= p[1] <= self.y.hi

    def snapped(self, p: Point) -> bool:
        """Whether a point stands where one may be put."""
        across, up = self.snaps
        return not ((p[0] - self.x.lo) % across or (p[1] - self.y.lo) % up)

    def across(self, x: Exact | float) -> float:
        """The place of an x in the picture."""
        return round(self.left + float(x - self.x.lo) * SIDE / (self.x.hi - self.x.lo), 1)

    def up(self, y: Exact | float) -> float:
        """The place of a y in the picture, from the top."""
        return round(self.bottom - float(y - self.y.lo) * SIDE / (self.y.hi - self.y.lo), 1)

    def at(self, x: Exact | float, y: Exact | float) -> str:
        """A place as a path writes it."""
        return f"{self.across(x):g} {self.up(y):g}"

    def path(self, places: Iterable[tuple[float, float]]) -> str:
        """Many places joined, as a path writes them after its M."""
        left, low, wide = self.left, self.x.lo, self.x.hi - self.x.lo
        bottom, base, high = self.bottom, self.y.lo, self.y.hi - self.y.lo
        return "L".join(
            f"{round(left + (x - low) * SIDE / wide, 1):g} {round(bottom - (y - base) * SIDE / high, 1):g}"
            for x, y in places
        )

    def say(self) -> str:
        """The grid in words."""
        return f"Grid. Across: {self.x.say()}. Up: {self.y.say()}."

    def public(self) -> dict[str, object]:
        """What a script needs to move points on it: ranges, steps and the place in the picture."""
        sx, sy = self.snaps
        return {
            "x": [self.x.lo, self.x.hi, float(sx)],
            "y": [self.y.lo, self.y.hi, float(sy)],
            "box": [self.left, self.top, self.right, self.bottom],
        }


TENS = Grid()
"""From -10 to 10 both ways."""


@lru_cache(maxsize=128)  # nine figures in ten stand on one of twenty grids
def frame(grid: Grid) -> tuple[str, str]:
    """What stands below the shapes of a grid, and what stands above them: the same for equal grids."""
    return "".join(axes(grid)), "".join(captions(grid))


def axes(grid: Grid) -> Iterator[str]:
    """The empty grid: lines, and axes with arrows."""
    columns = "".join(f"M{grid.across(mark):g} {grid.top}V{grid.bottom}" for mark in grid.x.marks)
    rows = "".join(f"M{grid.left} {grid.up(mark):g}H{grid.right}" for mark in grid.y.marks)
    x0, y0 = grid.across(grid.origin[0]), grid.up(grid.origin[1])
    yield f'<path class="grid" d="{columns}{rows}" fill="none" stroke="{GRID}"/>'
    yield (
        f'<path class="axis" d="M{grid.left} {y0:g}H{grid.right + 8}m-6 -4l6 4l-6 4M{x0:g} {grid.bottom}'
        f'V{grid.top - 8}m-4 6l4 -6l4 6" fill="none" stroke="{INK}" stroke-width="1.6"/>'
    )


def captions(grid: Grid) -> Iterator[str]:
    """The numbers at the axes, thinned so that they do not touch, 0 only where the axes begin; and the names."""
    x0, y0 = grid.across(grid.origin[0]), grid.up(grid.origin[1])
    yield from numbers(grid, x0, y0)
    yield from names(grid, x0, y0)


def numbers(grid: Grid, x0: float, y0: float) -> Iterator[str]:
    """The numbers, with a rim that keeps them legible where a line crosses them."""
    inside = grid.x.lo < 0 or grid.y.lo < 0
    across = thinned(grid.x.marks, LETTER * grid.x.widest + 5)
    yield f'<g class="ticks" font-size="13" text-anchor="middle" {HALO}>'
    for mark in across:
        if mark or not inside:
            yield f'<text x="{grid.across(mark):g}" y="{y0 + 16:g}">{said(mark)}</text>'
    yield f'</g><g class="ticks" font-size="13" text-anchor="end" {HALO}>'
    for mark in thinned(grid.y.marks, LINE):
        if mark or not inside:
            yield f'<text x="{x0 - 6:g}" y="{grid.up(mark) + 4.5:g}">{said(mark)}</text>'
    yield "</g>"


def thinned(marks: range, needed: int) -> list[int]:
    """The marks that get a number, counted from 0 where 0 is one, so that the numbers do not touch."""
    apart = SIDE / (len(marks) - 1)
    every = next((n for n in (1, 2, 5, 10, 20, 50) if n * apart >= needed), len(marks))
    first = 0 if 0 in marks else marks[0]
    return [mark for mark in marks if (mark - first) % (every * marks.step) == 0]


def names(grid: Grid, x0: float, y0: float) -> Iterator[str]:
    """Letters stand at the arrows, longer names below and above."""
    for label, spot in (
        (grid.x.label, f'x="{grid.right + 14}" y="{y0 + 5:g}"'),
        (grid.y.label, f'x="{x0 + 9:g}" y="{grid.top - 9}"'),
    ):
        if len(label) <= 2:
            yield f'<text {spot} font-style="italic" font-size="15" text-anchor="middle">{escape(label)}</text>'
    if len(grid.x.label) > 2:
        middle = (grid.left + grid.right) // 2
        yield f'<text x="{middle}" y="{grid.size[1] - 5}" text-anchor="middle">{escape(grid.x.label)}</text>'
    if len(grid.y.label) > 2:
        yield f'<text x="4" y="13">{escape(grid.y.label)}</text>'
