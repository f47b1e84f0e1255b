"""Adding one row to the log, once, whoever else is adding at the same moment."""

from datetime import timedelta

from django.db import IntegrityError, transaction

from trailstone.ids import uuid7
from trailstone.people.models import User
from trailstone.practice import queries
from trailstone.practice.actions.ending import finish
from trailstone.practice.errors import MOVED_ON, Conflict
from trailstone.practice.models import Answer
from trailstone.practice.sitting import Sitting, Step


def take(learner: User, before: Sitting, position: int, step: Step) -> Sitting:
    """Add one row to the log; with the last one the attempt is finished in the same transaction.

    Raises:
        Conflict: another request was first with this step.
    """
    after = before.with_step(position, step)
    row = _row(before, position, step)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            return finish(learner=learner, sitting=after, at=step.at) if after.complete else after
    except IntegrityError:
        return _after_race(learner, before, position, step)


def _row(before: Sitting, position: int, step: Step) -> Answer:
    ms = max(0, int((step.at - before.last_at) / timedelta(milliseconds=1)))
    return Answer(
        school_id=before.school_id, id=uuid7(step.at), attempt_id=before.id, position=position, number=step.number,
        kind=step.kind, response=step.response, mark=step.mark, misconception=step.misconception,
        ms=min(ms, 2**31 - 1), client_key=step.client_key, at=step.at,
    )  # fmt: skip


def _after_race(learner: User, before: Sitting, position: int, step: Step) -> Sitting:
    """Another request was first. The same key: its row is ours. Else this one came too late."""
    now = queries.sitting(learner, before.id)
    place = now.place(position) if now else None
    same = next((one for one in place.steps if one.client_key == step.client_key), None) if place else None
    if now is None or same is None or same.response != step.response:
        raise Conflict(MOVED_ON)
    return now
