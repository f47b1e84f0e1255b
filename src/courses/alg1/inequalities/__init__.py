"""Linear inequalities in one variable: one module a skill, and what they share."""
