"""A class's courses and goals, with every learner's standing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, NamedTuple, Protocol
from uuid import UUID

from django.db.models import FilteredRelation, Q, QuerySet

from mastery.goals import GoalState
from trailstone.content.catalogue import courses
from trailstone.goals import scope
from trailstone.goals.models import ClassCourse, Goal
from trailstone.goals.queries.learner import KINDS, state_of
from trailstone.people.models import Classroom, School
from trailstone.progress.queries import standing

Packed = Mapping[tuple[str, UUID], bytes]  # by course and learner


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


class _Row(NamedTuple):
    """A goal and somebody's share in it, out of the database: a class has hundreds. ``learner_id`` is None for who is
    not in the class now, and for a goal that nobody has."""

    id: UUID
    course_id: str
    unit_id: str | None
    target: int
    starts: date | None
    goal_due: date
    set_at: datetime
    archived_at: datetime | None
    course_title: str
    unit_title: str | None
    set_by: str
    learner_id: UUID | None
    nickname: str
    name: str
    username: str
    aim_id: int
    due: date
    achieved_at: datetime | None
    unassigned_at: datetime | None


COLUMNS: Final = (
    "pk", "course_id", "unit_id", "target", "starts", "due", "created_at", "archived_at",
    "course__title", "unit__title", "created_by__name",
    "here__learner_id", "here__nickname", "here__learner__name", "here__learner__username",
    "aims__pk", "aims__due", "aims__achieved_at", "aims__unassigned_at",
)  # fmt: skip


def _with_lines(classroom: Classroom, goals: QuerySet[Goal], today: date) -> list[ClassGoal]:
    """Two statements."""
    enrolled = "aims__learner__enrolments"
    here = Q(**{f"{enrolled}__classroom": classroom, f"{enrolled}__removed_at": None})
    rows = goals.annotate(here=FilteredRelation(enrolled, condition=here)).values_list(*COLUMNS)
    found: defaultdict[UUID, list[_Row]] = defaultdict(list)
    for row in rows.order_by("here__learner__name", "here__learner__username"):
        found[row[0]].append(_Row._make(row))
    pairs = {(row.course_id, row.learner_id) for some in found.values() for row in some if row.learner_id}
    packed = scope.levels_by_course(pairs, classroom.school_id)
    return [_goal(some, packed, classroom.school, today) for some in found.values()]


def _goal(rows: Sequence[_Row], packed: Packed, school: School, today: date) -> ClassGoal:
    one = rows[0]
    return ClassGoal(
        id=one.id,
        kind=KINDS[one.unit_id is None],
        title=one.unit_title or one.course_title,
        course_id=one.course_id,
        course_title=one.course_title,
        unit_id=one.unit_id,
        target=one.target,
        starts=one.starts,
        due=one.goal_due,
        set_by=one.set_by,
        set_at=one.set_at,
        archived=one.archived_at is not None,
        lines=tuple(_line(row, row.learner_id, packed, school, today) for row in rows if row.learner_id),
    )


def _line(row: _Row, learner: UUID, packed: Packed, school: School, today: date) -> GoalLine:
    state, achieved_on = state_of(row, school, today, archived=row.archived_at is not None)
    found = standing(packed[row.course_id, learner], scope.skills(row.course_id, row.unit_id))
    return GoalLine(
        row.aim_id, row.id, learner, row.nickname or row.name, row.username, row.due,
        found.percent, found.points, found.possible, state, achieved_on,
    )  # fmt: skip


def place(goal: About) -> tuple[bool, int, int, date]:
    """Where a goal stands among others: course goals first, then units in the order of their courses."""
    order = list(courses())
    course = order.index(goal.course_id) if goal.course_id in order else len(order)
    unit = courses()[goal.course_id].by_unit.get(goal.unit_id or "") if goal.course_id in order else None
    return goal.unit_id is not None, course, unit.position if unit else 0, goal.due
