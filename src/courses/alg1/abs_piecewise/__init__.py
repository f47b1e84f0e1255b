"""Unit: absolute value and piecewise functions."""
