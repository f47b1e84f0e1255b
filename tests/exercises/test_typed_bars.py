"""Typed absolute values: bars are read, compared exactly, and what they leave open is asked for again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import NOT_GRADABLE, RIGHT, WRONG, Equation, Expression, Inequality, Number, evaluate, parse
from exercises.exact import Fraction
from tests.exercises.effort import Effort
from tests.exercises.test_typed_answers import BETWEEN, INVERSE, mark


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        (Expression("x"), "|x|"),
        (Expression("10 - x"), "|x-10|"),
        (Expression("|2x - 3|"), "|x-1|+|x-2|"),
        (Expression("|x| + |y|", ("x", "y")), "|x|-|y|"),
        (Equation("y = |x|"), "y = x"),
        (Equation("y = |x|"), "y = -|x|"),
        (INVERSE, "f^-1(x) = 2x+3"),
    ],
)
def test_bars_count_on_every_stretch_of_the_numbers(answer, typed):
    assert mark(answer, typed) is WRONG


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        (Expression("x"), "|a|b|c|"),
        (Expression("|x| + |y|", ("x", "y")), "|x + y|"),
        (Expression("|x^2 - 2|"), "|2 - x^2|"),
        (Expression("|x|"), "√(x²)"),
        (Expression("x", form="simplified"), "|x"),
        (BETWEEN, "|x| < 3"),
        (Number(5), "|-5|"),
        (Inequality("y < x + 10", letters=("x", "y")), "y < |x + 10|"),
        (INVERSE, "x^-1 = (x-3)/2"),
        (INVERSE, "f^-1(x)"),
    ],
)
def test_what_bars_leave_open_is_asked_for_again(answer, typed):
    assert mark(answer, typed) is NOT_GRADABLE


def test_many_bars_are_judged_or_given_up_with_little_work():
    long = "+".join(f"{n}x^{n}" for n in range(1, 20))
    for text in (
        "+".join(f"|x-{n}|" for n in range(4)),
        "|" * 4 + "x" + "-1|" * 4,
        f"|({long})({long})|+|x|",
        "|x||y|" * 2,
    ):
        with Effort() as effort:
            Expression("|x - 1| + |x - 2| + 3", ("x", "y")).grade({"value": text})
        assert effort.is_small, (text, effort)


BAR = st.builds(
    "{}|{}x + {}| + {}".format, st.integers(1, 2), st.integers(-2, 2), st.integers(-4, 4), st.integers(-3, 3)
)
BARS = st.one_of(BAR, st.builds("{} - {}".format, BAR, BAR), st.builds("abs({})".format, BAR))


@given(BARS, BARS)
def test_expressions_with_bars_agree_exactly_when_they_have_the_same_values(a, b):
    first, second = parse(a), parse(b)
    tried = [Fraction(n, 8) for n in range(-72, 73)]
    same = all(evaluate(first, {"x": x}) == evaluate(second, {"x": x}) for x in tried)
    assert (mark(Expression(a), b) is RIGHT) == same
    assert mark(Expression(a), f"{a} + |x| - abs(-x)") is RIGHT
