"""Wrong guesses are counted in the database, in windows of five minutes, under names that nobody can read."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from tests.trailstone.cast import MONDAY
from trailstone.people import guesses
from trailstone.people.guesses import WINDOW, Mark
from trailstone.people.models import Guesses

BEN = Mark("name", "ben", 3, sliding=True)
HALL = Mark("address", "10.0.0.1", 5)

pytestmark = pytest.mark.django_db


def wrong(times=1, marks=(BEN, HALL), at=MONDAY):
    return [guesses.count(marks, at) for _ in range(times)]


def counts(at=MONDAY):
    return tuple(guesses.counted([BEN, HALL], at).values())


def test_a_guess_counts_for_each_of_its_marks():
    wrong(2)
    wrong(1, [Mark("name", "cho", 3, sliding=True), HALL])
    assert counts() == (2, 3)


def test_the_guess_that_fills_a_mark_says_so_once():
    assert wrong(4) == [(), (), (BEN,), ()]


def test_a_mark_is_full_at_its_most():
    wrong(2)
    assert not guesses.full(guesses.counted([BEN, HALL], MONDAY))
    wrong(1)
    assert guesses.full(guesses.counted([BEN, HALL], MONDAY))


def test_each_guess_begins_a_sliding_window_anew_and_no_other():
    later, latest = MONDAY + timedelta(minutes=4), MONDAY + timedelta(minutes=6)
    wrong()
    wrong(at=later)
    assert counts(latest) == (2, 0)


def test_after_its_window_a_count_begins_at_one():
    wrong(3)
    wrong(1, at=MONDAY + WINDOW)
    assert counts(MONDAY + WINDOW) == (1, 1)


def test_what_is_over_goes_when_a_new_window_begins():
    for number in range(20):
        wrong(1, [Mark("name", f"n{number}", 3), HALL])
    assert Guesses.objects.count() == 21
    wrong(1, at=MONDAY + WINDOW)
    assert Guesses.objects.count() == 2


def test_a_clock_that_was_set_back_locks_nobody_out():
    wrong(3, at=MONDAY + timedelta(days=2))
    assert counts() == (0, 0)
    wrong()
    assert counts() == (1, 1)


def test_forgetting_a_mark_leaves_the_others():
    wrong(2)
    guesses.forget(BEN)
    assert counts() == (0, 2)


def test_nothing_that_is_stored_names_anybody():
    wrong()
    assert {len(row.key) for row in Guesses.objects.all()} == {64}
    assert not [row for row in Guesses.objects.all() if "ben" in row.key or "10.0.0.1" in row.key]


def test_the_same_value_of_two_kinds_is_two_counts():
    wrong(2, [Mark("name", "x", 9)])
    assert guesses.counted([Mark("address", "x", 9)], MONDAY) == {Mark("address", "x", 9): 0}


@pytest.mark.django_db(transaction=True)
def test_no_guess_is_lost_when_many_come_at_once():
    together = Barrier(4)

    def client():
        together.wait()
        wrong(25)
        connection.close()

    threads = [Thread(target=client) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counts() == (100, 100)
