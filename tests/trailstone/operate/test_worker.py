"""The worker: one at a time, started with the site, gone with it."""

import os
import signal
import subprocess
import sys
import time
from threading import Event

import pytest
from django.db import OperationalError, connection, connections

from tests.trailstone.cast import raise_curtain
from trailstone.operate import worker
from trailstone.operate.backup.asked import present_store
from trailstone.operate.jobs.table import JOBS
from trailstone.operate.lead import lead
from trailstone.operate.models import Job


@pytest.fixture
def data(settings, tmp_path):
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()
    return settings.DATA


def test_the_lead_is_one_processs_and_is_free_again_afterwards(transactional_db, data):
    store = present_store()
    with lead(store, data) as ours:
        assert ours.held()
        with lead(store, data) as other:
            assert other is None
    with lead(store, data) as again:
        assert again.held()


def test_a_lead_whose_database_was_restarted_is_no_longer_held(transactional_db, data):
    if connection.vendor != "postgresql":
        return  # a file's lock is lost with the process alone
    with lead(present_store(), data) as ours:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(l.pid) FROM pg_locks AS l JOIN pg_database AS d ON d.oid = l.database "
                "WHERE l.locktype = 'advisory' AND d.datname = current_database() AND l.pid <> pg_backend_pid()"
            )
            assert cursor.rowcount == 1  # those of others on the same server are theirs
        assert not ours.held()


def test_a_database_that_is_away_is_waited_for_and_told_once(transactional_db, data, monkeypatch, caplog):
    monkeypatch.setattr(worker, "TICK", 0.01)
    monkeypatch.setattr(worker, "make_way", lambda: None)
    calls, stop = [], Event()

    def away(store, folder):
        calls.append(1)
        if len(calls) == 5:
            stop.set()
        raise OperationalError("the server is gone")

    monkeypatch.setattr(worker, "lead", away)
    worker.work(stop, lambda: None, alive=lambda: True)
    assert len(calls) == 5
    assert caplog.text.count("waits for the database") == 1


def test_the_worker_plans_the_jobs_and_ends_with_its_site(transactional_db, data, monkeypatch):
    monkeypatch.setattr(worker, "TICK", 0.01)
    monkeypatch.setattr(worker, "make_way", lambda: None)
    raise_curtain()
    from django.utils import timezone

    seen = []

    def alive():
        seen.append(Job.objects.count())
        return len(seen) < 4

    worker.work(Event(), timezone.now, alive)
    assert seen[-1] == len(JOBS)
    connections.close_all()


def wait_for(what, seconds=300):
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if found := what():
            return found
        time.sleep(0.2)
    raise AssertionError("waited in vain")


def children(pid):
    """The processes whose parent this is, with their command lines."""
    found = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as stat, open(f"/proc/{entry}/cmdline") as words:
                    if int(stat.read().rpartition(")")[2].split()[1]) == pid:
                        found[int(entry)] = words.read().replace("\0", " ")
            except OSError:
                continue
    return found


def ended(pid):
    """Whether a process is over, also when nobody has asked how it ended."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


BESIDE = """
import time
import django

django.setup()
from trailstone.operate import serving

serving.PAUSE_SECONDS = 0.1
with serving.worker_beside():
    time.sleep(600)
"""


@pytest.mark.skipif(not os.path.exists("/proc/self/stat"), reason="looks for processes in /proc")
def test_the_worker_is_started_again_when_it_ends_and_ends_with_its_site(tmp_path):
    env = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    env |= {"TRAILSTONE_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "trailstone.settings"}
    words = [sys.executable, "-c", BESIDE]
    site = subprocess.Popen(words, env=env, stderr=subprocess.DEVNULL)  # noqa: S603 - our own words

    def at_work():
        return next((pid for pid, words in children(site.pid).items() if " worker " in words), None)

    try:
        first = wait_for(at_work)
        os.kill(first, signal.SIGKILL)
        second = wait_for(lambda: at_work() != first and at_work())
    finally:
        site.kill()  # without a word, as when the system runs out of memory
        site.wait()
    wait_for(lambda: ended(second))
