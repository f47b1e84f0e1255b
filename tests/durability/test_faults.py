"""H28: 100,000 operations with faults of every kind; afterwards the whole history must be one that can have happened.

(The short form is in every other test here: each ends with the same check of its history.)
"""

import time
from random import Random

import pytest

from tests.durability.site import serving
from tests.durability.truth import assert_nothing_lost
from tests.durability.work import at_work, history

OPERATIONS = 100_000


@pytest.mark.long
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_long_history_with_faults_can_have_happened(new_site, cluster_of, database, told, in_time):
    site, rng, faults = new_site(database), Random(28), 0
    with serving(site) as server:
        with at_work([server.port], site.plan, 12) as learners:
            kinds = [server.kill, server.kill_first, server.kill_one]
            kinds += [cluster_of().crash_and_restart] if database == "postgresql" else []
            while in_time() and sum(len(one.client.ops) for one in learners) < OPERATIONS:
                time.sleep(rng.uniform(2, 10))
                rng.choice(kinds)()
                faults += 1
                if server.process.poll() is not None:
                    server.start()
        count = assert_nothing_lost(site, learners)
    operations = len(history(learners))
    told(f"H28 {database}: {operations} operations, {faults} faults, {count} acknowledged, history possible")
