import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exercises import NOT_GRADABLE, RIGHT, WRONG
from tests.trailstone.practising import MONDAY, give, right, send, wrong
from trailstone.practice import actions, queries, start
from trailstone.practice.errors import Conflict, NotFound, Refused
from trailstone.practice.models import Answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def exercise(ben, alg1, rng):
    return start.start_exercise(learner=ben, course=alg1, skill=alg1.units[1].skills[0], at=MONDAY, rng=rng)


@pytest.fixture
def unit_test(ben, alg1, rng):
    return start.start_unit_test(learner=ben, course=alg1, unit=alg1.units[0], at=MONDAY, rng=rng)


def first(learner, attempt_id):
    return queries.sitting(learner, attempt_id).places[0]


def step(action, learner, attempt_id, position=0, at=MONDAY):
    return action(learner=learner, attempt_id=attempt_id, position=position, client_key=uuid.uuid4(), at=at)


def test_right_at_once_counts_as_right(ben, exercise):
    reply = send(ben, exercise, 0, right(first(ben, exercise)))
    assert reply.verdict.mark is RIGHT
    assert (reply.place.counts_right, reply.place.done) == (True, True)


def test_only_the_first_answer_decides(ben, exercise):
    place = first(ben, exercise)
    assert send(ben, exercise, 0, wrong(place)).verdict.mark is WRONG
    reply = send(ben, exercise, 0, right(place))
    assert reply.verdict.mark is RIGHT
    assert (reply.place.counts_right, reply.place.done) == (False, True)


def test_after_a_wrong_answer_the_learner_may_try_again(ben, exercise):
    reply = send(ben, exercise, 0, wrong(first(ben, exercise)))
    assert not reply.place.done
    assert reply.sitting.current.position == 0


def test_a_hint_before_the_first_answer_makes_an_exercise_question_a_miss(ben, exercise):
    step(actions.open_hint, ben, exercise)
    reply = send(ben, exercise, 0, right(first(ben, exercise)))
    assert (reply.place.counts_right, reply.place.done, reply.sitting.missed) == (False, True, 1)


def test_a_mixed_activity_opens_no_hint_before_the_first_answer(ben, unit_test):
    with pytest.raises(Refused, match="Give an answer first"):
        step(actions.open_hint, ben, unit_test)
    send(ben, unit_test, 0, wrong(first(ben, unit_test)))
    assert step(actions.open_hint, ben, unit_test).place.hints == 1


def test_no_more_hints_open_than_there_are(ben, exercise):
    for _ in first(ben, exercise).question.hints:
        step(actions.open_hint, ben, exercise)
    with pytest.raises(Refused):
        step(actions.open_hint, ben, exercise)


def test_the_worked_answer_opens_after_two_misses_and_lets_the_learner_move_on(ben, exercise):
    place = first(ben, exercise)
    send(ben, exercise, 0, wrong(place))
    with pytest.raises(Refused, match="two tries"):
        step(actions.show_solution, ben, exercise)
    send(ben, exercise, 0, wrong(place))
    reply = step(actions.show_solution, ben, exercise)
    assert (reply.place.done, reply.place.solution_seen, reply.sitting.current.position) == (True, True, 1)


def test_a_skip_is_a_miss_and_moves_on(ben, exercise):
    reply = step(actions.skip, ben, exercise)
    assert (reply.place.counts_right, reply.place.done, reply.sitting.missed) == (False, True, 1)


@pytest.mark.parametrize("typed", ["", "   ", "???", "3x +", "x" * 2000, "9^9^9^9"])
def test_an_answer_that_cannot_be_read_costs_nothing_and_says_what_to_do(ben, exercise, typed):
    reply = send(ben, exercise, 0, {"value": typed})
    assert reply.verdict.mark is NOT_GRADABLE
    assert reply.verdict.message
    assert not reply.place.decided
    assert not Answer.objects.exists()


def test_an_answer_sent_twice_is_counted_once_with_the_same_reply(ben, exercise):
    response, key = wrong(first(ben, exercise)), uuid.uuid4()
    replies = [send(ben, exercise, 0, response, key=key) for _ in range(3)]
    assert Answer.objects.count() == 1
    assert replies[0].verdict == replies[1].verdict == replies[2].verdict
    assert replies[0].sitting.places == replies[2].sitting.places


def test_the_last_answer_sent_twice_gets_its_reply_after_the_finish(ben, exercise):
    give(ben, exercise, [True] * 3)
    response, key = right(queries.sitting(ben, exercise).current), uuid.uuid4()
    send(ben, exercise, 3, response, key=key)
    assert send(ben, exercise, 3, response, key=key).verdict.mark is RIGHT


def test_the_same_key_with_another_answer_is_a_conflict(ben, exercise):
    place, key = first(ben, exercise), uuid.uuid4()
    send(ben, exercise, 0, wrong(place), key=key)
    with pytest.raises(Conflict):
        send(ben, exercise, 0, right(place), key=key)
    assert Answer.objects.count() == 1


def test_a_key_used_for_another_question_is_a_conflict(ben, exercise):
    key = uuid.uuid4()
    send(ben, exercise, 0, right(first(ben, exercise)), key=key)
    with pytest.raises(Conflict):
        send(ben, exercise, 1, right(queries.sitting(ben, exercise).places[1]), key=key)


def test_a_second_tab_is_told_that_the_question_has_moved_on(ben, exercise):
    place = first(ben, exercise)
    send(ben, exercise, 0, right(place))
    with pytest.raises(Conflict, match="moved on"):
        send(ben, exercise, 0, wrong(place))
    assert Answer.objects.count() == 1


def test_a_question_ahead_of_its_turn_is_not_answered(ben, exercise):
    with pytest.raises(Conflict):
        send(ben, exercise, 2, right(queries.sitting(ben, exercise).places[2]))
    assert not Answer.objects.exists()


def test_a_question_that_was_not_asked_is_not_there(ben, exercise):
    for position in (4, 99, -1):
        with pytest.raises(NotFound):
            send(ben, exercise, position, {"value": "1"})


def test_an_answer_to_another_learners_question_is_not_there(ben, cho, exercise):
    with pytest.raises(NotFound):
        send(cho, exercise, 0, right(first(ben, exercise)))
    assert not Answer.objects.exists()


def test_a_finished_attempt_takes_no_more_answers(ben, exercise):
    place = give(ben, exercise, [True] * 4).places[3]
    with pytest.raises(Conflict, match="already finished"):
        send(ben, exercise, 3, right(place))


def test_time_on_a_question_never_is_negative_when_the_clock_steps_back(ben, exercise):
    send(ben, exercise, 0, right(first(ben, exercise)), at=MONDAY - timedelta(days=2))
    assert Answer.objects.get().ms == 0


def test_an_answer_is_one_look_and_one_insert(ben, exercise):
    response = wrong(first(ben, exercise))
    with CaptureQueriesContext(
        connection,
    ) as spent:
        send(ben, exercise, 0, response)
    statements = [q["sql"].split()[0] for q in spent if q["sql"].split()[0] in {"SELECT", "INSERT", "UPDATE", "DELETE"}]
    assert statements == ["SELECT", "INSERT"]
