"""What goes out about a class: the rows of the reports."""

from datetime import date
from uuid import UUID

from ninja import Schema

from trailstone.api.shapes.basics import Level
from trailstone.api.shapes.mine import JoinedClass


class TaughtClass(JoinedClass):
    """A class the teacher teaches."""

    learners: int
    code: str
    code_open: bool
    archived: bool


class ProgressLine(Schema):
    """One learner in one goal of the progress report."""

    learner_id: UUID
    name: str
    username: str
    percent: int
    points: int
    possible: int
    change: int
    state: str
    due: date
    achieved_on: date | None
    last_active: date | None


class GoalOut(Schema):
    """One goal of a class in the progress report."""

    goal_id: UUID
    kind: str
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
    rows: list[ProgressLine]


class ColumnOut(Schema):
    """A skill and how many learners are on each level, 0 to 4."""

    skill_id: int
    slug: str
    name: str
    unit_id: str
    standards: list[str]
    counts: list[int]


class RowOut(Schema):
    """A learner with a level for each column."""

    learner_id: UUID
    name: str
    username: str
    levels: list[Level]
    percent: int
    points: int
    possible: int


class SkillsOut(Schema):
    """The skills report of a unit, or of all units."""

    course_id: str
    course_title: str
    unit_id: str | None
    unit_title: str
    columns: list[ColumnOut]
    rows: list[RowOut]
