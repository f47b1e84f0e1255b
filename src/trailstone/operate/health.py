"""How the site fares, for the page of its owner and for whoever watches it."""

import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection

from trailstone.operate.backup import place, status
from trailstone.operate.backup.asked import days_kept, folder_is_set, folder_or_default
from trailstone.operate.backup.checking import version
from trailstone.operate.backup.errors import Refused
from trailstone.operate.backup.status import Status
from trailstone.operate.in_force import given_passphrase
from trailstone.operate.jobs import running
from trailstone.operate.jobs.table import JOBS
from trailstone.operate.journal import state
from trailstone.operate.journal.state import State
from trailstone.operate.models import Job, Outcome
from trailstone.operate.trouble import trouble

PATIENCE: Final = timedelta(minutes=1)  # within which a worker takes up what is due


@dataclass(frozen=True, slots=True)
class Night:
    """A job as the owner sees it; times are in the school's zone."""

    name: str
    title: str
    outcome: str
    message: str
    due: datetime
    started_at: datetime | None
    step: str
    share: int
    overdue: bool

    @property
    def running(self) -> bool:
        """Whether it is being done."""
        return self.outcome == Outcome.RUNNING


@dataclass(frozen=True, slots=True)
class Health:
    """Sizes in bytes; ``free`` is that of the data folder's disk, ``room`` that of the backups' folder (None: away)."""

    version: str
    database: str
    size: int
    free: int
    folder: Path
    folder_is_set: bool
    room: int | None
    same_disk: bool
    locked: bool
    days: int
    backup: Status
    made_at: datetime | None
    nights: tuple[Night, ...]
    journal: State | None
    trouble: str
    asleep: bool  # no worker has ever run, or none runs now
    zone: ZoneInfo

    @property
    def night(self) -> Night | None:
        """The backup's row."""
        return next((one for one in self.nights if one.name == "backup"), None)


def health(environ: dict[str, str], now: datetime) -> Health:
    """All of it; three statements."""
    folder, days = _asked()
    zone, known = running.zone(), status.read(settings.DATA)
    nights = tuple(_night(row, zone, now) for row in _rows(Job.objects.filter(name__in=JOBS)))
    made = datetime.fromisoformat(known.made_at).astimezone(zone) if known.made_at else None
    return Health(
        version=version(), database=_database(), size=_size(), free=shutil.disk_usage(settings.DATA).free,
        folder=folder, folder_is_set=folder_is_set(), room=_room(folder),
        same_disk=place.on_the_same_disk(folder, settings.DATA), locked=given_passphrase(environ), days=days,
        backup=known, made_at=made, nights=nights, journal=state.read(settings.DATA) if settings.JOURNAL else None,
        trouble=trouble(settings.DATA, now), asleep=_asleep(nights, now),
        zone=zone,
    )  # fmt: skip


def _asked() -> tuple[Path, int]:
    try:
        return folder_or_default(None), days_kept()
    except Refused:  # its sentence is what the next backup fails with
        return settings.DATA / "backups", 0


def _rows(jobs: Iterable[Job]) -> list[Job]:
    order = list(JOBS)
    return sorted(jobs, key=lambda row: order.index(row.name))


def _night(row: Job, zone: ZoneInfo, now: datetime) -> Night:
    return Night(
        name=row.name, title=JOBS[row.name].title, outcome=row.outcome, message=row.message,
        due=row.due.astimezone(zone), started_at=row.started_at.astimezone(zone) if row.started_at else None,
        step=row.step, share=row.share, overdue=row.due <= now,
    )  # fmt: skip


def _asleep(nights: tuple[Night, ...], now: datetime) -> bool:
    """No worker has ever run, or what is due is not done and nothing is being done."""
    if any(night.running for night in nights):
        return False
    return not nights or any(now - night.due > PATIENCE for night in nights)


def _room(folder: Path) -> int | None:
    there = next((one for one in (folder, folder.parent) if one.is_dir()), None)
    with suppress(OSError):
        return shutil.disk_usage(there).free if there else None
    return None


def _database() -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sqlite_version()")
            return f"SQLite {cursor.fetchone()[0]}"
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0].split()[0]}"


def _size() -> int:
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        both = (path, path.with_name(f"{path.name}-wal"))
        return sum(one.stat().st_size for one in both if one.exists())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])
