"""Learners who joined after an assignment was given to the whole class."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from trailstone.assignments.models import Assignment, Share
from trailstone.assignments.naming import named, title_of
from trailstone.people.models import Classroom
from trailstone.people.queries import named as called


@dataclass(frozen=True, slots=True)
class LateJoiner:
    """A learner, and the assignments of the class the learner could have: key and title, nearest due first."""

    learner_id: UUID
    name: str
    missing: tuple[tuple[UUID, str], ...]


def late_joiners(classroom: Classroom, at: datetime) -> tuple[LateJoiner, ...]:
    """Who is in the class and never had an assignment that is for the whole class and not past due. Four statements."""
    live = Assignment.objects.filter(classroom=classroom, archived_at=None, for_all=True, due_at__gte=at)
    offered = list(live.exclude(published_at=None).order_by("due_at", "pk").prefetch_related("items"))
    ever: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for assignment, learner in Share.objects.filter(assignment__in=offered).values_list("assignment_id", "learner_id"):
        ever[assignment].add(learner)
    titles = {each.pk: title_of(each, [named(item) for item in each.items.all()]) for each in offered}
    rows = (
        LateJoiner(who, name, tuple((key, title) for key, title in titles.items() if who not in ever[key]))
        for who, name, _ in called(classroom)
    )
    return tuple(row for row in rows if row.missing)
