"""When a job is due: once a night in the school's time, sooner after a failure, once after nights that were missed."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

FIRST_PAUSE = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=4)
# A night is 25 hours at most. Whoever is due later than this was planned by a clock that went wrong.
FARTHEST = timedelta(hours=36)


def next_night(at: datetime, hour: time, zone: ZoneInfo) -> datetime:
    """The first ``hour`` o'clock in the school's ``zone`` after the moment ``at``, in UTC. One for each calendar day,
    also in nights when the clocks change."""
    today = at.astimezone(zone).date()
    nights = (datetime.combine(today + timedelta(days=n), hour, zone).astimezone(UTC) for n in (0, 1, 2))
    return next(night for night in nights if night > at)


def after_failure(at: datetime, failures: int, hour: time, zone: ZoneInfo) -> datetime:
    """When to try again after so many ``failures`` in a row: in 5, 10, 20 minutes ... 4 hours, or in the next night."""
    pause: timedelta = min(FIRST_PAUSE * 2 ** min(failures - 1, 10), LONGEST_PAUSE)
    return min(at + pause, next_night(at, hour, zone))


def mended(due: datetime, at: datetime, hour: time, zone: ZoneInfo) -> datetime:
    """``due``, unless a clock that was days ahead wrote it: then the next night.

    A clock that is put back by hours leaves it, so that no night's work is done twice.
    """
    return due if due - at <= FARTHEST else next_night(at, hour, zone)
