"""Unit: inequalities in two variables."""
