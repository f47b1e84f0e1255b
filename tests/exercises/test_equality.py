"""When two expressions are the same, and how an expression is written."""

import pytest

from exercises import Undefined, parse, same_value
from exercises.parser import proportional
from exercises.parser.fields import PRIME
from exercises.parser.radicals import is_radical
from exercises.parser.same import FIRST
from exercises.parser.shapes import in_lowest_terms, is_expanded, is_factored, is_simplified
from tests.exercises.effort import Effort


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("3(x+2)^2 - 4x", "3x^2 + 8x + 12"),
        ("(a-b)(a+b)", "a^2 - b^2"),
        ("x/2", "0.5x"),
        ("1/(x-1) - 1/(x+1)", "2/(x^2-1)"),
        ("(x+y)^3", "x^3+3x^2y+3xy^2+y^3"),
        ("x^-2", "1/x^2"),
        ("sqrt(12)", "2sqrt(3)"),
        ("1/sqrt(2)", "sqrt(2)/2"),
        ("sqrt(x^2+2x+1)", "sqrt((x+1)^2)"),
        ("x^(2/3)", r"\sqrt[3]{x^2}"),
        ("x^(-1/2)", "1/sqrt(x)"),
        ("8^(1/3)x", "2x"),
        ("4*2^x", "2^(x+2)"),
        ("9^t", "3^(2t)"),
    ],
)
def test_equal_expressions_are_the_same(a, b):
    assert same_value(parse(a), parse(b))
    assert same_value(parse(b), parse(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("x^2", "x^3"),
        ("2x", "x+2"),
        ("x^20", "x^18"),
        ("(x+y)^2", "x^2+y^2"),
        ("x", "y"),
        ("sqrt(x)", "x"),
        ("sqrt(x^2)", "x"),
        ("x^(2/3)", "x^(3/2)"),
        ("1.05^t", "1.0501^t"),
        ("2^x", "x^2"),
        ("sqrt(2)", "1.41421356"),
        ("x-1", "1-x"),
        ("0", "x"),
    ],
)
def test_different_expressions_are_not_the_same(a, b):
    assert not same_value(parse(a), parse(b))


def test_expressions_that_agree_at_one_place_are_tried_at_another():
    once = parse(f"x + 3(x - {FIRST['x']})")
    assert not same_value(once, parse("x"))
    assert not proportional(once, parse("x"))
    assert not same_value(parse("x"), once)


def test_no_two_letters_stand_for_the_same_number():
    assert len(set(FIRST.values())) == len(FIRST)
    assert all(1 < number < PRIME for number in FIRST.values())


def test_with_letters_for_positive_numbers_only_the_root_of_a_square_is_its_base():
    for root, right in (("sqrt(x^2)", "x"), ("sqrt(12x^3y^2)", "2xy*sqrt(3x)"), ("sqrt(x)sqrt(x)", "x")):
        assert same_value(parse(root), parse(right), positive=True)
        assert not same_value(parse(root), parse(f"-({right})"), positive=True)


def test_an_expression_without_any_value_cannot_be_compared():
    with pytest.raises(Undefined):
        same_value(parse("1/(x-x)"), parse("x"))


def test_a_comparison_comes_out_the_same_each_time():
    pairs = [("sqrt(x)+1", "sqrt(x) + 1"), ("(x+1)^2", "x^2+1")]
    assert len({tuple(same_value(parse(a), parse(b)) for a, b in pairs) for _ in range(20)}) == 1


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2x - 4", "x - 2", True),
        ("x - 2", "-3x + 6", True),
        ("x - 2", "x - 3", False),
        ("x^2 - 1", "3x^2 - 3", True),
        ("x^2 - 1", "x - 1", False),
        ("x", "0", False),
        ("0", "0", True),
    ],
)
def test_proportional_means_up_to_a_constant_that_is_not_zero(a, b, expected):
    assert proportional(parse(a), parse(b)) is expected


@pytest.mark.parametrize(
    ("text", "simplified", "expanded", "factored"),
    [
        ("3x + 2", True, True, False),
        ("3x + 2x", False, True, False),
        ("2 + 3 + x", False, True, False),
        ("-x^2 + 1/2x", True, True, False),
        ("2/4x", False, False, True),
        ("x/2 + 1", True, True, False),
        ("(x+1)/2", True, False, False),
        ("(2x+4)/2", False, False, False),
        ("2*3x", False, False, True),
        ("x*x", False, False, True),
        ("3(x+1)", False, False, True),
        ("(x+1)+2", False, False, False),
        ("(x+1)(x+2)", False, False, True),
        ("2(x+1)(x+3)", False, False, True),
        ("(2x+2)(x+3)", False, False, False),
        ("x^2 - 4", True, True, False),
        ("(x^2-4)(x+1)", False, False, False),
        ("(x+1)^2", False, False, True),
        ("(x^2+1)x", False, False, True),
        ("x(3x+y)", False, False, True),
        ("x(3x+xy)", False, False, False),
        ("(x^3-8)x", False, False, False),
        ("1/x^4 * 3", True, True, True),
        ("2/x^4 * 3", False, False, True),
        ("2a/3 b", True, True, True),
        ("3*2a/5 b", False, False, True),
        ("2(x^2-4y^2)", False, False, False),
        ("2(x^2+4y^2)", False, False, True),
        ("x(a^3-8b^3)", False, False, False),
    ],
)
def test_forms_are_seen(text, simplified, expanded, factored):
    node = parse(text)
    assert (is_simplified(node), is_expanded(node), is_factored(node)) == (simplified, expanded, factored)


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("2sqrt(3)", True),
        ("sqrt(3)*2", True),
        ("-sqrt(15)/4", True),
        ("5 + 2sqrt(3)", True),
        ("(1+sqrt(5))/2", True),
        ("3/4 sqrt(2)", True),
        ("x^2 sqrt(2xy)", True),
        ("2x^3/3 sqrt(2x)", True),
        ("(2x^3/3) sqrt(2x)", True),
        ("4x^3/6 sqrt(2x)", False),
        ("2x sqrt(3) + sqrt(3)", True),
        (r"2\sqrt[3]{4}", True),
        (r"x\sqrt[3]{2x^2}", True),
        ("7", True),
        ("3x", True),
        ("sqrt(12)", False),
        ("sqrt(1)", False),
        ("sqrt(4x)", False),
        ("sqrt(x^3)", False),
        ("2*3sqrt(5)", False),
        ("sqrt(2)sqrt(3)", False),
        ("sqrt(3)+sqrt(3)", False),
        ("1/sqrt(2)", False),
        ("2sqrt(3)/4", False),
        ("(2+4sqrt(3))/2", False),
        ("sqrt(1/2)", False),
        ("2(1+sqrt(3))", False),
        (r"\sqrt[3]{16}", False),
        (r"\sqrt[4]{9}", False),
        (r"\sqrt[4]{x^2}", False),
        ("sqrt(2+2)", False),
        ("sqrt(2*3)", False),
    ],
)
def test_a_simplified_root_is_seen(text, finished):
    assert is_radical(parse(text)) is finished


@pytest.mark.parametrize(
    ("text", "reduced"),
    [("3/4", True), ("-3/4", True), ("6/8", False), ("6/1", False), ("7", True), ("0.50", True), ("1 1/2", True),
     ("1 3/2", False), ("1 2/4", False), ("3/-4", True)],
)  # fmt: skip
def test_lowest_terms_are_seen(text, reduced):
    assert in_lowest_terms(parse(text)) is reduced


def test_reading_and_comparing_a_pair_takes_little_work():
    pairs = [("3(x+2)^2-4x", "3x^2+8x+12"), ("y = 2x + 1 - 3", "y = 2x"), ("2(y-1)", "2y-2")]
    for a, b in pairs[:1] + pairs[2:]:
        with Effort() as effort:
            same_value(parse(a), parse(b))
        assert effort.calls < 2_500, effort


def test_judging_the_form_of_a_large_expression_takes_bounded_work():
    for text in ("x((a+b+c+d+e+f+g+h)^20+1)", "x((x+y+1)^20+1)", "x(987654321x^3+x+999999937)"):
        with Effort() as effort:
            is_factored(parse(text))
        assert effort.calls < 250_000, (text, effort)
