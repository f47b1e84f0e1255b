"""How an attempt ends: finished, lapsed, or dropped for a fresh start."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max

from mastery import Activity
from mastery.accommodations import Accommodation
from mastery.challenge import has_lapsed
from mastery.outcomes import weigh
from trailstone import events
from trailstone.people.models import User
from trailstone.practice import queries
from trailstone.practice.errors import FINISHED, NO_SUCH, Conflict, NotFound, Refused
from trailstone.practice.models import Attempt, State
from trailstone.practice.sitting import Sitting
from trailstone.practice.spent import spent


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
    """What a complete attempt showed, skill by skill. The bonus question is in the outcome, not in the counts."""
    bonus = bool(sitting.bonus and sitting.bonus.counts_right)
    marks = [(place.skill_id, place.counts_right) for place in sitting.questions]
    evidence = [
        events.Evidence(skill, outcome, sum(r for s, r in marks if s == skill), sum(s == skill for s, _ in marks))
        for skill, outcome in weigh(sitting.activity, marks, bonus_right=bonus).items()
    ]
    seconds = int(spent(sorted(step.at for place in sitting.places for step in place.steps)).total_seconds())
    return events.ActivityFinished(
        sitting.school_id, sitting.learner_id, sitting.id, sitting.course_id, sitting.policy, tuple(evidence), at,
        seconds,
    )  # fmt: skip


def lapse(sitting: Sitting, at: datetime) -> bool:
    """Let a mastery challenge lapse when its 12 hours are over. True when it has lapsed, now or before."""
    if sitting.activity != Activity.MASTERY_CHALLENGE or sitting.state == State.FINISHED:
        return False
    over = has_lapsed(sitting.started_at, at, extra=Accommodation.EXTRA_TIME in sitting.arranged)
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
