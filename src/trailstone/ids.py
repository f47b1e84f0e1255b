"""Identifiers that sort by time and cannot be guessed: UUID version 7 (RFC 9562, section 5.7)."""

import os
import time
import uuid
from datetime import datetime

SIZE, AT_ONCE = 10, 256  # bytes of one, and how many are drawn together
NOBODY = uuid.UUID(int=0x7A11_0000_0000_7000_8000_0000_0000_0000)  # the key of no row: stands for one filled in later


def uuid7(at: datetime | None = None) -> uuid.UUID:
    """A new UUIDv7 with the millisecond of ``at`` (aware; default: the computer's clock) and 74 random bits."""
    ms = int((at.timestamp() if at else time.time()) * 1000)
    value = (ms << 80) | int.from_bytes(_drawn(), "big")
    value = value & ~(0xF << 76) | (0x7 << 76)
    value = value & ~(0x3 << 62) | (0x2 << 62)
    return uuid.UUID(int=value)


_waiting: list[bytes] = []
if hasattr(os, "register_at_fork"):  # not on Windows, where no process is a copy of another
    os.register_at_fork(after_in_child=_waiting.clear)  # or two would give the same identifiers


def _drawn() -> bytes:
    """Chance from the system, fetched for many: each fetch lets go of Python's lock, and waits to have it again."""
    try:
        return _waiting.pop()
    except IndexError:
        chance = os.urandom(SIZE * AT_ONCE)
        _waiting.extend(chance[at : at + SIZE] for at in range(SIZE, len(chance), SIZE))
        return chance[:SIZE]
