"""Sets whose numbers have square roots: compared exactly, asked for in simplest form."""

from math import isclose, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises import NOT_GRADABLE, RIGHT, WRONG, NumberSet, Surd, root_of
from exercises.answers.surds import add, inverse, mul, surd
from exercises.exact import Fraction
from tests.exercises.effort import Effort

HALF = Fraction(1, 2)
ONE_AND_ROOT = NumberSet({root_of(2, 1, 1), root_of(2, -1, 1)})
OVER_TWO = NumberSet({root_of(5, HALF, 3 * HALF), root_of(5, -HALF, 3 * HALF)})
PLAIN_ROOTS = NumberSet({root_of(12), root_of(12, -1)})

RIGHT_ONES = [
    (ONE_AND_ROOT, ["1 ± sqrt(2)", "1+√2, 1-√2", "x = 1 ± √2", "x=1+sqrt2 or x=1-sqrt2", "1 +- sqrt 2", "1 +/- √2",
                    "x_1 = 1+sqrt(2), x_2=1-sqrt(2)", "x₁ = 1+√2; x₂ = 1−√2", r"x=1\pm\sqrt{2}", "√2+1; -√2+1",
                    r"\left\{1-\sqrt2,1+\sqrt2\right\}", "{1+sqrt(2), 1-sqrt(2)}"]),
    (OVER_TWO, ["(3±sqrt 5)/2", "3/2 ± sqrt(5)/2", "3/2 + 1/2 sqrt(5), 3/2 - 1/2 sqrt(5)", r"\frac{3\pm\sqrt5}{2}",
                "1.5 ± 0.5sqrt(5)", "(-3±√5)/-2"]),
    (PLAIN_ROOTS, ["±2√3", "2√3, -2√3", "2*sqrt(3) and -2sqrt(3)", "x = -2√3 or x = 2√3"]),
]  # fmt: skip
UNFINISHED = [
    (ONE_AND_ROOT, ["(2±sqrt(8))/2", "(2±2sqrt(2))/2", "1±sqrt(8)/2", "1±2/sqrt(2)", "2.41, -0.41", "1 ± 4√2/4"]),
    (OVER_TWO, ["(6±2√5)/4", "2.618, 0.382", "3/2 ± √20/4", "1 + 1/2 ± √5/2"]),
    (PLAIN_ROOTS, ["±√12", "±3.46", "±√3√4", "√3+√3, -2√3"]),
]
CUT_OFF = [
    (NumberSet({Fraction(5, 3), -1}), ["1.67, -1", "-1, 1.66", "x = 1.667 or x = -1"], "as a fraction"),
    (OVER_TWO, ["2.618, 0.382"], "with a root"),
]
IN_BRACKETS = ["(7/2, -5)", "(-5; 3.5)", "( -5, 7/2 )"]
WRONG_ONES = [
    (ONE_AND_ROOT, ["1-sqrt(2)", "no solution", "1 ± √3", "3, -1", "-1 ± √2", "√(1+2)"]),
    (OVER_TWO, ["3±√5/2", "3 ± √5", "(-3±√5)/2"]),
    (PLAIN_ROOTS, ["2√3", "±√6", "±4"]),
]


def cases(table):
    return [(answer, text) for answer, texts in table for text in texts]


@pytest.mark.parametrize(("answer", "text"), cases(RIGHT_ONES))
def test_every_usual_way_to_type_roots_is_right(answer, text):
    assert answer.grade({"value": text}).mark is RIGHT


@pytest.mark.parametrize(("answer", "text"), cases(UNFINISHED))
def test_right_numbers_that_are_not_simplified_are_asked_for_again(answer, text):
    verdict = answer.grade({"value": text})
    assert verdict.mark is NOT_GRADABLE
    assert verdict.message.endswith(".")


@pytest.mark.parametrize(
    ("answer", "text", "says"), [(answer, text, says) for answer, texts, says in CUT_OFF for text in texts]
)
def test_a_decimal_cut_off_from_a_right_number_is_asked_for_exactly(answer, text, says):
    verdict = answer.grade({"value": text})
    assert verdict.mark is NOT_GRADABLE
    assert says in verdict.message


@pytest.mark.parametrize("text", IN_BRACKETS)
def test_brackets_around_all_numbers_are_asked_to_be_left_out(text):
    verdict = NumberSet({Fraction(7, 2), -5}).grade({"value": text})
    assert verdict.mark is NOT_GRADABLE
    assert "brackets around the numbers" in verdict.message


def test_a_decimal_that_is_not_near_a_right_number_is_wrong():
    for text in ("1.7, -1", "1.67, -2", "1.5, -1"):
        assert NumberSet({Fraction(5, 3), -1}).grade({"value": text}).mark is WRONG


@pytest.mark.parametrize(("answer", "text"), cases(WRONG_ONES))
def test_other_numbers_are_wrong(answer, text):
    assert answer.grade({"value": text}).mark is WRONG


@pytest.mark.parametrize("text", ["sqrt(-2)", "sqrt(x)", "sqrt(2", "√", "1 ± ", "sqrt(99999999)", "1/(√2-√2)", "√(√2)"])
def test_roots_that_cannot_be_read_cost_nothing(text):
    verdict = ONE_AND_ROOT.grade({"value": text})
    assert verdict.mark is NOT_GRADABLE
    assert verdict.message


@pytest.mark.parametrize("text", ["+".join(f"√{n}" for n in range(2, 40)), "1/(√2+√3+√5+√7)^20", "(√999983)^20"])
def test_many_roots_take_little_work(text):
    with Effort() as effort:
        ONE_AND_ROOT.grade({"value": text})
    assert effort.is_small, effort


@pytest.mark.parametrize("answer", [ONE_AND_ROOT, OVER_TWO, PLAIN_ROOTS])
def test_every_example_of_a_set_with_roots_is_right(answer):
    assert [response for response in answer.examples() if answer.grade(response).mark is not RIGHT] == []


def test_sets_with_roots_are_shown_from_small_to_large():
    assert OVER_TWO.show() == r"$\frac{3 - \sqrt{5}}{2}, \frac{3 + \sqrt{5}}{2}$"
    assert PLAIN_ROOTS.show() == r"$-2\sqrt{3}, 2\sqrt{3}$"


SMALL = st.fractions(min_value=-9, max_value=9, max_denominator=6)
ROOTED = st.builds(lambda n, a, b: surd(root_of(n, a, b)), st.integers(1, 60), SMALL, SMALL)


@settings(max_examples=60)
@given(ROOTED, ROOTED)
def test_sums_products_and_inverses_agree_with_floating_numbers(a, b):
    assert isclose(float(add(a, b)), float(a) + float(b), abs_tol=1e-6)
    assert isclose(float(mul(a, b)), float(a) * float(b), abs_tol=1e-6)
    if a.parts:
        assert mul(a, inverse(a)) == surd(1)


@settings(max_examples=100)
@given(st.integers(1, 2000), SMALL, SMALL)
def test_a_root_is_a_fraction_exactly_when_the_square_is_one(n, times, plus):
    value = root_of(n, times, plus)
    assert isclose(float(value), sqrt(n) * float(times) + float(plus), abs_tol=1e-6)
    assert isinstance(value, Surd) == (times != 0 and int(sqrt(n)) ** 2 != n)
