"""The folder the owner chose for the backups: kept in the data folder, since it is of this computer."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from trailstone.operate.backup.errors import Refused

NAME = "backup-folder"
RELATIVE = "Write the whole path of the folder, beginning with /."
PUBLIC = "Everybody who opens the site could fetch what lies in {}. Take a folder of its own."
UNWRITABLE = "Trailstone cannot write in {} ({}). Take another folder, or let the user that runs Trailstone write it."
NO_PARENT = "There is no folder {}. Is the stick or the disk plugged in?"


def chosen(data: Path) -> Path | None:
    """The folder the owner chose; None before that."""
    with suppress(OSError, UnicodeDecodeError):
        return Path((data / NAME).read_text("utf-8").strip() or data / "backups")
    return None


def choose(text: str, *, data: Path, public: tuple[Path, ...]) -> Path:
    """Take the folder for the next backups; it is made when only its last part is missing. Returns it.

    ``public``: the folders that the web server hands out.

    Raises:
        Refused: it cannot be written, is served to everybody, or is no whole path. Nothing was changed.
    """
    folder = Path(text.strip())
    if not folder.is_absolute() or "\0" in text or "\n" in text.strip():
        raise Refused(RELATIVE)
    folder = Path(os.path.normpath(folder))
    if any(folder.resolve().is_relative_to(one.resolve()) for one in public):
        raise Refused(PUBLIC.format(folder))
    if not folder.parent.is_dir():
        raise Refused(NO_PARENT.format(folder.parent))
    refuse_unwritable(folder)
    (data / NAME).write_text(f"{folder}\n", "utf-8")
    return folder


def refuse_unwritable(folder: Path) -> None:
    """Nothing, when files can be made in the folder (which is made when only its last part is missing).

    Raises:
        Refused: they cannot.
    """
    try:
        folder.mkdir(exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise Refused(UNWRITABLE.format(folder, (error.strerror or "no reason given").lower())) from error


def on_the_same_disk(folder: Path, data: Path) -> bool:
    """Whether both would go with one broken disk. A folder that is not there yet counts as its parent."""
    there = next((one for one in (folder, *folder.parents) if one.exists()), data)
    return there.stat().st_dev == data.stat().st_dev
