"""What of several classes' assignments is past due and not done, for the pages that say who needs a look."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from trailstone.assignments.models import Assignment, Share
from trailstone.assignments.naming import named, title_of
from trailstone.assignments.standing import standing_of
from trailstone.assignments.states import State
from trailstone.assignments.work import tries_of
from trailstone.people.models import Classroom

LATELY: Final = timedelta(days=28)  # what was due before is in its own report; it needs no look any more


@dataclass(frozen=True, slots=True)
class Missing:
    """An assignment that was due lately, and the learners who have not done it."""

    assignment_id: UUID
    title: str
    due_at: datetime
    learners: frozenset[UUID]


def missing(rooms: Collection[Classroom], at: datetime) -> Mapping[UUID, tuple[Missing, ...]]:
    """By class, the latest due first. ``rooms``: of one school. Five statements, whatever the number of anything."""
    due = Assignment.objects.filter(classroom__in=rooms, archived_at=None, published_at__isnull=False)
    found = list(due.filter(due_at__lt=at, due_at__gte=at - LATELY).order_by("-due_at", "pk").prefetch_related("items"))
    if not found:
        return {}
    shares: defaultdict[UUID, list[Share]] = defaultdict(list)
    for share in Share.objects.filter(assignment__in=found, removed_at=None):
        shares[share.assignment_id].append(share)
    items = [item for assignment in found for item in assignment.items.all()]
    tries = tries_of(next(iter(rooms)).school_id, {one.learner_id for given in shares.values() for one in given}, items)
    rows: defaultdict[UUID, tuple[Missing, ...]] = defaultdict(tuple)
    for assignment in found:
        pairs = [(item, named(item)) for item in assignment.items.all()]
        who = frozenset(
            share.learner_id
            for share in shares[assignment.pk]
            if standing_of(assignment, pairs, share, tries, at).state is State.MISSING
        )
        title = title_of(assignment, tuple(each for _, each in pairs))
        rows[assignment.classroom_id] += (Missing(assignment.pk, title, assignment.due_at, who),) if who else ()
    return rows
