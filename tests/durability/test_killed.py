"""H20: the server is killed under load, again and again; learners send once more with the same keys."""

import time
from itertools import takewhile
from random import Random
from statistics import median

import pytest

from tests.durability.site import serving
from tests.durability.truth import assert_nothing_lost
from tests.durability.work import at_work, wait_for_more


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_kill_9_loses_and_doubles_nothing(new_site, database, long, told, in_time):
    """Of all processes at once, of the first one alone, or of one that serves."""
    site, rng, back, spent = new_site(database), Random(20), [], []
    with serving(site) as server:
        with at_work([server.port], site.plan, 12, pause=0.02 if long else 0) as learners:
            wait_for_more(learners, 20)
            for kill in takewhile(in_time, kills(server, rng, 600 if long else 0)):
                time.sleep(rng.uniform(1, 3))
                fell = time.monotonic()
                kill()
                if server.process.poll() is not None:
                    server.start()
                    wait_for_more(learners, 1)
                    back.append(time.monotonic() - fell)
                    spent.append(server.processor())
            wait_for_more(learners, 10)
        count = assert_nothing_lost(site, learners)
    told(f"H20 {database}: {len(back)} restarts after a kill -9, {count} acknowledged, 0 lost, 0 twice")
    told(
        f"H20 {database}: from the fall to the next confirmed answer {median(back):.1f} s ({max(back):.1f} at worst), "
        f"{median(spent):.1f} s of processor"
    )


def kills(server, rng, seconds):
    """Which kind of fall comes next: one of each, or any of them for so many seconds."""
    kinds = (server.kill_one, server.kill, server.kill_first)
    if not seconds:
        yield from kinds
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        yield rng.choice(kinds)
