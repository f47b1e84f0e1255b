"""What is drawn on a grid: dots and straight pieces, and what all shapes share.

Each shape draws itself and says what it is. How much it says is the `Telling`: the points that can be read off
("points"), the same in steps of the grid ("steps", where reading the numbers is what is asked), or only what kind
of thing it is ("kind").
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from exercises.exact import Fraction
from exercises.figures.drawing import said
from exercises.figures.grid import HALO, Grid
from exercises.geometry import Point

Telling = Literal["points", "steps", "kind"]
TELLINGS: tuple[Telling, ...] = ("points", "steps", "kind")
INKS = tuple(f"var(--{name}, currentColor)" for name in ("spruce", "lake", "clay"))
PAPER = "var(--surface, #fff)"


def ink(number: int) -> str:
    """The colour of a shape: 0 spruce, 1 lake, 2 clay; ink where there are no colours."""
    return INKS[number]


def place(p: Point, grid: Grid, telling: Telling) -> str:
    """A point in words: its numbers, or the steps of the grid from where the axes cross."""
    if telling == "points":
        return f"({said(p[0])}, {said(p[1])})"
    across, up = (Fraction(v - o) / s for v, o, s in zip(p, grid.origin, (grid.x.step, grid.y.step), strict=True))
    ways = [steps(across, "to the right", "to the left"), steps(up, "up", "down")]
    return " and ".join(way for way in ways if way) or "the point where the axes cross"


def steps(count: Fraction, ahead: str, back: str) -> str:
    """ "3 steps up"; "" for none."""
    if not count:
        return ""
    return f"{said(abs(count))} {'step' if abs(count) == 1 else 'steps'} {ahead if count > 0 else back}"


def counted(places: Sequence[str]) -> str:
    """Two places told in steps, each in a sentence of its own: "3 steps up and 2 steps down" could be one or two."""
    return f"two points, counted from where the axes cross. First point: {places[0]}. Second point: {places[1]}."


def stroke(d: str, colour: int, dashed: bool = False, kind: str = "line") -> str:
    """A path of a line."""
    dashes = ' stroke-dasharray="7 6"' if dashed else ""
    return f'<path class="{kind}" d="{d}" fill="none" stroke="{ink(colour)}" stroke-width="2.6"{dashes}/>'


def label_at(grid: Grid, p: Point, text: str) -> str:
    """A label beside a point, to the left of it where the grid ends."""
    near_end = grid.across(p[0]) > grid.right - 24
    x, anchor = (grid.across(p[0]) - 8, "end") if near_end else (grid.across(p[0]) + 8, "start")
    y = grid.up(p[1]) - 8 if grid.up(p[1]) > grid.top + 14 else grid.up(p[1]) + 19
    return (
        f'<text class="label" x="{x:g}" y="{y:g}" text-anchor="{anchor}" font-weight="650" {HALO}>{escape(text)}</text>'
    )


@dataclass(frozen=True, slots=True)
class Dot:
    """A point, filled or open, perhaps with a name."""

    point: Point
    label: str = ""
    open: bool = False
    colour: int = 0

    def draw(self, grid: Grid) -> str:
        """A circle and its name. ValueError when it lies outside."""
        if not grid.holds(self.point):
            raise ValueError(f"{self.point} does not lie on the grid")
        x, y = grid.across(self.point[0]), grid.up(self.point[1])
        colour = ink(self.colour)
        kind, radius, fill = ("open", "4.5", PAPER) if self.open else ("dot", "5", colour)
        circle = (
            f'<circle class="{kind}" cx="{x:g}" cy="{y:g}" r="{radius}" fill="{fill}" stroke="{colour}"'
            ' stroke-width="2"/>'
        )
        return circle + (label_at(grid, self.point, self.label) if self.label else "")

    def say(self, grid: Grid, telling: Telling) -> str:
        """Where it stands."""
        named = f"Point {self.label}" if self.label else "An open dot" if self.open else "A dot"
        if telling == "kind":
            return f"{named} is marked."
        return f"{named} stands at {place(self.point, grid, telling)}."


@dataclass(frozen=True, slots=True)
class Stretch:
    """A straight piece from point to point, each end plain or with an open or a closed dot."""

    start: Point
    end: Point
    start_dot: Literal["", "open", "closed"] = ""
    end_dot: Literal["", "open", "closed"] = ""
    dashed: bool = False
    colour: int = 0

    def draw(self, grid: Grid) -> str:
        """The piece and its dots."""
        path = stroke(f"M{grid.at(*self.start)}L{grid.at(*self.end)}", self.colour, self.dashed, "stretch")
        return path + end_dots(grid, ((self.start, self.start_dot), (self.end, self.end_dot)), self.colour)

    def say(self, grid: Grid, telling: Telling) -> str:
        """From where to where, and which dots stand at the ends."""
        if telling == "kind":
            return "A straight piece."
        both = ((self.start, self.start_dot), (self.end, self.end_dot))
        ends = [f"{place(p, grid, telling)}{f' ({dot} dot)' if dot else ''}" for p, dot in both]
        if telling == "steps":
            return f"A straight piece joins {counted(ends)}"
        return f"A straight piece from {ends[0]} to {ends[1]}."


def end_dots(grid: Grid, ends: Iterable[tuple[Point, str]], colour: int) -> str:
    """The dots at ends that have one."""
    return "".join(Dot(p, open=dot == "open", colour=colour).draw(grid) for p, dot in ends if dot)
