"""Numbers and words as learners read them."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import (
    PEOPLE,
    a_an,
    bracketed,
    decimal,
    evaluate,
    fraction,
    integer,
    listed,
    money,
    nonzero,
    num,
    parse,
    people,
    pick_distinct,
    plural,
    poly,
    shuffled,
    signed,
    term,
)
from exercises.checks.wording import BAD_TEX
from exercises.exact import Fraction

HALF = Fraction(1, 2)
COEFFICIENTS = st.fractions(min_value=-12, max_value=12, max_denominator=6)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (num(Fraction(-3, 4)), r"-\frac{3}{4}"),
        (num(Fraction(7)), "7"),
        (num(-7), "-7"),
        (term(1, "x"), "x"),
        (term(-1, "x"), "-x"),
        (term(HALF, "x"), r"\frac{1}{2}x"),
        (term(0, "x"), "0"),
        (term(1, ""), "1"),
        (signed(3), "+ 3"),
        (signed(-3), "- 3"),
        (signed(-1, "x"), "- x"),
        (poly(3, "x", -2, "y", 5), "3x - 2y + 5"),
        (poly(-1, "x", 0), "-x"),
        (poly(0, "x", -4), "-4"),
        (poly(0, "x", 0), "0"),
        (poly(1, "x^2", -1, "x"), "x^2 - x"),
        (bracketed(-3), "(-3)"),
        (bracketed(3), "3"),
        (bracketed(-HALF), r"\left(-\frac{1}{2}\right)"),
        (decimal(Fraction(-3, 40)), "-0.075"),
        (decimal(12), "12"),
        (money(7), r"\$7"),
        (money(Fraction(5, 2)), r"\$2.50"),
        (money(-1200), r"-\$1,200"),
        (plural(1, "metre"), "1 metre"),
        (plural(2, "metre"), "2 metres"),
        (plural(0, "box"), "0 boxes"),
        (plural(3, "person"), "3 people"),
        (plural(5, "berry"), "5 berries"),
        (plural(5, "toy"), "5 toys"),
        (plural(2, "apple juice box"), "2 apple juice boxes"),
        (plural(HALF, "hour"), r"$\frac{1}{2}$ hours"),
        (a_an("apple"), "an apple"),
        (a_an("unit"), "a unit"),
        (a_an("hour"), "an hour"),
        (a_an("8-metre rope"), "an 8-metre rope"),
        (a_an("110-metre rope"), "a 110-metre rope"),
        (a_an("18000"), "an 18000"),
        (a_an("one-way street"), "a one-way street"),
        (listed(["a"]), "a"),
        (listed(["a", "b", "c"]), "a, b and c"),
        (listed(["a", "b"], "or"), "a or b"),
    ],
)
def test_numbers_and_words_are_said_as_learners_read_them(said, expected):
    assert said == expected


@given(COEFFICIENTS, COEFFICIENTS, COEFFICIENTS)
def test_a_sum_reads_back_as_itself_and_never_looks_odd(a, b, c):
    tex = poly(a, "x", b, "y", c)
    assert evaluate(parse(tex), {"x": 10, "y": -3}) == 10 * a - 3 * b + c
    assert not any(rule.search(tex) for rule in BAD_TEX.values())


def test_a_sum_without_symbols_in_their_places_is_refused():
    with pytest.raises(ValueError, match="poly takes"):
        poly(1, 2, "x")


def test_endless_decimals_are_refused():
    with pytest.raises(ValueError, match="no short decimal"):
        decimal(Fraction(1, 3))


@given(st.randoms(use_true_random=False))
def test_draws_stay_in_their_bounds(rng):
    assert 2 <= integer(rng, 2, 4) <= 4
    assert nonzero(rng, -1, 1) in (-1, 1)
    drawn = fraction(rng, 5, (2, 3, 6), negative=True)
    assert abs(drawn.numerator) <= 5
    assert drawn.denominator in (2, 3, 6)
    assert sorted(shuffled(rng, range(5))) == [0, 1, 2, 3, 4]
    assert len(set(pick_distinct(rng, "abcdef", 4))) == 4


def test_people_are_different_and_many():
    assert len(set(PEOPLE)) == len(PEOPLE) >= 40
    assert len(set(people(Random(1), 10))) == 10
