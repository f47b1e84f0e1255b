"""Whoever writes to SQLite waits in a line: threads and processes, transactions and single writes."""

import os
import subprocess
import sys
import threading
import time

import pytest
from django.db import OperationalError, connection, connections, transaction

from trailstone.database.sqlite3.turn import Turn
from trailstone.people.models import School

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its own line")

HOLDING = """
import sys, time
from trailstone.database.sqlite3.turn import Turn
Turn(sys.argv[1]).take()
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def database(tmp_path):
    return str(tmp_path / "some.sqlite3")


def in_thread(act):
    def run():
        try:
            act()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread


def in_line(database):
    """How many wait for the lock (proc(5): behind the lock that is held, each with an arrow and the file's inode)."""
    inode = os.stat(f"{database}.turn").st_ino
    with open("/proc/locks") as locks:
        return sum("->" in line and f":{inode} " in line for line in locks)


def until(true):
    ends = time.monotonic() + 60
    while not true():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.01)


@pytest.mark.skipif(not os.path.exists("/proc/locks"), reason="sees in /proc who waits")
def test_the_turn_comes_in_the_order_of_asking(database):
    first, served = Turn(database), []
    first.take()

    def ask(number):
        with Turn(database):
            served.append(number)

    threads = []
    for number in range(6):
        threads.append(in_thread(lambda number=number: ask(number)))
        until(lambda expected=number + 1: in_line(database) == expected)
    first.give_back()
    for thread in threads:
        thread.join(60)
    assert served == list(range(6))


def test_the_turn_of_a_process_that_died_falls_free(database):
    command = [sys.executable, "-c", HOLDING, database]
    other = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own words
    assert other.stdout.readline() == "held\n"
    got = threading.Event()
    in_thread(lambda: (Turn(database).take(), got.set()))
    assert not got.wait(0.3)
    other.kill()
    other.wait()
    assert got.wait(60)
    other.stdout.close()


def test_who_waits_behind_a_process_that_hangs_is_told_and_leaves_the_line(database):
    hanging, tired, next_one = Turn(database), Turn(database, patience=0.2), Turn(database)
    hanging.take()
    with pytest.raises(OperationalError, match="nobody gave it back"):
        tired.take()
    assert not tired.held
    hanging.give_back()
    next_one.take()
    next_one.give_back()
    tired.take()
    assert tired.held


def test_a_turn_taken_twice_is_given_back_once(database):
    turn = Turn(database)
    turn.take()
    turn.take()
    turn.give_back()
    turn.give_back()
    with Turn(database) as other:
        assert other.held


def test_a_database_in_memory_has_no_line():
    with Turn(":memory:") as turn:
        assert not turn.held


@pytest.mark.django_db(transaction=True)
def test_a_transaction_holds_its_turn_until_it_ends(school):
    with transaction.atomic():
        School.objects.update(name="Renamed")
        assert connection.turn.held
    assert not connection.turn.held
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assert School.objects.update(name="Never") / 0
    assert not connection.turn.held
    assert School.objects.get(pk=school.room.school_id).name == "Renamed"


@pytest.mark.django_db(transaction=True)
def test_a_single_write_waits_until_the_transaction_before_it_is_over(school):
    written = []

    def rename():
        School.objects.update(name="Second")
        written.append(time.monotonic())

    with transaction.atomic():
        School.objects.update(name="First")
        thread = in_thread(rename)
        thread.join(0.4)
        assert written == []
    thread.join(60)
    assert School.objects.get(pk=school.room.school_id).name == "Second"


@pytest.mark.django_db(transaction=True)
def test_reading_never_waits(school):
    read = []
    with transaction.atomic():
        School.objects.update(name="Unseen")
        in_thread(lambda: read.append(School.objects.get().name)).join(60)
    assert len(read) == 1
    assert read != ["Unseen"]
