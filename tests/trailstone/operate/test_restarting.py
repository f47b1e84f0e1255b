"""After a fall a start must be short: what it asks the database for does not grow with what learners have done."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import finish_exercise
from trailstone.ids import uuid7
from trailstone.operate import serving
from trailstone.operate.jobs import running
from trailstone.people.queries import is_set_up
from trailstone.practice.models import Answer, Asked, Attempt
from trailstone.progress.models import LevelChange

LITTLE, MUCH = 1_500, 6_000  # rows in each table of the log; SQLite's statistics look at 1,000 and no more
READ = """SELECT sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) FROM pg_stat_xact_user_tables
WHERE relname LIKE 'practice_%' OR relname LIKE 'progress_%'"""


@pytest.fixture
def worked(school, rng, settings, tmp_path):
    """A site that has been started before, with a little work in it."""
    settings.DATA = tmp_path
    finish_exercise(school.ben, school.alg1, school.alg1.units[1].skills[0], [True] * 4, rng)
    start()
    return school


def start():
    """What ``trailstone serve`` and the worker beside it do before the first learner is served."""
    serving.prepare(MONDAY + timedelta(days=30))
    assert is_set_up()
    running.pick_up(MONDAY)
    running.plan(MONDAY)
    running.due(MONDAY)


def grow(count):
    """The log of a school that did the same again and again: so many rows in each of its tables."""
    for model, fresh in (
        (Attempt, lambda n: {"id": uuid7()}),
        (Asked, lambda n: {"id": uuid7(), "position": n}),
        (Answer, lambda n: {"id": uuid7(), "client_key": uuid7(), "number": n}),
        (LevelChange, lambda n: {"id": uuid7(), "attempt_id": uuid7()}),
    ):
        one = model.objects.order_by("id").values().first()
        names = {field.attname for field in model._meta.local_concrete_fields}
        kept = {name: value for name, value in one.items() if name in names}
        there = model.objects.count()
        model.objects.bulk_create([model(**kept | fresh(n)) for n in range(there + 10, count + 10)], batch_size=500)


def asked_for():
    """The statements of a start, and how much work they were: rows of the log read, on SQLite instructions carried out
    (https://sqlite.org/c3ref/progress_handler.html; in hundreds)."""
    hundreds = 0

    def another_hundred():
        nonlocal hundreds
        hundreds += 1

    on_sqlite = connection.vendor == "sqlite"
    before = 0 if on_sqlite else rows_read()
    if on_sqlite:
        connection.connection.set_progress_handler(another_hundred, 100)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        start()
    if on_sqlite:
        connection.connection.set_progress_handler(None, 0)
    return len(seen), hundreds if on_sqlite else rows_read() - before


def rows_read():
    with connection.cursor() as cursor:
        cursor.execute(READ)
        return int(cursor.fetchone()[0])


def test_a_start_asks_no_more_of_a_large_log_than_of_a_small_one(worked):
    grow(LITTLE)
    start()
    little = asked_for()
    grow(MUCH)
    start()
    much = asked_for()
    assert much[0] == little[0]
    assert much[1] <= little[1] * 1.1
