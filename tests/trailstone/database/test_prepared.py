from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F
from django.utils import timezone

from tests.trailstone.practising import right, wrong
from trailstone.database.prepared import SCHOOL, SOMEBODY, Prepared
from trailstone.practice import actions, queries, start
from trailstone.practice.models import Asked, Attempt
from trailstone.practice.queries import _OF_ATTEMPTS, _OF_LEARNER, _of_attempts, _of_learner
from trailstone.reports.learner.week import _TIMES, _times

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(ben, alg1, rng):
    """An exercise with a mistake, a hint and a right answer in it."""
    skill = alg1.skill_by_slug("alg1/equations/solve-multi-step-equations")
    attempt_id = start.start_exercise(learner=ben, course=alg1, skill=skill, at=timezone.now(), rng=rng)
    place = queries.sitting(ben, attempt_id).current
    step = {"learner": ben, "attempt_id": attempt_id, "position": 0, "at": timezone.now()}
    actions.answer(**step, response=wrong(place), client_key=attempt_id)
    actions.open_hint(**step, client_key=ben.pk)
    actions.answer(**step, response=right(place), client_key=neighbour(attempt_id))
    return attempt_id


def neighbour(attempt_id):
    return type(attempt_id)(int=attempt_id.int ^ 1)


def test_a_statement_put_together_once_reads_what_django_reads_each_time(ben, attempt):
    asked = (ben.school_id, attempt, ben.pk)
    rows = _OF_LEARNER.rows(*asked)
    assert [tuple(row) for row in rows] == list(_of_learner(*asked))
    assert len(rows) == 6  # four questions, one of them with three steps


def test_it_reads_for_those_alone_whose_values_it_was_given(ben, cho, attempt):
    assert queries.sitting(ben, attempt) is not None
    assert queries.sitting(cho, attempt) is None
    assert queries.sitting(ben, neighbour(attempt)) is None


def test_it_is_one_statement(ben, attempt, django_assert_num_queries):
    with django_assert_num_queries(1):
        queries.sitting(ben, attempt)


@pytest.fixture
def second(ben, alg1, rng):
    skill = alg1.units[0].skills[0]
    return start.start_exercise(learner=ben, course=alg1, skill=skill, at=timezone.now(), rng=rng)


@pytest.mark.parametrize("many", [1, 2, 3])
def test_a_list_may_have_any_length(ben, attempt, second, many):
    ids = (attempt, second, neighbour(attempt))[:many]
    rows = _OF_ATTEMPTS.rows(ben.school_id, ids)
    assert [tuple(row) for row in rows] == list(_of_attempts(ben.school_id, ids))
    assert {row[0] for row in rows} == {*ids} - {neighbour(attempt)}


def test_nothing_is_asked_with_an_empty_list(ben, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert _OF_ATTEMPTS.rows(ben.school_id, ()) == []


def test_a_moment_is_compared_as_django_does(ben, attempt):
    begun = Attempt.objects.get(id=attempt).started_at
    for since in (begun - timedelta(microseconds=1), begun, begun + timedelta(microseconds=1), begun + timedelta(1)):
        asked = (ben.school_id, ben.pk, since)
        assert [tuple(row) for row in _TIMES.rows(*asked)] == list(_times(*asked))


def test_what_always_stands_in_a_statement_is_no_value_of_the_asker(ben, attempt):
    def second_places(school_id):
        return Asked.objects.filter(school_id=school_id, position=1).values_list("id")

    found = Prepared(Asked, second_places, (SCHOOL,))
    assert len(found.rows(ben.school_id)) == 1
    assert found.rows(ben.school_id + 1) == []


def test_a_value_that_the_statement_leaves_out_is_refused(ben):
    def of_everybody(school_id, _learner_id):
        return Attempt.objects.filter(school_id=school_id).values_list("id")

    with pytest.raises(ValueError, match="stands nowhere"):
        Prepared(Attempt, of_everybody, (SCHOOL, SOMEBODY)).rows(ben.school_id, ben.pk)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite plans in the process of the site")
def test_postgresql_plans_a_statement_once_whatever_its_values(ben, cho):
    for learner in (ben, cho) * 3:
        starts = Attempt.objects.filter(learner=learner).annotate(planned_once=F("started_at"))
        assert not starts.values_list("planned_once")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s", ["%planned_once%"])
        assert cursor.fetchone() == (1,)
