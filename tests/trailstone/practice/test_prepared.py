import pytest
from django.utils import timezone

from tests.trailstone.practising import right, wrong
from trailstone.practice import actions, queries, start
from trailstone.practice.queries import _OF_LEARNER, _of_learner

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
