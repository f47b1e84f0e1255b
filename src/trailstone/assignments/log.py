"""The log of changes to assignments: what, when, who."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from trailstone.assignments.models import Assignment, AssignmentChange
from trailstone.people.models import User


class What(StrEnum):
    """What was done to an assignment. The text is what is stored."""

    MADE = "made"
    COPIED = "copied"
    PUBLISHED = "published"
    EDITED = "edited"
    DATES = "dates"
    ADDED = "added"
    TAKEN = "taken"
    LEFT_OUT = "left-out"
    PUT_IN = "put-in"
    EXTENDED = "extended"
    ARCHIVED = "archived"
    BROUGHT_BACK = "brought-back"


def note(
    assignment: Assignment,
    actor: User,
    at: datetime,
    what: What,
    *,
    learners: Iterable[UUID] = (),
    starts_at: datetime | None = None,
    due_at: datetime | None = None,
    edited: Iterable[str] = (),
    source: str = "",
    thing: str = "",
) -> None:
    """Add one row to the assignment's log. People are kept by key, so that a corrected name reads right everywhere.

    ``edited``: what was changed, in words; ``source``: the name of the class it was copied from; ``thing``: what
    learners were left out of.
    """
    facts = {
        "learners": [str(learner) for learner in learners],
        "starts_at": starts_at.isoformat() if starts_at else None,
        "due_at": due_at.isoformat() if due_at else None,
        "edited": list(edited),
        "source": source,
        "thing": thing,
    }
    detail = {name: fact for name, fact in facts.items() if fact}
    AssignmentChange.objects.create(assignment=assignment, by=actor, at=at, what=what, detail=detail)
