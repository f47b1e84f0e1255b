"""The database or the disk refuses: one clear 503 that keeps what was typed, one line in the log, and no traceback."""

import errno
import logging
import sqlite3

import psycopg
import pytest
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import DatabaseError, InterfaceError, OperationalError, ProgrammingError, connection
from django.test import Client

from tests.trailstone.cast import PASSWORD
from trailstone.web import outage
from trailstone.web.entrance import errors

FORM = "application/x-www-form-urlencoded"
SAVE = "Your work is safe up to your last tick. We could not save this one. Try again in a moment."


def of_sqlite(code):
    """What Django raises for an error of SQLite with this number."""
    cause = sqlite3.OperationalError("told by its number")
    cause.sqlite_errorcode = code
    return wrapped(OperationalError("told by its number"), cause)


def of_postgresql(state, wrapper=OperationalError):
    cause = psycopg.errors.lookup(state)("told by its number")
    return wrapped(wrapper("told by its number"), cause)


def wrapped(error, cause):
    error.__cause__ = cause
    return error


@pytest.mark.parametrize("code", [5, 6, 8, 10, 13, 14, 15, 10 | 3 << 8, 5 | 2 << 8, 8 | 1 << 8])
def test_what_sqlite_refuses_for_a_while_is_an_outage(code):
    assert outage.is_outage(of_sqlite(code))
    assert outage.is_outage(of_sqlite(code).__cause__), "also as a thread of ours passes it on"


@pytest.mark.parametrize("code", [1, 11, 19, 26])
def test_a_fault_in_our_sql_or_a_damaged_file_is_no_outage(code):
    assert not outage.is_outage(of_sqlite(code))


@pytest.mark.parametrize("state", ["08006", "40P01", "40001", "53100", "53300", "55P03", "57P01", "57P03", "58030"])
def test_what_postgresql_refuses_for_a_while_is_an_outage(state):
    assert outage.is_outage(of_postgresql(state))


@pytest.mark.parametrize(("state", "wrapper"), [("42P01", ProgrammingError), ("23505", DatabaseError)])
def test_a_missing_table_or_a_broken_rule_is_no_outage(state, wrapper):
    assert not outage.is_outage(of_postgresql(state, wrapper))


def test_a_read_only_server_is_an_outage():
    assert outage.is_outage(of_postgresql("25006", DatabaseError))


@pytest.mark.parametrize("error", [OperationalError("no server"), InterfaceError("closed"), psycopg.OperationalError()])
def test_a_server_that_is_not_there_is_an_outage(error):
    assert outage.is_outage(error)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO])
def test_a_disk_that_takes_nothing_is_an_outage(number):
    assert outage.is_outage(OSError(number, "told by its number"))


@pytest.mark.parametrize("error", [ZeroDivisionError(), FileNotFoundError(errno.ENOENT, "x"), DatabaseError(), None])
def test_everything_else_stays_a_fault_of_ours(error):
    assert not outage.is_outage(error)


@pytest.fixture
def refusing(monkeypatch):
    """From now on the database takes nothing; ``refusing.undo()`` makes room again."""

    def refuse(*given, **more):
        raise of_sqlite(13)

    with monkeypatch.context() as full:
        full.setattr(connection, "cursor", refuse)
        yield full


@pytest.fixture
def ben_sends(school):
    client = Client(raise_request_exception=False)
    client.force_login(school.ben)
    return client


def test_a_form_that_was_not_saved_can_be_sent_once_more_as_it_was(ben_sends, refusing):
    reply = ben_sends.post("/join/", "code=HJKM%222345&client_key=the+same", content_type=FORM)
    assert (reply.status_code, reply.headers["Retry-After"]) == (503, "5")
    assert SAVE in reply.text
    assert '<form method="post" action="/join/">' in reply.text
    for name, value in (("code", "HJKM&quot;2345"), ("client_key", "the same")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in reply.text


def test_a_page_that_has_to_wait_can_be_asked_for_again(ben_sends, refusing):
    reply = ben_sends.get("/learn/progress/?a=1&b=2")
    assert reply.status_code == 503
    assert "This page has to wait" in reply.text
    assert 'href="/learn/progress/?a=1&amp;b=2"' in reply.text


def test_htmx_gets_the_sentence_alone(ben_sends, refusing):
    reply = ben_sends.post("/join/", {"code": "HJKM2345"}, headers={"HX-Request": "true"})
    assert (reply.status_code, reply.text) == (503, SAVE)
    assert reply.headers["Content-Type"].startswith("text/plain")


def test_a_program_gets_json(ben_sends, refusing):
    reply = ben_sends.post("/api/v1/attempts", {"activity": "exercise"}, content_type="application/json")
    assert (reply.status_code, reply.headers["Retry-After"], reply.json()) == (503, "5", {"detail": SAVE})


def test_a_password_is_never_put_into_the_page(school, refusing):
    client = Client(raise_request_exception=False)
    reply = client.post("/sign-in/", f"username=ben&password={PASSWORD}", content_type=FORM)
    assert reply.status_code == 503
    assert PASSWORD not in reply.text


@pytest.mark.parametrize(("code", "status"), [(13, 503), (1, 400)])
def test_a_session_that_could_not_be_saved_is_an_outage(rf, code, status):
    """Django takes it for one that was deleted meanwhile, and would say 400."""
    error = SessionInterrupted("deleted")
    error.__context__ = of_sqlite(code)  # raised while that was handled
    assert errors.bad_request(rf.post("/"), error).status_code == status


def test_when_there_is_room_again_the_same_form_goes_through(ben_sends, refusing):
    assert ben_sends.get("/learn/").status_code == 503
    refusing.undo()
    assert ben_sends.get("/learn/").status_code == 200


def records(count, error, at):
    made = []
    for number in range(count):
        record = logging.makeLogRecord({"msg": "Service Unavailable: %s", "args": ("/x/",), "exc_info": (0, error, 0)})
        record.created = at + number
        made.append(record)
    return made


def test_an_outage_is_one_line_a_minute_without_a_traceback():
    quiet = outage.OncePerMinute()
    first, *others = records(60, of_sqlite(13), at=1000)
    assert quiet.filter(first)
    assert not any(quiet.filter(one) for one in others)
    assert (first.exc_info, first.getMessage().endswith("line: 1")) == (None, True)
    (later,) = records(1, of_sqlite(13), at=1060)
    assert quiet.filter(later)
    assert later.getMessage().endswith("line: 60")


def test_faults_of_ours_are_all_written():
    assert all(map(outage.OncePerMinute().filter, records(3, ZeroDivisionError(), at=1000)))


def test_the_log_of_the_site_has_one_line_for_many_refused_requests(ben_sends, refusing, caplog):
    log = logging.getLogger("django.request")
    for one in log.filters:
        one.quiet_until = 0.0
    for _ in range(5):
        ben_sends.get("/learn/")
    assert len(caplog.records) == 1
    assert "Traceback" not in caplog.text
