"""Linear equations in one variable: solving, special cases, letters for constants, stories."""
