"""A school that was backed up and restored is the same school: on SQLite and on PostgreSQL."""

import socket
import threading
import uuid
from contextlib import closing

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from tests.trailstone.cast import MONDAY, PASSWORD
from tests.trailstone.operate.backup.conftest import NOON, WORDS
from tests.trailstone.practising import right, send
from trailstone.operate.backup import checking, status
from trailstone.operate.backup.asked import present_store
from trailstone.operate.backup.errors import Refused
from trailstone.operate.backup.making import make
from trailstone.operate.backup.stores import sqlite
from trailstone.operate.backup.telling import quiet
from trailstone.people.models import User
from trailstone.practice import queries, start
from trailstone.practice.models import Answer
from trailstone.progress.models import CourseProgress
from trailstone.progress.replay import differences

STATISTICS = {
    "sqlite": "SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'practice_asked'",
    "postgresql": "SELECT count(*) FROM pg_stats WHERE tablename = 'practice_asked'",
}


def made(data, folder, words="", at=NOON):
    return make(present_store(), folder, data=data, passphrase=words, at=at, told=quiet)


def answers():
    return sorted(Answer.objects.values_list("client_key", "response", "mark", "at"), key=str)


def wreck():
    """What a school would want a backup for."""
    Answer.objects.all().delete()
    CourseProgress.objects.all().delete()
    User.objects.filter(name="Ben").update(password="lost", username="nobody")


@pytest.fixture
def passphrase_file(tmp_path):
    (tmp_path / "words").write_text(f"{WORDS}\n")
    return tmp_path / "words"


def test_a_restored_school_is_the_one_that_was_backed_up(worked, data, port, tmp_path, passphrase_file, aside, capsys):
    before = answers()
    good = made(data, tmp_path / "out", WORDS)
    wreck()
    (data / "secret.key").write_text("another key")
    call_command("restore", str(good.file), passphrase_file=passphrase_file)
    assert answers() == before
    assert [str(one) for who in User.objects.filter(role="learner") for one in differences(who)] == []
    assert (data / "secret.key").read_text() == "the first key"
    assert (data / "secret.key").stat().st_mode & 0o777 == 0o600
    signed_in = Client().post(reverse("sign-in"), {"username": "ben", "password": PASSWORD})
    assert signed_in.status_code == 302
    assert "0 differences" in capsys.readouterr().out
    with connection.cursor() as cursor:  # a restored school is as fast as it was
        cursor.execute(STATISTICS[connection.vendor])
        assert cursor.fetchone()[0] > 0
    again = made(data, tmp_path / "again", WORDS)
    same = {name: table for name, table in again.manifest.contents.tables.items() if name not in MOVED_BY_SIGNING_IN}
    assert same.items() <= good.manifest.contents.tables.items()

    call_command("restore", "--back")  # one command back: the wrecked school is the school again
    assert answers() == []
    assert User.objects.filter(username="nobody").exists()
    assert (data / "secret.key").read_text() == "another key"
    call_command("restore", "--back")
    assert answers() == before


MOVED_BY_SIGNING_IN = {"people_user", "django_session"}


def left_behind():
    """A scratch of a computer that was switched off in the middle."""
    return f"{present_store().name[:30]}_scratch_0"


def scratches(server):
    """Ours alone: others may be verifying beside us on the same server."""
    ours = left_behind()[:-1]
    return server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [ours]).fetchall()


def test_verify_says_that_a_backup_is_good_and_touches_nothing(worked, data, tmp_path, capsys):
    good, before = made(data, tmp_path / "out"), answers()
    wreck()
    if connection.vendor == "postgresql":
        with present_store().beside() as server:
            server.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(left_behind())))
            assert len(scratches(server)) == 1
    call_command("verify", str(good.file))
    assert "Good: made 2027-03-05T12:00:00+00:00" in capsys.readouterr().out
    assert answers() == [] != before
    if connection.vendor == "postgresql":
        with present_store().beside() as server:
            assert scratches(server) == []


def test_the_status_file_knows_the_last_good_backup_and_the_last_failure(worked, data, tmp_path):
    good = made(data, tmp_path / "out", WORDS)
    known = status.read(data)
    assert (known.file, known.made_at, known.size, known.locked, known.failed_why) == (
        str(good.file), "2027-03-05T12:00:00+00:00", good.file.stat().st_size, True, "",
    )  # fmt: skip
    assert known.verified_rows == good.manifest.rows > 100
    with pytest.raises(Refused):
        made(data, tmp_path / "out" / good.file.name / "no folder")
    after = status.read(data)
    assert (after.file, bool(after.failed_why)) == (known.file, True)


def test_a_site_that_answers_at_its_port_is_not_restored_under_its_feet(worked, data, tmp_path, settings):
    file = made(data, tmp_path / "out").file
    before = answers()
    with socket.create_server(("0.0.0.0", 0)) as site:  # noqa: S104 - as the site listens
        settings.PORT = site.getsockname()[1]
        with pytest.raises(CommandError, match="site is running here"):
            call_command("restore", str(file))
    assert answers() == before


def test_a_database_that_others_use_is_not_exchanged(worked, data, port, tmp_path):
    file, store = made(data, tmp_path / "out").file, present_store()
    other = sqlite.sqlite3.connect(store.path) if connection.vendor == "sqlite" else store.connect(store.name)
    with closing(other):
        other.execute("SELECT count(*) FROM people_user").fetchone()
        with pytest.raises(CommandError, match="The site is running"):
            call_command("restore", str(file))
    assert answers()
    assert not list((data / "before-restore").glob("*/*"))


class Writer(threading.Thread):
    """A learner who goes on answering; ``confirmed`` are the keys whose answers the site said it has."""

    def __init__(self, learner, course, rng):
        super().__init__()
        self.learner, self.course, self.rng = learner, course, rng
        self.confirmed, self.enough, self.stop = [], threading.Event(), threading.Event()

    def run(self):
        try:
            for skill in self.course.units[2].skills * 50:
                attempt = start.start_exercise(
                    learner=self.learner, course=self.course, skill=skill, at=MONDAY, rng=self.rng
                )
                for _ in range(4):
                    if self.stop.is_set():
                        return
                    self._answer(attempt)
        finally:
            connections.close_all()

    def _answer(self, attempt):
        place, key = queries.sitting(self.learner, attempt).current, uuid.uuid4()
        send(self.learner, attempt, place.position, right(place), key=key)
        self.confirmed.append(key)
        if len(self.confirmed) >= 20:
            self.enough.set()


def keys_in(scratch):
    if connection.vendor == "sqlite":
        with closing(sqlite.sqlite3.connect(scratch.file)) as database:
            return {uuid.UUID(key) for (key,) in database.execute("SELECT client_key FROM practice_answer")}
    with scratch.store.connect(scratch.name) as database:
        return {key for (key,) in database.execute("SELECT client_key FROM practice_answer")}


def test_every_answer_confirmed_before_a_backup_began_is_in_it(worked, data, tmp_path, rng):
    writer = Writer(worked.dina, worked.alg1, rng)
    writer.start()
    try:
        assert writer.enough.wait(60)
        for attempt in range(20):  # until somebody wrote while the backup was made
            before = list(writer.confirmed)
            file = made(data, tmp_path / f"out-{attempt}").file
            meanwhile = len(writer.confirmed) - len(before)
            if meanwhile:
                break
    finally:
        writer.stop.set()
        writer.join()
    assert meanwhile > 0, "nobody wrote while the backup was made"
    with checking.proved(present_store(), file, "", quiet) as found:  # integrity and every row compared
        assert set(before) <= keys_in(found.scratch)
