"""What may be asked of the log. Every look-up starts from the learner."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from mastery import Activity
from mastery.accommodations import named
from trailstone.database.prepared import SCHOOL, SOMEBODY, Prepared
from trailstone.people.models import User
from trailstone.practice.models import Asked, Attempt, Kind, State
from trailstone.practice.sitting import Place, Sitting, Step

_ATTEMPT = ("id", "school_id", "learner_id", "course_id", "activity", "subject", "policy", "state")
_TIMES = ("started_at", "finished_at", "arranged", "assignment_id")
_PLACE = ("position", "skill_id", "skill__slug", "version", "seed", "bonus")
_STEP = ("number", "kind", "response", "mark", "misconception", "client_key", "at")
_COLUMNS = (
    *(f"attempt__{name}" for name in (*_ATTEMPT, *_TIMES)),
    *_PLACE,
    *(f"steps__{name}" for name in _STEP),
)


def sitting(learner: User, attempt_id: UUID) -> Sitting | None:
    """An attempt of this learner with everything done in it: one statement. None when it is not theirs."""
    return next(_sittings(_OF_LEARNER.rows(learner.school_id, attempt_id, learner.pk)), None)


def _of_learner(school_id: int, attempt_id: UUID, learner_id: UUID) -> QuerySet[Asked, tuple[Any, ...]]:
    rows = Asked.objects.filter(school_id=school_id, attempt_id=attempt_id, attempt__learner_id=learner_id)
    return rows.order_by("position", "steps__number").values_list(*_COLUMNS)


_OF_LEARNER = Prepared(Asked, _of_learner, (SCHOOL, UUID(int=1), SOMEBODY))


def finished_sittings(school_id: int, learner_id: UUID) -> Iterator[Sitting]:
    """Every finished attempt of a learner in the order they were finished: two statements."""
    mine = Attempt.objects.filter(school_id=school_id, learner_id=learner_id, state=State.FINISHED)
    ids = list(mine.order_by("finished_at").values_list("id", flat=True))
    found = sittings(school_id, ids)
    return (found[attempt_id] for attempt_id in ids)


def sittings(school_id: int, attempt_ids: Collection[UUID]) -> dict[UUID, Sitting]:
    """Several attempts at once: one statement. The caller has checked who may see them."""
    return {found.id: found for found in _sittings(_of_attempts(school_id, attempt_ids))}


def _of_attempts(school_id: int, attempt_ids: Collection[UUID]) -> QuerySet[Asked, tuple[Any, ...]]:
    rows = Asked.objects.filter(school_id=school_id, attempt_id__in=attempt_ids)
    return rows.order_by("attempt_id", "position", "steps__number").values_list(*_COLUMNS)


def open_sittings(learner: User) -> tuple[Sitting, ...]:
    """What the learner has begun and not finished, latest first, with everything done in it: two statements."""
    ids = [row[0] for row in _OPEN.rows(learner.school_id, learner.pk)]
    found = {one.id: one for one in _sittings(_OF_ATTEMPTS.rows(learner.school_id, tuple(ids)))}
    return tuple(found[one] for one in ids if one in found)


def _sittings(rows: Iterable[Sequence[Any]]) -> Iterator[Sitting]:
    for _, of_attempt in groupby(rows, key=lambda row: row[0]):
        found = list(of_attempt)
        first = found[0]
        places = tuple(_place(list(group)) for _, group in groupby(found, key=lambda row: row[12]))
        yield Sitting(
            id=first[0], school_id=first[1], learner_id=first[2], course_id=first[3], activity=Activity(first[4]),
            subject=first[5], policy=first[6], state=State(first[7]), started_at=first[8], finished_at=first[9],
            places=places, arranged=named(first[10]), assignment_id=first[11],
        )  # fmt: skip


def _place(rows: list[Sequence[Any]]) -> Place:
    position, skill, slug, version, seed, bonus = rows[0][12:18]
    steps = tuple(_step(row[18:]) for row in rows if row[18] is not None)
    return Place(position, skill, slug, version, seed, bonus, steps)


def _step(row: Sequence[Any]) -> Step:
    number, kind, response, mark, misconception, client_key, at = row
    return Step(number, Kind(kind), response, mark, misconception, client_key, at)


def open_attempts(learner: User) -> QuerySet[Attempt]:
    """What the learner has begun and not finished, latest first."""
    return _open(learner.school_id, learner.pk)


def _open(school_id: int, learner_id: UUID) -> QuerySet[Attempt]:
    mine = Attempt.objects.filter(school_id=school_id, learner_id=learner_id, state=State.OPEN)
    return mine.order_by("-started_at")


_OPEN = Prepared(Attempt, lambda *who: _open(*who).values_list("id"), (SCHOOL, SOMEBODY))
_OF_ATTEMPTS = Prepared(Asked, _of_attempts, (SCHOOL, ()))


def last_challenge(learner: User, course_id: str) -> datetime | None:
    """When the learner's latest mastery challenge in the course was started."""
    mine = Attempt.objects.filter(school_id=learner.school_id, learner=learner, course_id=course_id)
    found: datetime | None = mine.filter(activity=Activity.MASTERY_CHALLENGE).aggregate(last=Max("started_at"))["last"]
    return found
