"""A throw-away PostgreSQL that keeps its promises to the disk and can be crashed."""

import os
import subprocess
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import psycopg
from psycopg import sql

from scripts import with_postgres


class Postgres:
    """A running server; its databases are reached by URL."""

    def __init__(self, url):
        self.home = Path(unquote(urlsplit(url).hostname or url.partition("@")[2].rpartition("/")[0]))
        self.first = url

    @property
    def data(self):
        return self.home / "data"

    def new(self, name, like="template1", place="pg_default"):
        """The URL of a new database, whose files lie in the tablespace ``place``."""
        names = map(sql.Identifier, (name, like, place))
        self._order(sql.SQL("CREATE DATABASE {} TEMPLATE {} TABLESPACE {}").format(*names))
        return f"postgresql://trailstone@{quote(str(self.home), safe='')}/{name}"

    @contextmanager
    def new_in(self, folder, name, like):
        """The same in a folder (the server's user must be able to walk there), gone when the block ends."""
        place, database = sql.Identifier(f"place_{name}"), sql.Identifier(name)
        os.chown(folder, os.stat(self.data).st_uid, -1)
        self._order(sql.SQL("CREATE TABLESPACE {} LOCATION {}").format(place, sql.Literal(str(folder))))
        try:
            yield self.new(name, like, f"place_{name}")
        finally:
            self._order(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(database))
            self._order(sql.SQL("DROP TABLESPACE {}").format(place))

    def _order(self, words):
        with closing(psycopg.connect(self.first, autocommit=True)) as connection:
            connection.execute(words)

    def crash_and_restart(self):
        """As ``pg_ctl restart -m immediate``: every process of it ends at once, and it recovers from its log."""
        self._control("restart", "-m", "immediate", "-w")

    def stop(self, mode="fast"):
        self._control("stop", "-m", mode, "-w")

    def start(self):
        self._control("start", "-w")

    def _control(self, *words):
        """``pg_ctl`` as the owner of the data, with the programs that run (or ran) on them."""
        owner = os.stat(self.data).st_uid
        programs = Path((self.data / "postmaster.opts").read_text().split()[0]).parent
        done = subprocess.run(  # noqa: S603 - PostgreSQL's own program
            [programs / "pg_ctl", "-D", self.data, "-l", self.home / "log", *words],
            user=owner, extra_groups=[], cwd="/", capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def postgres():
    """A server with ``fsync`` on, gone afterwards."""
    with with_postgres.server(durable=True) as url:
        server = Postgres(url)
        try:
            yield server
        finally:
            server.stop("immediate")  # the one that runs now may not be the one that was started first
