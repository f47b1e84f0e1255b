"""Whole lines and shaded half-planes."""

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.figures.grid import Grid
from exercises.figures.marks import Telling, counted, ink, label_at, place, stroke
from exercises.geometry import Exact, HalfPlane, LineForm, Point, clipped, half_plane, on_line, size, slope_line


@dataclass(frozen=True, slots=True)
class Straight:
    """A whole line ax + by = c (`line_through`, `slope_line` and `line_form` make the form)."""

    form: LineForm
    dashed: bool = False
    label: str = ""
    colour: int = 0

    def draw(self, grid: Grid) -> str:
        """The part on the grid. ValueError when it misses the grid."""
        ends = ends_of(self.form, grid)
        start, end = ends[0], ends[-1]
        path = f"M{grid.at(*start)}L{grid.at(*end)}"
        return stroke(path, self.colour, self.dashed) + (label_at(grid, end, self.label) if self.label else "")

    def say(self, grid: Grid, telling: Telling) -> str:
        """Two points that it goes through."""
        named = f"{'A dashed' if self.dashed else 'A straight'} line{f' named {self.label}' if self.label else ''}"
        if telling == "kind":
            return f"{named}."
        places = [place(p, grid, telling) for p in plain_points(self.form, grid)]
        return f"{named} goes through {counted(places) if telling == 'steps' else ' and '.join(places) + '.'}"


def ends_of(form: LineForm, grid: Grid) -> list[Point]:
    """Where a line enters and leaves the grid, from left to right. ValueError when it misses the grid."""
    edge = half_plane(form[0], form[1], "<=", form[2])
    found = sorted({p for p in clipped(grid.corners, edge) if on_line(form, p)})
    if len(found) < 2:
        raise ValueError(f"the line {form} misses the grid")
    return found


def plain_points(form: LineForm, grid: Grid) -> list[Point]:
    """Two points of a line that are easy to read: crossings of grid lines near the axes, else where it ends."""
    x0, y0 = grid.origin
    near = sorted(crossings(form, grid), key=lambda p: (size(p[0] - x0) + size(p[1] - y0), p))
    if len(near) < 2:
        return ends_of(form, grid)[:2]
    return sorted(near[:2])


def crossings(form: LineForm, grid: Grid) -> list[Point]:
    """The crossings of grid lines that a line goes through."""
    a, b, c = form
    if not b:
        return [(x, y) for x in grid.x.marks if a * x == c for y in grid.y.marks]
    found = ((x, divmod(c - a * x, b)) for x in grid.x.marks)
    return [(x, y) for x, (y, rest) in found if not rest and y in grid.y.marks]


@dataclass(frozen=True, slots=True)
class Shade:
    """A shaded half-plane with its edge, dashed when it is strict; several shade what they have in common darker."""

    half: HalfPlane
    edge: bool = True
    colour: int = 0

    def draw(self, grid: Grid) -> str:
        """The shading and the edge."""
        fill = area(grid, clipped(grid.corners, self.half), ink(self.colour), "0.2")
        return fill + (Straight(self.half.line, self.half.strict, colour=self.colour).draw(grid) if self.edge else "")

    def say(self, grid: Grid, telling: Telling) -> str:
        """Which side of which line."""
        edge = Straight(self.half.line, self.half.strict).say(grid, telling).removesuffix(".")
        return (
            f"{edge}; the side {side_of(self.half)} it is shaded." if telling != "kind" else "A shaded side of a line."
        )


def side_of(half: HalfPlane) -> str:
    """ "above", "below", "to the left of" or "to the right of"."""
    if half.b:
        return "above" if half.b < 0 else "below"
    return "to the right of" if half.a < 0 else "to the left of"


def area(grid: Grid, corners: Sequence[Point], fill: str, opacity: str) -> str:
    """A filled polygon; nothing for one without inside."""
    if len(set(corners)) < 3:
        return ""
    path = "L".join(grid.at(*p) for p in corners)
    return f'<path class="area" d="M{path}Z" fill="{fill}" fill-opacity="{opacity}"/>'


def rising(m: Exact, b: Exact, dashed: bool = False, label: str = "", colour: int = 0) -> Straight:
    """The line y = mx + b."""
    return Straight(slope_line(m, b), dashed, label, colour)
