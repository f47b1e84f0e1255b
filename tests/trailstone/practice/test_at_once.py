"""Several requests at the same moment, with real threads and real transactions."""

import uuid
from functools import partial

import pytest

from tests.trailstone import threads
from tests.trailstone.practising import MONDAY, give, right, send, wrong
from trailstone.practice import queries, start
from trailstone.practice.errors import Conflict
from trailstone.practice.models import Answer, Attempt
from trailstone.progress.models import LevelChange
from trailstone.progress.replay import differences

pytestmark = pytest.mark.django_db(transaction=True)

at_once = partial(threads.at_once, said=Conflict)


@pytest.fixture
def exercise(ben, alg1, rng):
    return start.start_exercise(learner=ben, course=alg1, skill=alg1.units[1].skills[0], at=MONDAY, rng=rng)


def test_the_same_answer_sent_five_times_at_once_is_one_row_with_one_reply(ben, exercise):
    response, key = wrong(queries.sitting(ben, exercise).current), uuid.uuid4()
    replies = at_once(*[lambda: send(ben, exercise, 0, response, key=key)] * 5)
    assert Answer.objects.count() == 1
    assert {reply.verdict for reply in replies} == {replies[0].verdict}


def test_two_tabs_at_once_make_one_answer_and_the_other_is_told(ben, exercise):
    place = queries.sitting(ben, exercise).current
    replies = at_once(lambda: send(ben, exercise, 0, right(place)), lambda: send(ben, exercise, 0, wrong(place)))
    assert Answer.objects.count() == 1 or [a.mark for a in Answer.objects.order_by("number")] == ["wrong", "right"]
    assert sum(isinstance(reply, Conflict) for reply in replies) == 2 - Answer.objects.count()


def test_the_last_answer_sent_at_once_from_many_places_finishes_once(ben, exercise):
    give(ben, exercise, [True] * 3)
    place = queries.sitting(ben, exercise).current
    at_once(*[lambda: send(ben, exercise, 3, right(place))] * 4)
    assert LevelChange.objects.count() == 1
    assert Attempt.objects.get().state == "finished"
    assert list(differences(ben)) == []


def test_two_starts_at_once_are_one_attempt(ben, alg1, rng):
    skill = alg1.units[1].skills[1]
    began = at_once(*[lambda: start.start_exercise(learner=ben, course=alg1, skill=skill, at=MONDAY, rng=rng)] * 4)
    assert len(set(began)) == 1
    assert Attempt.objects.count() == 1


def test_two_activities_finished_at_once_both_count(ben, alg1, rng):
    attempts = [
        start.start_exercise(learner=ben, course=alg1, skill=skill, at=MONDAY, rng=rng)
        for skill in alg1.units[1].skills[:3]
    ]
    for attempt in attempts:
        give(ben, attempt, [True] * 3)
    last = {attempt: right(queries.sitting(ben, attempt).current) for attempt in attempts}
    at_once(*[lambda attempt=attempt: send(ben, attempt, 3, last[attempt]) for attempt in attempts])
    assert sorted(change.after for change in LevelChange.objects.all()) == [3, 3, 3]
    assert list(differences(ben)) == []
