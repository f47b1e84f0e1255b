"""An attempt as a client may see it: nothing that tells an answer, until it may be known.

Plain dictionaries in the shapes of ``shapes.attempts``: Ninja checks them on its way, the quick way sends them as they
are (a test holds the two to be the same).
"""

from functools import lru_cache
from typing import Any

from exercises import Question, Verdict, grade
from trailstone.people.models import User
from trailstone.practice.actions import Reply
from trailstone.practice.models import State
from trailstone.practice.questions import FAULTS, question
from trailstone.practice.sitting import Place, Sitting
from trailstone.progress.models import LevelChange
from trailstone.progress.queries import explanation

Shape = dict[str, Any]


def attempt_state(learner: User, sitting: Sitting) -> Shape:
    """Where an attempt stands (AttemptOut). One query once it is finished, else none."""
    shown = [place for place in sitting.places if place.done or place is sitting.current]
    return _attempt(learner, sitting) | {"questions": [_question(sitting, place) for place in shown]}


def reply_state(learner: User, reply: Reply) -> Shape:
    """What came of a step (ReplyOut): of the questions only what it changed, the one it was about and the next."""
    sitting, place, current = reply.sitting, reply.place, reply.sitting.current
    shown = [_question(sitting, place, reply.verdict)]
    shown += [_question(sitting, current)] if current and current is not place else []
    verdict = verdict_out(reply.verdict) if reply.verdict else None
    return {"verdict": verdict, "attempt": _attempt(learner, sitting) | {"questions": shown}}


def verdict_out(verdict: Verdict) -> Shape:
    """A verdict without the name of the misconception, which is for teachers (VerdictOut)."""
    return {"mark": verdict.mark, "message": verdict.message, "read": verdict.read}


def _attempt(learner: User, sitting: Sitting) -> Shape:
    current = sitting.current
    return {
        "id": sitting.id,
        "activity": sitting.activity,
        "course": sitting.course_id,
        "state": sitting.state,
        "started_at": sitting.started_at,
        "finished_at": sitting.finished_at,
        "asked": len(sitting.questions),
        "right": sitting.right,
        "current": current.position + 1 if current else None,
        "bonus_offered": sitting.bonus_offered,
        "restart_offered": sitting.restart_offered,
        "questions": [],
        "changes": _changes(learner, sitting) if sitting.state == State.FINISHED else [],
    }


def _question(sitting: Sitting, place: Place, verdict: Verdict | None = None) -> Shape:
    """A question (QuestionOut). ``verdict``: what has just been found of what was sent, to save finding it again."""
    try:
        asked: Question | None = place.question
    except FAULTS:
        asked = None
    last = place.answers[-1] if place.answers else None
    open_now = sitting.state == State.OPEN and asked is not None
    told = asked is not None and place.done
    return {
        "number": place.position + 1,
        "skill": place.slug,
        "bonus": place.bonus,
        "done": place.done,
        "decided": place.decided,
        "counts_right": place.counts_right,
        "tries": len(place.answers),
        "question": _public(place.slug, place.version, place.seed) if asked else None,
        "response": last.response if last else None,
        "verdict": _verdict(asked, last.response, last.mark, verdict) if asked and last else None,
        "hints": list(asked.hints[: place.hints]) if asked else [],
        "hint_allowed": open_now and sitting.hint_allowed(place),
        "solution_allowed": open_now and sitting.solution_allowed(place),
        "right_answer": asked.answer.show() if asked and told else "",
        "solution": [{"text": step.text, "reason": step.reason} for step in asked.solution] if asked and told else [],
    }


def _verdict(asked: Question, response: dict[str, Any], mark: str, known: Verdict | None) -> Shape:
    """The verdict on the last answer that counts; ``known`` may be about one that could not be read."""
    return verdict_out(known if known and known.mark == mark else grade(asked, response))


@lru_cache(maxsize=5_000)
def _public(slug: str, version: int, seed: int) -> Shape:
    """What may be seen before the answer is in. Never changed by who gets it."""
    return question(slug, version, seed).public()


def _changes(learner: User, sitting: Sitting) -> list[Shape]:
    rows = LevelChange.objects.filter(school_id=sitting.school_id, learner=learner, attempt_id=sitting.id)
    changes = {change.skill_id: change for change in rows}
    slugs = {place.skill_id: place.slug for place in sitting.places}
    return [_change(changes[skill], slug) for skill, slug in slugs.items() if skill in changes]


def _change(change: LevelChange, slug: str) -> Shape:
    said = explanation(change)
    return {
        "skill": slug,
        "right": change.right,
        "asked": change.asked,
        "before": change.before,
        "after": change.after,
        "why": said.learner,
        "next_step": said.next_step,
    }
