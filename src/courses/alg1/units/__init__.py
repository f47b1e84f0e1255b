"""Algebra 1, unit "Units and precision": one module a skill."""
