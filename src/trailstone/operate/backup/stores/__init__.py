"""Where a school's rows are kept: what a backup needs of SQLite and of PostgreSQL."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from trailstone.operate.backup.manifest import Contents
from trailstone.operate.backup.stores.postgres import Postgres
from trailstone.operate.backup.stores.sqlite import SQLite
from trailstone.operate.backup.telling import Told


class Scratch(Protocol):
    """A backup's database, restored beside the school's own."""

    @property
    def url(self) -> str:
        """Its DATABASE_URL."""

    def contents(self, told: Told) -> Contents:
        """Every row of it, counted and hashed."""

    def take_its_place(self, keep: Path) -> None:
        """Make it the school's database; the present one is kept under the name of the folder ``keep``.

        Raises:
            Refused: somebody uses the present one. Nothing was changed.
        """


class Store(Protocol):
    """The school's own database."""

    @property
    def kind(self) -> str:
        """``sqlite`` or ``postgresql``."""

    @property
    def member(self) -> str:
        """The file's name inside a backup."""

    @property
    def workplace(self) -> Path:
        """A folder for what is needed for minutes only; SQLite's is on the same disk as its file."""

    def copy(self, into: Path, told: Told) -> Contents:
        """Write all rows as they are at this moment to the file ``into`` while others go on writing."""

    def scratch(self, file: Path, told: Told) -> AbstractContextManager[Scratch]:
        """Restore such a file beside the school's database; gone at the end unless it took its place."""

    def refuse_in_use(self) -> None:
        """Raise Refused when somebody uses the database now."""

    def bring_back(self, kept: Path, keep: Path) -> None:
        """Put what ``take_its_place`` kept as ``kept`` back in its place; the present one is kept as ``keep``."""

    def forget(self, kept: Path) -> None:
        """Delete for good what ``take_its_place`` kept as ``kept``, and the folder itself."""


def store_of(database: Mapping[str, Any], data: Path, *, pooled: bool = False) -> Store:
    """The store behind Django's settings of a database; ``data`` is the folder of the site.

    ``pooled``: the site itself reaches it through a pooler, which keeps connections while nobody uses them.
    """
    if database["ENGINE"].endswith("sqlite3"):
        return SQLite(Path(database["NAME"]).absolute())
    return Postgres.of(database, data, pooled=pooled)
