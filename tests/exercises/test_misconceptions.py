"""A wrong answer that equals what a named mistake gives is counted and answered under its name."""

import re
from collections import Counter

import pytest

from exercises import (
    MISCONCEPTIONS,
    NOT_GRADABLE,
    RIGHT,
    WRONG,
    Choice,
    Dropdowns,
    Equation,
    Expression,
    FractionAnswer,
    Inequality,
    MultipleChoice,
    Number,
    NumberSet,
    Pair,
    Question,
    SingleChoice,
    Slot,
    Step,
    grade,
)
from exercises.exact import Fraction
from exercises.misconceptions import areas

NAME = next(iter(MISCONCEPTIONS))
HINTS = ("Think.", "Think more.")


def ask(answer, **more):
    return Question((1,), "What?", answer, HINTS, (Step("So."),), **more)


@pytest.mark.parametrize(
    ("answer", "mistake", "typed"),
    [
        (Number(7), Fraction(5, 2), "2.5"),
        (Number(7), 14, "14.0"),
        (Number(7), Fraction(5, 2), "10/4"),
        (FractionAnswer(Fraction(2, 3)), Fraction(3, 2), "1 1/2"),
        (Expression("2x+6"), "2x+3", "3+2x"),
        (Expression("2x+6", form="simplified"), "2x+3", "x+x+3"),
        (Equation("y=2x"), "x=2y", "y=x/2"),
        (Inequality("x < 3"), "x > 3", "3<x"),
        (Pair((2, -1)), (-1, 2), "-1, 2"),
        (NumberSet({1, 2}), frozenset({-1, -2}), "x=-2 or x=-1"),
    ],
)
def test_a_typed_mistake_is_named_in_any_form(answer, mistake, typed):
    verdict = grade(ask(answer, wrong={NAME: mistake}), {"value": typed})
    assert (verdict.mark, verdict.misconception, verdict.message) == (WRONG, NAME, MISCONCEPTIONS[NAME])


def test_another_wrong_answer_has_no_name():
    verdict = grade(ask(Number(7), wrong={NAME: 8}), {"value": "9"})
    assert (verdict.mark, verdict.misconception, verdict.message) == (WRONG, None, "")


def test_right_and_unreadable_answers_have_no_name():
    question = ask(Number(7), wrong={NAME: 8})
    assert grade(question, {"value": "7"}).mark is RIGHT
    assert grade(question, {"value": "3+5"}).mark is NOT_GRADABLE
    assert grade(question, {"value": "3+5"}).misconception is None


def test_a_chosen_mistake_is_named():
    question = ask(SingleChoice((Choice("a", right=True), Choice("b", misconception=NAME), Choice("c"))))
    verdict = grade(question, {"choice": "b"})
    assert (verdict.misconception, verdict.message) == (NAME, MISCONCEPTIONS[NAME])
    assert grade(question, {"choice": "c"}).misconception is None


def test_a_ticked_mistake_is_named_after_the_count():
    choices = (Choice("a", right=True), Choice("b", misconception=NAME), Choice("c", right=True))
    verdict = grade(ask(MultipleChoice(choices)), {"choices": ["a", "b"]})
    assert verdict.message == f"One of these is not true. One more is true. {MISCONCEPTIONS[NAME]}"


def test_a_mistake_in_a_dropdown_is_named():
    slots = (Slot("one", ("p", "q"), "p", {"q": NAME}), Slot("two", ("r", "s"), "r"))
    verdict = grade(ask(Dropdowns(slots)), {"one": "q", "two": "r"})
    assert verdict.misconception == NAME
    assert verdict.message.startswith("1 of the 2 places is not yet right.")


def test_each_name_belongs_to_one_area_only():
    counts = Counter(name for _, table in areas() for name in table)
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", MISCONCEPTIONS)
def test_each_name_has_a_sentence_of_feedback(name):
    says = MISCONCEPTIONS[name]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert re.search(r"[.?!]$", says)
    assert len(says) < 300
    assert says.replace("\\$", "").count("$") % 2 == 0
