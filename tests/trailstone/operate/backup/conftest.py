"""A school with answers in it, on whichever database the tests run, and a small file that only looks like one."""

import os
import socket
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import psycopg
import pytest
from django.db import connection, connections

from scripts import postgres
from tests.trailstone.cast import raise_curtain
from tests.trailstone.practising import finish_exercise
from trailstone.operate.backup import locked
from trailstone.operate.backup.asked import present_store
from trailstone.operate.backup.stores.sqlite import SQLite

NOON = datetime(2027, 3, 5, 12, 0, tzinfo=UTC)
WORDS = "four words and more"


@pytest.fixture
def data(settings, tmp_path):
    """The site's data folder, with the key that signs sessions."""
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()
    (settings.DATA / "secret.key").write_text("the first key")
    return settings.DATA


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch):
    """A key takes long on purpose; the tests lock many files (what runs as a command pays the full price)."""
    monkeypatch.setattr(locked, "MEMORY", 64)


@pytest.fixture
def port(settings):
    """A port where nothing answers."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        settings.PORT = other.getsockname()[1]
    return settings.PORT


@pytest.fixture
def tools(monkeypatch):
    """PostgreSQL's programs that fit the server of this run."""
    if connection.vendor == "postgresql":
        monkeypatch.setenv("PATH", f"{postgres.programs()}:{os.environ['PATH']}")


@pytest.fixture
def worked(transactional_db, rng, tools):
    """The cast after some work, in committed rows that other connections see."""
    cast = raise_curtain()
    for learner in (cast.ben, cast.cho):
        for skill in cast.alg1.units[1].skills[:2]:
            finish_exercise(learner, cast.alg1, skill, [True, False, True, True], rng)
    yield cast
    connections.close_all()


@pytest.fixture
def small(data):
    """A store of a few rows with the tables a backup asks for: for what does not depend on a whole school."""
    store = SQLite(data / "trailstone.sqlite3")
    with closing(sqlite3.connect(store.path)) as database:
        database.executescript(
            """
            PRAGMA journal_mode=WAL;
            CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app TEXT, name TEXT);
            INSERT INTO django_migrations (app, name) VALUES ('contenttypes', '0001_initial');
            CREATE TABLE answer (id INTEGER PRIMARY KEY, response TEXT, levels BLOB);
            """
        )
        rows = [(n, f"x = {n}", bytes([n % 5] * 40)) for n in range(2000)]
        database.executemany("INSERT INTO answer VALUES (?, ?, ?)", rows)
        database.commit()
    return store


@pytest.fixture
def aside():
    """Databases that a restore set aside on the server go when the test ends: our own, others test beside us."""
    yield
    if connection.vendor == "postgresql":
        connections.close_all()
        with present_store().beside() as server:
            ours = f"{present_store().name[:30]}_before_"
            found = server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [ours]).fetchall()
            for (name,) in found:
                server.execute(psycopg.sql.SQL("DROP DATABASE {}").format(psycopg.sql.Identifier(name)))
