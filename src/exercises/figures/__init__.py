"""Figures as SVG made from data, each with a text that says the same."""

from exercises.figures.bars import bar_chart
from exercises.figures.drawing import Axis
from exercises.figures.figure import Figure
from exercises.figures.graph import line_graph
from exercises.figures.number_line import Span, number_line

__all__ = ["Axis", "Figure", "Span", "bar_chart", "line_graph", "number_line"]
