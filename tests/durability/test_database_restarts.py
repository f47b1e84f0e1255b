"""H21: PostgreSQL crashes and comes back, again and again; the site recovers without a restart."""

import time

from tests.durability.site import serving
from tests.durability.truth import assert_nothing_lost
from tests.durability.work import at_work, wait_for_more


def test_crashes_of_the_database_lose_nothing_and_the_site_recovers_by_itself(on_postgresql, cluster, long, told):
    crashes, back = 20 if long else 3, []
    with serving(on_postgresql) as server:
        with at_work([server.port], on_postgresql.plan, 12) as learners:
            wait_for_more(learners, 20)
            for _ in range(crashes):
                cluster.crash_and_restart()
                back.append(wait_for_more(learners, 1))
                time.sleep(max(0, 3 - back[-1]))
            assert server.process.poll() is None
        count = assert_nothing_lost(on_postgresql, learners)
        assert len(server.starts) == 1
    waited = sum(learner.client.refused for learner in learners)
    told(
        f"H21: {crashes} crashes of PostgreSQL, {count} acknowledged, 0 lost, 0 twice; {waited} times 503, saved again "
        f"{max(back):.1f} s after the database was back, at worst"
    )
