"""Scores: share completed, best score or state, averages."""

from datetime import timedelta
from random import Random

import pytest

from tests.trailstone.assignments.conftest import FRIDAY_NIGHT, Desk
from tests.trailstone.cast import MONDAY, join, person
from tests.trailstone.practising import finish_exercise
from trailstone.reports.scores import scores

NEXT_WEEK = FRIDAY_NIGHT + timedelta(days=7)
HOUR = timedelta(hours=1)


@pytest.fixture
def desk(school):
    return Desk(school)


def practise(desk, learner, marks, at, number=0):
    finish_exercise(learner, desk.alg1, desk.unit.skills[number], marks, Random(2), at=at)


def row(report, name):
    return next(one for one in report.rows if one.name == name)


def test_the_best_finished_try_since_the_start_is_the_score(desk):
    ben = desk.school.ben
    practise(desk, ben, [True] * 4, MONDAY - HOUR)  # before the start
    desk.assign(desk.exercise(), at=MONDAY)
    practise(desk, ben, [True, True, False, False], MONDAY + HOUR)
    practise(desk, ben, [True, True, True, False], MONDAY + 2 * HOUR)
    practise(desk, ben, [True, False, False, False], MONDAY + 3 * HOUR)
    (score,) = row(scores(desk.school.room, MONDAY + 4 * HOUR), "Ben").scores
    assert (score.percent, score.state.value, score.late) == (75, "done", False)


def test_the_share_is_of_what_was_given_and_has_started(desk):
    desk.assign(desk.exercise(), at=MONDAY)
    desk.assign(desk.exercise(1), who=[desk.school.ben], at=MONDAY)
    desk.assign(desk.exercise(2), at=MONDAY, starts_at=MONDAY + timedelta(days=3), due=NEXT_WEEK)
    desk.assign(desk.exercise(3), at=MONDAY, draft=True)
    practise(desk, desk.school.ben, [True] * 4, MONDAY + HOUR)
    report = scores(desk.school.room, MONDAY + 2 * HOUR)
    assert len(report.columns) == 3  # no draft
    ben, cho = row(report, "Ben"), row(report, "Cho")
    assert (ben.done, ben.given, ben.share, ben.average) == (1, 2, 50, 100)
    assert (cho.done, cho.given, cho.share, cho.average) == (0, 1, 0, None)
    assert [score.state.value if score else None for score in cho.scores] == ["not-started", None, "scheduled"]


def test_columns_stand_by_due_date_and_averages_are_of_the_scores_there_are(desk):
    desk.assign(desk.exercise(1), at=MONDAY, due=NEXT_WEEK)
    desk.assign(desk.exercise(), at=MONDAY)
    practise(desk, desk.school.ben, [True] * 4, MONDAY + HOUR)
    practise(desk, desk.school.cho, [True, False, False, False], MONDAY + HOUR)
    report = scores(desk.school.room, MONDAY + 2 * HOUR)
    assert [one.due_at for one in report.columns] == [FRIDAY_NIGHT, NEXT_WEEK]
    assert report.averages(report.rows) == [63, None]  # 62.5 rounded half up


def test_after_the_due_date_it_is_missing_and_then_done_late(desk):
    desk.assign(desk.exercise(), at=MONDAY)
    late = FRIDAY_NIGHT + HOUR
    practise(desk, desk.school.ben, [True] * 4, late)
    report = scores(desk.school.room, late + HOUR)
    assert [row(report, name).scores[0].state.value for name in ("Ben", "Cho")] == ["done-late", "missing"]
    assert row(report, "Ben").scores[0].late


def test_the_report_takes_seven_queries_at_most_whatever_the_class(desk, django_assert_max_num_queries):
    for number in range(3):
        desk.assign(desk.exercise(number), at=MONDAY)
    practise(desk, desk.school.ben, [True] * 4, MONDAY + HOUR)
    for number in range(27):
        join(desk.school.room, person(desk.school.school, f"Learner {number:02}"))
    desk.assign(desk.exercise(4), at=MONDAY)
    with django_assert_max_num_queries(7):
        assert len(scores(desk.school.room, MONDAY + HOUR).rows) == 30
