"""Shapes on a grid, as one figure."""

from collections.abc import Sequence
from html import escape
from typing import Protocol

from exercises.figures.drawing import INK
from exercises.figures.figure import Figure
from exercises.figures.grid import Grid, frame
from exercises.figures.marks import TELLINGS, Telling, ink
from exercises.figures.straight import Shade, area
from exercises.geometry import clipped


class Shape(Protocol):
    """Anything that can be drawn on a grid and said."""

    def draw(self, grid: Grid) -> str:
        """Its SVG."""
        ...

    def say(self, grid: Grid, telling: Telling) -> str:
        """One sentence."""
        ...


def plot(grid: Grid, *shapes: Shape, describe: Telling | str = "points", backdrop: Sequence[Shape] = ()) -> Figure:
    """Draw shapes on a grid, the first at the bottom; what several half-planes share is darker.

    `describe` says how the description tells them: "points" (the default: what can be read off), "steps" (as
    steps of the grid, where reading the numbers is asked), "kind" (only what is there); any other text stands in
    place of the sentences. `backdrop` is drawn and told first, apart from the rest. ValueError when a shape does not
    lie on the grid.
    """
    drawn = "".join([overlap(grid, shapes), *(shape.draw(grid) for shape in shapes)])
    behind = "".join(shape.draw(grid) for shape in backdrop)
    width, height = grid.size
    below, above = frame(grid)
    words = f"{grid.say()} {told(grid, (*backdrop, *shapes), describe)}".strip()
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 {width} {height}" role="img"'
        f' aria-label="{escape(words)}"><g fill="{INK}" font-size="14">{below}'
        f'<g class="backdrop">{behind}</g><g class="drawn">{drawn}</g>{above}</g></svg>'
    )
    return Figure(svg, words)


def told(grid: Grid, shapes: Sequence[Shape], describe: Telling | str) -> str:
    """The shapes in words."""
    telling = next((one for one in TELLINGS if one == describe), None)
    if telling is None:
        return describe
    return " ".join(shape.say(grid, telling) for shape in shapes) or "Nothing is drawn on it."


def overlap(grid: Grid, shapes: Sequence[Shape]) -> str:
    """The region that all of several half-planes share."""
    halves = [shape.half for shape in shapes if isinstance(shape, Shade)]
    if len(halves) < 2:
        return ""
    corners = grid.corners
    for half in halves:
        corners = clipped(corners, half)
    return area(grid, corners, ink(0), "0.35")
