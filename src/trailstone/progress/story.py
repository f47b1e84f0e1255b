"""A learner's story: what the finished attempts showed and what teachers corrected, in the order in which it holds."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import merge
from typing import Final, TypeVar
from uuid import UUID

from mastery import Level
from mastery.corrections import Fact, LevelSet
from trailstone.progress.models import Correction, Does

BEGINNING: Final = datetime(1, 1, 1, tzinfo=UTC)
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Corrections:
    """What is in force of a learner's corrections: the attempts that do not count, and the levels set, in order."""

    pardoned: frozenset[UUID]
    sets: tuple[Correction, ...]


def corrections_of(school_id: int, learner_id: UUID) -> Corrections:
    """The learner's corrections without those that were undone. One query."""
    rows = list(Correction.objects.filter(school_id=school_id, learner_id=learner_id).order_by("number"))
    undone = {row.undoes for row in rows}
    live = [row for row in rows if row.id not in undone]
    pardoned = frozenset(row.attempt_id for row in live if row.does == Does.PARDON and row.attempt_id)
    return Corrections(pardoned, tuple(row for row in live if row.does == Does.SET))


def pardoned_attempts(school_id: int, learner_ids: Collection[UUID]) -> frozenset[UUID]:
    """The attempts of these learners that do not count now. One query."""
    rows = Correction.objects.filter(school_id=school_id, learner_id__in=learner_ids).exclude(does=Does.SET)
    found = list(rows.values_list("id", "attempt_id", "undoes"))
    undone = {undoes for _, _, undoes in found}
    return frozenset(attempt for key, attempt, _ in found if attempt and key not in undone)


def in_order(finished: Iterable[tuple[datetime, Told]], sets: Sequence[Correction]) -> Iterable[Told | Correction]:
    """Attempts (``finished``: with the moment of each, in order) and the levels set between them, one story."""
    attempts = ((at, 0, 0, one) for at, one in finished)
    corrected = sorted(((one.follows or BEGINNING, 1, one.number, one) for one in sets), key=lambda row: row[:3])
    told: Iterable[tuple[datetime, int, int, Told | Correction]] = merge(attempts, corrected, key=lambda row: row[:3])
    return (row[3] for row in told)


def as_fact(correction: Correction) -> Fact:
    """A level that was set, as the rules read it."""
    return LevelSet(correction.id, correction.skill_id or 0, Level(correction.level or 0))
