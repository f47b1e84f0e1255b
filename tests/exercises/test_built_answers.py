"""Answers that are filled in, ordered, matched or picked."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises import (
    MISCONCEPTIONS,
    NOT_GRADABLE,
    RIGHT,
    WRONG,
    Expression,
    Figure,
    Item,
    Match,
    Number,
    Order,
    Parts,
    Question,
    Table,
    grade,
)
from exercises.checks.answering import NONSENSE
from exercises.exact import Fraction

CELLS = Table(("$x$", "$y$"), (("1", Number(Fraction(1, 2))), ("2", "$4$"), ("n", Expression("2n", ("n",)))))
ROW = Order((Item("two"), Item("one"), Item("three")), ("one", "two", "three"))
PAIRS = Match((Item("up"), Item("down")), (Item("falls"), Item("rises"), Item("stays")), ("rises", "falls"))
SIDES = Parts(("side AB", "side BC"), ("side AB", "side BC", "side AC"), Figure("<svg/>", "A triangle."))
EVERY = [CELLS, ROW, PAIRS, SIDES]


@pytest.mark.parametrize("answer", EVERY, ids=lambda answer: type(answer).__name__)
def test_what_is_stated_is_right_and_what_is_near_is_wrong(answer):
    assert all(answer.grade(one).mark is RIGHT for one in answer.examples())
    assert answer.near()
    assert all(answer.grade(one).mark is WRONG for one in answer.near())


@pytest.mark.parametrize("answer", EVERY, ids=lambda answer: type(answer).__name__)
@pytest.mark.parametrize("text", NONSENSE, ids=lambda text: repr(text[:9]))
def test_nonsense_is_not_gradable(answer, text):
    verdict = answer.grade(dict.fromkeys(answer.fields, text))
    assert verdict.mark is NOT_GRADABLE
    assert verdict.message


@pytest.mark.parametrize("answer", EVERY, ids=lambda answer: type(answer).__name__)
@given(data=st.data())
def test_nothing_that_is_sent_raises(answer, data):
    texts = st.one_of(
        st.sampled_from(["1", "2", "3", "a", "b", "2n"]), st.text(max_size=6), st.lists(st.text(max_size=2))
    )
    response = data.draw(st.dictionaries(st.sampled_from([*answer.fields, "other"]), texts))
    verdict = answer.grade(response)
    assert verdict.mark in (RIGHT, WRONG) or verdict.message
    answer.told(response)


@pytest.mark.parametrize(
    ("response", "mark", "says"),
    [
        ({"c1": "0.5", "c2": "n+n"}, RIGHT, ""),
        ({"c1": "1/2", "c2": "3n"}, WRONG, "1 of the 2 cells is not yet right."),
        ({"c1": "1/3", "c2": "3n"}, WRONG, "2 of the 2 cells are not yet right."),
        ({"c1": "1/2", "c2": " "}, NOT_GRADABLE, "Fill in every cell: 1 of them is still empty."),
        ({}, NOT_GRADABLE, "Fill in every cell: 2 of them are still empty."),
        ({"c1": "2/4", "c2": "2n"}, NOT_GRADABLE, "Cell 1: Write it in lowest terms."),
        ({"c1": "1/2", "c2": "2m"}, NOT_GRADABLE, "Cell 2: Use only the letter $n$."),
    ],
)
def test_a_table_counts_the_cells_that_are_not_yet_right(response, mark, says):
    verdict = CELLS.grade(response)
    assert (verdict.mark, verdict.message) == (mark, says)


@pytest.mark.parametrize(
    ("places", "mark"),
    [("213", RIGHT), ("123", WRONG), ("113", NOT_GRADABLE), ("214", NOT_GRADABLE), ("21", NOT_GRADABLE)],
)
def test_an_order_gives_each_a_place_of_its_own(places, mark):
    assert ROW.grade(dict(zip("abc", places, strict=False))).mark is mark


def test_an_order_says_how_many_are_not_in_their_place():
    assert ROW.grade({"a": "1", "b": "2", "c": "3"}).message == "2 of the 3 are not yet in their place."


@pytest.mark.parametrize("seed", range(30))
def test_an_order_is_never_shown_in_its_right_order(seed):
    drawn = Order.drawn(Random(seed), ["one", "two"])
    assert tuple(item.text for item in drawn.shown) != drawn.value


@pytest.mark.parametrize(
    ("chosen", "mark"), [("ba", RIGHT), ("bb", WRONG), ("cc", WRONG), ("b", NOT_GRADABLE), ("bz", NOT_GRADABLE)]
)
def test_each_needs_a_partner_that_is_there(chosen, mark):
    assert PAIRS.grade(dict(zip(("m1", "m2"), chosen, strict=False))).mark is mark


def test_one_partner_may_serve_twice():
    drawn = Match.drawn(Random(1), {"3": "odd", "5": "odd", "4": "even"})
    assert sorted(item.text for item in drawn.options) == ["even", "odd"]
    assert drawn.grade(drawn.examples()[0]).mark is RIGHT


def test_a_wrong_pair_and_a_wrong_order_are_known_by_name():
    one, other = list(MISCONCEPTIONS)[:2]
    named = Match(PAIRS.left, PAIRS.options, PAIRS.value, {("up", "falls"): one})
    asked = Question((1,), "Match.", named, ("a", "b"), ())
    assert grade(asked, {"m1": "a", "m2": "a"}).misconception == one
    turned = Question((1,), "Order.", ROW, ("a", "b"), (), wrong={other: ("three", "two", "one")})
    assert grade(turned, {"a": "2", "b": "3", "c": "1"}).misconception == other


def test_the_parts_that_are_picked_must_be_all_and_no_other():
    assert SIDES.grade({"choices": ["b", "a"]}).mark is RIGHT
    assert SIDES.grade({"choices": ["a", "c"]}).message == "One of these is not true. One more is true."
    assert SIDES.grade({"choices": ["a", "z"]}).mark is NOT_GRADABLE


def test_what_a_browser_sees_does_not_depend_on_what_is_right():
    assert ROW.public() == Order(ROW.shown, ("three", "two", "one")).public()
    assert PAIRS.public() == Match(PAIRS.left, PAIRS.options, ("stays", "stays")).public()
    assert CELLS.public() == CELLS.like((7, "3n")).public()
    assert SIDES.public() == SIDES.like(("side AC",)).public()


@pytest.mark.parametrize(
    "make",
    [
        lambda: Table(("a", "b"), (("1", "2"),)),
        lambda: Table(("a",), (("1", Number(2)),)),
        lambda: Order((Item("one"), Item("one")), ("one", "one")),
        lambda: Order((Item("one"), Item("two")), ("one", "three")),
        lambda: Match((Item("up"), Item("down")), (Item("a"), Item("b")), ("a", "c")),
        lambda: Parts(("d",), ("a", "b"), SIDES.figure),
        lambda: Parts((), ("a", "b"), SIDES.figure),
    ],
)
def test_what_cannot_be_answered_is_refused_when_it_is_written(make):
    with pytest.raises(ValueError, match=r"."):
        make()
