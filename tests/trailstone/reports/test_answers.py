from datetime import timedelta
from random import Random
from uuid import uuid4

import pytest

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise, give, send, wrong
from trailstone.practice import actions, questions, start
from trailstone.practice import queries as practice
from trailstone.reports import queries

HOUR = timedelta(hours=1)


@pytest.fixture
def skill(school):
    return next(iter(school.alg1.skills.values()))


def behind(school, skill, learner=None):
    return queries.answers_behind(school.room, (learner or school.ben).pk, skill.id)


def exercise(school, skill, marks, at=MONDAY):
    return finish_exercise(school.ben, school.alg1, skill, marks, Random(7), at=at)


def test_a_cell_opens_to_the_first_answers_and_the_reason(school, skill):
    exercise(school, skill, [True, False, True, True])
    (attempt,) = behind(school, skill).attempts
    assert (attempt.activity, attempt.state) == ("exercise", "finished")
    assert [question.first.right for question in attempt.questions] == [True, False, True, True]
    assert [question.tries for question in attempt.questions] == [1, 2, 1, 1]
    assert (attempt.explanation.before, attempt.explanation.after) == (0, 2)
    assert attempt.explanation.teacher == "3 of 4 right is good: from Not started to Familiar."


def test_what_was_asked_can_be_shown_again(school, skill):
    sitting = exercise(school, skill, [True] * 4)
    asked = behind(school, skill).attempts[0].questions[0]
    again = questions.question(asked.slug, asked.version, asked.seed)
    assert again.to_dict() == sitting.places[0].question.to_dict()


def test_the_wrong_answer_itself_is_shown(school, skill):
    attempt_id = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=Random(7))
    given = wrong(practice.sitting(school.ben, attempt_id).current)
    send(school.ben, attempt_id, 0, given, at=MONDAY)
    first, *rest = behind(school, skill).attempts[0].questions
    assert (first.first.kind, first.first.response, first.first.right) == ("answer", given, False)
    assert all(question.first is None for question in rest)


def test_a_hint_or_a_skip_that_came_first_is_what_decided(school, skill):
    attempt_id = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=Random(7))
    call = {"learner": school.ben, "attempt_id": attempt_id, "at": MONDAY}
    actions.open_hint(**call, position=0, client_key=uuid4())
    give(school.ben, attempt_id, [True])
    actions.skip(**call, position=1, client_key=uuid4())
    hinted, skipped, *_ = behind(school, skill).attempts[0].questions
    assert (hinted.first.kind, hinted.first.right, hinted.hints, hinted.solved) == ("hint", False, 1, True)
    assert (skipped.first.kind, skipped.first.right, skipped.solved) == ("skip", False, False)


def test_an_attempt_that_is_not_finished_has_no_reason_yet(school, skill):
    start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=Random(7))
    (attempt,) = behind(school, skill).attempts
    assert (attempt.state, attempt.explanation) == ("open", None)


def test_the_latest_attempt_comes_first(school, skill):
    exercise(school, skill, [False] * 4)
    exercise(school, skill, [True] * 4, at=MONDAY + HOUR)
    found = behind(school, skill).attempts
    assert [attempt.explanation.after for attempt in found] == [3, 1]
    assert found[0].started_at > found[1].started_at


def test_other_skills_of_a_mixed_activity_are_left_out(school, skill):
    unit = school.alg1.by_unit[skill.unit_id]
    attempt_id = start.start_unit_test(learner=school.ben, course=school.alg1, unit=unit, at=MONDAY, rng=Random(7))
    asked = practice.sitting(school.ben, attempt_id).places
    (attempt,) = behind(school, skill).attempts
    assert attempt.activity == "unit test"
    assert len(attempt.questions) == sum(place.skill_id == skill.id for place in asked) < len(asked)


def test_a_learner_of_another_class_is_out_of_reach(school, skill):
    assert behind(school, skill, school.eli) is None


def test_a_cell_without_work_is_empty(school, skill):
    assert behind(school, skill, school.cho).attempts == ()


def test_a_cell_takes_as_many_queries_for_many_attempts_as_for_one(school, skill, django_assert_num_queries):
    for hour in range(3):
        exercise(school, skill, [True, False, True, True], at=MONDAY + hour * HOUR)
        with django_assert_num_queries(4):
            assert len(behind(school, skill).attempts) == hour + 1
