"""Taking the file of all answers, and how far that is: told in the database, which all processes of the site share."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, TypeVar

from django.db import DatabaseError, transaction

from trailstone.people.models import Classroom, User
from trailstone.reports import export
from trailstone.reports.answers_file import answers_table, count
from trailstone.reports.models import Download

STEPS: Final = 100  # times at most that a download is told in the database
STILL: Final = timedelta(minutes=1)  # without a piece being taken: the reader has gone
T = TypeVar("T")


def begin(teacher: User, classroom: Classroom, at: datetime) -> Download:
    """The teacher begins to take the file; an earlier time is forgotten. Nothing is counted yet."""
    fresh = {"rows": None, "sent": 0, "size": 0, "began_at": at, "moved_at": at, "ended_at": None}
    made, _ = Download.objects.update_or_create(classroom=classroom, teacher=teacher, defaults=fresh)
    return made


def last(teacher: User, classroom: Classroom) -> Download | None:
    """The teacher's last time with this class; None when there was none."""
    return Download.objects.filter(teacher=teacher, classroom=classroom).first()


def stopped(download: Download, at: datetime) -> bool:
    """Whether it is not whole and no longer moves: the reader stopped it, or the site did."""
    return download.ended_at is None and at - download.moved_at > STILL


def share(download: Download) -> int:
    """Percent of the rows that were taken; 100 only when it is over."""
    if download.ended_at:
        return 100
    return min(99, 100 * download.sent // download.rows) if download.rows else 0


def whole_size(download: Download) -> int:
    """About how many bytes all of it has, by what was taken so far; 0 as long as nothing was."""
    return download.size * max(download.rows or 0, download.sent) // download.sent if download.sent else 0


def pieces(download: Download, clock: Callable[[], datetime]) -> Iterator[bytes]:
    """The file, UTF-8, in pieces. The next is made when one was taken, and only then is the one before it counted.

    Besides what the file itself takes: a statement that counts the rows, and STEPS + 2 that tell how far it is. That
    they cannot be written (a full disk, a locked database) keeps nobody from the file.
    """
    table = answers_table(download.classroom)
    rows = _Counted(table.rows)
    download.rows = whole = count(download.classroom)
    told = 0
    _tell(download, clock())
    for piece in export.pieces(replace(table, rows=rows)):
        sent = piece.encode()
        yield sent
        download.sent, download.size = rows.passed, download.size + len(sent)
        if (reached := STEPS * download.sent // max(whole, 1)) > told:
            told = reached
            _tell(download, clock())
    download.ended_at = clock()
    _tell(download, download.ended_at)


class _Counted(Iterable[T]):
    """Rows that are counted as they pass."""

    def __init__(self, rows: Iterable[T]) -> None:
        self._rows, self.passed = rows, 0

    def __iter__(self) -> Iterator[T]:
        for row in self._rows:
            self.passed += 1
            yield row


def _tell(download: Download, at: datetime) -> None:
    """Write it down, unless the teacher has begun anew meanwhile: then the later one is told."""
    download.moved_at = at
    told = {name: getattr(download, name) for name in ("rows", "sent", "size", "moved_at", "ended_at")}
    with suppress(DatabaseError), transaction.atomic():
        Download.objects.filter(pk=download.pk, began_at=download.began_at).update(**told)
