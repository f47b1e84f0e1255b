"""The live goals of some classes with everybody's share in them, as the week of a class needs them: two statements."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from trailstone.goals.models import Goal
from trailstone.goals.queries.classes import place
from trailstone.goals.queries.learner import KINDS
from trailstone.goals.scope import skills
from trailstone.people.models import Classroom
from trailstone.reports.standing import middle, picker, rounded, worth_of

Packed = Mapping[tuple[str, UUID], bytes]  # by course and learner
SHARE: Final = ("aims__learner_id", "aims__due", "aims__since", "aims__achieved_at", "aims__unassigned_at")
GOAL: Final = ("pk", "classroom_id", "course_id", "unit_id", "target", "due", "course__title", "unit__title")


@dataclass(frozen=True, slots=True, eq=False)
class LiveGoal:
    """A goal that was not removed. There is one of each in a report, and it is itself alone: to compare goals and
    shares field by field, as keys of a class's hundred shares, took a tenth of the overview."""

    id: UUID
    class_id: UUID
    course_id: str
    unit_id: str | None
    target: int
    due: date
    title: str


@dataclass(frozen=True, slots=True, eq=False)
class Aim:
    """A learner's share in a goal."""

    goal: LiveGoal
    learner_id: UUID
    due: date
    since: datetime
    achieved: bool

    @property
    def pair(self) -> tuple[str, UUID]:
        """Course and learner: by which levels are kept."""
        return self.goal.course_id, self.learner_id


@dataclass(frozen=True, slots=True)
class GoalNow:
    """A goal as a class stands in it: how many of the ``learners`` who have it ``achieved`` it, the median of their
    percents (None of nobody), and the last of their due dates."""

    goal_id: UUID
    kind: str
    title: str
    target: int
    learners: int
    achieved: int
    median: int | None
    due_last: date


Goals = Mapping[LiveGoal, tuple[Aim, ...]]


def live_goals(rooms: Collection[Classroom]) -> Goals:
    """The goals of these classes in the order they were set, with the shares in them that were not taken away. One
    query."""
    found: defaultdict[LiveGoal, tuple[Aim, ...]] = defaultdict(tuple)
    rows = Goal.objects.filter(classroom__in=rooms, archived_at=None).order_by("created_at", "pk", "aims__pk")
    known: dict[UUID, LiveGoal] = {}
    for key, room, course, unit, target, due, of_course, of_unit, *share in rows.values_list(*GOAL, *SHARE):
        goal = known.setdefault(key, LiveGoal(key, room, course, unit, target, due, of_unit or of_course))
        found[goal] += _shares(goal, *share)
    return found


def _shares(
    goal: LiveGoal, learner: UUID | None, due: date, since: datetime, achieved_at: object, unassigned_at: object
) -> tuple[Aim, ...]:
    return () if learner is None or unassigned_at else (Aim(goal, learner, due, since, achieved_at is not None),)


def percents_of(goals: Goals, packed: Packed) -> Mapping[Aim, int]:
    """The rounded percent of everybody in every goal."""
    found = {}
    for goal, aims in goals.items():
        counting = skills(goal.course_id, goal.unit_id)
        pick, possible = picker(counting), 100 * len(counting)
        found.update({aim: rounded(sum(pick(worth_of(packed[aim.pair]))), possible) for aim in aims})
    return found


def goals_now(goals: Goals, percents: Mapping[Aim, int], here: Collection[UUID]) -> tuple[GoalNow, ...]:
    """Goals of one class as those ``here`` stand in them: course goals first, then units in their order."""
    in_order = sorted(goals, key=place)
    return tuple(_now(goal, [aim for aim in goals[goal] if aim.learner_id in here], percents) for goal in in_order)


def _now(goal: LiveGoal, aims: Collection[Aim], percents: Mapping[Aim, int]) -> GoalNow:
    return GoalNow(
        goal_id=goal.id,
        kind=KINDS[goal.unit_id is None],
        title=goal.title,
        target=goal.target,
        learners=len(aims),
        achieved=sum(aim.achieved for aim in aims),
        median=middle(sorted(percents[aim] for aim in aims)),
        due_last=max((aim.due for aim in aims), default=goal.due),
    )
