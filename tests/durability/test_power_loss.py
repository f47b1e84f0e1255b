"""H23: what a power cut at any moment would leave holds every answer that was acknowledged before it."""

import shutil
import signal
import time
from contextlib import closing
from random import Random

from tests.durability.client import Client, counted
from tests.durability.site import Site, serving
from tests.durability.truth import assert_nothing_lost, assert_sound, keys_in, rows
from tests.durability.work import acknowledged, at_work, wait_for_more

IDLE = 11  # the learner who does nothing until the power is back


def test_a_copy_of_the_files_at_any_moment_holds_what_was_acknowledged(on_sqlite, tmp_path, long, told):
    copies, rng = 500 if long else 25, Random(23)
    with serving(on_sqlite) as server:
        with at_work([server.port], on_sqlite.plan, 8, pause=0.02 if long else 0) as learners:
            wait_for_more(learners, 20)
            for number in range(copies):
                time.sleep(rng.uniform(0.02, 0.25))
                before = acknowledged(learners)
                copy = frozen_copy(server, on_sqlite, tmp_path / f"copy-{number}")
                assert rows(copy, "PRAGMA integrity_check") == [("ok",)]
                lost = before - set(keys_in(copy))
                assert not lost, f"copy {number} lacks {len(lost)} of {len(before)} acknowledged steps"
                if number + 1 < copies:
                    shutil.rmtree(copy.data)
        count = assert_nothing_lost(on_sqlite, learners)
    told(f"H23: {copies} copies under load, each whole with every step acknowledged before it; {count} in the end")
    told(f"H23: a site that starts on the last one confirms an answer {goes_on(on_sqlite, copy):.1f} s later")


def goes_on(site, copy):
    """Start the site on such a copy, as after the power came back, and answer. The seconds from start to reply."""
    for name in ("secret.key", "static", ".static-made-from"):
        found = site.data / name
        (shutil.copytree if found.is_dir() else shutil.copyfile)(found, copy.data / name)
    attempt, ((right, _), *_) = next(iter(site.plan["learners"][IDLE]["attempts"].items()))
    before, began = len(keys_in(copy)), time.monotonic()
    with serving(copy) as server, closing(Client(server.port, f"l{IDLE}")) as client:
        reply = client.sign_in().step(attempt, 1, "answer", right)
        seconds = time.monotonic() - began
    assert counted(reply), reply
    assert len(keys_in(copy)) == before + 1
    assert_sound(copy)
    return seconds


def frozen_copy(server, site, folder):
    """The database and its log as they lie at one moment: all processes are stopped between two instructions."""
    folder.mkdir()
    server.signal(signal.SIGSTOP)
    try:
        for name in (site.file.name, f"{site.file.name}-wal"):
            shutil.copyfile(site.file.with_name(name), folder / name)
    finally:
        server.signal(signal.SIGCONT)
    return Site(folder, f"sqlite:///{folder / site.file.name}")
