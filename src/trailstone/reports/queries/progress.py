"""The progress report: goals of a class, and every learner's way to them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from mastery.goals import GoalState
from mastery.points import POINTS
from trailstone.goals import queries as goals
from trailstone.goals.queries import ClassGoal, GoalLine
from trailstone.goals.scope import skills
from trailstone.people import calendar
from trailstone.people.models import Classroom
from trailstone.reports.queries import activity
from trailstone.reports.replica import from_replica
from trailstone.reports.standing import middle, rounded


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One learner in one goal. ``change``: percent points up or down in 7 days; ``last_active`` None: never."""

    learner_id: UUID
    name: str
    username: str
    percent: int
    points: int
    possible: int
    change: int
    state: GoalState
    due: date
    achieved_on: date | None
    last_active: date | None


@dataclass(frozen=True, slots=True)
class GoalReport:
    """One goal of the class. ``median`` is of the percents of those who have the goal; None when nobody has it."""

    goal_id: UUID
    kind: str  # "course" or "unit"
    title: str
    course_id: str
    course_title: str
    unit_id: str | None
    target: int
    due_first: date
    due_last: date
    learners: int
    median: int | None
    achieved: int
    archived: bool
    rows: tuple[ProgressRow, ...]  # by name; those the goal was taken from are in it as unassigned

    def of(self, learners: Collection[UUID] | None) -> "GoalReport":
        """The same about these learners alone (None: everybody); its dates stay when none of them has it. No query."""
        if learners is None:
            return self
        rows = tuple(row for row in self.rows if row.learner_id in learners)
        return replace(self, rows=rows, **_summed(rows, (self.due_first, self.due_last)))


@from_replica
def progress(classroom: Classroom, today: date, *, archived: bool = False) -> tuple[GoalReport, ...]:
    """Every live goal of the class (``archived``: every removed one), with its learners."""
    return _reports(classroom, goals.class_goals(classroom, today, archived=archived), today)


@from_replica
def goal_report(classroom: Classroom, goal_id: UUID, today: date) -> GoalReport | None:
    """One goal of the class, live or removed; None when the class has no such goal."""
    found = goals.class_goal(classroom, goal_id, today)
    return _reports(classroom, (found,), today)[0] if found else None


def _reports(classroom: Classroom, found: tuple[ClassGoal, ...], today: date) -> tuple[GoalReport, ...]:
    learners = {line.learner_id for goal in found for line in goal.lines}
    moved: defaultdict[UUID, dict[int, int]] = defaultdict(dict)
    for (learner, skill), (before, now) in activity.moved_since(classroom.school, learners, today).items():
        moved[learner][skill] = POINTS[now] - POINTS[before]
    week = _Week(moved, _last_days(classroom, learners))
    return tuple(_report(goal, week) for goal in found)


@dataclass(frozen=True, slots=True)
class _Week:
    """What all goals of the class need to know about the last seven days."""

    moved: Mapping[UUID, Mapping[int, int]]  # by learner and skill, the points gained or lost
    last_days: Mapping[UUID, date]

    def change(self, skills: Collection[int], line: GoalLine) -> int:
        """Percent points since a week ago."""
        gained = sum(points for skill, points in self.moved.get(line.learner_id, {}).items() if skill in skills)
        return line.percent - rounded(line.points - gained, line.possible)


def _last_days(classroom: Classroom, learners: set[UUID]) -> Mapping[UUID, date]:
    times = activity.last_active(classroom.school, learners)
    return {learner: calendar.day_of(classroom.school, at) for learner, at in times.items()}


def _report(goal: ClassGoal, week: _Week) -> GoalReport:
    counting = {skill.id for skill in skills(goal.course_id, goal.unit_id)}
    rows = tuple(_row(line, week.change(counting, line), week.last_days) for line in goal.lines)
    return GoalReport(
        goal_id=goal.id,
        kind=goal.kind,
        title=goal.title,
        course_id=goal.course_id,
        course_title=goal.course_title,
        unit_id=goal.unit_id,
        target=goal.target,
        archived=goal.archived,
        rows=rows,
        **_summed(rows, (goal.due,)),
    )


def _summed(rows: Sequence[ProgressRow], dues: Sequence[date]) -> dict[str, Any]:
    """What the rows come to; ``dues`` are those that hold while nobody has the goal."""
    has = [row for row in rows if row.state is not GoalState.UNASSIGNED]
    dues = [row.due for row in has] or dues
    return {
        "due_first": min(dues),
        "due_last": max(dues),
        "learners": len(has),
        "median": middle(sorted(row.percent for row in has)),
        "achieved": sum(row.achieved_on is not None for row in has),
    }


def _row(line: GoalLine, change: int, last_days: Mapping[UUID, date]) -> ProgressRow:
    return ProgressRow(
        line.learner_id, line.name, line.username, line.percent, line.points, line.possible,
        change, line.state, line.due, line.achieved_on, last_days.get(line.learner_id),
    )  # fmt: skip
