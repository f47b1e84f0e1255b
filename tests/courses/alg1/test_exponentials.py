"""Second opinions about the unit on exponentials: Python's own arithmetic lives through what a learner reads."""

import re
from random import Random

import pytest

from courses.alg1.exponentials.choose_linear_exponential_table import kind_of
from courses.alg1.exponentials.kind_stories import TALES, kind_told
from courses.alg1.exponentials.rewrite_exponential_show_another_rate import rewrite_rate
from courses.alg1.exponentials.scenes import walked
from courses.alg1.exponentials.tell_growth_decay_find_rate import growth_or_decay
from courses.alg1.exponentials.write_exponential_function_two_points import write_from_points
from exercises import NOT_GRADABLE, Expression, grade
from exercises.exact import Fraction

SEEDS = range(15)
POINT = re.compile(r"\((\d+), (\d+)\)")
RATE = re.compile(r"[fg]\(t\) = (\d+) \\cdot (\d+\.\d+)\^t")


def at(text, letter, number):
    """The value of a typed formula, by Python."""
    plain = re.sub(r"(\d+)/(\d+)", r"Fraction(\1, \2)", text.replace("^", "**"))
    return eval(plain, {letter: number, "Fraction": Fraction})  # noqa: S307 - our own formula


@pytest.mark.parametrize("seed", SEEDS)
def test_python_finds_the_points_on_the_function(seed):
    question = write_from_points.instance(seed)
    points = POINT.findall(question.prompt)
    if not points:
        pytest.skip("no points in the prompt")
    for x, y in points:
        assert at(question.answer.text, "x", int(x)) == int(y)


@pytest.mark.parametrize("seed", range(60))
def test_the_percentage_is_what_a_hundred_gain_or_lose(seed):
    question = growth_or_decay.instance(seed)
    told = RATE.search(question.prompt)
    if not told or "percent" not in question.prompt:
        pytest.skip("another form")
    assert question.answer.value == abs(Fraction(told[2]) * 100 - 100)


@pytest.mark.parametrize("seed", range(30))
def test_a_rewritten_function_as_it_was_given_is_asked_for_again(seed):
    question = rewrite_rate.instance(seed)
    if not isinstance(question.answer, Expression):
        pytest.skip("a choice")
    given = question.prompt.split("f(t) = ")[1].split("$")[0]
    assert grade(question, {"value": given}).mark is NOT_GRADABLE


@pytest.mark.parametrize(
    ("story", "amounts"),
    [
        ("A town has 1000 inhabitants, and their number grows by 10% each year.", [1000, 1100, 1210]),
        ("A block of ice weighs 200 kg and loses 50% of its weight each hour.", [200, 100, 50]),
        ("A dish holds 5 bacteria, and their number triples every 4 hours.", [5, 15, 45]),
        ("A sample holds 48 mg of a radioactive substance, and the amount is halved every day.", [48, 24, 12]),
    ],
)
def test_a_story_is_lived_step_by_step(story, amounts):
    assert walked(story, 2) == amounts


@pytest.mark.parametrize("tale", TALES, ids=lambda tale: tale.__name__)
def test_the_words_of_a_story_tell_its_kind(tale):
    for seed in range(5):
        kind, text, *_ = tale(Random(seed))
        assert kind_told(text) == kind


def test_tables_are_told_apart():
    assert kind_of([Fraction(v) for v in (2, 4, 6, 8)]) == "linear"
    assert kind_of([Fraction(v) for v in (2, 4, 8, 16)]) == "exponential"
    assert kind_of([Fraction(v) for v in (2, 4, 8, 14)]) == "neither"
