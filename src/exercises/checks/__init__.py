"""Everything that must hold for every instance of every template."""

from exercises.checks.run import SPREAD, Problem, check_template

__all__ = ["SPREAD", "Problem", "check_template"]
