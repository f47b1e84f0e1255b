"""The database is locked for longer than anybody waits: a clear refusal, and the site goes on when it is free."""

import sqlite3
from contextlib import closing

import pytest

from tests.durability.site import serving, wait_until
from tests.durability.truth import assert_nothing_lost
from tests.durability.work import at_work, wait_for_more


@pytest.mark.long
def test_a_program_that_holds_the_database_makes_learners_wait_and_loses_nothing(on_sqlite, told):
    with serving(on_sqlite) as server:
        with at_work([server.port], on_sqlite.plan, 6, patience=60) as learners:
            wait_for_more(learners, 20)
            with closing(sqlite3.connect(on_sqlite.file, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                waited = wait_until(lambda: any(one.client.refused for one in learners), "nobody is refused", 90)
                other.execute("ROLLBACK")
            again = wait_for_more(learners, 10)
        count = assert_nothing_lost(on_sqlite, learners)
    told(f"locked: refused after {waited:.0f} s, saved again {again:.1f} s after; {count} acknowledged, 0 lost")
