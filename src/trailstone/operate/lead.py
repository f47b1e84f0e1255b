"""One worker at a time. The system gives the lead back when its holder ends in whatever way: nobody waits for a clock.

On SQLite a lock on a file of the data folder. On PostgreSQL, where workers may run on several computers, an advisory
lock inside an open transaction of a connection of its own: that also holds behind a pooler that lends connections for
a transaction at a time.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

import psycopg

from trailstone.operate.backup.stores import Store
from trailstone.operate.backup.stores.postgres import Postgres

NAME = "worker.lock"
KEY = 0x7472_6169_6C73  # of the advisory lock: the first letters of our name


class Lead(Protocol):
    """Held by one process at most."""

    def held(self) -> bool:
        """Whether it is still ours. A database that was restarted has given it back."""


@contextmanager
def lead(store: Store, data: Path) -> Iterator[Lead | None]:
    """The lead while the block runs; None when another process has it.

    Raises:
        psycopg.Error, OSError: the database or the data folder cannot be reached.
    """
    if isinstance(store, Postgres):
        with store.connect(store.name) as connection:
            row = connection.execute("SELECT pg_try_advisory_xact_lock(%s)", [KEY]).fetchone()
            yield _Transaction(connection) if row and row[0] else None
        return
    with (data / NAME).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield None
        else:
            yield _File()


class _File:
    def held(self) -> bool:
        return True


class _Transaction:
    def __init__(self, connection: "psycopg.Connection[tuple[object, ...]]") -> None:
        self.connection = connection

    def held(self) -> bool:
        with suppress(psycopg.Error):
            self.connection.execute("SELECT 1")
            return True
        return False
