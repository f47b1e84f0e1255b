"""A learner's attempts at one thing: the one that is open, and what the latest of them asked."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet

from mastery import Activity
from trailstone.database.prepared import SCHOOL, SOMEBODY, Prepared
from trailstone.people.models import User
from trailstone.practice.models import Asked, Attempt, State

LATEST: Final = 40  # attempts, and questions of them, that a new attempt tries not to repeat


@dataclass(frozen=True, slots=True)
class Before:
    """A question that was asked in an attempt, which was in ``state`` then."""

    skill_id: int
    slug: str
    version: int
    seed: int
    attempt_id: UUID
    state: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """The attempts at one thing: (id, state, the assignment with questions of its own) of each, newest first."""

    school_id: int
    attempts: tuple[tuple[UUID, str, UUID | None], ...]

    def running(self, assignment_id: UUID | None = None) -> UUID | None:
        """The one that is open; for an assignment with questions of its own, the one that asks those."""
        return next((one for one, *rest in self.attempts if rest == [State.OPEN, assignment_id]), None)

    def questions(self) -> list[Before]:
        """What the latest asked, newest attempt first: one statement.

        The attempts are known by then: joined with their questions the other way round, a database without statistics
        reads every question of the school.
        """
        states = {one: state for one, state, _ in self.attempts[:LATEST]}
        asked = [
            Before(skill, slug, version, seed, attempt, states[attempt])
            for skill, slug, version, seed, attempt in _QUESTIONS.rows(self.school_id, tuple(states))
        ]
        newest = {one: place for place, one in enumerate(states)}
        return sorted(asked, key=lambda one: newest[one.attempt_id])[:LATEST]


def earlier(learner: User, course_id: str, activity: Activity, subject: str) -> Earlier:
    """A learner's attempts at something: one statement."""
    rows = _ATTEMPTS.rows(learner.school_id, learner.pk, course_id, activity.value, subject)
    return Earlier(learner.school_id, tuple((one, state, of) for one, state, of in rows))


def _attempts(
    school_id: int, learner_id: UUID, course_id: str, activity: str, subject: str
) -> QuerySet[Attempt, tuple[Any, ...]]:
    mine = Attempt.objects.filter(school_id=school_id, learner_id=learner_id, course_id=course_id)
    mine = mine.filter(activity=activity, subject=subject).order_by("-started_at")
    return mine.values_list("id", "state", "assignment_id")


def _questions(school_id: int, attempt_ids: Collection[UUID]) -> QuerySet[Asked, tuple[Any, ...]]:
    rows = Asked.objects.filter(school_id=school_id, attempt_id__in=attempt_ids).order_by("position")
    return rows.values_list("skill_id", "skill__slug", "version", "seed", "attempt_id")


_ATTEMPTS = Prepared(Attempt, _attempts, (SCHOOL, SOMEBODY, "a course", "an activity", "a subject"))
_QUESTIONS = Prepared(Asked, _questions, (SCHOOL, ()))
