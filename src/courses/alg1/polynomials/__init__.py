"""Polynomials and factoring: one module a skill, and what they share."""
