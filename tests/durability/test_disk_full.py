"""H22: the disk is full. Refusals are clear, nothing acknowledged is lost, and the site goes on when there is room."""

import os
import shutil
import subprocess
import time
import uuid
from collections import deque
from contextlib import closing, contextmanager
from functools import partial
from types import SimpleNamespace

import pytest

from tests.durability.client import CLEAR, Client
from tests.durability.site import Site, serving, wait_until
from tests.durability.truth import assert_nothing_lost
from tests.durability.work import at_work, wait_for_more

SIZE_MB = 48
SAVE = "We could not save this one. Try again in a moment."


@contextmanager
def disk(place):
    """A file system of its own with little room."""
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_MB}m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(words, capture_output=True).returncode:  # noqa: S603 - our own words
        pytest.skip("mounting a small disk needs root")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)  # noqa: S603, S607 - our own words


@contextmanager
def ballast(disk):
    """No byte is free while the block runs."""
    file = disk / "ballast"
    with file.open("wb", buffering=0) as heavy:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while True:
                    os.write(heavy.fileno(), bytes(size))
            except OSError:
                continue
    try:
        yield
    finally:
        file.unlink()


@contextmanager
def on_sqlite(whole, tmp_path):
    """A site whose whole data folder is on such a disk, as in a school: what the worker and the counts of requests
    leave there finds no room either. And the disk."""
    with disk(tmp_path / "disk") as small:
        data = shutil.copytree(whole.data, small / "data")
        yield Site(data, f"sqlite:///{data / whole.file.name}", whole.plan, said=whole.log_file), small


@contextmanager
def on_postgresql(whole, cluster):
    """A site whose tables are on such a disk; the server's log has room (without, PostgreSQL itself ends)."""
    with disk(cluster.home / "small") as small, cluster.new_in(small, "small", "template_school") as url:
        yield Site(whole.data, url, whole.plan), small


def test_a_full_disk_refuses_clearly_loses_nothing_and_the_site_goes_on_by_itself(new_site, tmp_path, long, told):
    with on_sqlite(new_site("sqlite"), tmp_path) as (site, small):
        full_and_free(site, small, 10 if long else 2, told, clear=True)


@pytest.mark.long
def test_a_full_disk_under_postgresql_does_the_same(new_site, cluster, told):
    whole = new_site("postgresql")
    with on_postgresql(whole, cluster) as (site, small):
        full_and_free(site, small, 10, told, clear=False)  # a page of a table may have room for one row more


def full_and_free(site, small, times, told, *, clear):
    with serving(site) as server, closing(Client(server.port, "l11").sign_in()) as idle:
        own = site.plan["learners"][11]["attempts"].items()
        steps = deque((attempt, number) for attempt, asked in own for number in range(1, len(asked) + 1))
        with at_work([server.port], site.plan, 6) as learners:
            for _ in range(times):
                wait_for_more(learners, 20)
                with ballast(small):
                    wait_until(lambda: all_refused(learners), "the disk is full, and nobody is refused")
                    if clear:
                        assert_clear(idle, steps)
                for learner in learners:
                    learner.client.refused = 0
        count = assert_nothing_lost(site, [*learners, SimpleNamespace(client=idle)])
        assert len(server.starts) == 1
    log = site.log_file.read_text(errors="replace")
    assert "Traceback" not in log
    kind, lines = site.url.partition(":")[0], log.count("refused:")
    assert lines, "the owner is told of it"
    told(f"H22 {kind}: {count} acknowledged around {times} full disks, 0 lost, 0 twice; {lines} lines in the log")


def all_refused(learners):
    return all(learner.client.refused for learner in learners)


def assert_clear(idle, steps):
    """What a page, a script and a program are told by a disk without room."""
    asked = {"application/json": idle.as_program, "text/plain": idle.as_page, "text/html": partial(whole_page, idle)}
    for kind, request in asked.items():
        key, reply = refusal(idle, steps, request)
        assert (reply.status, reply.headers["retry-after"]) == (503, "5"), reply
        assert reply.headers["content-type"].startswith(kind)
        assert SAVE in str(reply.body)
    assert f'name="skip_key" value="{key}"' in reply.body, "the page sends the same once more"


def whole_page(idle, *step):
    """The request of a browser without scripts."""
    *request, headers = idle.as_page(*step)
    return *request, {name: value for name, value in headers.items() if name != "HX-Request"}


def refusal(idle, steps, request):
    """The key and the reply of the first of ``steps`` (attempt, question) that is not taken. The few before it find the
    room that SQLite still has in its own log."""
    while True:
        key = str(uuid.uuid4())
        reply = idle.send(*request(*steps[0], "skip", None, key))
        if reply.status not in (*CLEAR, 302):
            return key, reply
        idle.step(*steps.popleft(), "skip", key=key)  # the same again, for the history
        time.sleep(1)
