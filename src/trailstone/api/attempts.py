"""Working on an activity: start, answer, hint, worked answer, skip, finish. Sent twice, counted once."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from ninja import Router

from trailstone.api.access import Asker, chance
from trailstone.api.beginning import begin
from trailstone.api.shapes.attempts import AnswerIn, AttemptOut, ReplyOut, StartIn, StepIn
from trailstone.api.state import Shape, attempt_state, reply_state
from trailstone.practice import actions, queries, start
from trailstone.practice.actions import Help, Reply
from trailstone.practice.errors import Refused
from trailstone.practice.memory import MEMORY
from trailstone.practice.models import State
from trailstone.practice.questions import FAULTS
from trailstone.practice.sitting import Sitting

router = Router(tags=["attempts"])
FAULT = "This question has a fault. It is not your mistake: skip it and go on."
STILL_OPEN = "There are questions to do before this can be finished."


@router.post("", response=AttemptOut)
def begin_attempt(request: Asker, what: StartIn) -> Shape:
    """Start an activity, or go on with the attempt that is running."""
    attempt_id = begin(what, learner=request.user, at=timezone.now(), rng=chance())
    return _shown(request, _find(request, attempt_id))


@router.get("/{uuid:attempt_id}", response=AttemptOut)
def attempt(request: Asker, attempt_id: UUID) -> Shape:
    """Where an attempt stands; what tells an answer is left out until it may be known."""
    return _shown(request, _find(request, attempt_id))


@router.post("/{uuid:attempt_id}/questions/{int:number}/answer", response=ReplyOut)
def answer(request: Asker, attempt_id: UUID, number: int, sent: AnswerIn) -> Shape:
    """Answer a question. The same ``client_key`` again gives the same reply.

    Of the attempt's questions the reply has this one and the next; all are at the attempt's own address.
    """

    def act() -> Reply:
        return actions.answer(
            learner=request.user, attempt_id=attempt_id, position=number - 1, response=sent.response,
            client_key=sent.client_key, at=timezone.now(),
        )  # fmt: skip

    return _reply(request, act)


@router.post("/{uuid:attempt_id}/questions/{int:number}/hint", response=ReplyOut)
def hint(request: Asker, attempt_id: UUID, number: int, sent: StepIn) -> Shape:
    """Open the next hint."""
    return _help(request, attempt_id, number, sent, actions.open_hint)


@router.post("/{uuid:attempt_id}/questions/{int:number}/solution", response=ReplyOut)
def solution(request: Asker, attempt_id: UUID, number: int, sent: StepIn) -> Shape:
    """Show the worked answer."""
    return _help(request, attempt_id, number, sent, actions.show_solution)


@router.post("/{uuid:attempt_id}/questions/{int:number}/skip", response=ReplyOut)
def skip(request: Asker, attempt_id: UUID, number: int, sent: StepIn) -> Shape:
    """Leave a question: "I do not know this yet"."""
    return _help(request, attempt_id, number, sent, actions.skip)


@router.post("/{uuid:attempt_id}/bonus", response=AttemptOut)
def bonus(request: Asker, attempt_id: UUID) -> Shape:
    """Take the bonus question that is offered after exactly one miss. Twice is once."""
    found = start.take_bonus(learner=request.user, attempt_id=attempt_id, at=timezone.now(), rng=chance())
    return _shown(request, found)


@router.post("/{uuid:attempt_id}/finish", response=AttemptOut)
def finish(request: Asker, attempt_id: UUID) -> Shape:
    """Finish without the bonus question. Everything else finishes by itself; a finished attempt stays as it is."""
    found = _find(request, attempt_id)
    if found.state == State.OPEN and not found.bonus_offered:
        raise Refused(STILL_OPEN)
    if found.state != State.FINISHED:
        found = start.leave_bonus(learner=request.user, attempt_id=attempt_id, at=timezone.now())
    return _shown(request, found)


@router.post("/{uuid:attempt_id}/restart", response=AttemptOut)
def restart(request: Asker, attempt_id: UUID) -> Shape:
    """Drop an attempt after two misses; no level changes. Start again for a fresh one."""
    return _shown(request, actions.restart(learner=request.user, attempt_id=attempt_id))


def _find(request: Asker, attempt_id: UUID) -> Sitting:
    """The attempt, when it is this person's; else 404. A challenge whose time is over lapses here."""
    found = queries.sitting(request.user, attempt_id)
    if found is not None and found.state == State.OPEN and actions.lapse(found, timezone.now()):
        found = queries.sitting(request.user, attempt_id)
    if found is None:
        raise Http404
    MEMORY.keep(found)
    return found


def _help(request: Asker, attempt_id: UUID, number: int, sent: StepIn, do: Help) -> Shape:
    def act() -> Reply:
        return do(
            learner=request.user, attempt_id=attempt_id, position=number - 1,
            client_key=sent.client_key, at=timezone.now(),
        )  # fmt: skip

    return _reply(request, act)


def _reply(request: Asker, act: Callable[[], Reply]) -> Shape:
    try:
        reply = act()
    except FAULTS as fault:
        raise Refused(FAULT) from fault
    return reply_state(request.user, reply)


def _shown(request: Asker, sitting: Sitting) -> Shape:
    return attempt_state(request.user, sitting)
