"""Bad input at the start: one sentence that says what to do, no traceback, and nothing starts half."""

import json
import os
import socket
import sqlite3
import subprocess
from contextlib import closing, contextmanager

import pytest

from tests.durability.site import Site, free_port


@pytest.fixture
def empty(tmp_path):
    """A site that does not exist yet."""
    (tmp_path / "data").mkdir()
    return Site(tmp_path / "data", f"sqlite:///{tmp_path / 'data' / 'trailstone.sqlite3'}")


def refused(site, said, **more):
    """``serve`` ends by itself and says so in one sentence."""
    ended = site.run("trailstone", "serve", timeout=120, **({"PORT": str(free_port())} | more))
    assert ended.returncode == 1, ended.stdout
    assert said in " ".join(ended.stderr.split()), ended.stderr
    assert "Traceback" not in ended.stderr
    assert "Trailstone is at" not in ended.stdout
    return ended.stderr


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://nobody:s3cret@127.0.0.1:1/none", "The database does not answer"),
        ("postgresql://nobody:s3cret@no.such.host.invalid/none", "The database does not answer"),
        ("sqlite:////nowhere/at/all/school.sqlite3", "The database does not answer"),
    ],
)
def test_a_database_that_cannot_be_reached(empty, url, said):
    empty.url = url
    assert "s3cret" not in refused(empty, said)


def test_a_database_file_that_is_something_else(empty):
    empty.file.write_bytes(b"%PDF-1.7 the minutes of a meeting" * 200)
    refused(empty, "file is not a database. Look at DATABASE_URL")
    assert empty.file.read_bytes().startswith(b"%PDF"), "it was touched"


def test_a_port_that_is_taken(empty):
    with socket.create_server(("0.0.0.0", 0)) as other:  # noqa: S104 - as the site itself listens
        refused(empty, "is taken by another program", PORT=str(other.getsockname()[1]))
    assert not empty.file.exists(), "nothing starts half"


def test_a_server_that_runs_already(on_sqlite):
    """The second one says so, and the first one's school is untouched."""
    with socket.create_server(("0.0.0.0", 0)) as first:  # noqa: S104 - as the site itself listens
        before = on_sqlite.file.read_bytes()
        refused(on_sqlite, "choose another port", PORT=str(first.getsockname()[1]))
    assert on_sqlite.file.read_bytes() == before


@contextmanager
def read_only(folder):
    words = ["mount", "-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(words, capture_output=True).returncode:  # noqa: S603 - our own words
        pytest.skip("mounting a read-only disk needs root")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S603, S607 - our own words


def test_a_disk_that_is_read_only(empty):
    with read_only(empty.data):
        refused(empty, "cannot be written")


def test_a_migration_that_stopped_half_way_and_cannot_go_on_names_the_way_back(on_sqlite):
    """The table it was about to make is there already; the mark says that an update was under way, and its backup."""
    back = on_sqlite.run("trailstone", "migrate", "operate", "zero", "--verbosity", "0")
    assert back.returncode == 0, back.stderr
    mark = on_sqlite.data / "upgrading.json"
    mark.write_text(json.dumps({"at": "2027-03-05T12:00:00+00:00", "file": "before-upgrade/some.tar.gz"}))
    with closing(sqlite3.connect(on_sqlite.file)) as database:
        database.execute("CREATE TABLE operate_job (name varchar(40) PRIMARY KEY)")
        database.commit()
        before = held(database)
    said = refused(on_sqlite, "An update that began on 2027-03-05T12:00:00+00:00 was interrupted, and it cannot go on")
    assert "trailstone restore --pre-upgrade" in said
    with closing(sqlite3.connect(on_sqlite.file)) as database:
        assert held(database) == before, "it was touched"
    assert mark.exists()


def held(database):
    """The tables, the migrations in force, and whose work there is."""
    asked = (
        "SELECT name, sql FROM sqlite_master",
        "SELECT app, name FROM django_migrations",
        "SELECT * FROM practice_attempt",
    )
    return [sorted(map(repr, database.execute(words))) for words in asked]


def test_a_clock_that_stands_before_the_newest_answer_is_told_and_the_site_starts(on_sqlite):
    with closing(sqlite3.connect(on_sqlite.file)) as database:
        database.execute("UPDATE practice_attempt SET started_at = '2099-01-01 00:00:00' WHERE state = 'open'")
        database.commit()
    done = on_sqlite.run("trailstone", "upgrade")
    assert done.returncode == 0
    assert "The computer's clock" in done.stdout + done.stderr
