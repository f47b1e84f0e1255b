"""What is in a database, read beside the site: rows, and whether they hold together."""

import sqlite3
import uuid
from collections import defaultdict
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise

import psycopg

from tests.durability.history import problems
from tests.durability.work import acknowledged, history

STEPS = "SELECT attempt_id, client_key FROM practice_answer ORDER BY attempt_id, position, number"
UNFINISHED = """
    SELECT count(*) FROM practice_attempt t WHERE state = 'finished'
    AND NOT EXISTS (SELECT 1 FROM progress_levelchange c WHERE c.attempt_id = t.id)"""
TIMES = "SELECT attempt_id, at FROM practice_answer ORDER BY attempt_id, position, number"
OVERLAP_S = 30  # two tabs at once: the one that was a little earlier may be written a little later


def rows(site, sql):
    """The rows of a query, over a connection of its own."""
    opened = sqlite3.connect(site.file, timeout=60) if site.is_sqlite else psycopg.connect(site.url)
    with closing(opened) as connection:
        return connection.execute(sql).fetchall()


def log_of(site):
    """attempt -> the client keys of its steps in order."""
    log = defaultdict(list)
    for attempt, key in rows(site, STEPS):
        log[str(uuid.UUID(str(attempt)))].append(str(uuid.UUID(str(key))))
    return dict(log)


def keys_in(site):
    return [key for keys in log_of(site).values() for key in keys]


def assert_sound(site, *, stepped=False):
    """The file is whole, times never run back in an attempt (unless the clock was ``stepped``), and every level is what
    the answers say."""
    if site.is_sqlite:
        assert rows(site, "PRAGMA integrity_check") == [("ok",)]
    assert rows(site, UNFINISHED) == [(0,)], "an attempt is finished and changed no level"
    assert stepped or not list(_backwards(site)), "a step has an earlier time than the one before it"
    compared = site.run("trailstone", "rebuild-progress", "--check", timeout=3600)  # an hour of work takes its time
    assert compared.returncode == 0, compared.stderr


def moment(at):
    """A time of either database in seconds."""
    found = at if isinstance(at, datetime) else datetime.fromisoformat(at).replace(tzinfo=UTC)
    return found.timestamp()


def _backwards(site):
    """The attempts in which time ran back."""
    times = [(str(attempt), moment(at)) for attempt, at in rows(site, TIMES)]
    for (attempt, earlier), (same, later) in pairwise(times):
        if attempt == same and later < earlier - OVERLAP_S:
            yield attempt


def assert_nothing_lost(site, learners, *, stepped=False):
    """Acknowledged = present, nothing twice, and all that was seen can have happened. How many were acknowledged."""
    told, present = acknowledged(learners), keys_in(site)
    assert len(present) == len(set(present)), "a step was counted twice"
    assert told <= set(present), f"{len(told - set(present))} of {len(told)} acknowledged steps are lost"
    found = problems(history(learners), log_of(site))
    assert not found, "\n".join(found[:10])
    assert_sound(site, stepped=stepped)
    return len(told)
