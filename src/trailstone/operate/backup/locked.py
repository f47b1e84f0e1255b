"""A backup that opens with a passphrase only.

The key comes from the passphrase by Argon2id (RFC 9106, the second recommended choice: 64 MiB, 3 passes, 4 lanes).
The bytes go in pieces of 64 KiB, each sealed by ChaCha20-Poly1305 under its number and a mark on the last one (the
STREAM construction): a piece that was changed, moved, left out or cut off is noticed.
"""

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from trailstone.operate.backup.errors import Refused, damaged
from trailstone.operate.backup.seal import Sink

MAGIC = b"trailstone-locked-1\n"
SALT, CHECK, TAG = 16, 16, 16
HEADER = len(MAGIC) + SALT + CHECK
PIECE = 64 * 1024
MEMORY = 64 * 1024  # KiB
SHORTEST = 12  # signs of a passphrase


def is_locked(path: Path) -> bool:
    """Whether the file begins as a locked backup does."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def refuse_weak(passphrase: str) -> None:
    """Nothing, when the passphrase is long enough.

    Raises:
        Refused: it has less than 12 signs.
    """
    if len(passphrase) < SHORTEST:
        raise Refused(f"The passphrase is too short: take at least {SHORTEST} characters, for example four words.")


def _keys(passphrase: str, salt: bytes) -> tuple[ChaCha20Poly1305, bytes]:
    """The cipher, and a check by which a wrong passphrase is told from a damaged file."""
    both = hash_secret_raw(
        passphrase.encode(), salt, time_cost=3, memory_cost=MEMORY, parallelism=4, hash_len=64, type=Type.ID
    )
    return ChaCha20Poly1305(both[:32]), hashlib.sha256(both[32:]).digest()[:CHECK]


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


class Locking:
    """Passes bytes on locked; ``finish`` writes the last piece."""

    def __init__(self, sink: Sink, passphrase: str) -> None:
        salt = os.urandom(SALT)
        self.sink, self.waiting, self.number = sink, bytearray(), 0
        self.cipher, check = _keys(passphrase, salt)
        self.header = MAGIC + salt + check
        sink.write(self.header)

    def write(self, data: bytes) -> int:
        self.waiting += data
        while len(self.waiting) > PIECE:  # the last piece is never empty, so it is known only at the end
            self._piece(bytes(self.waiting[:PIECE]), last=False)
            del self.waiting[:PIECE]
        return len(data)

    def finish(self) -> None:
        """Write what is left, marked as the end."""
        self._piece(bytes(self.waiting), last=True)

    def _piece(self, plain: bytes, *, last: bool) -> None:
        self.sink.write(self.cipher.encrypt(_nonce(self.number, last=last), plain, self.header))
        self.number += 1


def unlock(source: BinaryIO, passphrase: str, sink: Sink) -> None:
    """Write to ``sink`` what was locked. Trust it only when this returns.

    Raises:
        Refused: the passphrase does not fit, or the file was cut short or changed.
    """
    header = source.read(HEADER)
    if len(header) < HEADER:
        raise damaged("it was cut short")
    cipher, check = _keys(passphrase, header[len(MAGIC) : len(MAGIC) + SALT])
    if check != header[-CHECK:]:
        raise Refused("The passphrase does not open this backup (or its first bytes are damaged). Nothing was changed.")
    number, piece = 0, source.read(PIECE + TAG)
    while True:
        following = source.read(PIECE + TAG)
        try:
            sink.write(cipher.decrypt(_nonce(number, last=not following), piece, header))
        except InvalidTag:
            raise damaged("it was cut short or changed after it was written") from None
        if not following:
            return
        number, piece = number + 1, following
