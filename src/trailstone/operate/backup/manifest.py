"""What a backup says it holds: the first file inside it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from trailstone.operate.backup.errors import damaged

FORMAT = 1
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Table:
    """How many rows a table has, and the SHA-256 over all of them in a fixed order."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a database: every table, and how far its migrations have come (``app.name``)."""

    version: str  # of the database's own program
    migrations: tuple[str, ...]
    tables: Mapping[str, Table]


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside the backup: its size in bytes and its SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """``made_at`` is ISO 8601 in UTC; ``kind`` is sqlite or postgresql; ``app`` the version of Trailstone."""

    app: str
    made_at: str
    kind: str
    contents: Contents
    members: Mapping[str, Member]

    @property
    def rows(self) -> int:
        """The rows of all tables together."""
        return sum(table.rows for table in self.contents.tables.values())

    def to_bytes(self) -> bytes:
        """As the file that people may read too."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1, sort_keys=True).encode()


def from_bytes(data: bytes) -> Manifest:
    """The manifest that was written so.

    Raises:
        Refused: it is none, or of a later form.
    """
    try:
        found = json.loads(data)
        if found.pop("format") != FORMAT:
            raise damaged("its list of contents has a form that this version does not know")
        return _manifest(found)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise damaged("its list of contents cannot be read") from error


def _manifest(found: dict[str, Any]) -> Manifest:
    contents = found.pop("contents")
    tables = {name: Table(**table) for name, table in contents["tables"].items()}
    members = {name: Member(**member) for name, member in found.pop("members").items()}
    held = Contents(contents["version"], tuple(contents["migrations"]), tables)
    return Manifest(contents=held, members=members, **found)
