"""Taking one step: worked out from what is known of the attempt, written by one statement, once, whoever else is at it.

First from what this process remembers of the attempt; when that is not enough, or has become old, from the log.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from exercises import Verdict
from trailstone.people.models import User
from trailstone.practice import log, queries
from trailstone.practice.actions.ending import finish
from trailstone.practice.errors import MOVED_ON, NO_SUCH, Conflict, NotFound, Refused
from trailstone.practice.memory import MEMORY
from trailstone.practice.sitting import Place, Sitting, Step


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a step: the sitting after it and, for an answer, the verdict."""

    sitting: Sitting
    position: int
    verdict: Verdict | None = None

    @property
    def place(self) -> Place:
        """The question the step was about."""
        return self.sitting.places[self.position]


@dataclass(frozen=True, slots=True)
class Move:
    """What is to be done at a place; without a step nothing is written, and the reply is about what stands there."""

    position: int
    step: Step | None = None
    verdict: Verdict | None = None


Plan = Callable[[Sitting], Move]  # raises practice.errors when the step may not be taken


def take(learner: User, attempt_id: UUID, plan: Plan) -> Reply:
    """Do what ``plan`` says of the attempt as it stands; with the last step it is finished in the same transaction.

    Raises:
        NotFound: not an attempt of this learner. Conflict: another request was first. And as ``plan``.
    """
    known = MEMORY.find(learner.school_id, learner.pk, attempt_id)
    return (known and _from_memory(learner, known, plan)) or _from_the_log(learner, attempt_id, plan)


async def take_quickly(learner: User, attempt_id: UUID, plan: Plan, said: Callable[[Reply], bytes]) -> bytes | None:
    """The same in an event loop: what can be done from memory with one row. None: ``take`` has to do it.

    What is ``said`` of the reply is put together while the row is on its way, and given out when it is on the disk.
    """
    known = MEMORY.known(learner.school_id, learner.pk, attempt_id)
    if known is None:
        return None
    try:
        move = plan(known)
    except Refused:
        return None
    after = known.with_step(move.position, move.step) if move.step else None
    if move.step is None or after is None or after.complete:
        return None
    adding = log.added(known, move.position, move.step)
    try:
        words = said(Reply(after, move.position, move.verdict))
    finally:  # a fault in the words is for the ordinary way to say, once it is known what became of the row
        added = await adding
    if not added:
        MEMORY.forget(attempt_id)
        return None
    MEMORY.note(after)
    return words


def _from_memory(learner: User, known: Sitting, plan: Plan) -> Reply | None:
    """The reply, when a row was written; everything else is for the log to say, and what was known is dropped."""
    try:
        move = plan(known)
        after = _written(learner, known, move) if move.step else None
    except Refused:
        after = None
    if after is None:
        MEMORY.forget(known.id)
        return None
    MEMORY.keep(after)
    return Reply(after, move.position, move.verdict)


def _from_the_log(learner: User, attempt_id: UUID, plan: Plan) -> Reply:
    found = queries.sitting(learner, attempt_id)
    if found is None:
        raise NotFound(NO_SUCH)
    move = plan(found)
    if move.step is None:
        return Reply(found, move.position, move.verdict)
    after = _written(learner, found, move) or _after_race(learner, found, move.position, move.step)
    MEMORY.keep(after)
    return Reply(after, move.position, move.verdict)


def _written(learner: User, before: Sitting, move: Move) -> Sitting | None:
    """The sitting with the step, once that is in the log; None, and nothing written, when it does not fit there."""
    if move.step is None:
        return None
    after = before.with_step(move.position, move.step)
    try:
        if not after.complete:
            return after if log.add(before, move.position, move.step) else None
        with transaction.atomic():
            added = log.add(before, move.position, move.step)
            return finish(learner=learner, sitting=after, at=move.step.at) if added else None
    except IntegrityError:
        return None


def _after_race(learner: User, before: Sitting, position: int, step: Step) -> Sitting:
    """Another request was first. The same key: its row is ours. Else this one came too late."""
    now = queries.sitting(learner, before.id)
    place = now.place(position) if now else None
    same = next((one for one in place.steps if one.client_key == step.client_key), None) if place else None
    if now is None or same is None or same.response != step.response:
        raise Conflict(MOVED_ON)
    return now
