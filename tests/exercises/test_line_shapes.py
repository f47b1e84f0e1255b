"""The forms in which an equation of a line may be asked for."""

import pytest

from exercises import Equation
from exercises.verdict import NOT_GRADABLE, RIGHT

SLOPED = Equation("y = -2/3x + 22/3", solved_for="y", shape="slope-intercept")


@pytest.mark.parametrize(
    "line", ["y = -2/3x + 22/3", "y = 22/3 - 2x/3", "-2/3 x + 7 1/3 = y", "y = (-2/3)x + (22/3)", "y = x*(-2/3) + 22/3"]
)
def test_slope_intercept_form_is_one_term_with_x_and_one_number_in_any_order(line):
    assert SLOPED.grade({"value": line}).mark is RIGHT


@pytest.mark.parametrize(
    "line", ["y = -2/3(x + 1) + 8", "y = (22 - 2x)/3", "y = -x + 1/3x + 22/3", "y = -2/3x + 8 - 2/3"]
)
def test_a_line_that_is_solved_but_not_in_slope_intercept_form_is_asked_for_again(line):
    verdict = SLOPED.grade({"value": line})
    assert verdict.mark is NOT_GRADABLE
    assert "one term with $x$" in verdict.message
