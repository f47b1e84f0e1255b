"""Describing data: one variable, and two variables together."""
