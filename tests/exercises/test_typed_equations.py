"""Typed equations that tell a story or are solved: what is right as a model, and where decimals are cut off."""

import pytest

from exercises import NOT_GRADABLE, RIGHT, WRONG, Equation
from tests.exercises.effort import Effort
from tests.exercises.test_typed_answers import mark


@pytest.mark.parametrize("solved", ["m = 6", "6 = m", "m=12/2"])
def test_a_model_that_is_solved_already_is_asked_for_again(solved):
    verdict = Equation("36 + 13m = 114", model=True).grade({"value": solved})
    assert verdict.mark is NOT_GRADABLE
    assert "tells the story" in verdict.message


@pytest.mark.parametrize("model", ["36 + 13m = 114", "13m = 114 - 36", "114 = 13m + 36"])
def test_a_model_that_is_not_solved_is_right_in_any_arrangement(model):
    assert Equation("36 + 13m = 114", model=True).grade({"value": model}).mark is RIGHT


THIRDS = Equation("y = -1/3x + 5/2", solved_for="y")


@pytest.mark.parametrize("cut", ["y = -0.33x + 2.5", "y=2.5-.333x", "-0.3333x + 5/2 = y"])
def test_a_decimal_for_a_third_in_a_solved_equation_is_asked_for_as_a_fraction(cut):
    verdict = THIRDS.grade({"value": cut})
    assert verdict.mark is NOT_GRADABLE
    assert "fractions" in verdict.message


@pytest.mark.parametrize("other", ["y=-0.3x+2.5", "y=-33/100x+5/2", "y=-0.33x+2.51", "y=0.33x+2.5", "y=-0.33x-2.5"])
def test_a_decimal_that_is_no_beginning_of_a_third_is_wrong(other):
    assert mark(THIRDS, other) is WRONG


AGE = Equation("x + 18 = 2(x + 3)", model=True)


@pytest.mark.parametrize(
    "model", ["(x+18)/(x+3) = 2", "2 = (x+18) : (x+3)", "(x+3)/(x+18) = 1/2", "1/(x+3) = 2/(x+18)"]
)
def test_a_model_may_have_its_letter_in_a_denominator(model):
    assert mark(AGE, model) is RIGHT


@pytest.mark.parametrize("model", ["(x+15)/(x+3) = 2", "(x+3)/(x+18) = 2", "x(x+18)/(x+3) = 2", "2/(x-x) = 3"])
def test_a_model_with_a_denominator_that_tells_something_else_is_not_right(model):
    assert mark(AGE, model) is not RIGHT


def test_a_model_full_of_fractions_is_judged_in_time():
    for term in ("1/(x+{})^12", "1/(x+{})", "1/(x^3+x+{})^2"):
        text = "+".join(term.format(n) for n in range(1, 15)) + " = 3"
        with Effort() as effort:
            assert mark(AGE, text) is WRONG
        assert effort.is_small, (text, effort)
