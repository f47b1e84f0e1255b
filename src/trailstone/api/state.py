"""An attempt as a client may see it: nothing that tells an answer, until it may be known."""

from exercises import Question, Verdict, grade
from trailstone.api.shapes.attempts import AttemptOut, ChangeOut, QuestionOut, SolutionStep, VerdictOut
from trailstone.people.models import User
from trailstone.practice.models import State
from trailstone.practice.questions import FAULTS
from trailstone.practice.sitting import Place, Sitting
from trailstone.progress.models import LevelChange
from trailstone.progress.queries import explanation


def attempt_state(learner: User, sitting: Sitting) -> AttemptOut:
    """Where an attempt stands. One query once it is finished, else none."""
    current = sitting.current
    shown = [place for place in sitting.places if place.done or place is current]
    return AttemptOut(
        id=sitting.id,
        activity=sitting.activity,
        course=sitting.course_id,
        state=sitting.state,
        started_at=sitting.started_at,
        finished_at=sitting.finished_at,
        asked=len(sitting.questions),
        right=sitting.right,
        current=current.position + 1 if current else None,
        bonus_offered=sitting.bonus_offered,
        restart_offered=sitting.restart_offered,
        questions=[_question(sitting, place) for place in shown],
        changes=_changes(learner, sitting) if sitting.state == State.FINISHED else [],
    )


def verdict_out(verdict: Verdict) -> VerdictOut:
    """A verdict without the name of the misconception, which is for teachers."""
    return VerdictOut(mark=verdict.mark, message=verdict.message, read=verdict.read)


def _question(sitting: Sitting, place: Place) -> QuestionOut:
    try:
        asked: Question | None = place.question
    except FAULTS:
        asked = None
    last = place.answers[-1] if place.answers else None
    open_now = sitting.state == State.OPEN and asked is not None
    return QuestionOut(
        number=place.position + 1,
        skill=place.slug,
        bonus=place.bonus,
        done=place.done,
        decided=place.decided,
        counts_right=place.counts_right,
        tries=len(place.answers),
        question=asked.public() if asked else None,
        response=last.response if last else None,
        verdict=verdict_out(grade(asked, last.response)) if asked and last else None,
        hints=list(asked.hints[: place.hints]) if asked else [],
        hint_allowed=open_now and sitting.hint_allowed(place),
        solution_allowed=open_now and sitting.solution_allowed(place),
        right_answer=asked.answer.show() if asked and place.done else "",
        solution=_solution(asked) if asked and place.done else [],
    )


def _solution(asked: Question) -> list[SolutionStep]:
    return [SolutionStep(text=step.text, reason=step.reason) for step in asked.solution]


def _changes(learner: User, sitting: Sitting) -> list[ChangeOut]:
    rows = LevelChange.objects.filter(school_id=sitting.school_id, learner=learner, attempt_id=sitting.id)
    changes = {change.skill_id: change for change in rows}
    slugs = {place.skill_id: place.slug for place in sitting.places}
    return [_change(changes[skill], slug) for skill, slug in slugs.items() if skill in changes]


def _change(change: LevelChange, slug: str) -> ChangeOut:
    said = explanation(change)
    return ChangeOut(
        skill=slug, right=change.right, asked=change.asked, before=change.before, after=change.after,
        why=said.learner, next_step=said.next_step,
    )  # fmt: skip
