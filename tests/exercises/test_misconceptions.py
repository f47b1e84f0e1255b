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
from tests.exercises.effort import Effort

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


@pytest.mark.parametrize("form", ["any", "simplified", "factored", "radical"])
@pytest.mark.parametrize("mistake", ["2x+3", "sqrt(x^2)+x", "1/(x-x)", "x = 4", "((x", "7"])
@pytest.mark.parametrize("typed", ["3+2x", "2x", "7.0", "x/0", "y", "((", ""])
def test_an_expression_gave_a_mistake_when_that_would_grade_right(form, mistake, typed):
    answer, response = Expression("2x+6", form=form), {"value": typed}
    named = grade(ask(answer, wrong={NAME: mistake}), response).misconception == NAME
    try:
        assert named == (answer.grade(response).mark is WRONG and answer.like(mistake).grade(response).mark is RIGHT)
    except ValueError:  # the mistake is no expression
        assert not named


@pytest.mark.parametrize(
    ("one", "other", "typed"),
    [
        (Number(5, unit="cm"), Number(5, unit="kg"), "5 cm"),
        (Expression("2x"), Expression("2y", ("y",)), "2x"),
        (Inequality("x < 3"), Inequality("y < 3", "y"), "x < 3"),
        (Inequality("y < x", letters=("x", "y")), Inequality("b < a", letters=("a", "b")), "y < x"),
    ],
)
def test_a_text_read_for_one_question_is_read_anew_for_another(one, other, typed):
    for _ in range(2):
        assert [grade(ask(answer), {"value": typed}).mark for answer in (one, other)] == [RIGHT, NOT_GRADABLE]


@pytest.mark.parametrize(
    ("answer", "typed", "mistakes", "calls_each"),
    [
        (Expression("2x"), "3(x+1)(x+2) - 4(x+5)^2 + x/7 + {n}", [f"{k}x" for k in range(3, 43)], 200),
        (Number(5), "1{n} 117/351", range(10, 50), 40),
        (Inequality("x < 3"), "x < -{n} 11/13 or x > 1{n} 12/17", [f"x < {k}" for k in range(10, 50)], 80),
    ],
)
def test_a_response_is_read_once_for_all_the_named_mistakes(answer, typed, mistakes, calls_each):
    question = ask(answer, wrong={f"mistake {k}": mistake for k, mistake in enumerate(mistakes)})
    grade(question, {"value": typed.format(n=51)})  # reads the mistakes, which stay known
    with Effort() as effort:
        grade(question, {"value": typed.format(n=52)})
    assert effort.calls < calls_each * len(mistakes), effort


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
