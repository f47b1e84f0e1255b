"""What a process remembers of an attempt may be old: it saves reading, and never decides what is true."""

import uuid
from collections import Counter
from datetime import timedelta
from random import Random

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.trailstone.practising import MONDAY, give, right, send, wrong
from trailstone.database.together import Together
from trailstone.practice import actions, log, queries, start
from trailstone.practice.actions import taking
from trailstone.practice.errors import Conflict, NotFound, Refused
from trailstone.practice.memory import Memory
from trailstone.practice.models import Answer, Attempt
from trailstone.progress.replay import differences

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def process(monkeypatch):
    """Let the code that follows run in another process: it remembers other things. Call it to change over."""

    def change(memory=None):
        memory = memory or Memory()
        monkeypatch.setattr(taking, "MEMORY", memory)
        return memory

    change()
    return change


@pytest.fixture
def exercise(ben, alg1, rng):
    return start.start_exercise(learner=ben, course=alg1, skill=alg1.units[1].skills[0], at=MONDAY, rng=rng)


@pytest.fixture
def sent(monkeypatch):
    """The rows of every statement that adds to the log."""
    found = []
    together = Together(lambda at, rows: (found.append(rows), log.write(at, rows))[1])
    monkeypatch.setattr(log, "TOGETHER", together)
    yield found
    together.rest()


def numbers():
    return list(Answer.objects.order_by("position", "number").values_list("position", "number"))


def test_the_second_step_is_one_statement_and_nothing_is_read(ben, exercise, sent):
    place = queries.sitting(ben, exercise).current
    send(ben, exercise, 0, wrong(place))
    answer = right(place)
    with CaptureQueriesContext(connection) as asked:
        send(ben, exercise, 0, answer)
    assert [one["sql"] for one in asked] == []
    assert len(sent) == 2
    assert numbers() == [(0, 0), (0, 1)]


def test_the_reply_from_memory_is_the_reply_from_the_log(ben, exercise):
    place = queries.sitting(ben, exercise).current
    send(ben, exercise, 0, wrong(place))
    reply = send(ben, exercise, 0, right(place), at=MONDAY + timedelta(seconds=9))
    assert reply.sitting == queries.sitting(ben, exercise)


def test_nobody_is_served_what_is_remembered_of_another(ben, cho, exercise):
    place = queries.sitting(ben, exercise).current
    send(ben, exercise, 0, wrong(place))
    with pytest.raises(NotFound):
        send(cho, exercise, 0, right(place))
    assert Answer.objects.count() == 1


def test_what_another_process_did_is_seen_before_anything_is_written(ben, exercise, process):
    place = queries.sitting(ben, exercise).current
    here = process()
    send(ben, exercise, 0, wrong(place))
    process()
    send(ben, exercise, 0, right(place))
    process(here)
    with pytest.raises(Conflict):
        send(ben, exercise, 0, right(place))
    assert numbers() == [(0, 0), (0, 1)]
    next_place = queries.sitting(ben, exercise).current
    assert send(ben, exercise, 1, right(next_place)).sitting == queries.sitting(ben, exercise)


def test_an_attempt_that_was_closed_elsewhere_takes_no_step_more(ben, exercise):
    places = queries.sitting(ben, exercise).places
    send(ben, exercise, 0, wrong(places[0]))
    Attempt.objects.filter(id=exercise).update(state="restarted")
    with pytest.raises(Conflict):
        send(ben, exercise, 0, right(places[0]))
    assert numbers() == [(0, 0)]


def test_a_repeated_key_is_answered_from_the_log(ben, exercise, process):
    place, key = queries.sitting(ben, exercise).current, uuid.uuid4()
    here = process()
    first = send(ben, exercise, 0, wrong(place), key=key)
    process()
    send(ben, exercise, 0, right(place))
    process(here)
    again = send(ben, exercise, 0, wrong(place), key=key)
    assert again.verdict == first.verdict
    assert again.sitting == queries.sitting(ben, exercise)
    assert Answer.objects.count() == 2


def test_what_was_rolled_back_is_not_remembered(ben, exercise):
    place = queries.sitting(ben, exercise).current
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assert send(ben, exercise, 0, wrong(place)).position / 0
    send(ben, exercise, 0, wrong(place))
    assert numbers() == [(0, 0)]


def test_only_so_many_are_remembered_and_closed_ones_are_not(ben, alg1, rng):
    memory = Memory(most=2)
    skills = alg1.units[1].skills[:3]
    about = {"learner": ben, "course": alg1, "at": MONDAY, "rng": rng}
    ids = [start.start_exercise(**about, skill=skill) for skill in skills]
    for attempt_id in ids:
        memory.keep(queries.sitting(ben, attempt_id))
    known = [memory.find(ben.school_id, ben.pk, attempt_id) is not None for attempt_id in ids]
    assert known == [False, True, True]
    give(ben, ids[2], [True] * 4)
    memory.keep(queries.sitting(ben, ids[2]))
    assert memory.find(ben.school_id, ben.pk, ids[2]) is None


@pytest.mark.parametrize("seed", range(12))
def test_two_tabs_on_two_processes_make_one_history(ben, alg1, process, seed):
    """Each tab does what its own page shows, old or not: the log has no gap, no step too many, and replays."""
    rng, memories = Random(seed), [process(), process()]
    skill = alg1.units[1].skills[seed % 3]
    attempt = start.start_exercise(learner=ben, course=alg1, skill=skill, at=MONDAY, rng=rng)
    pages = [queries.sitting(ben, attempt)] * 2
    told = 0
    for turn in range(40):
        tab = rng.randrange(2)
        process(memories[tab])
        place = pages[tab].current
        if place is None:
            pages[tab] = queries.sitting(ben, attempt)
            continue
        try:
            pages[tab] = step(ben, attempt, place, rng, MONDAY + timedelta(seconds=turn)).sitting
            assert pages[tab] == queries.sitting(ben, attempt)
        except Refused:
            told += 1
            pages[tab] = queries.sitting(ben, attempt)
    rows = numbers()
    counts = Counter(position for position, _ in rows)
    assert rows == [(position, number) for position in sorted(counts) for number in range(counts[position])]
    done = [place.done for place in queries.sitting(ben, attempt).places]
    assert done == sorted(done, reverse=True)
    assert list(differences(ben)) == []


def step(ben, attempt, place, rng, at):
    about = {"learner": ben, "attempt_id": attempt, "position": place.position, "client_key": uuid.uuid4(), "at": at}
    act = rng.choice([None, None, None, actions.open_hint, actions.skip])
    if act is not None:
        return act(**about)
    return actions.answer(**about, response=rng.choice([right, wrong])(place))
