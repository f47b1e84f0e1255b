"""The answers behind one cell of the skills report: what a learner was asked on a skill, and what it did."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mastery import Activity
from mastery.explain import Explanation
from trailstone.people.models import Classroom, User
from trailstone.practice import queries as practice
from trailstone.practice.models import Asked, Attempt, State
from trailstone.practice.sitting import Place, Sitting, Step
from trailstone.progress.models import LevelChange
from trailstone.progress.queries import explanation

SHOWN = 20  # attempts, latest first


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """What decided a question: ``kind`` is answer, hint, solution or skip; ``right`` says how it counts."""

    kind: str
    response: Mapping[str, str | list[str]]
    right: bool
    misconception: str
    at: datetime


@dataclass(frozen=True, slots=True)
class QuestionBehind:
    """A question on the skill. ``question(slug, version, seed)`` of ``practice.questions`` shows it again."""

    position: int
    slug: str
    version: int
    seed: int
    bonus: bool
    first: FirstAnswer | None  # None: not answered
    tries: int
    hints: int
    solved: bool


@dataclass(frozen=True, slots=True)
class AttemptBehind:
    """An attempt that asked the skill. ``explanation`` (level before, after, and why) is None unless it is finished."""

    attempt_id: UUID
    activity: str  # as a teacher says it: "unit test"
    state: str
    started_at: datetime
    finished_at: datetime | None
    questions: tuple[QuestionBehind, ...]
    explanation: Explanation | None


@dataclass(frozen=True, slots=True)
class Behind:
    """One cell of the skills report, opened."""

    learner_id: UUID
    name: str
    skill_id: int
    attempts: tuple[AttemptBehind, ...]


def answers_behind(classroom: Classroom, learner_id: UUID, skill_id: int) -> Behind | None:
    """The learner's latest SHOWN attempts on the skill, latest first (4 queries). None: not in the class."""
    learner = classroom.learners.filter(pk=learner_id).first()
    if learner is None:
        return None
    ids = _attempt_ids(learner, skill_id)
    sittings = practice.sittings(learner.school_id, ids)
    why = _explanations(learner, skill_id, ids)
    attempts = tuple(_attempt(sittings[each], skill_id, why.get(each)) for each in ids)
    return Behind(learner.pk, learner.name, skill_id, attempts)


def _attempt_ids(learner: User, skill_id: int) -> list[UUID]:
    mine = Attempt.objects.filter(school_id=learner.school_id, learner_id=learner.pk).order_by().values("id")
    asked = Asked.objects.filter(school_id=learner.school_id, attempt_id__in=mine, skill_id=skill_id)
    rows = asked.order_by("-attempt__started_at", "-attempt_id").values_list("attempt__started_at", "attempt_id")
    return [attempt_id for _, attempt_id in rows.distinct()[:SHOWN]]


def _explanations(learner: User, skill_id: int, ids: list[UUID]) -> Mapping[UUID, Explanation]:
    changes = LevelChange.objects.filter(
        school_id=learner.school_id, learner_id=learner.pk, skill_id=skill_id, attempt_id__in=ids
    )
    return {change.attempt_id: explanation(change) for change in changes}


def _attempt(sitting: Sitting, skill_id: int, why: Explanation | None) -> AttemptBehind:
    return AttemptBehind(
        attempt_id=sitting.id,
        activity=Activity(sitting.activity).words,
        state=State(sitting.state).value,
        started_at=sitting.started_at,
        finished_at=sitting.finished_at,
        questions=tuple(_question(place) for place in sitting.places if place.skill_id == skill_id),
        explanation=why,
    )


def _question(place: Place) -> QuestionBehind:
    first = _first(place.steps[0], place) if place.steps else None
    return QuestionBehind(
        place.position, place.slug, place.version, place.seed, place.bonus,
        first, len(place.answers), place.hints, place.solved,
    )  # fmt: skip


def _first(step: Step, place: Place) -> FirstAnswer:
    return FirstAnswer(step.kind.value, step.response, place.counts_right, step.misconception, step.at)
