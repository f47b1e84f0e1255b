"""Making a backup: copy while the site runs, pack, restore it to see that it is good; only then it gets its name."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from trailstone.operate.backup import checking, rotation, status
from trailstone.operate.backup.archive import member_of, pack
from trailstone.operate.backup.checking import Proved
from trailstone.operate.backup.errors import Refused, in_words
from trailstone.operate.backup.locked import refuse_weak
from trailstone.operate.backup.manifest import Manifest
from trailstone.operate.backup.stores import Store
from trailstone.operate.backup.telling import Told
from trailstone.operate.backup.workplace import one_at_a_time, workplace

SECRET = "secret.key"  # noqa: S105 - a file's name
UNFINISHED = ".unfinished"
Rehearsal = Callable[[Proved], None]  # what else is tried on the restored school before its backup counts


@dataclass(frozen=True, slots=True)
class Made:
    """A good backup: ``size`` in bytes, ``seconds`` from start to proof, ``gone`` older ones deleted in its favour."""

    file: Path
    manifest: Manifest
    size: int
    seconds: float
    gone: tuple[Path, ...]


def make(
    store: Store, folder: Path, *, data: Path, passphrase: str, at: datetime, told: Told, days: int = rotation.DAYS
) -> Made:
    """Back the school up into ``folder``; an empty passphrase leaves the file open.

    ``at`` is now; it names the file. ``days``: how long backups are kept there. What became of it is written to the
    status file either way.

    Raises:
        Refused: it could not be made or did not prove good. No file is left.
    """
    try:
        if passphrase:
            refuse_weak(passphrase)
        with one_at_a_time(data):
            made = proved_file(store, folder, data=data, passphrase=passphrase, at=at, told=told, days=days)
    except Refused as refusal:
        status.failed(data, _iso(at), str(refusal))
        raise
    with in_words(f"Writing to the data folder {data}"):
        status.succeeded(data, _status(made, locked=bool(passphrase)))
    return made


def proved_file(
    store: Store, folder: Path, *, data: Path, passphrase: str, at: datetime, told: Told,
    days: int = rotation.DAYS, rehearsal: Rehearsal = lambda found: None,
) -> Made:  # fmt: skip
    """One good backup, rotated; nothing is written to the status file. The caller holds the data folder's lock.

    Raises:
        Refused: as ``make``; and whatever ``rehearsal`` raises. No file is left.
    """
    began = time.monotonic()
    file = folder / rotation.name_of(at, locked=bool(passphrase))
    with in_words(f"Writing the backup to {folder}"), _unfinished(folder, file) as part:
        manifest = _write(store, part, data, passphrase, at, told)
        with checking.proved(store, part, passphrase, told) as found:
            rehearsal(found)
        size = part.stat().st_size
        os.replace(part, file)
        _to_disk(folder)
        gone = rotation.rotate(folder, at, days)
    return Made(file, manifest, size, time.monotonic() - began, tuple(gone))


@contextmanager
def _unfinished(folder: Path, file: Path) -> Iterator[Path]:
    """A name beside the backup's, for the owner's eyes alone; whatever stops us, nothing of that name stays."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f".trailstone-*{UNFINISHED}"):  # of a computer that was switched off in the middle
        old.unlink()
    part = folder / f".{file.name}{UNFINISHED}"
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield part
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def _write(store: Store, part: Path, data: Path, passphrase: str, at: datetime, told: Told) -> Manifest:
    with workplace(store.workplace) as work:
        copy = work / store.member
        contents = store.copy(copy, told)
        files = {store.member: copy}
        if (data / SECRET).exists():
            files[SECRET] = data / SECRET
        members = {name: member_of(path) for name, path in files.items()}
        manifest = Manifest(checking.version(), _iso(at), store.kind, contents, members)
        with part.open("wb") as file:
            pack(manifest, files, file, passphrase)
            file.flush()
            os.fsync(file.fileno())
            with suppress(OSError):  # what is compared next is read from the disk, where the system can forget a file
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        told("write", 1)
    return manifest


def _status(made: Made, *, locked: bool) -> status.Status:
    return status.Status(
        file=str(made.file), made_at=made.manifest.made_at, size=made.size, seconds=round(made.seconds, 1),
        locked=locked, verified_rows=made.manifest.rows,
    )  # fmt: skip


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _to_disk(folder: Path) -> None:
    """Make the file's new name survive a power cut, on disks that can promise it (a stick's often cannot)."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
