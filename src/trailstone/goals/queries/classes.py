"""A class's courses and goals, with every learner's standing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from django.db.models import QuerySet

from mastery.goals import GoalState
from trailstone.content.catalogue import courses
from trailstone.goals import scope
from trailstone.goals.models import Aim, ClassCourse, Goal
from trailstone.goals.queries.learner import KINDS, state_of
from trailstone.people.models import Classroom
from trailstone.people.queries import nickname_in
from trailstone.progress.queries import Standing


@dataclass(frozen=True, slots=True)
class AttachedCourse:
    """A course the class works on, in the teacher's order, and the titles of its goals that were not removed."""

    id: str
    title: str
    position: int
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalLine:
    """One learner's standing in one goal."""

    aim_id: int
    goal_id: UUID
    learner_id: UUID
    name: str
    username: str
    due: date
    percent: int
    points: int
    possible: int
    state: GoalState
    achieved_on: date | None

    @property
    def achieved(self) -> bool:
        """Reached, in time or late."""
        return self.achieved_on is not None


@dataclass(frozen=True, slots=True)
class ClassGoal:
    """One goal of a class. ``lines``: learners in the class now, by name; those it was taken from are UNASSIGNED."""

    id: UUID
    kind: str  # "course" or "unit"
    title: str
    course_id: str
    course_title: str
    unit_id: str | None
    target: int
    starts: date | None
    due: date
    set_by: str
    set_at: datetime
    archived: bool
    lines: tuple[GoalLine, ...]

    @property
    def assigned(self) -> tuple[GoalLine, ...]:
        """The lines of those who have the goal."""
        return tuple(line for line in self.lines if line.state is not GoalState.UNASSIGNED)


class About(Protocol):
    """What a goal is about."""

    @property
    def course_id(self) -> str:
        """Its course."""

    @property
    def unit_id(self) -> str | None:
        """Its unit; None when it is on the whole course."""

    @property
    def due(self) -> date:
        """When it is due."""


def courses_of(classroom: Classroom) -> tuple[AttachedCourse, ...]:
    """The courses of the class, in its order. Two queries."""
    used = goals_using(classroom)
    held = ClassCourse.objects.filter(classroom=classroom).select_related("course")
    return tuple(
        AttachedCourse(at.course_id, at.course.title, at.position, tuple(used.get(at.course_id, ()))) for at in held
    )


def goals_using(classroom: Classroom) -> Mapping[str, list[str]]:
    """The titles of the class's goals that were not removed, by course. One query."""
    used: defaultdict[str, list[str]] = defaultdict(list)
    goals = Goal.objects.filter(classroom=classroom, archived_at=None).select_related("course", "unit")
    for goal in goals.order_by("created_at", "pk"):
        used[goal.course_id].append(scope.title(goal))
    return used


def class_goals(classroom: Classroom, today: date, *, archived: bool = False) -> tuple[ClassGoal, ...]:
    """The live goals of the class (``archived``: the removed ones): course goals first, then units in their order."""
    goals = Goal.objects.filter(classroom=classroom, archived_at__isnull=not archived)
    return tuple(sorted(_with_lines(classroom, goals, today), key=place))


def class_goal(classroom: Classroom, goal_id: UUID, today: date) -> ClassGoal | None:
    """One goal of the class, live or removed; None when the class has no such goal."""
    return next(iter(_with_lines(classroom, Goal.objects.filter(classroom=classroom, pk=goal_id), today)), None)


def _with_lines(classroom: Classroom, goals: QuerySet[Goal], today: date) -> list[ClassGoal]:
    here = classroom.learners.order_by().values("pk")
    aims = list(
        Aim.objects.filter(goal__in=goals, learner__in=here)
        .select_related("goal", "learner")
        .annotate(nickname=nickname_in("goal__classroom"))
        .order_by("learner__name", "learner__username")
    )
    standings = scope.standings(aims, classroom.school_id)
    lines: defaultdict[UUID, list[GoalLine]] = defaultdict(list)
    for aim in aims:
        lines[aim.goal_id].append(_line(aim, aim.nickname or aim.learner.name, standings[aim.pk], classroom, today))
    found = goals.select_related("course", "unit", "created_by")
    return [_goal(goal, tuple(lines[goal.pk])) for goal in found]


def _line(aim: Aim, name: str, standing: Standing, classroom: Classroom, today: date) -> GoalLine:
    state, achieved_on = state_of(aim, classroom.school, today)
    who = aim.learner
    return GoalLine(
        aim.pk, aim.goal_id, who.pk, name, who.username, aim.due,
        standing.percent, standing.points, standing.possible, state, achieved_on,
    )  # fmt: skip


def _goal(goal: Goal, lines: tuple[GoalLine, ...]) -> ClassGoal:
    return ClassGoal(
        id=goal.pk,
        kind=KINDS[goal.unit_id is None],
        title=scope.title(goal),
        course_id=goal.course_id,
        course_title=goal.course.title,
        unit_id=goal.unit_id,
        target=goal.target,
        starts=goal.starts,
        due=goal.due,
        set_by=goal.created_by.name,
        set_at=goal.created_at,
        archived=goal.archived_at is not None,
        lines=lines,
    )


def place(goal: About) -> tuple[bool, int, int, date]:
    """Where a goal stands among others: course goals first, then units in the order of their courses."""
    order = list(courses())
    course = order.index(goal.course_id) if goal.course_id in order else len(order)
    unit = courses()[goal.course_id].by_unit.get(goal.unit_id or "") if goal.course_id in order else None
    return goal.unit_id is not None, course, unit.position if unit else 0, goal.due
