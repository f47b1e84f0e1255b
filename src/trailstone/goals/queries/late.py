"""Learners who joined after goals were set."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from trailstone.goals.models import Goal
from trailstone.people.models import Classroom, Enrolment
from trailstone.people.queries import BY_NAME


@dataclass(frozen=True, slots=True)
class LateJoiner:
    """A learner, and the goals of the class the learner could have: key and title."""

    learner_id: UUID
    name: str
    missing: tuple[tuple[UUID, str], ...]


@dataclass(slots=True)
class _Offer:
    """A goal that could be offered, with everybody who ever had it, and those who have it."""

    id: UUID
    title: str
    created_at: datetime
    ever: set[UUID] = field(default_factory=set)
    now: set[UUID] = field(default_factory=set)


def late_joiners(classroom: Classroom, today: date) -> tuple[LateJoiner, ...]:
    """Who joined (or came back) after a goal was set and never had it, by name. Two queries.

    Offered are goals that at least half of those who were there at the time have and whose date is not past: a goal
    for a few chosen learners is none of the newcomer's. A goal that waited for the class (copied from last year's, say)
    is everybody's.
    """
    enrolled = Enrolment.objects.filter(classroom=classroom, removed_at=None).order_by(*BY_NAME)
    places = list(enrolled.values_list("learner_id", "nickname", "learner__name", "joined_at"))
    joined = {who: joined_at for who, _, _, joined_at in places}
    offered = [one for one in _live(classroom, today) if _is_for_most(one, joined)]
    rows = [LateJoiner(who, nickname or name, _missing(who, at, offered)) for who, nickname, name, at in places]
    return tuple(row for row in rows if row.missing)


def _live(classroom: Classroom, today: date) -> Iterable[_Offer]:
    goals = Goal.objects.filter(classroom=classroom, archived_at=None, due__gte=today)
    columns = ("pk", "course__title", "unit__title", "created_at", "aims__learner_id", "aims__unassigned_at")
    found: dict[UUID, _Offer] = {}
    for key, course, unit, at, learner, unassigned_at in goals.order_by("created_at", "pk").values_list(*columns):
        one = found.setdefault(key, _Offer(key, unit or course, at))
        one.ever |= {learner} if learner else set()
        one.now |= {learner} if learner and unassigned_at is None else set()
    return found.values()


def _is_for_most(goal: _Offer, joined: Mapping[UUID, datetime]) -> bool:
    there = {who for who, at in joined.items() if at <= goal.created_at}
    return 2 * len(there & goal.now) >= len(there) if there else not goal.ever


def _missing(who: UUID, joined_at: datetime, offered: Iterable[_Offer]) -> tuple[tuple[UUID, str], ...]:
    return tuple((goal.id, goal.title) for goal in offered if joined_at > goal.created_at and who not in goal.ever)
