"""Quadratic equations: by structure, by completing the square, by the formula, and in stories."""
