"""What may be asked about problems with questions. Every look-up starts from the person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from trailstone.people.models import Classroom, Role, User
from trailstone.problems.models import Problem, What

SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class Reported:
    """One report. ``slug``, ``version`` and ``seed`` make the question again; ``others``: reports on the same skill."""

    id: UUID
    learner: str
    skill: str
    slug: str
    version: int
    seed: int
    what: What
    note: str
    at: datetime
    looked_at: datetime | None
    looked_by: str
    others: int


def seen_by(person: User) -> "QuerySet[Problem]":
    """The problems somebody may see: the owner all of the school, a teacher those of learners taught now."""
    here = Problem.objects.filter(school_id=person.school_id)
    if person.role == Role.OWNER:
        return here
    taught = Classroom.objects.filter(
        teachings__teacher=person, enrolments__learner=OuterRef("learner"), enrolments__removed_at=None
    )
    return here.filter(Exists(taught))


def waiting(person: User) -> int:
    """How many problems nobody has looked at."""
    return seen_by(person).filter(looked_at=None).count()


def reported(person: User, *, looked: bool) -> tuple[Reported, ...]:
    """The latest SHOWN, those that wait or those that were looked at. Two queries."""
    rows = seen_by(person).filter(looked_at__isnull=not looked).select_related("learner", "skill", "looked_by")
    counts = dict(seen_by(person).order_by().values_list("skill_id").annotate(n=Count("pk")))
    return tuple(_reported(row, counts[row.skill_id] - 1) for row in rows.order_by("-at")[:SHOWN])


def _reported(row: Problem, others: int) -> Reported:
    by = row.looked_by.name if row.looked_by else ""
    return Reported(
        row.pk, row.learner.name, row.skill.name, row.skill.slug, row.version, row.seed, What(row.what), row.note,
        row.at, row.looked_at, by, others,
    )  # fmt: skip
