"""What became of the last backup, for a page to show: a small file in the data folder."""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

NAME = "backup-status.json"


@dataclass(frozen=True, slots=True)
class Status:
    """Times are ISO 8601 in UTC, empty for never. ``failed_why`` is a sentence, empty when the last try went well.

    A backup is good only when it was restored and compared; then ``verified_rows`` rows were found equal.
    ``waiting_since``: when the nightly backups were first to be made, while there is none yet.
    """

    file: str = ""
    made_at: str = ""
    size: int = 0
    seconds: float = 0
    locked: bool = False
    verified_rows: int = 0
    failed_at: str = ""
    failed_why: str = ""
    waiting_since: str = ""


def read(data: Path) -> Status:
    """The status in the data folder; an empty one when there is none or it cannot be read."""
    try:
        return Status(**json.loads((data / NAME).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return Status()


def succeeded(data: Path, status: Status) -> None:
    """Remember a backup that was verified."""
    _write(data, status)


def expected(data: Path, at: str) -> None:
    """Remember since when there should be a backup; nothing, when there is one or this is known."""
    known = read(data)
    if not (known.made_at or known.waiting_since):
        with suppress(OSError):
            _write(data, replace(known, waiting_since=at))


def failed(data: Path, at: str, why: str) -> None:
    """Remember that the last try failed; what is known of the last good one stays."""
    with suppress(OSError):  # the full disk that made it fail may also refuse this; the command says it anyway
        _write(data, replace(read(data), failed_at=at, failed_why=why))


def _write(data: Path, status: Status) -> None:
    handle, name = tempfile.mkstemp(dir=data, prefix=".status-")
    try:
        with os.fdopen(handle, "w") as file:
            json.dump(asdict(status), file, indent=1)
        os.replace(name, data / NAME)
    except BaseException:
        os.unlink(name)
        raise
