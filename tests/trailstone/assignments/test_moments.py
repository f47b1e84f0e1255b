"""Due moments in the class's time zone, through both nights of the year on which clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest

from tests.trailstone.assignments.conftest import FRIDAY_NIGHT
from tests.trailstone.cast import MONDAY
from trailstone.assignments import moments
from trailstone.assignments.moments import Dates, moment, shifted, shown
from trailstone.assignments.states import Done, State, state_of
from trailstone.people.errors import Refused

ZONES = (
    "Africa/Cairo", "Africa/Casablanca", "Africa/Nairobi", "America/New_York", "America/Santiago", "America/St_Johns",
    "Asia/Kathmandu", "Asia/Kolkata", "Australia/Lord_Howe", "Europe/London", "Pacific/Apia", "Pacific/Chatham",
    "Pacific/Kiritimati", "UTC",
)  # fmt: skip
CASES = 2_000
CLOCKS = [
    time(0, 0),
    time(0, 30),
    time(1, 15),
    time(1, 45),
    time(2, 15),
    time(2, 30),
    time(3, 0),
    time(8, 15),
    time(23, 59),
]
SPECIAL = [date(2028, 2, 29), date(2026, 12, 31), date(2027, 1, 1), date(2027, 12, 31)]
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def nights(zone):
    """The days of 2026 to 2028 on which the zone's clocks change, and those beside them."""
    noon = datetime(2026, 1, 1, 12, tzinfo=UTC)
    offsets = [(noon + timedelta(days=n)).astimezone(ZoneInfo(zone)) for n in range(3 * 365)]
    changes = [b.date() for a, b in pairwise(offsets) if a.utcoffset() != b.utcoffset()]
    return [day + timedelta(days=beside) for day in changes for beside in (-1, 0, 1)]


def cases():
    rng = Random(50)
    days = {zone: nights(zone) for zone in ZONES}
    for number in range(CASES):
        zone = ZONES[number % len(ZONES)]
        any_day = date(2026, 1, 1) + timedelta(days=rng.randrange(1000))
        yield zone, rng.choice(days[zone] * 3 + SPECIAL + [any_day]), rng.choice(CLOCKS)


def showing(zone, day, clock):
    """Every minute at which the zone's clocks show this, found by looking at all of them."""
    start = datetime.combine(day, clock, UTC) - timedelta(hours=15)
    looks = (start + n * MINUTE for n in range(30 * 60))
    wanted = datetime.combine(day, clock)
    return [at for at in looks if shown(at, zone).replace(tzinfo=None) == wanted]


def test_a_due_moment_is_what_the_classs_clocks_show_and_the_last_time_they_do():
    seen = {"skipped": 0, "twice": 0}
    for zone, day, clock in cases():
        there = showing(zone, day, clock) if day in nights_of(zone) else None
        if there == []:
            seen["skipped"] += 1
            with pytest.raises(Refused, match=f"There is no {clock:%H:%M} on"):
                moment(zone, day, clock)
            continue
        due = moment(zone, day, clock)
        assert shown(due, zone).replace(tzinfo=None) == datetime.combine(day, clock), "shown as the teacher set it"
        if there:
            assert due == there[-1]
            seen["twice"] += len(there) > 1
    assert min(seen.values()) > 20, seen


_nights = {zone: set(nights(zone)) for zone in ZONES}


def nights_of(zone):
    return _nights[zone]


def test_one_second_after_the_due_second_is_late_in_every_zone():
    for zone, day, clock in cases():
        try:
            due = moment(zone, day, clock)
        except Refused:
            continue
        about = {"starts_at": due - timedelta(days=7), "due_at": due, "at": due + timedelta(days=1)}
        ends = {
            seconds: state_of(**about, things=[Done(begun=False, finished_at=due + seconds * SECOND)])
            for seconds in (-1, 0, 0.999999, 1)
        }
        assert list(ends.values()) == [State.DONE, State.DONE, State.DONE, State.DONE_LATE], (zone, day, clock)
        open_then = {
            seconds: state_of(**{**about, "at": due + seconds * SECOND}, things=[Done(begun=True, finished_at=None)])
            for seconds in (-1, 0, 1)
        }
        assert list(open_then.values()) == [State.IN_PROGRESS, State.IN_PROGRESS, State.MISSING]


def test_moving_by_days_keeps_the_time_on_the_clock():
    rng = Random(51)
    for zone, day, clock in cases():
        try:
            due = moment(zone, day, clock)
        except Refused:
            continue
        days = rng.randrange(-40, 41)
        moved = shifted(Dates(due - timedelta(days=1), due), days, zone).due_at
        wall = datetime.combine(day + timedelta(days=days), clock)
        there = shown(moved, zone).replace(tzinfo=None)
        if there != wall:  # skipped by the clocks on the new day: as much later as they go forward
            assert timedelta(0) < there - wall <= timedelta(hours=1)
            with pytest.raises(Refused):
                moment(zone, wall.date(), clock)


def test_dates_do_not_move_out_of_the_calendar():
    with pytest.raises(Refused, match="at most 731 days"):
        shifted(Dates(MONDAY, FRIDAY_NIGHT), 10**9, "UTC")


def test_a_due_date_stays_as_it_was_set_when_the_school_moves_to_another_zone(desk, school):
    found = desk.assign()
    school.school.time_zone = "Pacific/Chatham"
    school.school.save()
    seen = desk.seen(found)
    assert seen.due.strftime("%d %B %Y %H:%M") == "05 March 2027 23:59"
    assert seen.due_at == FRIDAY_NIGHT
    assert desk.mine(school.ben)[0].due == seen.due
    assert desk.assign(desk.quiz()).zone == "Pacific/Chatham", "what is set from now on is set in the new one"


def test_a_moment_reads_as_the_clocks_of_the_class_show_it():
    assert moments.words(FRIDAY_NIGHT, "Africa/Nairobi") == "5 March 2027, 23:59"
    assert moments.words(FRIDAY_NIGHT, "Pacific/Apia") == "6 March 2027, 09:59"
