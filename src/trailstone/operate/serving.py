"""Serving the site from this computer, with the worker of its nightly jobs beside it; nothing else to install."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from threading import Event, Thread

from django.conf import settings
from django.db import connection, connections
from granian import Granian
from granian.constants import Interfaces

from trailstone.content.actions import load_courses
from trailstone.operate import clock, heaps, metrics, statics, upgrading
from trailstone.operate.backup.asked import present_store
from trailstone.operate.backup.telling import Told, quiet
from trailstone.operate.refusals import EVERYWHERE, refuse_silent, refuse_taken, refuse_unwritable

WORKERS = 2  # processes: Python uses one core in each
CONNECTIONS = 4096  # of each, at once: a browser keeps its own open
COLLECT_AFTER = 20_000  # new objects: what a request leaves behind is freed at once, and looking for more takes longer
PAUSE_SECONDS = 5  # before a worker that ended is started again


def prepare(at: datetime, told: Told = quiet, *, without_backup: bool = False) -> None:
    """Bring the database (after a backup, see ``upgrading``) and the courses up to date.

    Raises:
        CannotStart: the data folder cannot be written, the database does not answer, or it could not be updated.
    """
    refuse_unwritable(settings.DATA)
    refuse_silent()
    upgrading.upgrade(present_store(), data=settings.DATA, at=at, told=told, without_backup=without_backup)
    load_courses()
    clock.warn(at)
    if connection.vendor == "sqlite":  # PostgreSQL keeps statistics by itself; without any, SQLite reads whole tables
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")  # a sample is enough, and a start takes no longer in May
            cursor.execute("ANALYZE")


def serve(port: int, *, address: str = EVERYWHERE, welcome: str = "") -> None:
    """Collect the static files and serve until interrupted. Prints the address and ``welcome``.

    Raises:
        CannotStart: the port is taken.
    """
    refuse_taken(address, port)
    statics.collect(settings.STATIC_ROOT)
    print(f"\nTrailstone is at  http://localhost:{port}\n\n{welcome}\n\nStop it with Ctrl+C.\n", flush=True)
    server = Granian(
        "trailstone.asgi:application",
        address=address,
        port=port,
        interface=Interfaces.ASGINL,
        workers=WORKERS,
        backpressure=CONNECTIONS,
        respawn_failed_workers=True,  # one that fell (no memory left) must not take the site with it
        log_enabled=settings.DEBUG,
        websockets=False,
    )
    metrics.begin(settings.DATA / metrics.FOLDER)
    share()
    connections.close_all()  # the server's processes are forked, and SQLite's locks must not be
    with worker_beside():
        server.serve()


def share() -> None:
    """Load what every process of the server needs before they are made of this one: they share the memory it is in.

    Idle, the site takes a quarter less so. What preparing needed is given back to the system.
    Nothing of it is looked at again by Python's collector, which also runs less often from now on.
    """
    import courses

    courses.templates()
    for name in ("trailstone.urls", "trailstone.lane.front"):
        import_module(name)
    gc.collect()
    heaps.give_back()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)


@contextmanager
def worker_beside() -> Iterator[None]:
    """Run ``trailstone worker`` while the block runs, in a process of its own so that a backup at noon takes no time
    from the pages; one that ends is started again."""
    stop = Event()
    keeper = Thread(target=_keep_worker, args=(stop,), name="keeper of the worker", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        stop.set()
        keeper.join(timeout=10)


def _keep_worker(stop: Event) -> None:
    while not stop.is_set():
        words = [sys.executable, "-m", "trailstone", "worker", "--beside", str(os.getpid())]
        lean = {**os.environ, "MALLOC_ARENA_MAX": "1"}  # one thread works there; of glibc, see mallopt(3)
        worker = subprocess.Popen(words, env=lean)  # noqa: S603 - our own
        while worker.poll() is None and not stop.wait(0.5):
            pass
        worker.terminate()
        worker.wait()
        stop.wait(PAUSE_SECONDS)
