"""One assignment: questions by most missed, the common wrong answers, each learner's tries, hints and time."""

from datetime import timedelta
from random import Random

import pytest

from tests.trailstone.assignments.conftest import Desk
from tests.trailstone.cast import MONDAY, join, person
from tests.trailstone.practising import finish_exercise, give
from trailstone.reports.assignment import assignment_report

HOUR = timedelta(hours=1)


@pytest.fixture
def desk(school):
    return Desk(school)


def practise(desk, learner, marks, at=MONDAY, number=0):
    finish_exercise(learner, desk.alg1, desk.unit.skills[number], marks, Random(2), at=at)


def report(desk, assignment, at=MONDAY + 9 * HOUR, among=None):
    return assignment_report(desk.school.room, assignment.pk, at, among)


def test_questions_of_ones_own_stand_by_skill(desk):
    given = desk.assign(desk.quiz())
    for learner, marks in ((desk.school.ben, [True, False, True, True, True]), (desk.school.cho, [False] * 5)):
        give(learner, desk.begin(learner, given, seed=5), marks)
    found = report(desk, given)
    assert sum(one.asked for one in found.questions) == 10
    assert sum(one.misses for one in found.questions) == 6
    assert all(one.number == 0 for one in found.questions)
    shares = [one.right / one.asked for one in found.questions]
    assert shares == sorted(shares)


def test_the_same_questions_stand_one_by_one_with_the_common_wrong_answers(desk):
    given = desk.assign(desk.exercise(), same_questions=True)
    everybody = (desk.school.ben, desk.school.cho, desk.school.dina)
    for learner, marks in zip(
        everybody, ([True] * 4, [True, False, True, True], [False, False, True, True]), strict=True
    ):
        give(learner, desk.begin(learner, given), marks)
    found = report(desk, given)
    first, second, *_ = found.questions
    assert (first.number, first.asked, first.misses) == (2, 3, 2)
    assert [name for _, name in first.missed] == ["Cho", "Dina"]
    assert [(wrong.count, wrong.place.position) for wrong in first.wrong] == [(2, 1)]
    assert (second.number, [name for _, name in second.missed]) == (1, ["Dina"])


def test_a_learners_row_has_tries_hints_and_time_of_the_try_that_counts(desk):
    given = desk.assign(desk.exercise())
    practise(desk, desk.school.ben, [False, False, True, True], MONDAY + HOUR)
    practise(desk, desk.school.ben, [True, False, True, True], MONDAY + 2 * HOUR)
    found = report(desk, given)
    cells = found.cells_of(desk.school.ben.pk)
    assert [cell.place.counts_right for cell in cells] == [True, False, True, True]
    assert [len(cell.place.answers) for cell in cells] == [1, 2, 1, 1]
    assert [cell.seconds for cell in cells] == [5, 20, 20, 20]
    (line,) = [one for one in found.lines if one.name == "Ben"]
    assert (line.standing.percent, line.standing.results[0].tries, found.average) == (75, 2, 75)


def test_a_long_pause_counts_as_one_minute(desk):
    given = desk.assign(desk.exercise())
    attempt = desk.begin(desk.school.ben, given, at=MONDAY)
    give(desk.school.ben, attempt, [True] * 4, at=MONDAY + HOUR)
    assert report(desk, given).cells_of(desk.school.ben.pk)[0].seconds == 60


def test_another_classs_assignment_is_none(desk):
    given = desk.assign()
    assert assignment_report(desk.school.other, given.pk, MONDAY) is None


def test_only_those_asked_for_are_in_it(desk):
    given = desk.assign()
    practise(desk, desk.school.ben, [False] * 4, MONDAY + HOUR)
    found = report(desk, given, among=[desk.school.cho.pk])
    assert ([line.name for line in found.lines], found.questions) == (["Cho"], ())


def test_the_report_takes_seven_queries_at_most_whatever_the_class(desk, django_assert_max_num_queries):
    for number in range(27):
        join(desk.school.room, person(desk.school.school, f"Learner {number:02}"))
    given = desk.assign(desk.quiz(), desk.exercise())
    practise(desk, desk.school.ben, [True] * 4, MONDAY + HOUR)
    with django_assert_max_num_queries(7):
        assert len(report(desk, given).lines) == 30
