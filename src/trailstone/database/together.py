"""Writing together: the rows of many who wait at the same moment are written by one statement.

A commit that is safe on the disk takes as long for thirty rows as for one, and so does a round trip to a server. Each
process has one writing thread: it takes whatever waits, writes it, and only then wakes those who wait, each with its
own outcome. Should the statement fail for the sake of one row, each is written by itself; should the database be out,
everybody in it gets that error, and nothing of it was written (or it cannot be known: ask again with the same keys).
"""

import asyncio
import copy
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import Any

from django.db import Error, InterfaceError, OperationalError, connections

MOST = 256  # rows in one statement: nobody waits longer than for so many
GATHERED = 0.004  # seconds: while several come at a time, so long is waited for more of them
Row = Sequence[Any]  # what JSON can hold
Write = Callable[[Any, Sequence[Row]], set[str]]  # a connection of Django's, rows; gives the keys of those written
OUT = (OperationalError, InterfaceError)  # it is the database, not the row


class Waiting:
    """One row, and who waits for it: a thread, or the future of an event loop."""

    __slots__ = ("added", "error", "future", "key", "row", "woken")

    def __init__(self, key: str, row: Row | None, future: asyncio.Future[bool] | None = None) -> None:
        """``row``: None is no row but the wish to have the connection closed."""
        self.key, self.row, self.future = key, row, future
        self.added = False
        self.error: Exception | None = None
        if future is None:
            self.woken = threading.Lock()
            self.woken.acquire()

    def wait(self) -> bool:
        """Whether the row was written, once it is on the disk. Raises what the database raised."""
        self.woken.acquire()
        if self.error is not None:
            raise copy.copy(self.error) from self.error  # several threads may share it, and each adds where it was
        return self.added

    def settle(self) -> None:
        """The same for a future, within its loop."""
        if self.future is None or self.future.done():
            return
        if self.error is not None:
            self.future.set_exception(copy.copy(self.error))
        else:
            self.future.set_result(self.added)


class Together:
    """The writing thread of this process for one kind of row; it starts with the first one."""

    def __init__(self, write: Write, alias: str = "default") -> None:
        self._write, self._alias = write, alias
        self._queue: SimpleQueue[Waiting] = SimpleQueue()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def write(self, key: str, row: Row) -> bool:
        """Have one row written. True once it is on the disk; False when the statement left it out.

        Raises:
            django.db.Error: as the database says. After an OperationalError it is not certain that nothing was written.
        """
        return self._put(Waiting(key, row)).wait()

    def written(self, key: str, row: Row) -> asyncio.Future[bool]:
        """The same in an event loop, which goes on meanwhile."""
        future = asyncio.get_running_loop().create_future()
        self._put(Waiting(key, row, future))
        return future

    def rest(self) -> None:
        """Close the thread's connection, for whoever exchanges the database's file; the next row opens one."""
        if self._thread is not None and self._thread.is_alive():
            self._put(Waiting("", None)).wait()

    def _put(self, waiting: Waiting) -> Waiting:
        self._queue.put(waiting)
        if self._thread is None or not self._thread.is_alive():
            self._start()
        return waiting

    def _start(self) -> None:
        with self._starting:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        together: list[Waiting] = []
        while True:
            busy = len(together) > 1
            together = [self._queue.get()]
            try:
                self._commit(together, GATHERED if busy else 0)
            except Exception as error:  # the thread lives on, whatever happens to a transaction
                for waiting in together:
                    waiting.error = error
                connections[self._alias].close()
            _wake(together)

    def _commit(self, together: list[Waiting], pause: float) -> None:
        """Write what waits. Who comes while we wait for our turn (SQLite) or ``pause`` (a server) is taken along."""
        connection = connections[self._alias]
        if together[0].row is None:
            connection.close()
            return
        connection.ensure_connection()
        with getattr(connection, "turn", None) or _after(pause):
            self._take_along(together)
            rows = [waiting for waiting in together if waiting.row is not None]
            self._write_all(connection, rows)
        if len(rows) < len(together):
            connection.close()

    def _take_along(self, together: list[Waiting]) -> None:
        try:
            while len(together) < MOST:
                together.append(self._queue.get_nowait())
        except Empty:
            return

    def _write_all(self, connection: Any, together: Sequence[Waiting]) -> None:
        """One statement for all; when a row spoils it, a statement for each."""
        try:
            added = self._asked(connection, together)
        except OUT:
            raise
        except Error as error:
            if len(together) == 1:
                together[0].error = error
                return
            for waiting in together:
                self._write_all(connection, [waiting])
            return
        for waiting in together:
            waiting.added = waiting.key in added

    def _asked(self, connection: Any, together: Sequence[Waiting]) -> set[str]:
        """A broken connection is replaced and the statement sent again: with the same keys nothing counts twice."""
        rows = [waiting.row for waiting in together if waiting.row is not None]
        try:
            with connection.wrap_database_errors:
                return self._write(connection, rows)
        except OUT:
            if connection.is_usable():
                raise
            connection.close()
            connection.ensure_connection()
            with connection.wrap_database_errors:
                return self._write(connection, rows)


@contextmanager
def _after(seconds: float) -> Iterator[None]:
    """In place of a turn, where there is none: a statement for many costs little more than one for each."""
    if seconds:
        time.sleep(seconds)
    yield


def _wake(together: Sequence[Waiting]) -> None:
    """Let all go on: threads at once, futures with one call to their loop."""
    loops: defaultdict[asyncio.AbstractEventLoop, list[Waiting]] = defaultdict(list)
    for waiting in together:
        if waiting.future is None:
            waiting.woken.release()
        else:
            loops[waiting.future.get_loop()].append(waiting)
    for loop, own in loops.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_settle, own)


def _settle(together: Sequence[Waiting]) -> None:
    for waiting in together:
        waiting.settle()
