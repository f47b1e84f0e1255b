"""The year as a picture: months, holidays and today along it, and where a stretch of days lies in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.formats import date_format

from trailstone.goals.school_days import SchoolDays

AT_LEAST: Final = timedelta(weeks=12)
AT_MOST: Final = timedelta(days=730)
MANY: Final = 14  # months, above which only every second has its name


@dataclass(frozen=True)
class Picture:
    """From the first to the last day, both included; places are percents of the whole width."""

    first: date
    last: date
    today: date
    calendar: SchoolDays

    @property
    def days(self) -> int:
        """How many days the picture is wide."""
        return (self.last - self.first).days + 1

    def place(self, day: date) -> float:
        """Where the day begins, from 0 to 100."""
        return round(100 * min(max((day - self.first).days, 0), self.days) / self.days, 2)

    def end(self, day: date) -> float:
        """Where the day ends."""
        return self.place(day + timedelta(days=1))

    @property
    def now(self) -> float:
        """Where today is."""
        return self.place(self.today)

    @property
    def months(self) -> list[tuple[float, str]]:
        """Where each month begins, and its name; in a long picture every second has none."""
        starts = list(_months(self.first, self.last))
        named = 1 if len(starts) <= MANY else 2
        return [
            (self.place(day), date_format(day, "M") if at % named == 0 else "") for at, day in enumerate(starts)
        ]  # fmt: skip

    @property
    def bands(self) -> str:
        """The holidays as the stops of a CSS gradient; numbers alone."""
        stops = ["transparent 0"]
        for free in sorted(self.calendar.holidays, key=lambda one: one.first):
            a, z = self.place(free.first), self.end(free.last)
            if z > a:
                stops += [f"transparent {a}%", f"var(--off) {a}%", f"var(--off) {z}%", f"transparent {z}%"]
        return ",".join([*stops, "transparent 100%"])

    @property
    def off(self) -> str:
        """The holidays for the script: "2027-03-26/2027-04-04" and so on, with blanks between."""
        return " ".join(f"{free.first.isoformat()}/{free.last.isoformat()}" for free in self.calendar.holidays)


def picture(dates: Iterable[date | None], today: date, calendar: SchoolDays) -> Picture:
    """A picture of whole months wide enough for the dates, twelve weeks at least and two years at most."""
    known = [today, *(day for day in dates if day)]
    first = max(min(known), today - AT_MOST // 2).replace(day=1)
    last = min(max(*known, first + AT_LEAST), first + AT_MOST)
    return Picture(first, _next_month(last) - timedelta(days=1), today, calendar)


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _months(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day = _next_month(day)
