"""The worker beside the site: runs the jobs that are due, and follows the log into the journal."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from threading import Event, Thread
from typing import Final

import psycopg
from django.conf import settings
from django.db import Error, close_old_connections, connections

from trailstone.operate.backup import status
from trailstone.operate.backup.asked import present_store
from trailstone.operate.jobs import running
from trailstone.operate.journal.follow import Follower
from trailstone.operate.lead import Lead, lead
from trailstone.operate.way import make_way
from trailstone.people.queries import is_set_up

log = logging.getLogger(__name__)
TICK: Final = 2.0  # seconds between two looks at the table; the owner who presses a button waits for it


def work(stop: Event, clock: running.Clock, alive: Callable[[], bool]) -> None:
    """Until ``stop``, or until ``alive()`` says that the site has ended: wait for the lead, then do what is due.

    A database that is away is waited for; it is said once.
    """
    make_way()
    silent = False
    while not stop.is_set() and alive():
        try:
            with lead(present_store(), settings.DATA) as ours:
                silent = False
                if ours:
                    _lead(ours, stop, clock, alive)
        except (Error, psycopg.Error, OSError) as error:
            if not silent:
                log.warning("the worker waits for the database: %s", " ".join(str(error).split()))
            silent = True
            connections.close_all()
        stop.wait(TICK)


def _lead(ours: Lead, stop: Event, clock: running.Clock, alive: Callable[[], bool]) -> None:
    running.pick_up(clock())
    with _journal(clock):
        while not stop.is_set() and alive() and ours.held():
            close_old_connections()
            tick(clock)
            stop.wait(TICK)


def tick(clock: running.Clock) -> list[str]:
    """Run what is due now, one after the other; the names of what was run. Before the first run of a site: nothing."""
    at = clock()
    if not is_set_up():
        return []
    running.plan(at)
    status.expected(settings.DATA, at.astimezone(UTC).isoformat(timespec="seconds"))
    names = running.due(at)
    for name in names:
        running.run(name, clock)
    return names


@contextmanager
def _journal(clock: running.Clock) -> Iterator[None]:
    """Follow the log in a thread of its own: a backup may take minutes, an answer must be in the journal in seconds."""
    if not settings.JOURNAL:
        yield
        return
    ended = Event()
    follower = Follower(Path(settings.JOURNAL), settings.DATA)
    thread = Thread(target=follower.run, args=(ended, clock), name="journal", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(timeout=10)
