"""Sequences: arithmetic and geometric ones, their explicit and recursive rules, and stories."""
