"""What of several classes' assignments is past due and not done, for the pages that say who needs a look."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from trailstone.assignments.models import Assignment, Item, Share
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
    """By class, the latest due first. ``rooms``: of one school. Three statements, or four where an article is among
    the things to do, whatever the number of anything."""
    found = _due(rooms, at)
    if not found:
        return {}
    shares: defaultdict[UUID, list[Share]] = defaultdict(list)
    for share in Share.objects.filter(assignment__in=[one.pk for one in found], removed_at=None):
        shares[share.assignment_id].append(share)
    items = [item for of_one in found.values() for item in of_one]
    tries = tries_of(next(iter(rooms)).school_id, {one.learner_id for given in shares.values() for one in given}, items)
    rows: defaultdict[UUID, tuple[Missing, ...]] = defaultdict(tuple)
    for assignment, of_one in found.items():
        pairs = [(item, named(item)) for item in of_one]
        who = frozenset(
            share.learner_id
            for share in shares[assignment.pk]
            if standing_of(assignment, pairs, share, tries, at).state is State.MISSING
        )
        title = title_of(assignment, tuple(each for _, each in pairs))
        rows[assignment.classroom_id] += (Missing(assignment.pk, title, assignment.due_at, who),) if who else ()
    return rows


def _due(rooms: Collection[Classroom], at: datetime) -> Mapping[Assignment, list[Item]]:
    """What was due lately with the things of it, in order; one without any can never be missing."""
    items = Item.objects.filter(
        assignment__classroom__in=rooms,
        assignment__archived_at=None,
        assignment__published_at__isnull=False,
        assignment__due_at__lt=at,
        assignment__due_at__gte=at - LATELY,
    )
    found: defaultdict[Assignment, list[Item]] = defaultdict(list)
    for item in items.select_related("assignment").order_by("-assignment__due_at", "assignment_id", "position", "pk"):
        found[item.assignment].append(item)
    return found
