"""Unit: systems of two linear equations."""
