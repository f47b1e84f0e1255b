"""H23: every connection that can write waits until the disk has it (``synchronous=FULL``)."""

import threading
import uuid

import pytest
from django.db import connection, connections
from django.db.backends.signals import connection_created

from tests.trailstone.cast import MONDAY, raise_curtain
from tests.trailstone.practising import right
from trailstone.practice import actions, queries, start
from trailstone.practice.log import TOGETHER

FULL = 2  # https://sqlite.org/pragma.html#pragma_synchronous


@pytest.fixture
def opened(transactional_db):
    """What every connection that is opened from now on says of itself: (thread, journal mode, synchronous)."""
    found = []

    def note(connection, **more):
        with connection.cursor() as cursor:
            said = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
        found.append((threading.current_thread().name, *said))

    connections.close_all()
    TOGETHER.rest()
    connection_created.connect(note)
    yield found
    connection_created.disconnect(note)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's is the test below")
def test_every_connection_of_the_site_waits_for_the_disk(opened, rng):
    school = raise_curtain()
    skill = school.alg1.units[1].skills[0]
    attempt = start.start_exercise(learner=school.ben, course=school.alg1, skill=skill, at=MONDAY, rng=rng)

    def answer():
        place = queries.sitting(school.ben, attempt).current
        sent = {"position": place.position, "response": right(place), "client_key": uuid.uuid4(), "at": MONDAY}
        actions.answer(learner=school.ben, attempt_id=attempt, **sent)
        connections.close_all()

    learner = threading.Thread(target=answer, name="learner")
    learner.start()
    learner.join()
    assert {name for name, _, _ in opened} >= {"learner", "writer"}
    assert {(journal, waits) for _, journal, waits in opened} == {("wal", FULL)}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's is the test above")
def test_postgresql_waits_for_its_disk_unless_somebody_turned_it_off(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT source FROM pg_settings WHERE name = 'synchronous_commit'")
        assert cursor.fetchone()[0] in ("default", "command line"), "the site itself never turns it off"
