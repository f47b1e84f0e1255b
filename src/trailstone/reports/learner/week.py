"""This week's trail: the days something was practised and the stones gained. Nothing is ever lost in it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from trailstone.database.prepared import MOMENT, SCHOOL, SOMEBODY, Prepared
from trailstone.people import calendar
from trailstone.people.models import User
from trailstone.practice.models import Attempt

DAYS = 7


@dataclass(frozen=True, slots=True)
class Week:
    """A week from ``monday``; ``days`` tells for Monday to Sunday whether something was practised."""

    monday: date
    days: tuple[bool, ...]

    @property
    def count(self) -> int:
        """On how many days something was practised."""
        return sum(self.days)


def week(learner: User, at: datetime) -> Week:
    """The week of the moment ``at``, in the school's days. One query."""
    school = learner.school
    today = calendar.today(school, at)
    monday = today - timedelta(days=today.weekday())
    since = calendar.start_of_day(school, monday)
    times = _TIMES.rows(learner.school_id, learner.pk, since)
    days = {calendar.day_of(school, moment) for row in times for moment in row if moment and moment >= since}
    return Week(monday, tuple(monday + timedelta(days=day) in days for day in range(DAYS)))


def _times(school_id: int, learner_id: UUID, since: datetime) -> QuerySet[Attempt, tuple[datetime, datetime | None]]:
    mine = Attempt.objects.filter(Q(started_at__gte=since) | Q(finished_at__gte=since))
    return mine.filter(school_id=school_id, learner_id=learner_id).values_list("started_at", "finished_at")


_TIMES = Prepared(Attempt, _times, (SCHOOL, SOMEBODY, MOMENT))
