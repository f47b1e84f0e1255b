"""What a learner may do with a question: answer, open a hint, see the worked answer, skip."""

from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from exercises import NOT_GRADABLE, Response, Verdict, grade
from trailstone.people.models import User
from trailstone.practice.actions.ending import lapse
from trailstone.practice.actions.taking import Move, Plan, Reply, take
from trailstone.practice.errors import FINISHED, LAPSED, MOVED_ON, NO_SUCH, Conflict, NotFound, Refused
from trailstone.practice.models import Kind, State
from trailstone.practice.questions import heard
from trailstone.practice.sitting import Place, Sitting, Step


class Help(Protocol):
    """A step that is no answer: ``open_hint``, ``show_solution`` or ``skip``."""

    def __call__(self, *, learner: User, attempt_id: UUID, position: int, client_key: UUID, at: datetime) -> Reply: ...


def answer(
    *, learner: User, attempt_id: UUID, position: int, response: Response, client_key: UUID, at: datetime
) -> Reply:
    """Grade an answer and add it to the log. The same ``client_key`` again gives the same reply and no second row.

    A blank or unreadable answer is not an attempt: nothing is written, the verdict says what to do.

    Raises:
        NotFound: the question was not asked of this learner.
        Conflict: the question is done, the attempt is closed, or the key came with another answer.
    """
    return take(learner, attempt_id, answering(position=position, response=response, client_key=client_key, at=at))


def answering(*, position: int, response: Response, client_key: UUID, at: datetime) -> Plan:
    """What ``answer`` does with a sitting, for ``take`` and ``take_quickly``."""
    return partial(_answer, position=position, response=response, key=client_key, at=at)


def helping(kind: Kind, *, position: int, client_key: UUID, at: datetime) -> Plan:
    """What a step of this kind, which is no answer, does with a sitting."""
    return partial(_help, position=position, kind=kind, key=client_key, at=at)


def _answer(sitting: Sitting, *, position: int, response: Response, key: UUID, at: datetime) -> Move:
    place = _open_place(sitting, position, at, key)
    sent = heard(place.question, response)
    verdict = grade(place.question, sent)
    earlier = next((step for step in place.steps if step.client_key == key), None)
    if earlier is not None:
        return _same_again(position, earlier, sent, verdict)
    if verdict.mark is NOT_GRADABLE:
        return Move(position, None, verdict)
    step = Step(len(place.steps), Kind.ANSWER, sent, verdict.mark, verdict.misconception or "", key, at)
    return Move(position, step, verdict)


def open_hint(*, learner: User, attempt_id: UUID, position: int, client_key: UUID, at: datetime) -> Reply:
    """Open the next hint; before the first answer the question then counts as a miss (exercises only).

    Raises:
        Refused: no hint is open here. And as ``answer``.
    """
    return take(learner, attempt_id, helping(Kind.HINT, position=position, client_key=client_key, at=at))


def show_solution(*, learner: User, attempt_id: UUID, position: int, client_key: UUID, at: datetime) -> Reply:
    """Show the worked answer after two misses (or all hints); the learner may then move on. Raises as ``open_hint``."""
    return take(learner, attempt_id, helping(Kind.SOLUTION, position=position, client_key=client_key, at=at))


def skip(*, learner: User, attempt_id: UUID, position: int, client_key: UUID, at: datetime) -> Reply:
    """Leave a question: "I do not know this yet". A skip before an answer counts as a miss. Raises as ``answer``."""
    return take(learner, attempt_id, helping(Kind.SKIP, position=position, client_key=client_key, at=at))


def _help(sitting: Sitting, *, position: int, kind: Kind, key: UUID, at: datetime) -> Move:
    place = _open_place(sitting, position, at, key)
    if any(step.client_key == key for step in place.steps):
        return Move(position)
    if kind == Kind.HINT and not sitting.hint_allowed(place):
        raise Refused("There is no hint to open here. Give an answer first.")
    if kind == Kind.SOLUTION and not sitting.solution_allowed(place):
        raise Refused("The worked answer opens after two tries.")
    return Move(position, Step(len(place.steps), kind, {}, "", "", key, at))


def _open_place(sitting: Sitting, position: int, at: datetime, client_key: UUID) -> Place:
    """The place a step is for, when a step may be taken there (or was: a repeated key)."""
    place = sitting.place(position)
    if place is None:
        raise NotFound(NO_SUCH)
    if any(step.client_key == client_key for step in place.steps):
        return place
    if lapse(sitting, at):
        raise Conflict(LAPSED)
    if sitting.state != State.OPEN:
        raise Conflict(FINISHED)
    if place.done or place is not sitting.current:
        raise Conflict(MOVED_ON)
    return place


def _same_again(position: int, earlier: Step, sent: dict[str, str | list[str]], verdict: Verdict) -> Move:
    if earlier.response != sent:
        raise Conflict("This answer was sent before with another content. The first one counts.")
    return Move(position, None, verdict)
