"""What the script of the pictures is told: the scale, and which fields each movable point stands for."""

import json

from exercises import BoxPlot, DataPlot, DrawnAnswer, Grid, NumberLine
from exercises.exact import Fraction
from exercises.figures import boxes, dots
from exercises.figures.number_line import AXIS, MARGIN, WIDTH
from exercises.geometry import Exact
from trailstone.web.practice.question.blanks import Group

Scale = dict[str, object]


def plot_data(answer: DrawnAnswer, groups: tuple[Group, ...]) -> str:
    """JSON for ``<x-plot data-plot>``. Nothing in it depends on what is right."""
    kind = str(answer.public()["plot"])
    return json.dumps({"kind": kind, **_scales(answer), "handles": _handles(answer, groups)})


def scale(lo: Exact, hi: Exact, step: Exact, start: float, end: float) -> Scale:
    """An axis from number to place; the step as a fraction, so that thirds stay thirds."""
    whole = Fraction(step)
    return {"lo": float(lo), "hi": float(hi), "step": [whole.numerator, whole.denominator], "at": [start, end]}


def _scales(answer: DrawnAnswer) -> dict[str, Scale | float]:
    match answer:
        case NumberLine():
            return {"x": scale(answer.axis.lo, answer.axis.hi, answer.step, MARGIN, WIDTH - MARGIN), "level": AXIS}
        case BoxPlot():
            level = boxes.TOP + 8 + boxes.HIGH / 2
            return {"x": scale(answer.axis.lo, answer.axis.hi, answer.step, boxes.LEFT, boxes.RIGHT), "level": level}
        case DataPlot(plot=plot):
            across = scale(0, len(plot.labels), 1, dots.LEFT, dots.RIGHT)
            up = scale(0, plot.most, 1, plot.bottom, dots.TOP)
            return {"x": across, "y": up, "dots": float(plot.style == "dots")}
    return _grid(answer.grid)


def _grid(grid: Grid) -> dict[str, Scale | float]:
    across, up = grid.snaps
    return {
        "x": scale(grid.x.lo, grid.x.hi, across, grid.left, grid.right),
        "y": scale(grid.y.lo, grid.y.hi, up, grid.bottom, grid.top),
    }


def _handles(answer: DrawnAnswer, groups: tuple[Group, ...]) -> list[dict[str, str]]:
    if isinstance(answer, DataPlot):
        return [{"label": blank.label, "y": blank.name} for blank in groups[0].blanks]
    if isinstance(answer, BoxPlot) or (isinstance(answer, NumberLine) and answer.points):
        return [{"label": blank.label, "x": blank.name} for blank in groups[0].blanks]
    if isinstance(answer, NumberLine):
        return [
            {"label": f"{group.legend}: {blank.label}", "x": blank.name}
            for group in groups for blank in group.blanks if blank.role in ("from", "to")
        ]  # fmt: skip
    placed = [group for group in groups if not any(blank.role for blank in group.blanks)]
    return [{"label": group.legend, "x": group.blanks[0].name, "y": group.blanks[1].name} for group in placed]
