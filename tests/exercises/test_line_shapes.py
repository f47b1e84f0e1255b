"""The forms in which an equation of a line may be asked for."""

import pytest

from exercises import Equation
from exercises.verdict import NOT_GRADABLE, RIGHT, WRONG

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


@pytest.mark.parametrize(
    ("shape", "text", "mark"),
    [
        ("point-slope", "y - 3 = 2(x - 1)", RIGHT),
        ("point-slope", "2(x-1) = y-3", RIGHT),
        ("point-slope", "y - 5 = 2(x - 2)", RIGHT),
        ("point-slope", "y = 2x + 1", NOT_GRADABLE),
        ("point-slope", "y - 3 = 2x - 2", NOT_GRADABLE),
        ("point-slope", "y - 3 = -2(x - 1)", WRONG),
        ("standard", "2x - y = -1", RIGHT),
        ("standard", "-1 = 2x - y", RIGHT),
        ("standard", "4x - 2y = -2", RIGHT),
        ("standard", "y = 2x + 1", NOT_GRADABLE),
        ("standard", "x - y/2 = -1/2", NOT_GRADABLE),
        ("standard", "2x + y = -1", WRONG),
    ],
)
def test_a_line_may_be_asked_for_in_a_form(shape, text, mark):
    assert Equation("y - 3 = 2(x - 1)", shape=shape).grade({"value": text}).mark is mark
