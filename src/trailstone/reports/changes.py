"""What lately happened to levels, and who is lower by it: one rule for every screen."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mastery.corrections import SET
from trailstone.people.models import School
from trailstone.progress.models import LevelChange
from trailstone.reports.work import as_text, read_keys

Pair = tuple[UUID, int]  # learner, skill
FIELDS = (as_text("learner_id"), "skill_id", "before", "after", "outcome", as_text("attempt_id"), "pardoned")


@dataclass(frozen=True, slots=True)
class Changed:
    """One row of the log of levels, as far as a week's report needs it."""

    learner_id: UUID
    skill_id: int
    before: int
    after: int
    was_set: bool  # by a teacher: no work of the learner's
    pardoned: UUID | None = None  # its attempt, when that counts no more


def changed_since(school: School, learners: Collection[UUID], since: datetime) -> list[Changed]:
    """What happened to these learners' levels, in the order of time. One query."""
    rows = LevelChange.objects.filter(school_id=school.pk, learner_id__in=learners, at__gte=since)
    found = list(rows.order_by("at", "id").values_list(*FIELDS))
    keys = read_keys(who for who, *_ in found)
    return [
        Changed(keys[who], skill, before, after, outcome == SET, UUID(attempt) if pardoned else None)
        for who, skill, before, after, outcome, attempt, pardoned in found
    ]


def lowered(changes: Iterable[Changed]) -> frozenset[Pair]:
    """Who is lower in which skill than before the first of the ``changes`` (in the order of time) by their own work. A
    level that a teacher set is no drop; who was set up again after one is not lower any more."""
    first: dict[Pair, int] = {}
    last: dict[Pair, int] = {}
    for change in changes:
        pair = (change.learner_id, change.skill_id)
        if not change.was_set:
            first.setdefault(pair, change.before)
        last[pair] = change.after
    return frozenset(pair for pair, before in first.items() if last[pair] < before)
