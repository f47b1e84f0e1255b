"""A streaming copy for reports: read while it is near enough, let be when it is late, away or a database of its own."""

import shutil
from contextlib import contextmanager

import pytest

from tests.durability.between import Replica, asked, set_with
from tests.durability.client import Client
from tests.durability.school import TEACHER
from tests.durability.site import serving, wait_until
from tests.durability.truth import rows

READ = "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
STATE = "SELECT pg_get_wal_replay_pause_state()"


@pytest.fixture
def replica(on_postgresql, cluster):
    copy = Replica(cluster)
    try:
        copy.make()
        wait_until(lambda: copy.caught_up(on_postgresql), "the copy does not follow")
        yield copy
    finally:
        copy.leave()
        shutil.rmtree(copy.home, ignore_errors=True)


@contextmanager
def at_school(site, replica, lag):
    """A running site that reads the copy, where a learner has done an exercise: the server, the teacher's mastery
    report as a file, the learner's next exercise, and the report as it is in the copy."""
    with serving(set_with(site, DATABASE_READ_URL=replica.url(site), DATABASE_READ_LAG=str(lag))) as server:
        teacher, plan = Client(server.port, TEACHER).sign_in(), site.plan["learners"][0]
        learner = Client(server.port, plan["name"]).sign_in()
        ((room,),) = rows(site, "SELECT id::text FROM people_classroom")

        def report():
            reply = teacher.send("GET", f"/teach/{room}/mastery/?format=csv")
            assert reply.status == 200, reply
            return reply.body

        def work():
            exercise(learner, *next(exercises))

        exercises = iter(plan["attempts"].items())
        work()
        wait_until(lambda: replica.caught_up(site), "the copy does not follow")
        yield server, report, work, report()
        teacher.close()
        learner.close()


def exercise(learner, attempt, answers):
    """Every question answered right; the levels that learners see themselves are those of this moment."""
    for number, (right, _wrong) in enumerate(answers, start=1):
        assert learner.step(attempt, number, "answer", right).status == 200
    if learner.read(attempt)["state"] == "open":
        learner.api("POST", f"attempts/{attempt}/finish")
    assert learner.read(attempt)["state"] == "finished"


def pause(replica, site):
    asked(replica.url(site), "SELECT pg_wal_replay_pause()")
    wait_until(lambda: asked(replica.url(site), STATE) == [("paused",)], "the copy plays on")


def resume(replica, site):
    asked(replica.url(site), "SELECT pg_wal_replay_resume()")
    wait_until(lambda: replica.caught_up(site), "the copy does not catch up")


def test_reports_read_the_copy_and_the_database_itself_when_it_is_away(on_postgresql, replica):
    site = on_postgresql
    with at_school(site, replica, lag=3600) as (server, report, work, before):
        there = [query for (query,) in asked(replica.url(site), READ)]
        assert any("progress_courseprogress" in query for query in there), there
        pause(replica, site)
        work()
        assert report() == before, "the report did not come from the copy"
        resume(replica, site)
        later = report()
        assert later != before
        replica.stop("immediate")
        work()
        assert report() not in (before, later), "the report does not come from the database itself"
        assert {report() for _ in range(4)} == {report()}
        assert 1 <= server.log().count("not the copy of DATABASE_READ_URL") <= 2, server.log()  # once a process


def test_a_copy_far_behind_or_on_its_own_is_let_be(on_postgresql, replica):
    site = on_postgresql
    with at_school(site, replica, lag=1) as (server, report, work, before):
        pause(replica, site)
        work()
        wait_until(lambda: report() != before, "reports stay as late as the copy")
        assert "more than 1 seconds behind" in server.log()
        resume(replica, site)
        wait_until(lambda: report() and "copy of DATABASE_READ_URL again" in server.log(), "it stays let be")
        replica.promote()
        asked(replica.url(site), "UPDATE progress_courseprogress SET points = 0, levels = ''")
        wait_until(lambda: report() and "follows the database no more" in server.log(), "a copy on its own is read")
        before = report()
        work()
        assert report() != before
