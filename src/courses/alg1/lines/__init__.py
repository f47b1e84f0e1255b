"""Unit: lines and their graphs."""
