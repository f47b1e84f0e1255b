"""H51: the computer's clock is put back and forward while the site runs; nothing is lost, and nights go on.

By libfaketime (https://github.com/wolfcw/libfaketime; Debian: ``apt-get install libfaketime``), which stands between
the site's processes and the system's clock and reads from a file by how much it is wrong.
"""

from pathlib import Path

import pytest

from tests.durability.site import Server, wait_until
from tests.durability.truth import assert_nothing_lost, rows
from tests.durability.work import at_work, wait_for_more

LIBRARIES = [*Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")]
HOUR, DAY = 3600, 86_400
# How many seconds the clock is wrong when learners sign in, and then while they work. Whoever signed in stays so for
# twelve hours, by whatever the clock says.
MOVES = [(0, -HOUR), (-HOUR, 0), (0, HOUR), (HOUR, 0), (-2 * DAY, -2 * DAY), (2 * DAY, 2 * DAY)]
MOVES += [(365 * DAY, 365 * DAY), (0, 0)]
FARTHEST_H = 37  # a night is due within 36 hours of the right time

pytestmark = pytest.mark.skipif(not LIBRARIES, reason="needs libfaketime (apt-get install libfaketime)")


@pytest.fixture
def clock(tmp_path):
    """``clock(seconds)`` makes the clock of the site wrong by so much from now on."""
    file = tmp_path / "clock"

    def put(seconds):
        part = tmp_path / "clock.part"
        part.write_text(f"{seconds:+d}\n")
        part.rename(file)

    put(0)
    put.environment = {
        "LD_PRELOAD": str(LIBRARIES[0]), "FAKETIME_TIMESTAMP_FILE": str(file), "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # which a step of the real one leaves alone as well
    }  # fmt: skip
    return put


@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.long)])
def test_a_clock_stepped_while_learners_work_loses_nothing_and_the_nights_go_on(new_site, database, clock, told):
    """Learners who sign in while it is wrong, and learners at work while it is stepped by an hour."""
    site, everybody = new_site(database), []
    server = Server(site, more=clock.environment)
    try:
        server.start()
        for before, after in MOVES:
            clock(before)
            with at_work([server.port], site.plan, 4) as learners:
                wait_for_more(learners, 5)
                clock(after)
                wait_for_more(learners, 5)
            everybody += learners
        count = assert_nothing_lost(site, everybody, stepped=True)
        assert len(server.starts) == 1
        wait_until(lambda: not planned_too_far(site), "a night is due in a year")
    finally:
        server.stop()
    assert rows(site, "SELECT count(*) FROM practice_answer WHERE ms < 0") == [(0,)]
    told(
        f"H51 {database}: {count} acknowledged while the clock was stepped by an hour, days and a year, 0 lost, 0 twice"
    )


def planned_too_far(site):
    ahead = f"datetime('now', '+{FARTHEST_H} hours')" if site.is_sqlite else f"now() + interval '{FARTHEST_H} hours'"
    return rows(site, f"SELECT name, due FROM operate_job WHERE due > {ahead}")  # noqa: S608 - our own words
