"""What goes out about the person who asks."""

from datetime import date
from uuid import UUID

from ninja import Schema

from trailstone.api.shapes.basics import Level


class Me(Schema):
    """Who is signed in, and the token that every POST sends as ``X-CSRFToken``."""

    id: UUID
    name: str
    username: str
    role: str
    school: str
    csrf_token: str


class JoinedClass(Schema):
    """A class the learner is in."""

    id: UUID
    name: str
    teachers: list[str]


class MyGoal(Schema):
    """One goal of one learner; ``current`` ones stand on top of the class page."""

    aim_id: int
    goal_id: UUID
    kind: str
    title: str
    course_id: str
    course_title: str
    unit_id: str | None
    class_id: UUID
    class_name: str
    teachers: list[str]
    due: date
    target: int
    percent: int
    points: int
    possible: int
    state: str
    achieved_on: date | None
    current: bool


class CourseLine(Schema):
    """A course and what the learner's levels in it add up to."""

    id: str
    title: str
    points: int
    possible: int
    percent: int


class SkillLine(Schema):
    """A skill and the learner's level."""

    id: int
    slug: str
    name: str
    standards: list[str]
    level: Level


class LessonLine(Schema):
    """A lesson; ``minutes`` is 0 when it has no article."""

    id: str
    title: str
    minutes: int
    skills: list[SkillLine]


class QuizLine(Schema):
    """A quiz of a unit."""

    number: int
    skills: list[str]


class UnitLine(Schema):
    """A unit with its lessons and quizzes, and what it adds up to."""

    id: str
    title: str
    points: int
    possible: int
    percent: int
    lessons: list[LessonLine]
    quizzes: list[QuizLine]


class ChallengeLine(Schema):
    """Whether the mastery challenge is open; if not, ``missing`` says what is missing."""

    ready: bool
    missing: str


class CourseOut(CourseLine):
    """A course map with the learner's levels."""

    units: list[UnitLine]
    mastery_challenge: ChallengeLine
