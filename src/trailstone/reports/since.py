"""What happened in a teacher's classes since they were there last: three facts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Q

from mastery import Level
from mastery.corrections import SET
from trailstone.goals.models import Aim
from trailstone.people.models import Classroom, Enrolment, User
from trailstone.people.visits import last_visits
from trailstone.practice.models import Attempt
from trailstone.progress.models import LevelChange

FARTHEST: Final = timedelta(days=60)  # nobody reads the news of a year


@dataclass(frozen=True, slots=True)
class Since:
    """``at``: the earliest last visit. How many learners ``worked``, how often a skill rose to Proficient or above by
    work, and how many goals were ``reached``; each class counted from its own last visit."""

    at: datetime
    worked: int
    to_proficient: int
    reached: int

    @property
    def quiet(self) -> bool:
        """Nothing happened."""
        return not (self.worked or self.to_proficient or self.reached)


def since_last_visit(user: User, rooms: Collection[Classroom], at: datetime) -> Since | None:
    """The facts of these classes (of one school) together; None before the first visit. Five queries."""
    visits = {room: max(when, at - FARTHEST) for room, when in last_visits(user, rooms, at).items()}
    if not visits:
        return None
    whose = _members(visits)
    first, school_id = min(visits.values()), user.school_id
    attempts = Attempt.objects.filter(school_id=school_id, learner_id__in=whose)
    attempts = attempts.filter(Q(started_at__gte=first) | Q(finished_at__gte=first))
    worked = {
        who
        for who, began, ended in attempts.values_list("learner_id", "started_at", "finished_at")
        if max(began, ended or began) >= whose[who]
    }
    rises = LevelChange.objects.filter(school_id=school_id, learner_id__in=whose, at__gte=first)
    rises = rises.filter(before__lt=Level.PROFICIENT, after__gte=Level.PROFICIENT).exclude(outcome=SET)
    aims = Aim.objects.filter(goal__classroom_id__in=visits, goal__archived_at=None, achieved_at__gte=first)
    reached = aims.filter(unassigned_at=None).values_list("goal__classroom_id", "achieved_at")
    return Since(
        at=first,
        worked=len(worked),
        to_proficient=sum(when >= whose[who] for who, when in rises.values_list("learner_id", "at")),
        reached=sum(when >= visits[room] for room, when in reached if when),
    )


def _members(visits: Mapping[UUID, datetime]) -> Mapping[UUID, datetime]:
    """Who is in these classes, and from when on they are told of; of several classes the earliest."""
    found: dict[UUID, datetime] = {}
    rows = Enrolment.objects.filter(classroom_id__in=visits, removed_at=None)
    for room, who in rows.values_list("classroom_id", "learner_id"):
        found[who] = min(found.get(who, visits[room]), visits[room])
    return found
