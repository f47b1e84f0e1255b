"""Typed answers of every kind: right in every usual form, wrong, and what costs nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises import (
    NOT_GRADABLE,
    RIGHT,
    WRONG,
    Equation,
    Expression,
    FractionAnswer,
    Inequality,
    Number,
    NumberSet,
    Pair,
)
from exercises.exact import Fraction
from tests.exercises.test_parser import HOSTILE, TYPED

QUARTERS = Number(Fraction(3, 4))
SPEED = Number(12, unit="km/h")
THIRDS = FractionAnswer(Fraction(2, 3))
SIMPLE = Expression("2x + 3", form="simplified")
FACTORS = Expression("2(x-1)(x+3)", form="factored")
LINE = Equation("y = x/2 + 1")
SLOPE = Equation("y = -2x + 4", solved_for="y")
BELOW = Inequality("x < 3")
BETWEEN = Inequality("-2 < x <= 5")
OUTSIDE = Inequality("x < 1 or x > 4")
POINT = Pair((2, -1))
GROUPED = Expression("2(a+2)(b+3)", ("a", "b"), form="factored")
FALLING = Expression("x^3 - 2x + 1", form="standard")
TURNING = Expression("-2(x - 3)^2 + 5", form="vertex")
AT_ZERO = Expression("x^2/2 - 1", form="vertex")
TRIPLING = Expression("5*9^t", ("t",), form="exponential")
ROOT = Expression("2sqrt(3)", (), form="radical")
ROOT_X = Expression("2x*sqrt(3x)", form="radical")
BELOW_BAR = Expression("3/x^4", form="positive")
POWER = Expression("2^8", (), form="power")
THIRD = Expression("5x^(2/3)", form="exponents")
ROOTS = NumberSet({-3, 5})
EVERY = [QUARTERS, SPEED, THIRDS, SIMPLE, FACTORS, LINE, SLOPE, BELOW, BETWEEN, OUTSIDE, POINT, ROOTS,
         GROUPED, FALLING, TURNING, AT_ZERO, TRIPLING, ROOT, ROOT_X, BELOW_BAR, POWER, THIRD,
         Number(-7), Number(1250), Number(Fraction(-7, 3)), Number(Fraction(5, 2), unit="$"), Number(50, unit="%"),
         Inequality("no solution"), Inequality("all real numbers"), Inequality("n >= -3/4", "n"),
         Expression("(a-b)/c", ("a", "b", "c")), NumberSet(frozenset()), NumberSet({Fraction(1, 2)})]  # fmt: skip


def mark(answer, text):
    return answer.grade({"value": text}).mark


@pytest.mark.parametrize("answer", EVERY, ids=lambda answer: type(answer).__name__)
def test_every_usual_form_is_right(answer):
    assert [r for r in answer.examples() if answer.grade(r).mark is not RIGHT] == []


INVERSE = Expression("(x - 3)/2")
RIGHT_ONES = [
    (QUARTERS, ["3/4", "0.75", ".75", "0,75", "¾", r"\frac{3}{4}", r"\frac34", "(3/4)", "x = 3/4", "3 / 4", "3:4"]),
    (SPEED, ["12", "12 km/h", "12km/h", "12 kilometres per hour", "12 KM/H", r"12 \text{ km/h}", "12.0"]),
    (Number(Fraction(3, 2)), ["1 1/2", "1½", "3/2", "1.5"]),
    (Number(16, unit="years"), ["16 yrs", "16 y", "16 years old", "16 years.", "= 16"]),
    (Number(3800, unit="kg/m³"), ["3800 kg/m3", "3800 kg per m3", "3800 kg/m³."]),
    (Number(9, unit="cm^2"), ["9 cm2", "9 cm²", "9 cm^2", "9 square centimetres", "9 sq cm"]),
    (Number(5, unit="$"), ["$5", "5 dollars", r"\$5", "5.00"]),
    (Number(Fraction(22, 7), tolerance=Fraction(1, 100)), ["3.14", "3.15", "22/7"]),
    (Number(Fraction(3, 4), simplified=False), ["6/8", "3/4"]),
    (SIMPLE, ["2x+3", "3+2x", "3 + 2·x", "2X+3", "x·2+3", "y = 2x+3", "= 2x+3", "3+2x.", "f(x) = 2x+3",
              "a_x = 2x+3", "a_{n} = 2x+3"]),
    (FACTORS, ["2(x-1)(x+3)", "(x+3)*2*(x-1)", "-2(1-x)(x+3)", "2(x+3)(x-1)"]),
    (GROUPED, ["2(b+3)(a+2)"]),
    (FALLING, ["x^3-2x+1"]),
    (TURNING, ["5 - 2(x-3)^2", "y = -2(x-3)²+5", "-2(3 - x)^2 + 5", "f(x) = 5+(x-3)^2*(-2)"]),
    (AT_ZERO, ["1/2x^2 - 1", "0.5x^2-1", "-1 + x^2/2", "(x+0)^2/2 - 1"]),
    (TRIPLING, ["9^t*5", "5·9^{t}", "y = 5(9^t)", "5(9)^t"]),
    (ROOT, ["2√3", "√3*2", r"2\sqrt3", "2sqrt3"]),
    (Expression("2|x - 3| + 1"), ["1+2|3-x|", r"2\left|x-3\right|+1", "abs(2x-6)+1", "2·abs(3 − x) + 1"]),
    (Expression("2|x - 3| + 1"), ["f(x) = |6-2x|+1", "|2x-6|-(-1)", "2||x-3||+1"]),
    (Expression("||x| - 2|"), ["|2-|x||", "abs(abs(x)-2)", r"\left|\left|x\right|-2\right|", "||-x|-2|"]),
    (Expression("|a||b|", ("a", "b")), ["|ab|", "|a|*|b|", "abs(b)abs(a)", r"\lvert ab\rvert"]),
    (Expression("x*sqrt(2)", form="any-positive"), ["|x|√2"]),
    (INVERSE, ["f^-1(x) = (x-3)/2", "f^{-1}(x)=(x-3)/2", "f⁻¹(x) = (x − 3)/2", r"f^{-1}\left(x\right)=\frac{x-3}{2}",
               "F^(-1)(x) = 0.5(x-3)", "f^-1 = (x-3)/2", "y = (x-3)/2"]),
    (Equation("y = |x - 1|"), ["|1-x| = y", "2y = |2x-2|", "y - abs(x-1) = 0"]),
    (ROOT_X, ["2x√(3x)", "√(3x)*2x"]),
    (BELOW_BAR, ["3/x^4", "3/x⁴", r"\frac{3}{x^4}", "1/x^4*3"]),
    (Expression("k*sqrt(2k)/5", ("k",), form="radical"), ["k/5 √(2k)", "1/5 k√(2k)", "√(2k)*k/5"]),
    (Expression("s^7/(2r^4)", ("r", "s"), form="positive"), ["s^7/(2r^4)", "1/2 s^7/r^4", "s^7*1/(2r^4)"]),
    (POWER, ["2^8", "2⁸", "(2)^8"]),
    (THIRD, ["5x^(2/3)", r"5x^{\frac{2}{3}}", "x^(2/3)*5"]),
    (LINE, ["2(y-1)=x", "x - 2y + 2 = 0", "y=0.5x+1", "x/2 + 1 = y", "-y = -x/2 - 1"]),
    (Equation("x^2 + y^2 = 25"), ["25 = x²+y²", "2x^2+2y^2=50"]),
    (Equation("c = 12h + 19"), ["c(h) = 12h + 19", "C(h)=12h+19", r"c\left(h\right)=19+12h"]),
    (SLOPE, ["y=4-2x", "4-2x=y", "y = -2(x-2)", "Y=4-2X"]),
    (Inequality("x <= -2"), ["x < = -2", "x =< -2", "x ≤ −2."]),
    (BELOW, ["x<3", "3>x", "X < 3", "x < 3.0", "x<3 and x<5", "x<1 or x<3", r"x\lt3"]),
    (BETWEEN, ["-2<x≤5", "5>=x>-2", "x>-2 and x<=5", "x<=5 and -2<x", r"-2<x\leq5"]),
    (OUTSIDE, ["x>4 or x<1", "1>x or 4<x", r"x<1\text{ or }x>4"]),
    (Inequality("x ≠ 3"), ["x<3 or x>3", "x != 3"]),
    (Inequality("no solution"), ["No solution.", "none", "∅", "x<1 and x>2", "5<x<2", r"\emptyset"]),
    (Inequality("all real numbers"), ["all reals", "All real numbers", "ℝ", "x<3 or x>=3", "any number"]),
    (POINT, ["(2,-1).", "x = 2 and y = -1"]),
    (POINT, ["(2,-1)", "2, -1", "(2; −1)", "x=2, y=-1", "y=-1, x=2", r"\left(2,-1\right)", "(2.0, -1)"]),
    (ROOTS, ["-3, 5", "5,-3", "{5, -3}", "x=-3 or x=5", "5 and -3", "-3, 5, 5", r"\left\{-3,5\right\}"]),
    (NumberSet({-3, 3}), ["±3", "x = ±3"]),
    (NumberSet(frozenset()), ["no solution", "No solutions", "none"]),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "texts"), RIGHT_ONES, ids=[repr(a) for a, _ in RIGHT_ONES])
def test_the_same_answer_in_another_form_is_right(answer, texts):
    assert {text: mark(answer, text) for text in texts} == dict.fromkeys(texts, RIGHT)


WRONG_ONES = [
    (QUARTERS, ["4/3", "-3/4", "0.7", "7.5", "3", "1 3/4"]),
    (SPEED, ["13", "12.1", "-12", "120 km/h"]),
    (THIRDS, ["3/2", "0.6", "2", "-2/3"]),
    (SIMPLE, ["2x", "2x-3", "5x", "2(x+3)"]),
    (LINE, ["y=x/2", "y = 2x+1", "0=0", "x=2"]),
    (SLOPE, ["y=2x+4", "y=4"]),
    (ROOT, ["3√2", "3.6", "12"]),
    (ROOT_X, ["-2x√(3x)", "2√(3x)"]),
    (THIRD, ["5x^(3/2)", "5x"]),
    (BELOW, ["x<=3", "x>3", "x=3", "x≠3", "no solution", "all real numbers", "x<-3", "x<3 and x<2"]),
    (BETWEEN, ["-2<x<5", "-2<=x<=5", "x<=5", "x>-2 or x<=5"]),
    (OUTSIDE, ["1<x<4", "x<1 and x>4", "x<1"]),
    (POINT, ["(-1, 2)", "(2, 1)", "(-2,-1)"]),
    (ROOTS, ["-3", "3, -5", "-3, 5, 0", "no solution"]),
]


@pytest.mark.parametrize(("answer", "texts"), WRONG_ONES, ids=[repr(a) for a, _ in WRONG_ONES])
def test_another_value_is_wrong(answer, texts):
    assert {text: mark(answer, text) for text in texts} == dict.fromkeys(texts, WRONG)


ASK_AGAIN = [
    (QUARTERS, "", "Type a number, for example 7 or 3/4."),
    (QUARTERS, "abc", "Type a number, for example 7 or 3/4."),
    (QUARTERS, "6/8", "Write it in lowest terms."),
    (Number(-12), "-24/2", "Write it in lowest terms."),
    (SPEED, "12 or 13", "Type one number only."),
    (QUARTERS, "1/2+1/4", "Work it out first, then type the one number that you get."),
    (QUARTERS, "3/0", "There is a division by 0, and that has no value."),
    (QUARTERS, "3/4 km", "Type the number only, without 'km'."),
    (QUARTERS, "(3/4", "There is a bracket that is never closed."),
    (SPEED, "12 m/s", "Give your answer in km/h."),
    (SPEED, "12 km", "Give your answer in km/h."),
    (THIRDS, "0.67", "A decimal cannot show this exactly. Write it as a fraction or whole number."),
    (THIRDS, "0.666", "A decimal cannot show this exactly. Write it as a fraction or whole number."),
    (SIMPLE, "2x+1+2",
     "This has the right value. Now simplify: no brackets, like terms added, fractions in lowest terms."),
    (SIMPLE, "y", "Use only the letter $x$."),
    (SIMPLE, "x=2", "Type an expression only, without = or < signs."),
    (SIMPLE, "x/0", "There is a division by 0, and that has no value."),
    (Expression("x^2-1", form="expanded"), "(x-1)(x+1)",
     "This has the right value. Now multiply out all the brackets and work out the products."),
    (FACTORS, "2x^2+4x-6", "This has the right value. Now write it as a product of factors."),
    (FACTORS, "(2x-2)(x+3)", "This has the right value. One of the factors can still be factored."),
    (FACTORS, "4(x/2-1/2)(x+3)", "This has the right value. Now write it with whole numbers only, in every factor."),
    (GROUPED, "2(ab+3a+2b+6)", "This has the right value. One of the factors can still be factored."),
    (FALLING, "1-2x+x^3",
     "This has the right value. Now put the terms in order, from the highest power to the lowest."),
    *((TURNING, text, "This has the right value. Now write it in vertex form: a number times the square of a bracket, "
       "plus a number.") for text in ("-2x^2+12x-13", "-2(x-3)(x-3)+5", "-2(x-3)^2+7-2", "-2((x-3)^2-5/2)",
                                      "-2(x-2-1)^2+5", "-1/2(2x-6)^2+5")),
    *((TRIPLING, text, "This has the right value. Now write it as one power, times a number if there is one, with the "
       "base that is asked for.") for text in ("5*3^(2t)", "5*(3^2)^t", "5*9*9^(t-1)", "4*9^t+9^t")),
    (ROOT, "sqrt(12)", "This has the right value. Now simplify: nothing left under a root that can be taken out, "
     "like roots added, no root below a bar."),
    (ROOT, "3.46", "Leave the root in your answer: a decimal cannot show it exactly."),
    (ROOT, "2*3^(1/2)", "This has the right value. Now write it with root signs instead of exponents that are "
     "fractions."),
    (Expression("s^7/(2r^4)", ("r", "s"), form="positive"), "s^7/2r^4",
     "Put all that stands below the bar in brackets, for example 1/(2x)."),
    (Expression("s^7/(2r^4)", ("r", "s"), form="positive"), "s⁷/2r⁴",
     "Put all that stands below the bar in brackets, for example 1/(2x)."),
    (Expression("1/(xy)", ("x", "y")), "1/x*y", "Put all that stands below the bar in brackets, for example 1/(2x)."),
    (Expression("3*sqrt(6*a*b)", ("a", "b"), form="radical"), "3√6ab",
     "Put all that stands under the root in brackets, for example √(2x)."),
    (Expression("3*sqrt(6*a*b)", ("a", "b"), form="radical"), "3 sqrt 6 a b",
     "Put all that stands under the root in brackets, for example √(2x)."),
    (BELOW_BAR, "3x^-4", "This has the right value. Now write it with positive exponents only."),
    (ROOT, "1/0", "There is a division by 0 or the root of a negative number, and that has no value here."),
    (ROOT_X, "√(-5)", "There is a division by 0 or the root of a negative number, and that has no value here."),
    (POWER, "256", "This has the right value. Now write it as one power, with the base that is asked for."),
    (POWER, "4^4", "This has the right value. Now write it as one power, with the base that is asked for."),
    (THIRD, r"5\sqrt[3]{x^2}", "This has the right value. Now write it without a root sign, with one exponent for each "
     "base."),
    (THIRD, "5x^2/3", "Put a fraction that is an exponent in brackets, for example x^(2/3)."),
    (Expression("4*2^(t/3)", ("t",)), "4·2^t/3",
     "Put a fraction that is an exponent in brackets, for example x^(2/3)."),
    *((Expression(right, ("t",)), text, "Put a fraction that is raised to a power in brackets, for example (2/3)^x.")
      for right, text in (("80*(2/3)^t", "80 · 2/3^t"), ("80*(2/3)^(t/6)", "80*2/3^t/6"))),
    (LINE, "y", "Type one equation, with one = sign."),
    (LINE, "y<x", "Type one equation, with one = sign."),
    (LINE, "z=2", "Use only the letters $x$ and $y$."),
    (SLOPE, "2x+y=4", "Solve for $y$: it must stand alone on one side of the = sign."),
    (SLOPE, "y = 4-2x+y-y", "Solve for $y$: it must stand alone on one side of the = sign."),
    (BELOW, "2x<6", "Solve for $x$: it must stand alone, with only a number on the other side."),
    (BELOW, "-x>-3", "Solve for $x$: it must stand alone, with only a number on the other side."),
    (BELOW, "x<2+1", "Work out the numbers first, so that one number stands on a side."),
    (BELOW, "x<6/2", "Write the numbers in lowest terms."),
    (BELOW, "3", "Type an inequality with <, >, <= or >=."),
    (BELOW, "x is less than 3", "Type an inequality with <, >, <= or >=."),
    (BELOW, "(-∞, 3)", "Write it with <, >, <= or >=, not as an interval."),
    (OUTSIDE, "x<1, x>4", "Write 'and' or 'or' between the two parts."),
    (Equation("5x = 40"), "5x = $40", "Leave out money signs and units here."),
    (BELOW, "1<x>3", "Both signs must point the same way, or use two inequalities with and / or."),
    (POINT, "2", "Type a pair of numbers in brackets, for example (7, 3/4)."),
    (POINT, "(4/2, -1)", "Write it in lowest terms."),
    (ROOTS, "-3,,5", "Type the numbers with commas between them, or 'no solution'."),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "text", "message"), ASK_AGAIN)
def test_what_is_no_answer_yet_costs_nothing_and_says_what_to_do(answer, text, message):
    verdict = answer.grade({"value": text})
    assert (verdict.mark, verdict.message) == (NOT_GRADABLE, message)


def test_a_pair_may_come_in_two_fields():
    assert POINT.grade({"x": "2", "y": "−1"}).mark is RIGHT
    assert POINT.grade({"x": "2", "y": ""}).mark is NOT_GRADABLE


def test_what_was_read_is_shown():
    assert QUARTERS.grade({"value": "6/8"}).read == r"\frac{6}{8}"
    assert SIMPLE.grade({"value": "1/2x"}).read == r"\frac{1}{2}x"
    assert BETWEEN.grade({"value": "x<1 or x>2"}).read == r"x < 1 \text{ or } x > 2"


@pytest.mark.parametrize("answer", EVERY, ids=lambda answer: type(answer).__name__)
def test_hostile_answers_are_not_gradable(answer):
    for text in (*HOSTILE, " ", "?", "(", "3+", "a" * 100_000):
        verdict = answer.grade({"value": text})
        assert verdict.mark is NOT_GRADABLE, text[:30]
        assert verdict.message
    for response in ({}, {"value": ["1"]}, {"other": "1"}, {"x": [], "y": "2"}):
        assert answer.grade(response).mark is NOT_GRADABLE


@settings(max_examples=60)
@given(TYPED)
def test_grading_never_raises(text):
    for answer in EVERY:
        verdict = answer.grade({"value": text})
        assert verdict.message or verdict.mark is not NOT_GRADABLE


@given(st.fractions(max_denominator=50), st.fractions(max_denominator=50))
def test_a_number_is_right_exactly_when_it_is_equal(right, typed):
    assert (mark(Number(right), str(typed)) is RIGHT) == (right == typed)


ENDS = st.integers(-4, 4)
SIGN = st.sampled_from(["<", "<=", ">", ">="])
RELATION = st.builds("x {} {}".format, SIGN, ENDS)
FORMULA = st.one_of(RELATION, st.builds("{} {} {}".format, RELATION, st.sampled_from(["and", "or"]), RELATION))


@given(FORMULA, FORMULA)
def test_inequalities_agree_exactly_when_they_hold_for_the_same_numbers(a, b):
    tried = [Fraction(n, 2) for n in range(-12, 13)]
    same = all(eval(a, {"x": x}) == eval(b, {"x": x}) for x in tried)  # noqa: S307 - made above from signs and digits
    assert (mark(Inequality(a), b) is RIGHT) == same


def test_a_set_that_the_story_makes_as_right_is_right():
    rides = Inequality("r <= 12", "r", also=("0 <= r <= 12",))
    assert [mark(rides, text) for text in ("r <= 12", "0<=r<=12", "r<=12 and r>=0")] == [RIGHT] * 3
    assert [mark(rides, text) for text in ("0<r<=12", "r<12", "r>=0")] == [WRONG] * 3
