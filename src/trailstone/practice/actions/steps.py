"""What a learner may do with a question: answer, open a hint, see the worked answer, skip."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from exercises import NOT_GRADABLE, Response, Verdict, grade
from trailstone.people.models import User
from trailstone.practice import queries
from trailstone.practice.actions.ending import lapse
from trailstone.practice.actions.taking import take
from trailstone.practice.errors import FINISHED, LAPSED, MOVED_ON, NO_SUCH, Conflict, NotFound, Refused
from trailstone.practice.models import Kind, State
from trailstone.practice.questions import heard
from trailstone.practice.sitting import Place, Sitting, Step


class Help(Protocol):
    """A step that is no answer: ``open_hint``, ``show_solution`` or ``skip``."""

    def __call__(
        self, *, learner: User, attempt_id: UUID, position: int, client_key: UUID, at: datetime
    ) -> "Reply": ...


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


def answer(
    *, learner: User, attempt_id: UUID, position: int, response: Response, client_key: UUID, at: datetime
) -> Reply:
    """Grade an answer and add it to the log. The same ``client_key`` again gives the same reply and no second row.

    A blank or unreadable answer is not an attempt: nothing is written, the verdict says what to do.

    Raises:
        NotFound: the question was not asked of this learner.
        Conflict: the question is done, the attempt is closed, or the key came with another answer.
    """
    before, place = _open_place(learner, attempt_id, position, at, client_key)
    sent = heard(place.question, response)
    verdict = grade(place.question, sent)
    earlier = next((step for step in place.steps if step.client_key == client_key), None)
    if earlier is not None:
        return _same_again(before, position, earlier, sent, verdict)
    if verdict.mark is NOT_GRADABLE:
        return Reply(before, position, verdict)
    step = Step(len(place.steps), Kind.ANSWER, sent, verdict.mark, verdict.misconception or "", client_key, at)
    return Reply(take(learner, before, position, step), position, verdict)


def open_hint(*, learner: User, attempt_id: UUID, position: int, client_key: UUID, at: datetime) -> Reply:
    """Open the next hint; before the first answer the question then counts as a miss (exercises only).

    Raises:
        Refused: no hint is open here. And as ``answer``.
    """
    return _help(learner, attempt_id, position, client_key, at, Kind.HINT)


def show_solution(*, learner: User, attempt_id: UUID, position: int, client_key: UUID, at: datetime) -> Reply:
    """Show the worked answer after two misses (or all hints); the learner may then move on. Raises as ``open_hint``."""
    return _help(learner, attempt_id, position, client_key, at, Kind.SOLUTION)


def skip(*, learner: User, attempt_id: UUID, position: int, client_key: UUID, at: datetime) -> Reply:
    """Leave a question: "I do not know this yet". A skip before an answer counts as a miss. Raises as ``answer``."""
    return _help(learner, attempt_id, position, client_key, at, Kind.SKIP)


def _help(learner: User, attempt_id: UUID, position: int, client_key: UUID, at: datetime, kind: Kind) -> Reply:
    before, place = _open_place(learner, attempt_id, position, at, client_key)
    if any(step.client_key == client_key for step in place.steps):
        return Reply(before, position)
    if kind == Kind.HINT and not before.hint_allowed(place):
        raise Refused("There is no hint to open here. Give an answer first.")
    if kind == Kind.SOLUTION and not before.solution_allowed(place):
        raise Refused("The worked answer opens after two tries.")
    step = Step(len(place.steps), kind, {}, "", "", client_key, at)
    return Reply(take(learner, before, position, step), position)


def _open_place(
    learner: User, attempt_id: UUID, position: int, at: datetime, client_key: UUID
) -> tuple[Sitting, Place]:
    """The sitting and the place a step is for, when a step may be taken there (or was: a repeated key)."""
    found = queries.sitting(learner, attempt_id)
    place = found.place(position) if found else None
    if found is None or place is None:
        raise NotFound(NO_SUCH)
    if any(step.client_key == client_key for step in place.steps):
        return found, place
    if lapse(found, at):
        raise Conflict(LAPSED)
    if found.state != State.OPEN:
        raise Conflict(FINISHED)
    if place.done or place is not found.current:
        raise Conflict(MOVED_ON)
    return found, place


def _same_again(
    now: Sitting, position: int, earlier: Step, sent: dict[str, str | list[str]], verdict: Verdict
) -> Reply:
    if earlier.response != sent:
        raise Conflict("This answer was sent before with another content. The first one counts.")
    return Reply(now, position, verdict)
