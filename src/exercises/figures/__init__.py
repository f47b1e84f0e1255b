"""Figures as SVG made from data, each with a text that says the same.

A grid and shapes make a graph; the rest of the figures are functions of their data:

    grid = Grid(Axis("x", -6, 6), Axis("y", -6, 6))
    plot(grid, rising(2, -1), Dot((1, 1), "A"))                        # the line y = 2x - 1 and a named point
    plot(grid, parabola(1, 2, -3), Straight((1, 0, 2), dashed=True))   # a parabola and its axis x = 2
    plot(grid, Shade(below(1, 2, strict=True)), Shade(above(-1, 0)))   # two half-planes, what they share is darker
    plot(grid, Stretch((-6, 2), (1, 2), end_dot="open"), Stretch((1, -1), (6, 4), start_dot="closed"))  # in pieces
    week = Grid(Axis("Day", 0, 7), Axis("Height in cm", 0, 40, 5))
    plot(week, *map(Dot, measured), rising(Fraction(9, 2), 4))         # a scatter plot with a line fitted to it

`describe="steps"` tells places as steps of the grid (where reading the numbers is what is asked), `describe="kind"`
only what there is to see, any other text stands in place of the sentences. `absolute`, `exponential` and `Curve`
draw other functions, `dot_plot`, `histogram`, `box_plot`, `area_model`, `two_way_table` other displays. A drawn
answer takes the same grid: `Line(slope_line(2, -1), grid)`, `Points(((1, 1),), grid)`, `Region(below(1, 2), grid)`.
"""

from exercises.figures.bars import bar_chart
from exercises.figures.boxes import box_plot
from exercises.figures.curves import Curve, absolute, exponential, parabola
from exercises.figures.dots import Frequency, dot_plot, histogram
from exercises.figures.drawing import Axis
from exercises.figures.figure import Figure
from exercises.figures.graph import line_graph
from exercises.figures.grid import Grid
from exercises.figures.marks import Dot, Stretch
from exercises.figures.number_line import Span, number_line
from exercises.figures.plot import Shape, plot
from exercises.figures.rectangles import area_model, two_way_table
from exercises.figures.straight import Shade, Straight, rising

__all__ = [
    "Axis",
    "Curve",
    "Dot",
    "Figure",
    "Frequency",
    "Grid",
    "Shade",
    "Shape",
    "Span",
    "Straight",
    "Stretch",
    "absolute",
    "area_model",
    "bar_chart",
    "box_plot",
    "dot_plot",
    "exponential",
    "histogram",
    "line_graph",
    "number_line",
    "parabola",
    "plot",
    "rising",
    "two_way_table",
]
