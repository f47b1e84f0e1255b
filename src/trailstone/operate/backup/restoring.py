"""Putting a backup in the place of the school, and the way back."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from trailstone.operate.backup.checking import Proved, proved
from trailstone.operate.backup.errors import Refused, in_words
from trailstone.operate.backup.making import SECRET
from trailstone.operate.backup.manifest import Manifest
from trailstone.operate.backup.stores import Store
from trailstone.operate.backup.stores.programs import run
from trailstone.operate.backup.telling import Told
from trailstone.operate.backup.workplace import one_at_a_time
from trailstone.operate.errors import CannotStart
from trailstone.operate.refusals import EVERYWHERE, refuse_taken

KEPT = "before-restore"
STAMP = "%Y-%m-%d-%H%M%S-%f"  # to the microsecond: no two are alike
SERVING = (
    "The site is running here (something answers at port {port}). Stop it first, then again. "
    "If that is another program, set PORT to the school's own."
)


def restore(
    store: Store, file: Path, *, data: Path, port: int, passphrase: str, at: datetime, told: Told,
    as_it_was: bool = False,
) -> tuple[Manifest, Path]:  # fmt: skip
    """Put a backup in the place of the school. Everything that can go wrong goes wrong before anything is touched:
    the backup is restored beside the school, compared and brought up to date, and then takes its place in one step.
    ``as_it_was`` leaves out the bringing up to date, for a way back to the version before this one.

    Returns what the backup held, and the folder under whose name the present school is kept.

    Raises:
        Refused: the site is running, or the backup is not good. Nothing was changed.
    """
    with one_at_a_time(data):
        refuse_serving(store, port)
        with proved(store, file, passphrase, told) as found:
            if not as_it_was:
                bring_up_to_date(found)
                told("bring up to date", 1)
            with _keeping(data, at) as keep, _secret(found.files / SECRET, data, keep):
                found.scratch.take_its_place(keep)
            return found.manifest, keep


def back(store: Store, *, data: Path, port: int, at: datetime) -> Path:
    """Undo the last restore: what it kept is the school again, and the restored one is kept in its turn.

    Returns the folder under whose name the restored one is kept.

    Raises:
        Refused: the site is running, or there is nothing to bring back. Nothing was changed.
    """
    with one_at_a_time(data):
        refuse_serving(store, port)
        kept = max((data / KEPT).glob("????-??-??-??????-??????"), default=None)
        if kept is None:
            raise Refused(f"There is nothing to bring back: {data / KEPT} is empty.")
        with _keeping(data, at) as keep, _secret(kept / SECRET, data, keep):
            store.bring_back(kept, keep)
        shutil.rmtree(kept)
        return keep


def refuse_serving(store: Store, port: int) -> None:
    """Nothing, when the site does not run on this computer and nobody uses its database.

    Raises:
        Refused: it does, or somebody does.
    """
    try:
        refuse_taken(EVERYWHERE, port)
    except CannotStart as taken:
        raise Refused(SERVING.format(port=port)) from taken
    store.refuse_in_use()


def set_aside(data: Path) -> Iterator[tuple[Path, datetime]]:
    """The folders of what restores set aside, with when they did."""
    for folder in sorted((data / KEPT).glob("????-??-??-??????-??????")):
        with suppress(ValueError):
            yield folder, datetime.strptime(folder.name, STAMP).replace(tzinfo=UTC)


def bring_up_to_date(found: Proved) -> None:
    """Run the migrations on the restored school while it is still beside ours, in a process of its own settings.

    Raises:
        Refused: one of them failed; the sentence has its own words.
    """
    away = ("URL", "POOL", "DIRECT_URL", "READ_URL")
    settings = {f"DATABASE_{name}{form}": "" for name in away for form in ("", "_FILE")}
    settings |= {"DATABASE_URL": found.scratch.url}
    run(
        [sys.executable, "-m", "trailstone", "migrate", "--skip-checks", "--verbosity", "0"],
        settings,
        "Bringing the backup up to date",
    )


@contextmanager
def _keeping(data: Path, at: datetime) -> Iterator[Path]:
    """The folder for what is set aside; it goes again when nothing was."""
    folder = data / KEPT / at.astimezone(UTC).strftime(STAMP)
    with in_words(f"Writing to the data folder {data}"):
        folder.mkdir(parents=True, mode=0o700)
    try:
        yield folder
    except BaseException:
        (folder / SECRET).unlink(missing_ok=True)
        with suppress(OSError):  # it is not empty: what is in it is the school's
            folder.rmdir()
        raise


@contextmanager
def _secret(new: Path, data: Path, keep: Path) -> Iterator[None]:
    """Exchange the key that signs sessions when the block, which exchanges the database, has done its work.

    All that a full disk could refuse is done before. A backup without a key leaves the present one.
    """
    present, staged = data / SECRET, data / f".{SECRET}.new"
    with in_words(f"Setting {SECRET} aside"):
        if present.exists():
            shutil.copy2(present, keep / SECRET)
        if new.exists():
            shutil.copyfile(new, staged)
            staged.chmod(0o600)
    try:
        yield
        if staged.exists():
            os.replace(staged, present)
    finally:
        staged.unlink(missing_ok=True)
