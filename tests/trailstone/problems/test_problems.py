from datetime import timedelta
from uuid import uuid4

import pytest

from tests.trailstone.cast import MONDAY, join
from tests.trailstone.practising import give
from trailstone.people.models import Enrolment
from trailstone.practice import start
from trailstone.practice.errors import NotFound
from trailstone.problems import actions, queries
from trailstone.problems.models import Problem, What

pytestmark = pytest.mark.django_db


@pytest.fixture
def exercise(school, rng):
    """Ben's exercise: question 1 is done, question 2 is open."""
    skill = school.alg1.units[0].skills[0]
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=rng)
    give(school.ben, attempt, [True], at=MONDAY)
    return attempt


def report(learner, attempt, position=1, what=What.ANSWER, note="", at=MONDAY):
    return actions.report(learner=learner, attempt_id=attempt, position=position, what=what, note=note, at=at)


def test_a_report_carries_the_template_the_version_and_the_seed(school, exercise):
    made = report(school.ben, exercise, note="  It says\n 12,   I say 12. ")
    place = queries.Problem.objects.get(pk=made.pk)
    asked = actions.asked(actions.practice.sitting(school.ben, exercise), 1)
    assert (place.skill_id, place.version, place.seed) == (asked.skill_id, asked.version, asked.seed)
    assert place.note == "It says 12, I say 12."


def test_a_second_report_on_a_question_takes_the_place_of_the_first_and_waits_again(school, exercise):
    first = report(school.ben, exercise)
    actions.looked(actor=school.ada, problem_id=first.pk, at=MONDAY)
    report(school.ben, exercise, what=What.SCREEN)
    (only,) = Problem.objects.all()
    assert (only.what, only.looked_at) == (What.SCREEN, None)


def test_a_question_can_be_reported_when_it_is_open_or_done(school, exercise):
    report(school.ben, exercise, 0)
    report(school.ben, exercise, 1)
    assert Problem.objects.count() == 2


@pytest.mark.parametrize("position", [2, 40, -1])
def test_a_question_that_was_not_shown_yet_cannot_be_reported(school, exercise, position):
    with pytest.raises(NotFound):
        report(school.ben, exercise, position)


def test_nobody_reports_a_question_of_somebody_else(school, exercise):
    for other in (school.cho, school.ada):
        with pytest.raises(NotFound):
            report(other, exercise)
    with pytest.raises(NotFound):
        report(school.ben, uuid4())


def test_the_teacher_of_the_learner_and_the_owner_see_it_and_nobody_else(school, exercise):
    join(school.other, school.ben)
    report(school.ben, exercise)
    assert queries.waiting(school.lund) == queries.waiting(school.ada) == 1
    Enrolment.objects.filter(classroom=school.other, learner=school.ben).update(removed_at=MONDAY)
    assert queries.waiting(school.lund) == 0
    assert queries.waiting(school.ada) == 1  # she owns the site


def test_looked_at_once_and_put_back(school, exercise):
    made = report(school.ben, exercise)
    assert not actions.looked(actor=school.lund, problem_id=made.pk, at=MONDAY)
    assert actions.looked(actor=school.ada, problem_id=made.pk, at=MONDAY)
    assert not actions.looked(actor=school.ada, problem_id=made.pk, at=MONDAY + timedelta(days=1))
    assert [one.looked_by for one in queries.reported(school.ada, looked=True)] == ["Ms Ada"]
    assert actions.look_again(actor=school.ada, problem_id=made.pk)
    assert queries.waiting(school.ada) == 1


def test_reports_are_latest_first_and_know_how_many_others_there_are(school, exercise):
    report(school.ben, exercise, 0)
    report(school.ben, exercise, 1, at=MONDAY + timedelta(minutes=1))
    found = queries.reported(school.ada, looked=False)
    assert [one.at for one in found] == [MONDAY + timedelta(minutes=1), MONDAY]
    assert {one.others for one in found} == {1}


def test_the_list_costs_two_queries_however_long_it_is(school, exercise, django_assert_num_queries):
    for position in (0, 1):
        report(school.ben, exercise, position)
    with django_assert_num_queries(2):
        queries.reported(school.ada, looked=False)
