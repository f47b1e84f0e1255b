"""Days and times as they are typed, in the class's time zone."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext as _

from trailstone.assignments import moments
from trailstone.goals.school_days import SchoolDays
from trailstone.people.errors import Refused
from trailstone.web.teacher.desk import read_day

AFTERNOON: Final = "16:00"
A_WEEK: Final = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Typed:
    """A day and a time of day, as text."""

    day: str
    clock: str

    @classmethod
    def of(cls, at: datetime, zone: str) -> "Typed":
        """A moment, as the class's clocks show it."""
        local = moments.shown(at, zone)
        return cls(local.date().isoformat(), f"{local:%H:%M}")

    @classmethod
    def sent(cls, query: QueryDict, name: str, first: "Typed") -> "Typed":
        """What was sent under ``<name>_day`` and ``<name>_time``; the first guess where nothing was."""
        return cls(query.get(f"{name}_day", first.day).strip(), query.get(f"{name}_time", first.clock).strip())

    def moment(self, zone: str, what: str) -> datetime:
        """The moment. Raises Refused when the day or the time cannot be read; ``what`` stands in the sentence."""
        day = read_day(self.day)
        if day is None:
            raise Refused(_("Choose the day it %(what)s.") % {"what": what})
        try:
            clock = time.fromisoformat(self.clock)
        except ValueError as why:
            raise Refused(_("Write the time it %(what)s as 16:00.") % {"what": what}) from why
        return moments.moment(zone, day, clock.replace(second=0, microsecond=0, tzinfo=None))


def in_a_week(today: date, calendar: SchoolDays) -> Typed:
    """A first guess for a due date: the afternoon of the first school day a week from now."""
    return Typed(calendar.onwards(today + A_WEEK).isoformat(), AFTERNOON)
