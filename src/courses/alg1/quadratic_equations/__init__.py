"""Unit: Quadratic equations."""
