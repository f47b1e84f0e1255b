"""The files in a zip archive, read without writing any, and never more than is agreed."""

import stat
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from trailstone.people.importing.faults import Unreadable
from trailstone.people.importing.limits import Limits

ENTRIES: Final = 100
BROKEN: Final = "The archive is broken or of a kind that cannot be opened. Make it anew as an ordinary .zip file."
BOMB: Final = "The archive holds more than {:,} MB when it is unpacked. That is no roster of a school."
TRICK: Final = (
    "“{}” in the archive points out of it or is no ordinary file. Make the archive anew with the files alone."
)


def unpacked(data: bytes, names: frozenset[str], limits: Limits) -> Mapping[str, bytes]:
    """Those of the files whose name, without folders and in small letters, is in ``names``.

    Raises:
        Unreadable: it is no archive, has too much in it, is encrypted, or one of its names is a trick.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _read(archive, names, limits)
    except (
        BadZipFile,
        LargeZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        zlib.error,
    ) as why:
        raise Unreadable(BROKEN) from why


def _read(archive: ZipFile, names: frozenset[str], limits: Limits) -> Mapping[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > ENTRIES:
        raise Unreadable(f"There are {len(entries):,} files in the archive; a roster has fewer than {ENTRIES}.")
    found: dict[str, ZipInfo] = {}
    for entry in entries:
        name = _name(entry)
        if name in found:
            raise Unreadable(f"“{name}” is in the archive twice. Leave in the one that counts.")
        found[name] = entry
    wanted = {name: entry for name, entry in found.items() if name in names}
    if sum(entry.file_size for entry in wanted.values()) > limits.unpacked:
        raise Unreadable(BOMB.format(limits.unpacked // 1_000_000))
    left, files = limits.unpacked, {}
    for name, entry in wanted.items():
        with archive.open(entry) as file:
            files[name] = file.read(left + 1)  # what an entry says of its size may be a lie
        left -= len(files[name])
        if left < 0:
            raise Unreadable(BOMB.format(limits.unpacked // 1_000_000))
    return files


def _name(entry: ZipInfo) -> str:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    mode = entry.external_attr >> 16
    out = path.is_absolute() or ".." in path.parts or ":" in entry.filename or "\0" in entry.orig_filename
    if out or (mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG)):
        raise Unreadable(TRICK.format(entry.filename[:60]))
    if entry.flag_bits & 0x1:
        raise Unreadable("The archive is locked with a password. Make it anew without one.")
    return path.name.casefold()
