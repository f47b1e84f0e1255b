"""Bringing the database of a school up to a new version: with a proved backup first, and one command back."""

import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from trailstone.operate.backup.checking import Proved
from trailstone.operate.backup.errors import Refused
from trailstone.operate.backup.making import proved_file
from trailstone.operate.backup.restoring import bring_up_to_date
from trailstone.operate.backup.stores import Store
from trailstone.operate.backup.telling import Told
from trailstone.operate.backup.workplace import one_at_a_time
from trailstone.operate.errors import CannotStart

log = logging.getLogger(__name__)
FOLDER = "before-upgrade"
MARK = "upgrading.json"
LAST = "upgraded.json"  # the mark of the last update that ended well: no name of a file says which backup was its own
BACK = "trailstone restore --pre-upgrade"
NO_BACKUP = (
    "The database needs an update, and the backup before it was not made: {why} Nothing was changed. When somebody "
    "else backs this database up, start with --without-backup."
)
NOT_TRIED = (
    "The update was tried on a copy of the school and failed there: {why} The school is untouched: start the version "
    "you had, and tell us."
)
BROKEN = (
    "The update of the database failed half way: {why}. To have the school as it was: " + BACK + ", then start the "
    "version you had. The backup is {file}."
)
BROKEN_ALONE = (
    "The update of the database failed half way: {why}. It was begun without a backup: restore the newest one you have "
    "(trailstone restore FILE), or ask whoever backs this database up."
)
NOT_MADE = (
    "The database could not be set up: {why}. No school is in it yet: begin with an empty database "
    "(DATABASE_URL, TRAILSTONE_DATA)."
)
AGAIN = (
    "An update that began on {at} was interrupted, and it cannot go on: {why}. To have the school as it was before it: "
    + BACK
    + ", then start again."
)


@dataclass(frozen=True, slots=True)
class Mark:
    """An update under way: when it began (ISO 8601, UTC), and its backup (empty: none was wanted)."""

    at: str
    file: str


def pending() -> tuple[str, ...]:
    """The migrations that the database still needs (``app.name``), in order."""
    executor = MigrationExecutor(connection)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return tuple(f"{migration.app_label}.{migration.name}" for migration, _ in steps)


def is_up_to_date() -> bool:
    """Whether the database has every migration of this version. Cheap enough to be asked every few seconds."""
    return _of_this_version() <= set(MigrationRecorder(connection).applied_migrations())


@cache
def _of_this_version() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


def holds_a_school() -> bool:
    """Whether there is anything to lose in the database."""
    tables = connection.introspection.table_names()
    if "people_school" not in tables:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM people_school LIMIT 1")
        return cursor.fetchone() is not None


def upgrade(store: Store, *, data: Path, at: datetime, told: Told, without_backup: bool = False) -> tuple[str, ...]:
    """Bring the database up to this version; which migrations that took (none, when it was).

    A school is backed up first, and the update is tried on the restored backup before it touches the school.

    Raises:
        CannotStart: it could not be done; the sentence says what to do, and what is the way back.
    """
    needed = pending()
    if not needed:
        _ended(data)
        return ()
    if not holds_a_school():
        _migrate(NOT_MADE)
        return needed
    mark = _interrupted(data)
    if mark:
        return _go_on(mark, data, needed)
    file = None if without_backup else _backed_up(store, data, at, told)
    with _marked(data, Mark(at.astimezone(UTC).isoformat(timespec="seconds"), str(file or ""))):
        _migrate(BROKEN if file else BROKEN_ALONE, file=file)
    return needed


def newest(data: Path) -> Path:
    """The backup from before the last update.

    Raises:
        Refused: there is none.
    """
    mark = _interrupted(data) or _mark(data / LAST)
    found = sorted((data / FOLDER).glob("trailstone-*.tar.gz"))
    if mark:  # the data folder may have been moved since
        found = [path for path in found if path.name == Path(mark.file).name]
    if not found:
        raise Refused(f"There is no backup from before the last update in {data / FOLDER}.")
    return found[-1]


def forget(data: Path) -> None:
    """The school was restored: no update is under way."""
    (data / MARK).unlink(missing_ok=True)


def _go_on(mark: Mark, data: Path, needed: tuple[str, ...]) -> tuple[str, ...]:
    log.warning("an update that began on %s was interrupted; it goes on", mark.at)
    _migrate(AGAIN if mark.file else BROKEN_ALONE, at=mark.at)
    _ended(data)
    return needed


def _backed_up(store: Store, data: Path, at: datetime, told: Told) -> Path:
    tried = False

    def rehearsal(found: Proved) -> None:
        nonlocal tried
        tried = True
        bring_up_to_date(found)
        told("try the update on the copy", 1)

    try:
        with one_at_a_time(data):
            made = proved_file(store, data / FOLDER, data=data, passphrase="", at=at, told=told, rehearsal=rehearsal)
    except Refused as why:
        raise CannotStart((NOT_TRIED if tried else NO_BACKUP).format(why=why)) from why
    return made.file


def _migrate(sentence: str, **words: object) -> None:
    """Run the migrations. ``sentence`` says what to do when one fails; its ``{why}`` and ``words`` are filled in."""
    try:
        call_command("migrate", verbosity=0)
    except Exception as error:
        said = sentence.format(why=" ".join(str(error).split()).rstrip("."), **words)
        log.debug("the update failed", exc_info=error)  # the sentence is what an operator needs, and is said once
        raise CannotStart(said) from error


@contextmanager
def _marked(data: Path, mark: Mark) -> Iterator[None]:
    """The mark stays when the block did not end well, also when the computer was switched off in it."""
    part = data / f".{MARK}"
    with part.open("w") as file:
        json.dump(asdict(mark), file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, data / MARK)
    yield
    _ended(data)


def _ended(data: Path) -> None:
    with suppress(FileNotFoundError):
        os.replace(data / MARK, data / LAST)


def _interrupted(data: Path) -> Mark | None:
    return _mark(data / MARK)


def _mark(path: Path) -> Mark | None:
    with suppress(OSError, ValueError, TypeError):
        return Mark(**json.loads(path.read_text()))
    return None
