"""The checks of templates know the kinds that are put together: a sample of each passes, faults are found."""

from dataclasses import replace

import pytest

from exercises import Axis, Grid, Item, Line, Match, Points, Template, slope_line
from exercises.checks import check_template
from exercises.checks.stating import tells
from trailstone.web.styleguide.samples import SAMPLES

SIX = Grid(Axis("x", -6, 6), Axis("y", -6, 6))


def template(question):
    return Template(
        "sample", 1, ("A",), type(question.answer), lambda _: None, "", lambda _: question, answer_in_prompt=True
    )


def problems(question):
    return [str(problem) for problem in check_template(template(question), range(2), spread_over=0)]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_of_each_kind_passes_every_check(name):
    assert problems(SAMPLES[name]) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_last_hint_that_does_not_tell_the_answer_is_found(name):
    untold = replace(SAMPLES[name], hints=("Look closely.", "You can do it."))
    assert any("the last hint does not state" in problem for problem in problems(untold))


def test_a_hint_that_lists_the_points_too_early_is_found():
    points = replace(SAMPLES["points"], answer=Points(((1, 2), (3, 4)), SIX), hints=("Plot $(1, 2)$, $(3, 4)$.",) * 2)
    assert any("hint 1 already states the answer" in problem for problem in problems(points))


def test_a_mistake_that_cannot_be_drawn_is_found():
    far = replace(SAMPLES["line"], wrong={"wrong-inverse": slope_line(1, 50)})
    assert any("broke off with ValueError" in problem for problem in problems(far))


def test_a_mistake_that_is_right_is_found():
    same = replace(SAMPLES["line"], wrong={"wrong-inverse": slope_line(2, -1)})
    assert any("grades right" in problem for problem in problems(same))


def test_an_unknown_name_of_a_wrong_pair_is_found():
    left = (Item("up"), Item("down"))
    named = Match(left, left, ("up", "down"), {("up", "down"): "no-such-name"})
    assert any(
        "no-such-name is not in the table" in problem for problem in problems(replace(SAMPLES["match"], answer=named))
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is $y = 2x - 1$.", True),
        ("It is $2x - y = 1$.", True),
        ("Through $(0, -1)$ and $(1, 1)$.", True),
        ("Through $\\left(0, -1\\right)$ and $(2, 2)$.", False),
        ("It is $y = 2x + 1$.", False),
        ("It rises.", False),
    ],
)
def test_a_line_is_told_by_its_equation_or_two_points(text, told):
    assert tells(Line(slope_line(2, -1), SIX), text) is told
