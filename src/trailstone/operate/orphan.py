"""A process of the site that is left alone ends: else it would serve on, keep the port, and no start would succeed."""

import multiprocessing
import os
import time
from threading import Thread
from typing import Final

LOOK: Final = 1.0  # seconds between two looks; a start takes longer


def end_with(parent: int) -> None:
    """End this process, as a power cut would, when ``parent`` is no longer its parent (it was killed)."""
    while os.getppid() == parent:
        time.sleep(LOOK)
    os._exit(1)


def made_by() -> int:
    """The number of the process that made this one. It may have been killed before we ask: then the system names
    another as the parent, but what ``multiprocessing`` made still knows."""
    maker = multiprocessing.parent_process()
    return maker.pid if maker and maker.pid else os.getppid()


def watch() -> None:
    """Do so beside whatever this process does."""
    Thread(target=end_with, args=(made_by(),), name="watch over the parent", daemon=True).start()
