"""Moments as a teacher sets and reads them: a day and a clock time in the class's time zone.

A zone's day is not always 24 hours long and some clock times do not exist: see ``moment`` and ``shifted``.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from trailstone.goals.wording import day as day_words
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom

MOST_DAYS: Final = 731


@dataclass(frozen=True, slots=True)
class Dates:
    """When an assignment starts and is due: two aware moments."""

    starts_at: datetime
    due_at: datetime


def zone_of(classroom: Classroom) -> str:
    """The name of the time zone a class lives in: its school's."""
    return classroom.school.time_zone


def moment(zone: str, day: date, clock: time) -> datetime:
    """The aware moment (UTC) at which the zone's clocks show ``clock`` on ``day``.

    Where clocks go back and show a time twice, it is the second time: whoever reads the clock is never late.

    Raises:
        Refused: clocks go forward over that time, so that it never comes.
    """
    local = datetime.combine(day, clock, ZoneInfo(zone)).replace(fold=1)
    found = local.astimezone(UTC)
    if shown(found, zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise Refused(
            f"There is no {clock:%H:%M} on {day_words(day)}: the clocks go forward then. Choose a later time."
        )
    return found


def shown(at: datetime, zone: str) -> datetime:
    """The moment with the day and the time that the zone's clocks show."""
    return at.astimezone(ZoneInfo(zone))


def shifted(dates: Dates, days: int, zone: str) -> Dates:
    """Both moments so many days later (or, below 0, earlier), at the same time of day by the zone's clocks.

    A time that clocks skip on the new day moves on by as much as they do (RFC 5545, section 3.3.5).

    Raises:
        Refused: more than MOST_DAYS at once.
    """
    if abs(days) > MOST_DAYS:
        raise Refused(f"Dates move by at most {MOST_DAYS} days at once. Choose a smaller number.")
    return Dates(_moved(dates.starts_at, days, zone), _moved(dates.due_at, days, zone))


def _moved(at: datetime, days: int, zone: str) -> datetime:
    local = shown(at, zone)
    return (local.replace(tzinfo=None) + timedelta(days=days)).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def words(at: datetime, zone: str) -> str:
    """The moment in a sentence, as the zone's clocks show it: "5 March 2027, 23:59"."""
    local = shown(at, zone)
    return f"{day_words(local.date())}, {local:%H:%M}"
