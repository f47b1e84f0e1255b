"""Writing together: single statements of many threads that wait at the same moment become one transaction.

A commit that is safe on the disk takes as long for thirty rows as for one. Each process has one writing thread: it
takes whatever waits, writes it, commits, and only then wakes those who wait, each with its own count or its own error.
SQLite takes back a statement that fails and keeps the others of its transaction ("ABORT" of lang_conflict.html), so
that every statement is its own savepoint; should SQLite give up the transaction as a whole (disk full, I/O error),
everybody in it gets that error, and nothing of it was written.
"""

import copy
import threading
from collections.abc import Sequence
from queue import Empty, SimpleQueue
from typing import Any, cast

from django.db import Error, connections
from django.db.utils import OperationalError

from trailstone.database.sqlite3.base import DatabaseWrapper

REST = "SELECT 'nothing more for now'"
MOST = 256  # statements in one transaction: nobody waits longer than for so many


class Waiting:
    """One statement, and the thread that waits for it."""

    __slots__ = ("_done", "count", "error", "params", "sql")

    def __init__(self, sql: str, params: Sequence[Any]) -> None:
        self.sql, self.params = sql, params
        self.count = 0
        self.error: Exception | None = None
        self._done = threading.Lock()
        self._done.acquire()

    def wake(self) -> None:
        """Let the thread go on."""
        self._done.release()

    def wait(self) -> int:
        """How many rows the statement wrote, once they are on the disk. Raises what the database raised."""
        self._done.acquire()
        if self.error is not None:
            raise copy.copy(self.error) from self.error  # several threads may share it, and each adds where it was
        return self.count


class Writer:
    """The writing thread of this process for one database; it starts with the first statement."""

    def __init__(self, alias: str) -> None:
        self._alias = alias
        self._queue: SimpleQueue[Waiting] = SimpleQueue()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def write(self, sql: str, params: Sequence[Any]) -> int:
        """Have one statement written (with SQLite's ``?`` for values); the count of its rows once it is committed.

        Raises:
            django.db.Error: as the database says. After anything but an IntegrityError it is not certain that
            nothing was written: ask again with the same keys.
        """
        waiting = Waiting(sql, params)
        self._queue.put(waiting)
        if self._thread is None or not self._thread.is_alive():
            self._start()
        return waiting.wait()

    def rest(self) -> None:
        """Close the thread's connection, for whoever exchanges the database's file; the next statement opens one."""
        if self._thread is not None and self._thread.is_alive():
            self.write(REST, ())

    def _start(self) -> None:
        with self._starting:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            together = [self._queue.get()]
            try:
                self._commit(together)
            except Exception as error:  # the thread lives on, whatever happens to a transaction
                for waiting in together:
                    waiting.error = error
                connections[self._alias].close()
            if any(waiting.sql == REST for waiting in together):
                connections[self._alias].close()
            for waiting in together:
                waiting.wake()

    def _commit(self, together: list[Waiting]) -> None:
        """Write what waits in one transaction. Whoever comes while we wait for our turn is taken along."""
        connection = cast(DatabaseWrapper, connections[self._alias])
        connection.ensure_connection()
        raw, turn = connection.connection, connection.turn
        with turn, connection.wrap_database_errors:
            raw.execute("BEGIN IMMEDIATE")
            try:
                self._take_along(together)
                for waiting in together:
                    _execute(connection, waiting)
                raw.execute("COMMIT")
            except BaseException:
                if raw.in_transaction:
                    raw.execute("ROLLBACK")
                raise

    def _take_along(self, together: list[Waiting]) -> None:
        try:
            while len(together) < MOST:
                together.append(self._queue.get_nowait())
        except Empty:
            return


def _execute(connection: Any, waiting: Waiting) -> None:
    """One statement of a transaction. Its own failure is its own, unless it ended the transaction."""
    try:
        with connection.wrap_database_errors:
            waiting.count = connection.connection.execute(waiting.sql, waiting.params).rowcount
    except Error as error:
        if not connection.connection.in_transaction:
            raise OperationalError(*error.args) from error
        waiting.error = error


_WRITERS: dict[str, Writer] = {}


def writer(alias: str = "default") -> Writer:
    """The process's writer for a database."""
    return _WRITERS.setdefault(alias, Writer(alias))
