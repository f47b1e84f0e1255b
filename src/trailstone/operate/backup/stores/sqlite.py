"""A school in one SQLite file."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from trailstone.operate.backup.errors import Refused, damaged, in_words
from trailstone.operate.backup.manifest import Contents, Table
from trailstone.operate.backup.telling import Told

OURS_BROKEN = (
    "The school's own database is damaged: {}. Stop the site, copy the whole data folder to a safe place, "
    "and restore the last good backup (trailstone restore)."
)
PAGES = 2000  # between two words to whoever waits
IN_USE = "The site is running, or another program uses its database. Stop it first (Ctrl+C where it runs), then again."
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"


class Unsound(Exception):
    """SQLite's own check of a file failed; ``str()`` says what it said."""


@dataclass(frozen=True, slots=True)
class SQLite:
    """The file at ``path``."""

    path: Path
    kind: str = "sqlite"
    member: str = "trailstone.sqlite3"

    @property
    def workplace(self) -> Path:
        return self.path.parent

    def copy(self, into: Path, told: Told) -> Contents:
        if not self.path.exists():
            raise Refused(f"There is no school at {self.path} yet, so there is nothing to back up.")
        with closing(_reading(self.path)) as source, closing(sqlite3.connect(into)) as target:
            # This transaction holds one moment of the school: without it every answer that others write meanwhile
            # would make the copy begin anew (https://sqlite.org/c3ref/backup_finish.html).
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            source.backup(target, pages=PAGES, progress=lambda _, left, of: told("copy", 1 - left / max(of, 1)))
            source.execute("ROLLBACK")
            target.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
        try:
            return contents(into, "count and hash", told)
        except Unsound as broken:
            raise Refused(OURS_BROKEN.format(broken)) from broken

    @contextmanager
    def scratch(self, file: Path, told: Told) -> Iterator["SQLiteScratch"]:
        yield SQLiteScratch(file, self)

    def refuse_in_use(self) -> None:
        if not self.path.exists():
            return
        with closing(sqlite3.connect(self.path, timeout=1)) as alone:
            try:
                alone.execute("PRAGMA locking_mode=EXCLUSIVE")
                alone.execute("BEGIN IMMEDIATE")
                alone.execute("ROLLBACK")
            except sqlite3.OperationalError as error:
                if "locked" in str(error):
                    raise Refused(IN_USE) from error
            except sqlite3.DatabaseError:
                return  # too broken to be in use, and a reason to restore

    def bring_back(self, kept: Path, keep: Path) -> None:
        found = kept / self.path.name
        if not found.exists():
            raise Refused(f"There is nothing to bring back: {kept} holds no {self.path.name}.")
        near = self.path.with_name(f".{self.path.name}.back")  # the folder of what is kept may be on another disk
        with in_words(f"Copying {found}"):
            shutil.copyfile(found, near)
        self.replace(near, keep)

    def forget(self, kept: Path) -> None:
        with in_words(f"Deleting {kept}"):
            shutil.rmtree(kept)

    def replace(self, new: Path, keep: Path) -> None:
        """Put the file ``new`` in the place of the school's; the school's is in the folder ``keep`` afterwards.

        At every moment one of the two is in its place: a site that starts meanwhile never makes an empty school.
        """
        with in_words(f"Putting the database in its place beside {self.path}"):
            new.chmod(0o600)
            _to_disk(new)
            self._settle()
            if self.path.exists():
                _double(self.path, keep / self.path.name)
            for name in (f"{self.path.name}-wal", f"{self.path.name}-shm"):  # only a broken database has them still
                with suppress(FileNotFoundError):
                    shutil.move(self.path.with_name(name), keep / name)
            os.replace(new, self.path)
            _to_disk(self.path.parent)

    def _settle(self) -> None:
        """Bring all answers of the write-ahead log into the file; SQLite does it only when nobody else is there."""
        if not self.path.exists():
            return
        self.refuse_in_use()
        with closing(sqlite3.connect(self.path, timeout=1)) as alone:
            try:
                alone.execute("PRAGMA journal_mode=DELETE")
            except sqlite3.OperationalError as error:
                raise Refused(IN_USE) from error
            except sqlite3.DatabaseError:
                return


@dataclass(frozen=True, slots=True)
class SQLiteScratch:
    """A restored file, not yet in its place."""

    file: Path
    store: SQLite

    @property
    def url(self) -> str:
        return f"sqlite:///{quote(str(self.file))}"

    def contents(self, told: Told) -> Contents:
        try:
            return contents(self.file, "compare", told)
        except Unsound as broken:
            raise damaged(str(broken)) from broken

    def take_its_place(self, keep: Path) -> None:
        with closing(sqlite3.connect(self.file)) as alone:
            # Without statistics SQLite reads all questions of a school to find one learner's (measured: 58 ms, not 1).
            alone.executescript("PRAGMA journal_mode=DELETE; PRAGMA analysis_limit=1000; ANALYZE")
        self.store.replace(self.file, keep)


def contents(path: Path, step: str, told: Told) -> Contents:
    """Every row of a file that nobody writes, counted and hashed, after SQLite's own checks.

    Raises:
        Unsound: SQLite finds it damaged.
    """
    with closing(_reading(path)) as source:
        source.text_factory = bytes  # a text that is no UTF-8 is copied and compared like every other
        _refuse_broken(source)
        names = [name.decode() for (name,) in source.execute(TABLES)]
        tables = {}
        for done, name in enumerate(names, start=1):
            tables[name] = _table(source, name)
            told(step, done / len(names))
        return Contents(sqlite3.sqlite_version, tuple(sorted(_migrations(source))), tables)


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=20)


def _refuse_broken(source: sqlite3.Connection) -> None:
    try:
        found = [row[0].decode() for row in source.execute("PRAGMA integrity_check(3)")]
    except sqlite3.DatabaseError as error:
        raise Unsound(f"SQLite cannot read it ({error})") from error
    if found != ["ok"]:
        raise Unsound(f"SQLite's own check says {' '.join(found[0].split())}")


def _table(source: sqlite3.Connection, name: str) -> Table:
    digest, rows = hashlib.sha256(), 0
    for row in source.execute(f'SELECT * FROM "{name}" ORDER BY rowid'):  # noqa: S608 - a name out of the database
        digest.update(repr(row).encode())
        rows += 1
    return Table(rows, digest.hexdigest())


def _migrations(source: sqlite3.Connection) -> Iterator[str]:
    for app, name in source.execute("SELECT app, name FROM django_migrations"):
        yield f"{app.decode()}.{name.decode()}"


def _double(path: Path, second: Path) -> None:
    """Give the file a second name; on a disk that knows no second names, copy it."""
    try:
        os.link(path, second)
    except OSError:
        shutil.copy2(path, second)
        _to_disk(second)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
