"""Algebra 1, unit "Expressions and structure": one module a skill."""
