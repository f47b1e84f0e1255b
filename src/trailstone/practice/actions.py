"""What a learner may do with a question: answer, open a hint, see the worked answer, skip; and how an attempt ends."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from exercises import NOT_GRADABLE, Response, Verdict, grade
from mastery import Activity
from mastery.challenge import has_lapsed
from mastery.outcomes import weigh
from trailstone import events
from trailstone.ids import uuid7
from trailstone.people.models import User
from trailstone.practice import queries
from trailstone.practice.errors import Conflict, NotFound, Refused
from trailstone.practice.models import Answer, Attempt, Kind, State
from trailstone.practice.questions import heard
from trailstone.practice.sitting import Place, Sitting, Step

FINISHED = "This activity is already finished. Your results are kept."
MOVED_ON = "This question has moved on, perhaps in another tab. Here is where you are now."
NO_SUCH = "There is no such question for you. Open the activity again from your class page."
LAPSED = "The 12 hours for this mastery challenge are over. Nothing was changed; a new one is open."


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
    return Reply(_take(learner, before, position, step), position, verdict)


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
    return Reply(_take(learner, before, position, step), position)


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


def _take(learner: User, before: Sitting, position: int, step: Step) -> Sitting:
    """Add one row to the log; with the last one the attempt is finished in the same transaction."""
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


def finish(*, learner: User, sitting: Sitting, at: datetime) -> Sitting:
    """Close a complete attempt once, and let the rest of the school hear what it showed.

    Runs in the caller's transaction. Finishing times of a learner only rise, whatever the clock does, so that the
    log replays in the order in which it was written.
    """
    User.objects.select_for_update().get(pk=learner.pk)
    mine = Attempt.objects.filter(school_id=sitting.school_id, learner_id=sitting.learner_id)
    last = mine.aggregate(last=Max("finished_at"))["last"]
    at = max(at, last + timedelta(microseconds=1)) if last else at
    closed = mine.filter(id=sitting.id, state=State.OPEN).update(
        state=State.FINISHED, finished_at=at, right=sitting.right, asked=len(sitting.questions)
    )
    if closed:
        events.publish(finished(sitting, at))
    return replace(sitting, state=State.FINISHED, finished_at=at)


def finished(sitting: Sitting, at: datetime) -> events.ActivityFinished:
    """What a complete attempt showed, skill by skill."""
    bonus = bool(sitting.bonus and sitting.bonus.counts_right)
    marks = [(place.skill_id, place.counts_right) for place in sitting.questions]
    evidence = [
        events.Evidence(
            skill, outcome, sum(r for s, r in marks if s == skill) + bonus, sum(s == skill for s, _ in marks)
        )
        for skill, outcome in weigh(sitting.activity, marks, bonus_right=bonus).items()
    ]
    return events.ActivityFinished(
        sitting.school_id, sitting.learner_id, sitting.id, sitting.course_id, sitting.policy, tuple(evidence), at
    )


def lapse(sitting: Sitting, at: datetime) -> bool:
    """Let a mastery challenge lapse when its 12 hours are over. True when it has lapsed, now or before."""
    if sitting.activity != Activity.MASTERY_CHALLENGE or sitting.state == State.FINISHED:
        return False
    over = has_lapsed(sitting.started_at, at)
    if over and sitting.state == State.OPEN:
        _close(sitting, State.LAPSED)
    return over or sitting.state == State.LAPSED


def restart(*, learner: User, attempt_id: UUID) -> Sitting:
    """Drop an attempt without changing a level; it stays in the log. The caller starts a fresh one.

    Raises:
        NotFound: not an attempt of this learner. Conflict: it is closed. Refused: no restart is offered here.
    """
    found = queries.sitting(learner, attempt_id)
    if found is None:
        raise NotFound(NO_SUCH)
    if found.state != State.OPEN:
        raise Conflict(FINISHED)
    if not found.restart_offered:
        raise Refused("Starting again is offered after two misses.")
    _close(found, State.RESTARTED)
    return replace(found, state=State.RESTARTED)


def _close(sitting: Sitting, state: State) -> None:
    Attempt.objects.filter(school_id=sitting.school_id, id=sitting.id, state=State.OPEN).update(state=state)
