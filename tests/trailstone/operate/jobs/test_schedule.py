from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from trailstone.operate.jobs.schedule import FARTHEST, after_failure, mended, next_night

NAIROBI, LONDON = ZoneInfo("Africa/Nairobi"), ZoneInfo("Europe/London")
TWO = time(2, 0)
NOON = datetime(2027, 3, 5, 12, 0, tzinfo=UTC)


def test_the_next_night_is_the_schools():
    assert next_night(NOON, TWO, NAIROBI) == datetime(2027, 3, 5, 23, 0, tzinfo=UTC)
    assert next_night(NOON, TWO, LONDON) == datetime(2027, 3, 6, 2, 0, tzinfo=UTC)


def test_a_run_that_ends_in_the_night_is_followed_by_the_next_one():
    ran = next_night(NOON, TWO, LONDON) + timedelta(seconds=20)
    assert next_night(ran, TWO, LONDON) - ran < timedelta(days=1)
    assert next_night(ran, TWO, LONDON).date() == ran.date() + timedelta(days=1)


@pytest.mark.parametrize("zone", ["Europe/London", "Australia/Lord_Howe", "America/New_York", "Asia/Kathmandu", "UTC"])
def test_every_calendar_day_has_one_night_also_when_the_clocks_change(zone):
    where = ZoneInfo(zone)
    at, nights = datetime(2027, 1, 1, 12, tzinfo=UTC), []
    for _ in range(365):
        at = next_night(at, TWO, where)
        nights.append(at.astimezone(where).date())
    assert len(set(nights)) == 365
    assert nights[-1] - nights[0] == timedelta(days=364)


def test_after_failures_it_is_tried_again_with_growing_pauses():
    pauses = [after_failure(NOON, n, TWO, LONDON) - NOON for n in range(1, 9)]
    assert [pause.total_seconds() / 60 for pause in pauses] == [5, 10, 20, 40, 80, 160, 240, 240]


def test_no_pause_is_longer_than_till_the_next_night():
    late = datetime(2027, 3, 5, 1, 58, tzinfo=UTC)
    assert after_failure(late, 9, TWO, LONDON) == datetime(2027, 3, 5, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize("hours", [1, 3, 9])
def test_a_clock_put_back_by_hours_does_not_bring_the_night_again(hours):
    ran = datetime(2027, 3, 5, 2, 0, 20, tzinfo=UTC)
    due = next_night(ran, TWO, LONDON)
    assert mended(due, ran - timedelta(hours=hours), TWO, LONDON) == due


def test_what_a_clock_that_was_days_ahead_planned_is_planned_anew():
    due = next_night(NOON + timedelta(days=2), TWO, LONDON)
    assert mended(due, NOON, TWO, LONDON) == next_night(NOON, TWO, LONDON)
    assert mended(NOON + FARTHEST, NOON, TWO, LONDON) == NOON + FARTHEST
