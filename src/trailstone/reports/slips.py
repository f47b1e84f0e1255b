"""The mistakes a class makes on a skill, by the name of the misconception behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import Count, QuerySet

from exercises.misconceptions import MISCONCEPTIONS
from trailstone.people.models import Classroom
from trailstone.practice.models import Answer, Attempt, Kind

SHOWN: Final = 12  # answers with one slip, latest first


@dataclass(frozen=True, slots=True)
class Slip:
    """A named mistake: how often it was made, of how many ``wrong`` answers, and what learners are told then."""

    name: str
    count: int
    wrong: int

    @property
    def words(self) -> str:
        """The name as a teacher reads it: "lost sign when dividing"."""
        return self.name.replace("-", " ")

    @property
    def told(self) -> str:
        """The feedback learners get; empty when the name has none any more."""
        return MISCONCEPTIONS.get(self.name, "")


@dataclass(frozen=True, slots=True)
class SlipAnswer:
    """A wrong answer. ``question(slug, version, seed)`` of ``practice.questions`` shows again what was asked."""

    learner_id: UUID
    name: str
    slug: str
    version: int
    seed: int
    response: Mapping[str, str | list[str]]
    at: datetime


def slips(classroom: Classroom, skill_id: int) -> tuple[Slip, ...]:
    """The named mistakes of those in the class now on a skill, most common first. One query."""
    rows = _wrong(classroom, skill_id).order_by().values_list("misconception").annotate(often=Count("id"))
    counts = dict(rows)
    wrong = sum(counts.values())
    named = sorted((-often, name) for name, often in counts.items() if name)
    return tuple(Slip(name, -often, wrong) for often, name in named)


def answers_with(classroom: Classroom, skill_id: int, name: str) -> tuple[SlipAnswer, ...]:
    """The latest SHOWN answers with that slip, latest first. One query."""
    found = _wrong(classroom, skill_id).filter(misconception=name).order_by("-at", "-id")
    columns = ("learner_id", "learner__name")
    rows: QuerySet[Answer, Any] = found.values_list(
        *(f"question__attempt__{column}" for column in columns),
        "question__skill__slug", "question__version", "question__seed", "response", "at",
    )  # fmt: skip
    return tuple(SlipAnswer(*row) for row in rows[:SHOWN])


def _wrong(classroom: Classroom, skill_id: int) -> QuerySet[Answer]:
    """Begun with the attempts of the class: joined the other way round, every answer of the school is read."""
    here = classroom.learners.order_by().values("pk")
    theirs = Attempt.objects.filter(school_id=classroom.school_id, learner_id__in=here).order_by().values("id")
    return Answer.objects.filter(
        school_id=classroom.school_id,
        attempt_id__in=theirs,
        question__skill_id=skill_id,
        kind=Kind.ANSWER,
        mark="wrong",
    )
