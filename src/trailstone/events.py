"""What happened, as facts that flow up: plain values, never models.

``flow.py`` says who hears what. Handlers run at once, in the publisher's transaction: all is stored, or nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one finished activity showed about one skill: ``right`` of ``asked`` questions, weighed as ``outcome``."""

    skill_id: int
    outcome: str
    right: int
    asked: int


@dataclass(frozen=True, slots=True)
class ActivityFinished:
    """A learner finished an activity; ``evidence`` has one entry for each skill that was asked.

    ``seconds``: how long it was worked on, idle time left out.
    """

    school_id: int
    learner_id: UUID
    attempt_id: UUID
    course_id: str
    policy: str
    evidence: tuple[Evidence, ...]
    at: datetime
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class LevelsChanged:
    """A learner's levels were weighed anew in these courses (some or all may have stayed as they were)."""

    school_id: int
    learner_id: UUID
    course_ids: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class CourseChanged:
    """Loading changed a course: which skills it has, or which of them count."""

    course_id: str


Handler = Callable[[Any], None]
_heard_by: dict[type, Sequence[Handler]] = {}


def listen(table: Mapping[type, Sequence[Handler]]) -> None:
    """Put ``table`` (event type -> handlers, in order) in force. Called once, by ``flow``."""
    _heard_by.clear()
    _heard_by.update(table)


def publish(event: object) -> None:
    """Tell every handler of the event, in the table's order, within the caller's transaction."""
    for handler in _heard_by.get(type(event), ()):
        handler(event)
