"""Statements of many threads become one transaction; each gets its own count or its own error, after the commit."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, connections, transaction

from trailstone.database.sqlite3.writer import writer

pytestmark = [
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL commits together by itself"),
    pytest.mark.django_db(transaction=True),
]
INSERT = "INSERT INTO scratch (id, word) SELECT ?, ? WHERE ? > 0"
NO_LIMIT = 1_073_741_823


@pytest.fixture(autouse=True)
def scratch(db):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE scratch (id integer PRIMARY KEY, word text NOT NULL)")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE scratch")


def kept():
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM scratch ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def write(number, word="word", wanted=1):
    return writer().write(INSERT, (number, word, wanted))


def at_once(*calls):
    """What each call returned or raised, sent by as many threads."""
    gate = threading.Barrier(len(calls))

    def run(call):
        gate.wait()
        try:
            return call()
        except DatabaseError as error:
            return type(error)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_a_row_is_there_when_write_returns():
    assert write(1) == 1
    assert kept() == [1]


def test_a_statement_that_writes_nothing_says_so():
    assert write(1, wanted=0) == 0
    assert kept() == []


def test_each_of_many_at_once_hears_about_its_own():
    calls = [lambda n=n: write(n, wanted=n % 2) for n in range(40)]
    assert at_once(*calls) == [n % 2 for n in range(40)]
    assert kept() == [n for n in range(40) if n % 2]


def test_the_failure_of_one_never_touches_another():
    write(7)
    calls = [lambda: write(7), lambda: write(8, word=None), *(lambda n=n: write(n) for n in range(10, 30))]
    assert at_once(*calls) == [IntegrityError, IntegrityError, *[1] * 20]
    assert kept() == [7, *range(10, 30)]


def test_a_statement_that_cannot_be_read_fails_alone():
    calls = [lambda: writer().write("INSERT INTO nowhere VALUES (1)", ()), lambda: write(1), lambda: write(2)]
    assert at_once(*calls) == [OperationalError, 1, 1]


def test_a_full_disk_is_told_to_all_who_wait_and_the_writer_goes_on():
    pages = writer()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        (full,) = cursor.fetchone()
    pages.write(f"PRAGMA max_page_count = {full}", ())
    large = "x" * 200_000
    found = at_once(*[lambda n=n: write(n, word=large) for n in range(6)])
    assert set(found) == {OperationalError}
    assert kept() == []
    pages.write(f"PRAGMA max_page_count = {NO_LIMIT}", ())
    assert write(1, word=large) == 1
    assert kept() == [1]


def test_the_writer_waits_for_a_transaction_of_the_site():
    done = threading.Event()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO scratch VALUES (1, 'ours')")
        thread = threading.Thread(target=lambda: (write(2), done.set()), daemon=True)
        thread.start()
        assert not done.wait(0.3)
    assert done.wait(10)
    assert kept() == [1, 2]


def test_the_writers_connection_is_as_safe_as_every_other():
    """synchronous: 2 is FULL, journal_mode as text."""
    assert writer().write("INSERT INTO scratch SELECT synchronous, 'x' FROM pragma_synchronous", ()) == 1
    assert kept() == [2]
    assert writer().write("INSERT INTO scratch SELECT 9, journal_mode FROM pragma_journal_mode", ()) == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM scratch WHERE id = 9")
        assert cursor.fetchone() == ("wal",)
