"""The one file of a backup: a sealed tar.gz with the manifest first, in a locked cover where a passphrase was given."""

import gzip
import io
import tarfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from trailstone.operate.backup import manifest as manifests
from trailstone.operate.backup.errors import Refused, damaged
from trailstone.operate.backup.locked import Locking, is_locked, unlock
from trailstone.operate.backup.manifest import Manifest, Member
from trailstone.operate.backup.seal import Sealing, copy, refuse_broken

MANIFEST_AT_MOST = 1 << 20
SMALL = 6  # gzip's own default: a third larger than the smallest, in a fraction of the time


def member_of(path: Path) -> Member:
    """The size and digest of a file."""
    with path.open("rb") as file:
        return Member(*copy(file, _Nowhere()))


class _Nowhere:
    def write(self, data: bytes) -> int:
        return len(data)


def pack(manifest: Manifest, files: Mapping[str, Path], into: BinaryIO, passphrase: str) -> None:
    """Write the backup: the manifest, then ``files`` by their names inside. An empty passphrase leaves it open."""
    cover = Locking(into, passphrase) if passphrase else None
    sealing = Sealing(cover or into)
    with (
        gzip.GzipFile("", "wb", SMALL, sealing, mtime=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w") as tar,
    ):
        described = manifest.to_bytes()
        tar.addfile(_info(manifests.NAME, len(described)), io.BytesIO(described))
        for name, path in files.items():
            with path.open("rb") as file:
                tar.addfile(_info(name, manifest.members[name].size), file)
    sealing.finish()
    if cover:
        cover.finish()


def _info(name: str, size: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info


def unpack(path: Path, into: Path, passphrase: str) -> Manifest:
    """Lay the files of a backup into the folder ``into``, each compared with the manifest, which is returned.

    Raises:
        Refused: it is no backup, it is damaged, or the passphrase does not fit.
    """
    if is_locked(path):
        path = _unlocked(path, into / "unlocked", passphrase)
    with path.open("rb") as file:
        if file.read(2) != b"\x1f\x8b":
            raise Refused(f"{path.name} is not a backup of Trailstone, or its first bytes are damaged.")
    refuse_broken(path)
    try:
        with tarfile.open(path, "r|gz") as tar:
            return _unpacked(tar, into)
    except (tarfile.TarError, zlib.error, EOFError, gzip.BadGzipFile) as error:
        raise damaged("its files cannot be read") from error


def _unlocked(path: Path, plain: Path, passphrase: str) -> Path:
    if not passphrase:
        raise Refused(f"{path.name} is locked: give its passphrase with --passphrase-file.")
    with path.open("rb") as source, plain.open("xb") as sink:
        unlock(source, passphrase, sink)
    return plain


def _unpacked(tar: tarfile.TarFile, into: Path) -> Manifest:
    inside = iter(tar)
    first = next(inside, None)
    if first is None or first.name != manifests.NAME or first.size > MANIFEST_AT_MOST:
        raise damaged("its list of contents is missing")
    manifest = manifests.from_bytes(_open(tar, first).read())
    for info in inside:
        _lay(tar, info, manifest, into)
    missing = [name for name in manifest.members if not (into / name).exists()]
    if missing:
        raise damaged(f"{', '.join(missing)} is missing in it")
    return manifest


def _lay(tar: tarfile.TarFile, info: tarfile.TarInfo, manifest: Manifest, into: Path) -> None:
    """One file: only what the manifest names (so never a path), and only as it describes it."""
    said = manifest.members.get(info.name)
    if said is None or "/" in info.name or said.size != info.size:
        raise damaged(f"{info.name} in it is not what its list of contents says")
    with (into / info.name).open("xb") as target:
        if Member(*copy(_open(tar, info), target)) != said:
            raise damaged(f"{info.name} in it is not what its list of contents says")


def _open(tar: tarfile.TarFile, info: tarfile.TarInfo) -> BinaryIO:
    found = tar.extractfile(info) if info.isreg() else None
    if found is None:
        raise damaged(f"{info.name} in it is no file")
    return found  # type: ignore[return-value] # typed as IO[bytes]
