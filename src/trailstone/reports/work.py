"""What learners did in some days, step by step: the one place that reports on time and on work ask.

Minutes are those of the school's day: time between two steps, with idle time left out (``practice.spent``), rounded up
once a day. So a learner's minutes of a week are the sum of its days, on every screen.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

from django.db.models import Q, QuerySet

from trailstone.people import calendar
from trailstone.people.models import School
from trailstone.practice.models import Answer
from trailstone.practice.spent import A_MINUTE, spent

FIRST = 0  # number of the step that decides a question


def steps(school: School, learners: Collection[object], since: datetime, until: datetime) -> QuerySet[Answer]:
    """Every step these learners took from ``since`` to before ``until``, in the order of time.

    Only of attempts that can have one: whoever worked for years has many that are long over.
    """
    of_attempt = "question__attempt__"
    alive = Q(**{f"{of_attempt}finished_at": None}) | Q(**{f"{of_attempt}finished_at__gte": since})
    found = Answer.objects.filter(
        alive,
        school_id=school.pk,
        at__gte=since,
        at__lt=until,
        **{f"{of_attempt}learner_id__in": learners, f"{of_attempt}started_at__lt": until},
    )
    return found.order_by("at", "id")


def minutes(moments: Sequence[datetime]) -> int:
    """Whole minutes, rounded up, between steps in order; a gap over five minutes and the last step count as one."""
    return -(-spent(moments) // A_MINUTE)


def minutes_in_all(school: School, moments: Iterable[datetime]) -> int:
    """The minutes of steps in the order of time: the sum of the school's days."""
    return sum(minutes(some) for _day, some in by_day(school, moments))


def by_day(school: School, moments: Iterable[datetime]) -> Iterator[tuple[date, list[datetime]]]:
    """Moments in the order of time, by the school's day; days without one are left out."""
    days = ((calendar.day_of(school, moment), moment) for moment in moments)
    for day, some in groupby(days, key=lambda one: one[0]):
        yield day, [moment for _, moment in some]
