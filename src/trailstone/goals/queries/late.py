"""Learners who joined after goals were set."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trailstone.goals import scope
from trailstone.goals.models import Aim, Goal
from trailstone.people.models import Classroom, Enrolment


@dataclass(frozen=True, slots=True)
class LateJoiner:
    """A learner, and the goals of the class the learner could have: key and title."""

    learner_id: UUID
    name: str
    missing: tuple[tuple[UUID, str], ...]


def late_joiners(classroom: Classroom, today: date) -> tuple[LateJoiner, ...]:
    """Who joined (or came back) after a goal was set and never had it, by name. Three queries.

    Offered are goals that at least half of those who were there at the time have and whose date is not past: a goal
    for a few chosen learners is none of the newcomer's. A goal that waited for the class (copied from last year's, say)
    is everybody's.
    """
    places = list(
        Enrolment.objects.filter(classroom=classroom, removed_at=None)
        .select_related("learner")
        .order_by("learner__name", "learner__username")
    )
    goals = Goal.objects.filter(classroom=classroom, archived_at=None, due__gte=today)
    live = list(goals.select_related("course", "unit").order_by("created_at", "pk"))
    ever, now = _shares(live)
    offered = [goal for goal in live if _is_for_most(goal, places, now[goal.pk], ever[goal.pk])]
    rows = [LateJoiner(at.learner_id, at.nickname or at.learner.name, _missing(at, offered, ever)) for at in places]
    return tuple(row for row in rows if row.missing)


def _shares(goals: list[Goal]) -> tuple[Mapping[UUID, set[UUID]], Mapping[UUID, set[UUID]]]:
    """By goal: everybody who ever had it, and those who have it."""
    ever: defaultdict[UUID, set[UUID]] = defaultdict(set)
    now: defaultdict[UUID, set[UUID]] = defaultdict(set)
    aims = Aim.objects.filter(goal__in=goals).values_list("goal_id", "learner_id", "unassigned_at")
    for goal_id, learner, unassigned_at in aims:
        ever[goal_id].add(learner)
        if unassigned_at is None:
            now[goal_id].add(learner)
    return ever, now


def _is_for_most(goal: Goal, places: list[Enrolment], having: set[UUID], ever: set[UUID]) -> bool:
    there = {at.learner_id for at in places if at.joined_at <= goal.created_at}
    return 2 * len(there & having) >= len(there) if there else not ever


def _missing(at: Enrolment, offered: list[Goal], ever: Mapping[UUID, set[UUID]]) -> tuple[tuple[UUID, str], ...]:
    return tuple(
        (goal.pk, scope.title(goal))
        for goal in offered
        if at.joined_at > goal.created_at and at.learner_id not in ever[goal.pk]
    )
