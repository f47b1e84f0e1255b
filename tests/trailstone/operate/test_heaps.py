"""Memory as the C library keeps it: many threads, few heaps."""

import os
import platform
import subprocess
import sys

import pytest

from trailstone.operate.heaps import HEAPS

BUSY = """
import ctypes, threading
everybody = threading.Barrier(8)

def work():
    kept = [bytes(100_000) for _ in range(20)]
    everybody.wait()
    return kept

threads = [threading.Thread(target=work) for _ in range(8)]
for one in threads:
    one.start()
for one in threads:
    one.join()
library = ctypes.CDLL(None)
library.fdopen.restype = ctypes.c_void_p
library.malloc_info(0, ctypes.c_void_p(library.fdopen(1, b"w")))
library.fflush(None)
"""


SITE = ("-m", "trailstone", "shell", "--no-startup")


def heaps_of(*words, most=""):
    """How many heaps a process has whose eight threads keep memory at the same time (malloc_info(3))."""
    words = [sys.executable, *words, "-c", BUSY]
    known = {name: value for name, value in os.environ.items() if name != "MALLOC_ARENA_MAX"}
    known |= {"MALLOC_ARENA_MAX": most} if most else {}
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=known)  # noqa: S603 - our own
    return done.stdout.count("<heap nr=")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other libraries have no such heaps")
def test_the_threads_of_the_site_share_a_few_heaps():
    assert heaps_of() > HEAPS
    assert 0 < heaps_of(*SITE) <= HEAPS


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other libraries have no such heaps")
def test_who_starts_a_process_may_say_how_many():
    assert heaps_of(*SITE, most="1") == 1
