"""What can be read, what it means, and what is refused."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises import Undefined, Unreadable, evaluate, parse, same_value, to_tex
from exercises.exact import Fraction
from tests.exercises.effort import Effort

EXPONENT = "An exponent must be a whole number from -20 to 20, or a fraction of such numbers."

SAME_TREE = [
    ("3x − 2", "3x - 2"),
    ("3×x·2", "3*x*2"),
    ("6÷2", "6/2"),
    ("6:2", "6/2"),
    ("x²", "x^2"),
    ("x¹²", "x^12"),
    ("x^{2}", "x^2"),
    ("x**2", "x^2"),
    ("½", "1/2"),
    ("3½", "3 1/2"),
    (r"3\frac{1}{2}", "3 1/2"),
    (r"3\frac12", "3 1/2"),
    (r"\frac{x+1}{2}", "(x+1)/2"),
    (r"\dfrac{1}{2}x", "1/2 x"),
    (r"2\cdot x", "2*x"),
    (r"2\left(x+1\right)", "2(x+1)"),
    (r"x \le 3", "x<=3"),
    ("x ≤ 3", "x =< 3"),
    ("x ≠ 3", "x != 3"),
    (r"x<1\text{ or }x>2", "x<1 or x>2"),
    ("√2", "sqrt(2)"),
    ("∛8", r"\sqrt[3]{8}"),
    ("cbrt(8)", r"\sqrt[3]{8}"),
    ("∜(16x)", r"\sqrt[4]{16x}"),
    ("x^½", "x^(1/2)"),
    (r"x^{\frac{2}{3}}", "x^(2/3)"),
    (r"x^\frac23", "x^(2/3)"),
    ("x^0.5", "x^(1/2)"),
    ("x^(4/2)", "x^2"),
    ("x^-(1/2)", "x^{-1/2}"),
    ("x⁻²", "x^(-2)"),
    (r"\sqrt{2}", "sqrt(2)"),
    ("２ｘ＋３", "2x+3"),
    ("1,250", "1250"),
    ("1 250", "1250"),
    ("1{,}250", "1250"),
    ("2,5", "2.5"),
    ("١٢", "12"),
    ("\u200f3x\u200e", "3x"),
]


@pytest.mark.parametrize(("typed", "plain"), SAME_TREE)
def test_a_sign_may_be_typed_in_any_usual_way(typed, plain):
    assert to_tex(parse(typed)) == to_tex(parse(plain))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2+3*4", 14),
        ("-3^2", -9),
        ("(-3)^2", 9),
        ("6/2(1+2)", 9),
        ("1/2x", Fraction(5, 2)),
        ("2x^2", 50),
        ("-x(x-1)", -20),
        ("2--3", 5),
        ("8-3-2", 3),
        ("2^-2", Fraction(1, 4)),
        ("1 1/2 + 1", Fraction(5, 2)),
        ("sqrt(9/4)", Fraction(3, 2)),
        ("27^(2/3)", 9),
        ("16^(-3/4)", Fraction(1, 8)),
        (r"\sqrt[3]{-8/27}", Fraction(-2, 3)),
        ("(-8)^(1/3)", -2),
        ("4^1/2", 2),
        ("2^x", 32),
        ("3*2^(x-7)", Fraction(3, 4)),
        ("2^-x", Fraction(1, 32)),
        ("2^xx", 160),
        ("0.1+0.2", Fraction(3, 10)),
        (".5", Fraction(1, 2)),
    ],
)
def test_signs_bind_as_in_school(typed, value):
    assert evaluate(parse(typed), {"x": 5}) == value


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "Type an answer first."),
        ("3x+", "Something is missing after '3x+'."),
        ("*3", "Something is missing before the first sign."),
        ("(x+1", "There is a bracket that is never closed."),
        ("((x)", "There is a bracket that is never closed."),
        ("x+1)", "There is a closing bracket without an opening one."),
        ("x2", "I could not read the number after 'x'. Is a sign such as + or ^ missing?"),
        ("3x ; 4", "I could not read the sign ';'."),
        (r"3+\foo", "I could not read the command 'foo'."),
        (r"\frac{3}{\placeholder{}}", "There is an empty box left."),
        ("elephant", "I could not read the word 'elephant'."),
        ("x^(1+1)", EXPONENT),
        ("x^(1/21)", EXPONENT),
        ("x^√2", EXPONENT),
        ("x^21", EXPONENT),
        (r"\sqrt[1]{8}", "Above a root sign there must be a whole number from 2 to 20."),
        (r"\sqrt[n]{8}", "Above a root sign there must be a whole number from 2 to 20."),
        (r"\sqrt[3", "Above a root sign there must be a whole number from 2 to 20."),
        ("x^", "Something is missing after '^'."),
        ("[x}", "I could not read the part after 'x'."),
    ],
)
def test_a_refusal_says_what_to_change(typed, message):
    with pytest.raises(Unreadable) as refusal:
        parse(typed)
    assert refusal.value.message == message


HOSTILE = [
    "9**9**9",
    "9^9^9^9",
    "((((9^20)^20)^20)^20)",
    "(" * 10_000 + "x" + ")" * 10_000,
    "(" * 140 + "x" + ")" * 140,
    "-" * 150 + "1",
    "9" * 2000,
    "x" * 2000,
    "\x00",
    "1\x002",
    "\u202e\u200f\u2066",
    "🙂" * 100,
    "__import__('os').system('id')",
    "().__class__.__bases__",
    "lambda: 0",
    r"\input{/etc/passwd}",
    r"\def\x{\x\x}\x",
    "\\" * 300,
    "{" * 300,
    r"\frac" * 60,
    "√" * 300,
    "^" * 300,
    "½" * 40,
    "1 " * 150,
    "1," * 150,
    "\ud800",
    "|" * 300,
    "|" * 150 + "x",
    "|x" * 100,
    "abs(" * 60,
    r"\left|" * 40,
    "|" * 70 + "x" + "|" * 70,
    "x^" * 150,
    "9^(" * 60,
    "9^(9^9)",
    "\\sqrt[" * 40,
    "∛" * 300,
]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_refused_at_once(typed):
    with Effort() as effort, pytest.raises(Unreadable) as refusal:
        parse(typed)
    assert effort.is_small, effort
    assert len(refusal.value.message) < 120


def test_a_refusal_shows_no_markup_back():
    for typed in ("<b>x</b>", "x<img src=x>", "**x** $y$", "`x` [a](b)", "3 <i> 4 5"):
        assert not set("<>*`[]$&\\") & set(refusal(typed))


def refusal(typed):
    """What is said about a text; "" when it can be read."""
    try:
        parse(typed)
    except Unreadable as problem:
        return problem.message
    return ""


SIGNS = ["x", "y", "X", "1", "23", "0", ".", ",", "+", "-", "*", "/", "^", "(", ")", "[", "]", "{", "}", "=", "<", ">=",
         " ", " or ", "and", "√", "½", "²", "\\frac", "\\sqrt", "\\left(", "\\right)", "\\cdot", "\\text{", "sqrt", "|",
         "abs(", "\\left|", "\\right|",
         "\\", "$", "_", "\x00", "\u200f", "🙂", ":", ";", "±", "≤", "1 1/2", "1,000"]  # fmt: skip
TYPED = st.one_of(st.text(max_size=320), st.lists(st.sampled_from(SIGNS), max_size=120).map("".join))


@settings(max_examples=300)
@given(TYPED)
def test_whatever_is_typed_only_unreadable_leaves_and_little_work_is_done(typed):
    with Effort() as effort, suppress(Unreadable, Undefined):
        node = parse(typed, ("x",))
        to_tex(node)
        evaluate(node, {"x": Fraction(2, 3), "y": Fraction(-5)})
    assert effort.is_small, effort


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(["x", "2", "+", "-", "*", "/", "(", ")", "^2", " 1/2", "√", "|", "abs("]), max_size=25
    ).map("".join)
)
def test_the_tex_of_what_was_read_is_read_as_the_same(typed):
    try:
        node = parse(typed)
    except Unreadable:
        return
    point = {"x": Fraction(7, 3)}
    try:
        value = evaluate(node, point)
    except Undefined:
        return
    assert evaluate(parse(to_tex(node)), point) == value


@pytest.mark.parametrize(
    "typed",
    ["9^(9^x)", "9^(9^(9^(9^x)))", "(9^20)^(x^20)", "(2^x)^20^(1)", "∛" * 20 + "9" * 60, "(9^20)^x", "x^(x^(x^x))",
     "(((1/3)^20)^3)^x", "9" * 290 + "^(1/3)", "(" + "9" * 280 + "^20)^(1/3)"],
)  # fmt: skip
def test_large_powers_and_roots_are_worked_out_or_given_up_at_once(typed):
    with Effort() as effort:
        with suppress(Unreadable, Undefined):
            evaluate(parse(typed), {"x": 20})
        with suppress(Unreadable, Undefined):
            same_value(parse(typed), parse("2x"))
    assert effort.is_small, effort


def test_division_by_zero_has_no_value():
    for typed in ("1/0", "1/(x-x)", "0^0", "0^-1", r"1\frac{1}{0}"):
        with pytest.raises(Undefined):
            evaluate(parse(typed), {"x": 1})


def test_a_decimal_without_its_zero_does_not_run_into_the_number_before_it():
    assert to_tex(parse("1250*.8^2")) == r"1250 \cdot .8^{2}"


def test_a_capital_is_taken_for_the_letter_of_the_question():
    assert to_tex(parse("X + x", ("x",))) == "x + x"
    assert to_tex(parse("X + x", ("x", "X"))) == "X + x"
