"""Rows of many become one statement; each hears of its own, once all of it is on the disk."""

import asyncio
import threading

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction

from tests.trailstone import threads
from trailstone.database.together import Together

pytestmark = pytest.mark.django_db(transaction=True)
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own limits")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="a server is needed")
NO_LIMIT = 1_073_741_823


def insert(at, rows):
    """Rows (id, word, wanted): those wanted whose id is new."""
    mark = "?" if at.vendor == "sqlite" else "%s"
    values = ", ".join(f"({mark}, {mark})" for _, _, wanted in rows if wanted)
    if not values:
        return set()
    params = [value for number, word, wanted in rows if wanted for value in (number, word)]
    cursor = at.connection.cursor()
    cursor.execute(f"INSERT INTO scratch VALUES {values} ON CONFLICT DO NOTHING RETURNING id", params)  # noqa: S608 - our own words
    return {str(number) for (number,) in cursor.fetchall()}


@pytest.fixture
def statements():
    return []


@pytest.fixture
def together(statements):
    made = Together(lambda at, rows: (statements.append(len(rows)), insert(at, rows))[1])
    yield made
    made.rest()


@pytest.fixture(autouse=True)
def scratch(transactional_db):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE scratch (id integer PRIMARY KEY, word text NOT NULL)")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE scratch")


def kept():
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM scratch ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def write(together, number, word="word", wanted=1):
    return together.write(str(number), (number, word, wanted))


def at_once(*calls):
    """What each call returned, or the kind of error it raised, sent by as many threads."""
    replies = threads.at_once(*calls, said=DatabaseError)
    return [type(reply) if isinstance(reply, DatabaseError) else reply for reply in replies]


def test_a_row_is_there_when_write_returns(together):
    assert write(together, 1) is True
    assert kept() == [1]


def test_a_row_that_the_statement_leaves_out_is_told_so(together):
    assert write(together, 1, wanted=0) is False
    assert write(together, 2) is True
    assert write(together, 2) is False
    assert kept() == [2]


def test_each_of_many_at_once_hears_about_its_own(together, statements):
    calls = [lambda n=n: write(together, n, wanted=n % 2) for n in range(40)]
    assert at_once(*calls) == [bool(n % 2) for n in range(40)]
    assert kept() == [n for n in range(40) if n % 2]
    assert sum(statements) == 40


def test_who_waits_in_an_event_loop_hears_the_same_and_all_go_in_few_statements(together, statements):
    async def many():
        return await asyncio.gather(*(together.written(str(n), (n, "word", n % 2)) for n in range(60)))

    assert asyncio.run(many()) == [bool(n % 2) for n in range(60)]
    assert kept() == [n for n in range(60) if n % 2]
    assert sum(statements) == 60
    assert len(statements) < 60


def test_a_row_that_spoils_the_statement_fails_alone(together):
    calls = [lambda: write(together, 8, word=None), *(lambda n=n: write(together, n) for n in range(10, 30))]
    assert at_once(*calls) == [IntegrityError, *[True] * 20]
    assert kept() == [*range(10, 30)]


def test_a_spoilt_row_raises_in_an_event_loop_too(together):
    async def both():
        rows = (together.written("1", (1, None, 1)), together.written("2", (2, "word", 1)))
        return await asyncio.gather(*rows, return_exceptions=True)

    spoilt, good = asyncio.run(both())
    assert (type(spoilt), good) == (IntegrityError, True)


def test_who_gave_up_waiting_keeps_nobody_else_from_hearing(together):
    async def cancelled():
        first = asyncio.ensure_future(together.written("1", (1, "word", 1)))
        second = asyncio.ensure_future(together.written("2", (2, "word", 1)))
        await asyncio.sleep(0)
        first.cancel()
        return await second

    assert asyncio.run(cancelled()) is True
    assert 2 in kept()


@on_postgresql
def test_a_connection_that_broke_is_made_anew_and_the_rows_sent_again(together):
    broken = []

    def breaks(at, rows):
        if not broken:
            broken.append(at.connection)
            at.connection.close()
        return insert(at, rows)

    fragile = Together(breaks)
    assert fragile.write("1", (1, "word", 1)) is True
    fragile.rest()
    assert kept() == [1]


@on_sqlite
def test_a_full_disk_is_told_to_all_who_wait_and_the_writer_goes_on():
    limit = []

    def limited(at, rows):
        at.connection.execute(f"PRAGMA max_page_count = {limit[-1]}").fetchone()
        return insert(at, rows)

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        limit.append(cursor.fetchone()[0])
    together, large = Together(limited), "x" * 200_000
    assert set(at_once(*[lambda n=n: write(together, n, word=large) for n in range(6)])) == {OperationalError}
    assert kept() == []
    limit.append(NO_LIMIT)
    assert write(together, 1, word=large) is True
    assert kept() == [1]
    together.rest()


@on_sqlite
def test_the_writer_waits_for_a_transaction_of_the_site(together):
    done = threading.Event()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO scratch VALUES (1, 'ours')")
        thread = threading.Thread(target=lambda: (write(together, 2), done.set()), daemon=True)
        thread.start()
        assert not done.wait(0.3)
    assert done.wait(60)
    assert kept() == [1, 2]


@on_sqlite
def test_the_writers_connection_is_as_safe_as_every_other():
    """synchronous: 2 is FULL (sqlite.org/pragma.html)."""
    said = []

    def asked(at, rows):
        said.extend(at.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous"))
        return set()

    together = Together(asked)
    together.write("1", ())
    together.rest()
    assert said == ["wal", 2]
