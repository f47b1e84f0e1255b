"""The journal's files: one a day (UTC), written at its end and brought to the disk before anybody relies on it."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from trailstone.operate.backup.errors import Refused
from trailstone.operate.journal import lines

NAME = re.compile(r"journal-(\d{4}-\d\d-\d\d)\.jsonl")
TAIL = 1 << 16  # bytes in which the last whole line is looked for
DAMAGED = (
    "Line {number} of {file} is damaged. Nothing was changed. Take that line out with an editor (its answer is lost) "
    "or take another copy of the journal, and try again."
)


def files(folder: Path) -> list[tuple[date, Path]]:
    """The days that the folder has, oldest first; other files are not looked at."""
    named = [(NAME.fullmatch(path.name), path) for path in folder.iterdir()] if folder.is_dir() else []
    return sorted((date.fromisoformat(found[1]), path) for found, path in named if found)


def records(folder: Path) -> Iterator[dict[str, Any]]:
    """Every record, oldest first. A last line of a day that a power cut left half is passed over.

    Raises:
        Refused: another line is damaged; the sentence has its number.
    """
    for _, path in files(folder):
        with path.open("rb") as file:
            yield from _of_day(path, file)


def _of_day(path: Path, file: BinaryIO) -> Iterator[dict[str, Any]]:
    broken = 0
    for number, line in enumerate(file, start=1):
        if broken:
            raise Refused(DAMAGED.format(number=broken, file=path))
        try:
            yield lines.read(line)
        except lines.Broken:
            broken = number


def last(folder: Path) -> dict[str, Any] | None:
    """The last whole record; None when there is none."""
    for _, path in reversed(files(folder)):
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - TAIL))
            tail = file.read().splitlines()
        for line in reversed(tail):
            try:
                return lines.read(line)
            except lines.Broken:
                continue
    return None


def append(folder: Path, day: date, batch: Iterable[Mapping[str, Any]]) -> None:
    """Write records to the end of a day's file, and return when they are on the disk.

    A half line that a power cut left there goes first: its record is written again by whoever follows the log.

    Raises:
        OSError: the folder is away, or its disk is full or broken.
    """
    path = folder / f"journal-{day.isoformat()}.jsonl"
    fresh = not path.exists()
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b") as file:
        file.seek(_end(file))
        file.truncate()
        file.writelines(map(lines.written, batch))
        file.flush()
        os.fsync(file.fileno())
    if fresh:
        _name_to_disk(folder)


def _end(file: BinaryIO) -> int:
    """Where the last whole line ends."""
    size = file.seek(0, os.SEEK_END)
    start = max(0, size - TAIL)
    file.seek(start)
    tail = file.read()
    return size if not tail or tail.endswith(b"\n") else start + tail.rfind(b"\n") + 1


def _name_to_disk(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
