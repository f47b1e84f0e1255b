"""The school's calendar: which days there is school, and how many of them lie between two dates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Final

A_DAY: Final = timedelta(days=1)
SATURDAY: Final = 5
LONGEST: Final = 366  # days of one holiday


@dataclass(frozen=True, slots=True)
class Free:
    """Days without school, both ends included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True)
class SchoolDays:
    """Mondays to Fridays, but for the holidays."""

    holidays: tuple[Free, ...] = ()

    @cached_property
    def _off(self) -> frozenset[date]:
        return frozenset(day for free in self.holidays for day in days(free.first, free.last))

    def is_one(self, day: date) -> bool:
        """Whether there is school on the day."""
        return day.weekday() < SATURDAY and day not in self._off

    def count(self, first: date, last: date) -> int:
        """How many school days there are from the first to the last, both included; 0 when the last comes before."""
        return sum(self.is_one(day) for day in days(first, last))

    def move(self, day: date, by: int) -> date:
        """The school day that is ``by`` school days later (earlier, below 0); the day itself for 0."""
        step = A_DAY if by > 0 else -A_DAY
        left = abs(by)
        while left:
            day += step
            left -= self.is_one(day)
        return day

    def apart(self, before: date, after: date) -> int:
        """How far ``move`` must go to come from one day to the other; below 0 when ``after`` is the earlier."""
        if after >= before:
            return self.count(before + A_DAY, after)
        return -self.count(after, before - A_DAY)

    def onwards(self, day: date) -> date:
        """The day, or the first school day after it."""
        while not self.is_one(day):
            day += A_DAY
        return day

    def back(self, day: date) -> date:
        """The day, or the last school day before it."""
        while not self.is_one(day):
            day -= A_DAY
        return day

    def why_not(self, day: date) -> str:
        """The name of the holiday that the day is in; "" for other days."""
        return next((free.name for free in self.holidays if free.first <= day <= free.last), "")


def days(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last."""
    day = first
    while day <= last:
        yield day
        day += A_DAY


def spread(sizes: Iterable[int], first: date, last: date, calendar: SchoolDays) -> tuple[tuple[date, date], ...]:
    """The school days from the first to the last shared out in order, by size: (from, due) for each, at least a day.

    Nothing when there are fewer school days than parts.
    """
    parts = list(sizes)
    open_days = [day for day in days(first, last) if calendar.is_one(day)]
    if len(open_days) < len(parts) or not parts:
        return ()
    spare, whole = len(open_days) - len(parts), sum(parts)
    edges = [number + spare * sum(parts[:number]) // whole for number in range(len(parts) + 1)]
    return tuple((open_days[a], open_days[b - 1]) for a, b in pairwise(edges))
