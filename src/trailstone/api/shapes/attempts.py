"""What goes in and out while somebody works on an activity."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import BaseModel, Field

from trailstone.api.shapes.basics import Level, Part, Words


class StartIn(Schema):
    """What to start (or go on with): an exercise names its ``skill`` by slug, a quiz its ``unit`` and number."""

    activity: Literal["exercise", "quiz", "unit-test", "course-challenge", "mastery-challenge"]
    course: Part
    skill: Words = ""
    unit: Words = ""
    quiz: Annotated[int, Field(ge=0, le=99)] = 0


class StepIn(BaseModel):
    """A hint, the worked answer or a skip. ``client_key``: a new UUID a step, the same when it is sent again."""

    client_key: UUID


class AnswerIn(StepIn):
    """An answer: the fields that the question's kind reads (``value``, ``choice``, ``choices``, ``x``, a slot ...)."""

    response: Annotated[dict[Part, Words | Annotated[list[Part], Field(max_length=26)]], Field(max_length=20)]


class VerdictOut(Schema):
    """``mark``: right, wrong or not-gradable (costs nothing, ``message`` says what to do). ``read``: TeX."""

    mark: str
    message: str
    read: str


class SolutionStep(Schema):
    """One line of a worked answer, Markdown with TeX."""

    text: str
    reason: str


class QuestionOut(Schema):
    """A question that was shown. What tells its answer comes only when it is ``done``.

    ``question``: what may be seen before the answer; None when the question has a fault and can only be skipped.
    """

    number: int
    skill: str
    bonus: bool
    done: bool
    decided: bool
    counts_right: bool
    tries: int
    question: dict[str, Any] | None
    response: dict[str, str | list[str]] | None
    verdict: VerdictOut | None
    hints: list[str]
    hint_allowed: bool
    solution_allowed: bool
    right_answer: str
    solution: list[SolutionStep]


class ChangeOut(Schema):
    """What a finished attempt did to one skill, and why in words."""

    skill: str
    right: int
    asked: int
    before: Level
    after: Level
    why: str
    next_step: str


class AttemptOut(Schema):
    """An attempt: what it is, the questions shown so far, what may be done, and the results once it is finished.

    In the reply to a step ``questions`` has those it changed: the one it was about and the next.
    """

    id: UUID
    activity: str
    course: str
    state: str
    started_at: datetime
    finished_at: datetime | None
    asked: int
    right: int
    current: int | None
    bonus_offered: bool
    restart_offered: bool
    questions: list[QuestionOut]
    changes: list[ChangeOut]


class ReplyOut(Schema):
    """What came of a step; ``verdict`` is None unless it was an answer."""

    verdict: VerdictOut | None
    attempt: AttemptOut
