"""Following the log: what was committed since the last look goes into the journal, and to its disk.

Rows carry the time in their ids, but they are committed in another order than they are numbered in: each look reads
once more what is at most ``OVERLAP`` old, and leaves out what it wrote already. A row that is written twice does no
harm; none is left out as long as it is committed within that time.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any, Final
from uuid import UUID

from django.db import Error, connections
from django.db.models import Model

from trailstone.operate.backup import status
from trailstone.operate.journal import days, kinds, state
from trailstone.operate.journal.state import State
from trailstone.people.models import School
from trailstone.practice.models import Arrangement
from trailstone.progress.models import LevelChange

log = logging.getLogger(__name__)
LOOK: Final = 2.0  # seconds between two looks
OVERLAP: Final = timedelta(seconds=60)  # longer than any request may wait for the database
TELL: Final = timedelta(seconds=20)
AT_ONCE: Final = 500  # rows in one statement and one write
BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
AWAY: Final = "The journal cannot be written to {} ({}). Is the stick or the disk plugged in?"
SOURCES: Final[Sequence[tuple[str, type[Model]]]] = (
    *kinds.MODELS.items(), ("finished", LevelChange), ("ended", Arrangement),
)  # fmt: skip


def lowest(at: datetime) -> UUID:
    """The lowest UUIDv7 of the millisecond ``at``."""
    return UUID(int=int(at.timestamp() * 1000) << 80 | 0x7 << 76 | 0x2 << 62)


class Follower:
    """Writes the log of the site whose data folder is ``data`` to the journal in ``folder``."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.folder, self.data = folder, data
        self.upto: datetime | None = None  # everything committed by then is written
        self.written: dict[str, set[UUID]] = {kind: set() for kind, _ in SOURCES}
        self.told = State()

    def run(self, stop: Event, clock: Callable[[], datetime]) -> None:
        """Look again and again until ``stop``. A stick that is away or a database that is silent is waited for."""
        while not stop.is_set():
            now = clock()
            try:
                self.look(now)
                self._tell(now, "")
            except OSError as error:
                self._tell(now, AWAY.format(self.folder, (error.strerror or str(error)).lower()))
            except Error as error:
                connections.close_all()
                self._tell(now, f"The journal waits for the database ({' '.join(str(error).split())}).")
            stop.wait(LOOK)
        connections.close_all()

    def look(self, now: datetime) -> int:
        """Write what is new; how many records that were.

        Raises:
            OSError: the journal's disk refused. Nothing is taken as written.
            django.db.Error: the database did.
        """
        self._begin()
        since = min(self.upto or now, now) - OVERLAP
        schools = list(School.objects.values_list("pk", flat=True))
        written = sum(self._follow(kind, model, since, now, schools) for kind, model in SOURCES)
        if written:  # where the next process goes on
            days.append(self.folder, now.date(), [{"is": "mark", "at": now}])
        self.upto = now
        return written

    def _begin(self) -> None:
        """The folder is made when only its last part is missing: a stick that is away is not replaced by the disk."""
        if self.folder.parent.is_dir():
            self.folder.mkdir(exist_ok=True, mode=0o700)
        if self.upto is None:
            self.upto = max(self._last_mark(), BEGINNING + OVERLAP)

    def _last_mark(self) -> datetime:
        """Where the journal ends; for a new one, the last good backup, which holds all before it."""
        found = days.last(self.folder)
        at = found["at"] if found and found["is"] == "mark" else status.read(self.data).made_at
        return datetime.fromisoformat(at) if at else BEGINNING

    def _follow(self, kind: str, model: type[Model], since: datetime, now: datetime, schools: list[int]) -> int:
        there = model._default_manager.filter(school_id__in=schools)
        ending = kind == "ended"  # the one row that is written to later: it is told by that time, not by its id
        there = there.filter(ended_at__gte=since) if ending else there.filter(id__gte=lowest(since))
        ids = list(there.order_by("id").values_list("id", flat=True))
        new = [one for one in ids if one not in self.written[kind]]
        count = 0
        for at in range(0, len(new), AT_ONCE):
            batch: list[dict[str, Any]] = list(kinds.records(kind, new[at : at + AT_ONCE], schools))
            days.append(self.folder, now.date(), batch)
            count += len(batch)
        recent = lowest(now - 2 * OVERLAP)
        self.written[kind] = {one for one in ids if ending or one >= recent}
        return count

    def _tell(self, now: datetime, why: str) -> None:
        """Keep the state for the owner's page; the log hears of each failure once."""
        if why != self.told.failed_why:
            log.warning(why or "the journal is written again")
        elif now - _time(self.told.upto if not why else self.told.failed_at) < TELL:
            return
        at = now.astimezone(UTC).isoformat(timespec="seconds")
        upto = at if not why else self.told.upto or state.read(self.data).upto
        since = (self.told.failed_at or at) if why else ""
        self.told = State(upto, since, why)
        state.write(self.data, self.told)


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text) if text else BEGINNING
