"""Charts whose scale is the point: any numbers at the lines of the grid, any beginning, two side by side."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from exercises.exact import Fraction
from exercises.figures.figure import Figure

PANEL, HEIGHT = 330, 250
LEFT, RIGHT, TOP, BOTTOM = 58, 12, 34, 214


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart. `labels` are the texts at the lines of the grid from the bottom up ("" for a line without one).

    `heights` are counted in lines of the grid from the bottom one; `names` stand under the bars or points.
    """

    title: str
    labels: tuple[str, ...]
    names: tuple[str, ...]
    heights: tuple[Fraction, ...]
    line: bool = False

    def y(self, height: Fraction | int) -> float:
        """The place of a height from the top, in the picture's units."""
        return round(BOTTOM - float(height) * (BOTTOM - TOP) / (len(self.labels) - 1), 1)

    def x(self, index: int) -> float:
        """The middle of a bar's or point's column."""
        return round(LEFT + (index + 0.5) * (PANEL - LEFT - RIGHT) / len(self.names), 1)


def charts(*panels: Panel) -> Figure:
    """Draw one panel, or several side by side. ValueError when a height lies outside its grid."""
    if any(not 0 <= height <= len(panel.labels) - 1 for panel in panels for height in panel.heights):
        raise ValueError("a height lies outside its grid")
    description = " ".join(_describe(panel) for panel in panels)
    drawn = "".join(
        f'<g transform="translate({index * PANEL} 0)">{_draw(panel)}</g>' for index, panel in enumerate(panels)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {PANEL * len(panels)} {HEIGHT}" role="img"'
        f' aria-label="{escape(description)}" font-size="14" fill="currentColor">{drawn}</svg>'
    )
    return Figure(svg, description)


def _draw(panel: Panel) -> str:
    grid = "".join(_grid_line(panel, index) for index in range(len(panel.labels)))
    names = "".join(
        f'<text x="{panel.x(index)}" y="{BOTTOM + 20}" text-anchor="middle">{escape(name)}</text>'
        for index, name in enumerate(panel.names)
    )
    title = f'<text x="4" y="16" font-weight="600">{escape(panel.title)}</text>'
    return f"{title}{grid}{_curve(panel) if panel.line else _bars(panel)}{names}"


def _grid_line(panel: Panel, index: int) -> str:
    y, label = panel.y(index), panel.labels[index]
    strong = bool(label) or index == 0
    stroke = 'stroke="var(--edge, currentColor)"' if strong else 'stroke="var(--line, currentColor)" opacity=".9"'
    line = f'<path class="grid" d="M{LEFT - (5 if label else 0)} {y}H{PANEL - RIGHT}" {stroke}/>'
    text = f'<text class="tick" x="{LEFT - 9}" y="{y + 5:g}" text-anchor="end">{escape(label)}</text>' if label else ""
    return line + text


def _bars(panel: Panel) -> str:
    width = round(0.5 * (PANEL - LEFT - RIGHT) / len(panel.names), 1)
    return "".join(
        f'<rect class="bar" x="{panel.x(index) - width / 2:g}" y="{panel.y(height):g}" width="{width:g}"'
        f' height="{BOTTOM - panel.y(height):g}" fill="var(--lake, currentColor)" fill-opacity=".8"/>'
        for index, height in enumerate(panel.heights)
    )


def _curve(panel: Panel) -> str:
    points = [(panel.x(index), panel.y(height)) for index, height in enumerate(panel.heights)]
    path = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
    dots = "".join(
        f'<circle class="dot" cx="{x:g}" cy="{y:g}" r="4.5" fill="var(--lake, currentColor)"/>' for x, y in points
    )
    return f'<path class="curve" d="{path}" fill="none" stroke="var(--lake, currentColor)" stroke-width="2.5"/>{dots}'


def _describe(panel: Panel) -> str:
    kind = "Line graph" if panel.line else "Bar chart"
    return f"{kind}: {panel.title}. {describe_axis(panel.labels)} {describe_heights(panel)}"


def describe_axis(labels: Sequence[str]) -> str:
    """The upright axis in words: its numbers, and how many steps of the grid lie between them."""
    named = [(index, label) for index, label in enumerate(labels) if label]
    gaps = {upper - lower for (lower, _), (upper, _) in itertools.pairwise(named)}
    steps = " or ".join(str(gap) for gap in sorted(gaps))
    numbers = ", ".join(label for _, label in named)
    words = "1 step" if steps == "1" else f"{steps} steps"
    return f"The upright axis shows {numbers}, with {words} of the grid from one to the next."


def describe_heights(panel: Panel) -> str:
    """Where each bar or point ends, in steps of the grid above the nearest number below."""
    said = []
    for name, height in zip(panel.names, panel.heights, strict=True):
        below = max(index for index, label in enumerate(panel.labels) if label and index <= height)
        above = height - below
        steps = f"{float(above):g} {'step' if above == 1 else 'steps'} above" if above else "at"
        said.append(f"{name} ends {steps} {panel.labels[below]}")
    return "; ".join(said) + "."
