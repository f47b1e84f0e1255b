"""A folder for minutes, and room for one backup or restore at a time."""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trailstone.operate.backup.errors import Refused, in_words

LOCK = "backup.lock"
PREFIX = ".trailstone-work-"


@contextmanager
def one_at_a_time(data: Path) -> Iterator[None]:
    """Hold the data folder's lock; the system gives it back when the process ends in whatever way.

    Raises:
        Refused: another backup or restore is at work.
    """
    with in_words(f"Writing to the data folder {data}"):
        data.mkdir(parents=True, exist_ok=True)
        file = (data / LOCK).open("w")
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            raise Refused("Another backup or restore is at work. Wait until it has ended.") from busy
        yield


@contextmanager
def workplace(beside: Path) -> Iterator[Path]:
    """A folder below ``beside`` that nobody else may read, and that is gone afterwards. One at a time: what a computer
    that was switched off left there is cleared away first."""
    with in_words(f"Writing to {beside}"):
        beside.mkdir(parents=True, exist_ok=True)
        for left in beside.glob(f"{PREFIX}*"):
            shutil.rmtree(left, ignore_errors=True)
        folder = tempfile.TemporaryDirectory(prefix=PREFIX, dir=beside, ignore_cleanup_errors=True)
    with folder:
        yield Path(folder.name)
