"""Which backups are kept: the last of each of 7 days, of 4 weeks and of the months, and none older than 90 days.

What a school deletes must leave its backups too, so no kept month outlives ``DAYS`` (the setting
TRAILSTONE_BACKUP_DAYS), counted from the newest backup: a summer without any loses nothing.

What is named later than the backup that was just made comes from a clock that was ahead, or the clock is behind now.
Nobody can tell which, so such files neither count nor go.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

FORM = "trailstone-%Y-%m-%d-%H%M%S"
NAME = re.compile(r"(trailstone-\d{4}-\d\d-\d\d-\d{6})\.tar\.gz(\.locked)?")
Period = Callable[[datetime], tuple[int, ...]]
KEPT: tuple[tuple[int, Period], ...] = (
    (7, lambda at: (at.year, at.month, at.day)),
    (4, lambda at: at.isocalendar()[:2]),
    (12, lambda at: (at.year, at.month)),
)
DAYS = 90


def name_of(at: datetime, *, locked: bool) -> str:
    """The file name of a backup made at ``at``."""
    return f"{at.astimezone(UTC).strftime(FORM)}.tar.gz{'.locked' if locked else ''}"


def made_at(path: Path) -> datetime | None:
    """When the backup of this name was made; None for a file that is no backup of ours."""
    found = NAME.fullmatch(path.name)
    try:
        return datetime.strptime(found[1], FORM).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def kept(times: Iterable[datetime], days: int = DAYS) -> set[datetime]:
    """The moments whose backups stay: of those at most ``days`` older than the newest. Only periods that have a backup
    count, so a pause loses nothing."""
    newest_first = sorted(times, reverse=True)
    young = [at for at in newest_first if newest_first[0] - at <= timedelta(days=days)]
    return {at for count, period in KEPT for at in _last_of_each(young, period, count)}


def _last_of_each(newest_first: list[datetime], period: Period, count: int) -> Iterator[datetime]:
    last: dict[tuple[int, ...], datetime] = {}
    for at in newest_first:
        last.setdefault(period(at), at)
    yield from list(last.values())[:count]


def rotate(folder: Path, made: datetime, days: int = DAYS) -> list[Path]:
    """Delete the backups in the folder that need not be kept beside the one just ``made``; which they were.

    Other files, and backups of a later name, are never touched.
    """
    upto = made.replace(microsecond=0)
    found = {path: at for path in folder.iterdir() if (at := made_at(path)) and at <= upto}
    staying = kept(found.values(), days)
    gone = sorted(path for path, at in found.items() if at not in staying)
    for path in gone:
        path.unlink()
    return gone
