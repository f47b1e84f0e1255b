"""What teachers corrected and arranged for one learner, as lines of a log: what, who, when, why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from mastery import Activity, Level
from mastery.accommodations import TERMS, Accommodation
from trailstone.content.catalogue import courses
from trailstone.people.models import Classroom, User
from trailstone.practice.arranging import arrangements
from trailstone.practice.models import Arrangement, Attempt, State
from trailstone.progress.models import Correction, Does, LevelChange
from trailstone.progress.story import corrections_of
from trailstone.reports.tried import title

SHOWN: Final = 40  # attempts to choose from


class What(StrEnum):
    PARDONED = "pardoned"
    SET = "set"
    ARRANGED = "arranged"


@dataclass(frozen=True, slots=True)
class Undone:
    """Who took it back, when and why (or "")."""

    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``about``: the attempt, the skill or the arrangement by name; ``level``: the one that was set."""

    id: UUID
    what: What
    about: str
    by: str
    at: datetime
    why: str
    level: Level | None = None
    attempt_id: UUID | None = None
    skill_id: int | None = None
    undone: Undone | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished attempt that may be pardoned, or is. ``about`` and ``activity`` name it."""

    attempt_id: UUID
    about: str
    activity: str
    at: datetime
    right: int
    asked: int
    pardoned: bool


def corrections_log(classroom: Classroom, learner: User) -> tuple[Line, ...]:
    """Everything, latest first: what any teacher corrected, and what this class arranged. Three queries."""
    rows = Correction.objects.filter(school_id=learner.school_id, learner=learner).select_related("by", "skill")
    found = list(rows.order_by("number"))
    undone = {row.undoes: Undone(row.by.name, row.at, row.reason) for row in found if row.does == Does.UNDO}
    names = _names(learner, {row.attempt_id for row in found if row.attempt_id})
    lines = [_line(row, names, undone.get(row.id)) for row in found if row.does != Does.UNDO]
    lines += [_arranged(row) for row in arrangements(classroom, learner.pk)]
    return tuple(sorted(lines, key=lambda line: (line.at, line.id), reverse=True))


def finished_attempts(learner: User) -> tuple[Finished, ...]:
    """The latest SHOWN finished attempts, latest first. Two queries."""
    mine = Attempt.objects.filter(school_id=learner.school_id, learner=learner, state=State.FINISHED)
    pardoned = corrections_of(learner.school_id, learner.pk).pardoned
    return tuple(
        Finished(
            row.id, _about(row), Activity(row.activity).words, row.finished_at or row.started_at, row.right, row.asked,
            row.id in pardoned,
        )
        for row in mine.order_by("-finished_at")[:SHOWN]
    )  # fmt: skip


def corrections_behind(change: LevelChange) -> tuple[Line, ...]:
    """The corrections of one change: the pardon of its attempt, or the setting of its level. Two queries at most."""
    mine = Correction.objects.filter(school_id=change.school_id, learner_id=change.learner_id)
    rows = list(mine.filter(attempt_id=change.attempt_id) | mine.filter(id=change.attempt_id))
    undone = {
        row.undoes: Undone(row.by.name, row.at, row.reason)
        for row in mine.filter(undoes__in=[row.id for row in rows]).select_related("by")
    } if rows else {}  # fmt: skip
    people = dict(User.objects.filter(pk__in={row.by_id for row in rows}).values_list("pk", "name")) if rows else {}
    return tuple(
        Line(
            row.id, What.PARDONED if row.does == Does.PARDON else What.SET, "", people[row.by_id], row.at, row.reason,
            None if row.level is None else Level(row.level), row.attempt_id, row.skill_id, undone.get(row.id),
        )
        for row in sorted(rows, key=lambda row: row.number)
    )  # fmt: skip


def _names(learner: User, attempts: set[UUID]) -> Mapping[UUID, str]:
    rows = Attempt.objects.filter(school_id=learner.school_id, learner=learner, id__in=attempts) if attempts else ()
    return {row.id: f"{_about(row)} ({Activity(row.activity).words})" for row in rows}


def _about(row: Attempt) -> str:
    return title(courses().get(row.course_id), row.subject) or Activity(row.activity).words.capitalize()


def _line(row: Correction, names: Mapping[UUID, str], undone: Undone | None) -> Line:
    if row.does == Does.PARDON and row.attempt_id:
        about = names.get(row.attempt_id, "")
        return Line(row.id, What.PARDONED, about, row.by.name, row.at, row.reason, None, row.attempt_id, None, undone)
    skill = row.skill.name if row.skill else ""
    return Line(
        row.id, What.SET, skill, row.by.name, row.at, row.reason, Level(row.level or 0), None, row.skill_id, undone
    )  # fmt: skip


def _arranged(row: Arrangement) -> Line:
    undone = Undone(row.ended_by.name, row.ended_at, row.ended_why) if row.ended_by and row.ended_at else None
    about = TERMS[Accommodation(row.kind)].title
    return Line(row.id, What.ARRANGED, about, row.by.name, row.at, row.reason, undone=undone)
