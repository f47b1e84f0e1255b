"""Putting assignments away, and bringing them back."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from trailstone.assignments import checks, log
from trailstone.assignments.log import What
from trailstone.assignments.models import Assignment
from trailstone.people.models import User


@transaction.atomic
def archive(*, actor: User, assignment: Assignment, at: datetime) -> Assignment:
    """Put the assignment away: learners no longer see it; work and levels stay. ``bring_back`` undoes it.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived.
    """
    found = checks.own_assignment(actor, assignment)
    return found if found.archived_at else _archived(found, at, actor, at, What.ARCHIVED)


@transaction.atomic
def bring_back(*, actor: User, assignment: Assignment, at: datetime) -> Assignment:
    """Undo an archiving: learners and dates are as they were, and work done meanwhile counts. Raises as ``archive``."""
    found = checks.own_assignment(actor, assignment)
    return _archived(found, None, actor, at, What.BROUGHT_BACK) if found.archived_at else found


@transaction.atomic
def archive_all(*, actor: User, assignments: Collection[Assignment], at: datetime) -> None:
    """Put all of these away, or none; they may be of several classes. Raises as ``archive``."""
    for one in _in_order(assignments):
        archive(actor=actor, assignment=one, at=at)


@transaction.atomic
def bring_all_back(*, actor: User, assignments: Collection[Assignment], at: datetime) -> None:
    """Bring all of these back, or none. Raises as ``archive``."""
    for one in _in_order(assignments):
        bring_back(actor=actor, assignment=one, at=at)


def _in_order(assignments: Collection[Assignment]) -> list[Assignment]:
    """By class, so that two teachers who share classes never wait for each other for ever."""
    return sorted(assignments, key=lambda one: (one.classroom_id, one.pk))


def _archived(found: Assignment, archived_at: datetime | None, actor: User, at: datetime, what: What) -> Assignment:
    found.archived_at = archived_at
    found.save(update_fields=["archived_at"])
    log.note(found, actor, at, what)
    return found
