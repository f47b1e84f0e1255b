"""Memory as the C library keeps it. glibc has what is set here (mallopt(3), malloc_trim(3)); with others nothing is
done."""

import ctypes
import os
from contextlib import suppress
from typing import Final

M_ARENA_MAX: Final = -8  # as malloc.h of glibc numbers it
HEAPS: Final = 2


def keep_few() -> None:
    """Let all threads of this process, and of those forked from it, share a few heaps. To be called before there is a
    second thread: afterwards glibc goes on as it began. Whoever starts it may have said how many (MALLOC_ARENA_MAX).

    glibc gives each thread one of its own, so that they need not wait for each other, and each keeps what it once had.
    Python's threads run one at a time: sixteen heaps of 20 to 40 MB in a busy process speed nothing up.
    """
    if "MALLOC_ARENA_MAX" in os.environ:
        return
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, HEAPS)


def give_back() -> None:
    """Give the system back what is free."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
