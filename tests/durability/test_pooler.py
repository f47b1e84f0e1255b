"""A PgBouncer in transaction mode between the site and PostgreSQL: nothing is lost, and few connections do."""

import pytest

from scripts import pooler
from tests.durability.between import asked, pooled
from tests.durability.site import free_port, serving
from tests.durability.truth import assert_nothing_lost
from tests.durability.work import at_work, wait_for_more

SIZE = 3
CLIENTS = """
    SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()
    AND backend_type = 'client backend'"""


@pytest.fixture(autouse=True)
def installed():
    if pooler.program() is None:
        pytest.skip(pooler.NEEDED)


def connections(site, cluster):
    """How many the server holds for this school's database."""
    ((count,),) = asked(cluster.first, CLIENTS, site.url.rpartition("/")[2])
    return count


def test_learners_work_through_a_pooler_while_a_backup_is_made(on_postgresql, cluster, tools, told):
    with pooled(on_postgresql, cluster, size=SIZE) as (site, _), serving(site) as server:
        with at_work([server.port], site.plan, 12) as learners:
            wait_for_more(learners, 40)
            most = connections(site, cluster)
            done = site.run("trailstone", "backup")
            assert done.returncode == 0, done.stdout + done.stderr
            wait_for_more(learners, 40)
            most = max(most, connections(site, cluster))
        count = assert_nothing_lost(site, learners)
    assert most <= SIZE + 1, "more than the pooler's and the worker's lead"
    told(f"pooler of {SIZE}: {count} acknowledged, 0 lost, 0 twice; at most {most} connections at the server")


def test_a_pooler_that_is_started_again_costs_a_moment(on_postgresql, cluster):
    with pooled(on_postgresql, cluster, size=SIZE) as (site, between), serving(site) as server:
        with at_work([server.port], site.plan, 6) as learners:
            wait_for_more(learners, 20)
            between.stop()
            between.start()
            wait_for_more(learners, 20)
        assert_nothing_lost(site, learners)
        assert len(server.starts) == 1


def test_a_school_is_restored_past_the_connections_that_a_pooler_keeps(on_postgresql, cluster, tools, tmp_path):
    with pooled(on_postgresql, cluster, size=SIZE) as (site, _):
        made = site.run("trailstone", "backup", str(tmp_path))
        assert made.returncode == 0, made.stdout + made.stderr
        (file,) = tmp_path.glob("trailstone-*")
        with serving(site):
            refused = site.run("trailstone", "restore", str(file), PORT=str(free_port()))
            assert (refused.returncode, "The site is running" in refused.stderr) == (1, True), refused.stderr
        asked(site.url, "SELECT 1")
        assert connections(site, cluster) > 0, "the pooler keeps none"
        restored = site.run("trailstone", "restore", str(file), PORT=str(free_port()))
        assert restored.returncode == 0, restored.stdout + restored.stderr
        assert asked(site.url, "SELECT count(*) FROM people_classroom") == [(1,)]
