"""Unit: forms of linear equations."""
