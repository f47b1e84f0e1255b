"""What backup, verify and restore are told by their operator: the passphrase, the folder, the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.db import connection

from trailstone import environment
from trailstone.operate.backup import place, rotation
from trailstone.operate.backup.errors import Refused, in_words
from trailstone.operate.backup.stores import Store, store_of

SECRET = "TRAILSTONE_BACKUP_PASSPHRASE"  # noqa: S105 - the name of a setting
FOLDER = "TRAILSTONE_BACKUPS"
DAYS = "TRAILSTONE_BACKUP_DAYS"


def add_passphrase(parser: CommandParser) -> None:
    """The one option that the three commands share."""
    parser.add_argument(
        "--passphrase-file", type=Path, help=f"a file that holds the passphrase (or the setting {SECRET})"
    )


@dataclass(frozen=True, slots=True)
class Passphrase:
    """The passphrase among a command's options; never on the command line itself, where others can see it."""

    options: Mapping[str, Any]

    @property
    def text(self) -> str:
        """Empty when none was given.

        Raises:
            Refused: its file cannot be read or is empty.
        """
        path: Path | None = self.options["passphrase_file"]
        if path is None:
            return _setting(SECRET)
        with in_words(f"Reading the passphrase from {path}"):
            found = path.read_text("utf-8", errors="replace").strip()
        if not found:
            raise Refused(f"The passphrase file {path} is empty.")
        return found


def _setting(name: str) -> str:
    try:
        return environment.text(name)
    except environment.Misset as wrong:
        raise Refused(str(wrong)) from wrong


def passphrase_in_force() -> str:
    """The passphrase of the settings, empty when there is none. Raises Refused when its file cannot be read."""
    return _setting(SECRET)


def folder_or_default(given: Path | None) -> Path:
    """Where backups go: the folder given, else the setting, else what the owner chose, else one in the data folder."""
    known = given or Path(_setting(FOLDER) or place.chosen(settings.DATA) or settings.DATA / "backups")
    return known.absolute()


def folder_is_set() -> bool:
    """Whether the setting names the folder, so that the owner's choice would not count."""
    return bool(_setting(FOLDER))


def days_kept() -> int:
    """How many days a backup is kept at most. Raises Refused when the setting is no number from 7 to 3650."""
    given = _setting(DAYS) or str(rotation.DAYS)
    if not (given.isascii() and given.isdigit() and 7 <= int(given[:6]) <= 3650):
        raise Refused(f"{DAYS} is {given!r}; it must be a number of days from 7 to 3650.")
    return int(given)


def present_store() -> Store:
    """The store of this site's database, reached past the pooler where there is one."""
    pooled = bool(settings.DATABASE_DIRECT)
    return store_of({**connection.settings_dict, **settings.DATABASE_DIRECT}, settings.DATA, pooled=pooled)
