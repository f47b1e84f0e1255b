"""The last bytes of a backup: a digest of all bytes before them, so that no changed bit goes unnoticed.

gzip itself does not look at every bit (its header, a tar's padding). The seal is a gzip member of its own, empty, with
the digest as its comment (RFC 1952, 2.3.1): ``tar -xzf`` reads the file as if it were not there.
"""

import hashlib
from pathlib import Path
from typing import BinaryIO, Protocol

from trailstone.operate.backup.errors import damaged

HEAD = b"\x1f\x8b\x08\x10" + bytes(5) + b"\xff"  # deflate, with a comment, no time, no system
EMPTY = b"\x03\x00" + bytes(8)  # no data: its end mark, checksum and length
PIECE = 1 << 20


class Sink(Protocol):
    """Where bytes go."""

    def write(self, data: bytes, /) -> int: ...


def seal_of(digest: bytes) -> bytes:
    """The seal for what has this SHA-256."""
    return HEAD + b"sha256=" + digest.hex().encode() + b"\0" + EMPTY


LENGTH = len(seal_of(bytes(32)))


class Sealing:
    """Passes bytes on and remembers their digest; ``finish`` adds the seal."""

    def __init__(self, sink: Sink) -> None:
        self.sink = sink
        self.digest = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        return self.sink.write(data)

    def flush(self) -> None:
        """gzip asks for it; the sink is flushed when it is closed."""

    def finish(self) -> None:
        """Write the seal."""
        self.sink.write(seal_of(self.digest.digest()))


def refuse_broken(path: Path) -> None:
    """Nothing, when every bit of the file is as it was written.

    Raises:
        Refused: the file was cut short or changed.
    """
    rest = path.stat().st_size - LENGTH
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for piece in iter(lambda: file.read(min(PIECE, max(rest - file.tell(), 0))), b""):
            digest.update(piece)
        if rest <= 0 or file.read() != seal_of(digest.digest()):
            raise damaged("it was cut short or changed after it was written")


def copy(source: BinaryIO, sink: Sink) -> tuple[int, str]:
    """Copy all bytes; how many, and their SHA-256 in hex."""
    digest, size = hashlib.sha256(), 0
    for piece in iter(lambda: source.read(PIECE), b""):
        digest.update(piece)
        size += len(piece)
        sink.write(piece)
    return size, digest.hexdigest()
