"""A clock that stands before the newest work is told at the start; the site starts all the same."""

from datetime import timedelta

import pytest

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise
from trailstone.operate import clock
from trailstone.practice import start


@pytest.fixture
def worked(school, rng):
    finish_exercise(school.ben, school.alg1, school.alg1.units[1].skills[0], [True] * 4, rng, at=MONDAY)
    return school


@pytest.mark.parametrize("later", [timedelta(days=-2), timedelta(hours=-1), timedelta(minutes=-6)])
def test_a_clock_behind_the_newest_answer_is_told_with_both_times(worked, later):
    said = clock.remark(MONDAY + later)
    assert "newest work is of 01 March 2027, 09:01" in said
    assert "Put the clock right" in said


@pytest.mark.parametrize("later", [timedelta(0), timedelta(days=900), timedelta(minutes=-2)])
def test_a_clock_that_may_be_right_is_not_mentioned(worked, later):
    assert clock.remark(MONDAY + later) == ""


def test_an_activity_that_was_only_begun_counts(school, rng):
    skill = school.alg1.units[1].skills[0]
    start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=rng)
    assert clock.remark(MONDAY - timedelta(hours=1))


def test_an_empty_school_has_nothing_to_compare(school):
    assert clock.remark(MONDAY - timedelta(days=9000)) == ""


def test_it_stands_in_the_log(worked, caplog):
    clock.warn(MONDAY - timedelta(days=2))
    assert "The computer's clock says 27 February 2027, 09:00 UTC" in caplog.text


def test_it_costs_two_look_ups_by_index(worked, django_assert_num_queries):
    with django_assert_num_queries(3):
        clock.newest()
