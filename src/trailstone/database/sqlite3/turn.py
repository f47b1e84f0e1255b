"""Whose turn it is to write: a line in which threads and processes wait for the one place SQLite has.

SQLite's own way is to look again every few milliseconds, so that who came last may be served first; under load some
wait very long. A lock on a file (flock(2)) is handed on by the kernel in the order of asking, and falls free when a
process dies. It only orders: what keeps two writers apart is still SQLite's lock, so that a program which does not know
of the line (a backup, the sqlite3 shell) does no harm.
"""

import fcntl
import os
import threading
from pathlib import Path
from types import TracebackType
from typing import Final

from django.db.utils import OperationalError

PATIENCE: Final = 60.0  # seconds; the longest write of a school takes a few, so whoever holds it longer hangs


class Turn:
    """One connection's place in the line for one database. Used as ``with turn:``, or taken and given back."""

    def __init__(self, database: str, patience: float = PATIENCE) -> None:
        """``database``: the path of the file; in memory there is nobody to wait for.
        ``patience``: seconds."""
        alone = not database or ":memory:" in database or "mode=memory" in database
        self._path = None if alone else Path(f"{database}.turn")
        self._patience = patience
        self._file: int | None = None
        self.held = False

    def take(self) -> None:
        """Wait until it is ours. Taken twice is taken once.

        Raises:
            OperationalError: the file beside the database cannot be made, or the turn does not come in time.
        """
        if self.held or self._path is None:
            return
        try:
            if self._file is None:
                self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            self._wait(self._file)
        except OSError as error:
            raise OperationalError(f"unable to take a turn at writing: {error}") from error
        self.held = True

    def _wait(self, file: int) -> None:
        """flock(2) knows no time limit, so a wait that is not over at once is a thread's. When we leave the line, the
        file is closed: should its lock still come, it falls free as that thread's call returns."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            came = threading.Event()
        threading.Thread(target=_come, args=(file, came), daemon=True).start()
        if not came.wait(self._patience):
            self.close()
            raise TimeoutError(f"nobody gave it back in {self._patience:g} seconds")

    def give_back(self) -> None:
        """Let the next one write. Given back twice is given back once."""
        if self.held and self._file is not None:
            fcntl.flock(self._file, fcntl.LOCK_UN)
        self.held = False

    def close(self) -> None:
        """Leave the line for good (closing the file gives the turn back too)."""
        if self._file is not None:
            os.close(self._file)
        self._file, self.held = None, False

    def __enter__(self) -> "Turn":
        self.take()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.give_back()


def _come(file: int, came: threading.Event) -> None:
    fcntl.flock(file, fcntl.LOCK_EX)
    came.set()
