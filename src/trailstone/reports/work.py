"""What learners did in some days, step by step: the one place that reports on time and on work ask.

Minutes are those of the school's day: time between two steps, with idle time left out (``practice.spent``), rounded up
once a day. So a learner's minutes of a week are the sum of its days, on every screen.

A class takes ten thousand steps a month. Keys and moments of so many rows are read as the database writes them
(``as_text``): making a UUID and a datetime of each takes longer than all the rest of a report.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from trailstone.people import calendar
from trailstone.people.models import School
from trailstone.practice.models import Answer, Attempt
from trailstone.practice.spent import A_MINUTE, spent

FIRST: Final = 0  # number of the step that decides a question
LEARNER: Final = "question__attempt__learner_id"  # of a step


def as_text(column: str) -> Cast:
    """A key or a moment of many rows, unread. ``read_keys`` and ``moment`` read either database's."""
    return Cast(column, TextField())


def read_keys(texts: Iterable[str]) -> Mapping[str, UUID]:
    """The keys that were fetched as text, each read once."""
    return {text: UUID(text) for text in set(texts)}


def moment(text: str) -> datetime:
    """A moment that was fetched as text: SQLite writes it without a zone, PostgreSQL with that of the connection, and
    both are UTC."""
    return datetime.fromisoformat(text if text[-3] == "+" else f"{text}+00")


def steps(school: School, learners: Collection[UUID], since: datetime, until: datetime) -> QuerySet[Answer]:
    """Every step these learners took from ``since`` to before ``until``, in no order.

    Only of attempts that can have one: whoever worked for years has many that are long over. The attempts are a query
    of their own in it, so that every database begins with them and not with the answers of the whole school.
    """
    alive = Q(finished_at=None) | Q(finished_at__gte=since)
    mine = Attempt.objects.filter(alive, school_id=school.pk, learner_id__in=learners, started_at__lt=until)
    found = Answer.objects.filter(school_id=school.pk, attempt_id__in=mine.order_by().values("id"))
    return found.filter(at__gte=since, at__lt=until).order_by()


def minutes(moments: Sequence[datetime]) -> int:
    """Whole minutes, rounded up, between steps in order; a gap over five minutes and the last step count as one."""
    return -(-spent(moments) // A_MINUTE)


def minutes_in_all(school: School, moments: Iterable[datetime]) -> int:
    """The minutes of steps in any order: the sum of the school's days."""
    return sum(minutes(some) for _day, some in by_day(school, sorted(moments)))


def by_day(school: School, moments: Sequence[datetime]) -> Iterator[tuple[date, Sequence[datetime]]]:
    """Moments in the order of time, by the school's day; days without one are left out."""
    start = 0
    while start < len(moments):
        day = calendar.day_of(school, moments[start])
        end = bisect_left(moments, calendar.end_of_day(school, day).astimezone(UTC), start)
        yield day, moments[start:end]
        start = end
