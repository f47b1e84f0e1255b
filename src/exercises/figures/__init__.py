"""Figures as SVG made from data, each with a text that says the same."""

from exercises.figures.figure import Figure

__all__ = ["Figure"]
