"""Days as the school lives them: "today" and due dates are in the school's time zone."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from trailstone.people.models import School


def day_of(school: School, at: datetime) -> date:
    """The school's date at the aware moment ``at``."""
    return at.astimezone(ZoneInfo(school.time_zone)).date()


def today(school: School, at: datetime) -> date:
    """The school's date now, with now handed in as ``at``."""
    return day_of(school, at)


def start_of_day(school: School, day: date) -> datetime:
    """The first moment of the school's ``day``."""
    return datetime.combine(day, time.min, ZoneInfo(school.time_zone))


def end_of_day(school: School, day: date) -> datetime:
    """The first moment after the school's ``day``: what happens before it is still in time."""
    return start_of_day(school, day + timedelta(days=1))


def is_time_zone(name: str) -> bool:
    """Whether ``name`` is a time zone of the IANA database, as ``Africa/Lagos`` is."""
    return name in available_timezones()
