"""The log of changes to goals: what, when, who."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from trailstone.goals.models import Goal, GoalChange
from trailstone.people.models import User


class What(StrEnum):
    """What was done to a goal. The text is what is stored."""

    SET = "set"
    ADDED = "added"
    DUE = "due"
    TARGET = "target"
    UNASSIGNED = "unassigned"
    REMOVED = "removed"
    BROUGHT_BACK = "brought-back"
    PLANNED = "planned"


def note(
    goal: Goal,
    actor: User,
    at: datetime,
    what: What,
    *,
    learners: Iterable[UUID] = (),
    due: date | None = None,
    was: Iterable[date] = (),
    target: int | None = None,
    target_was: int | None = None,
) -> None:
    """Add one row to the goal's log. People are kept by key, so that a corrected name reads right everywhere."""
    facts = {
        "learners": [str(learner) for learner in learners],
        "due": due.isoformat() if due else None,
        "was": sorted({day.isoformat() for day in was}),
        "target": target,
        "target_was": target_was,
    }
    detail = {name: fact for name, fact in facts.items() if fact}
    GoalChange.objects.create(goal=goal, by=actor, at=at, what=what, detail=detail)
