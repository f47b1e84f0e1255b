"""Exponents, radicals and irrational numbers: one module a skill, and what they share."""
