"""The answers behind a cell of the skills report: what one learner did with one skill, and why the level is so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from trailstone.practice import queries as practice
from trailstone.practice.models import Kind
from trailstone.practice.questions import FAULTS
from trailstone.practice.sitting import Place, Step
from trailstone.progress.queries import level, levels_of
from trailstone.reports.queries import AttemptBehind, answers_behind
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.practice.answers import Given, blanks, given, right_answer
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.skill_panel.views import find_skill
from trailstone.web.teacher.skills_report.views import held_courses

FEW: Final = 3  # attempts shown at first
DID: Final[Mapping[Kind, Promise]] = {
    Kind.HINT: _("opened a hint"),
    Kind.SKIP: _("skipped the question"),
    Kind.SOLUTION: _("looked at the worked answer"),
}


@dataclass(frozen=True, slots=True)
class Did:
    """One step: an answer that was ``given``, or ``words`` for anything else. ``slip``: the mistake by name."""

    given: Given | None
    words: str
    right: bool
    slip: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A question of an attempt. ``state``: ok, retry, miss, or todo; ``prompt`` empty: it cannot be shown any more."""

    number: int
    bonus: bool
    state: str
    prompt: str = ""
    figure: str = ""
    steps: tuple[Did, ...] = ()
    right: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """An attempt with its questions on the skill."""

    attempt: AttemptBehind
    questions: tuple[Shown, ...]


@require_GET
@teacher_page
def answers(request: PageRequest, class_id: UUID, learner_id: UUID, skill_id: int) -> HttpResponse:
    """Every attempt that asked the skill, latest first: a few, or all on request."""
    room = class_of(request, class_id)
    course, skill = find_skill(held_courses(room), skill_id)
    behind = answers_behind(room, learner_id, skill_id)
    if behind is None:
        raise Http404
    some = behind.attempts if "all" in request.GET else behind.attempts[:FEW]
    sittings = practice.sittings(room.school_id, [attempt.attempt_id for attempt in some])
    page = {
        "course": course,
        "unit": course.by_unit[skill.unit_id],
        "skill": skill,
        "behind": behind,
        "level": level(levels_of(room.school_id, [learner_id], course)[learner_id], skill),
        "cards": [_card(attempt, sittings[attempt.attempt_id].places, skill_id) for attempt in some],
        "more": len(behind.attempts) - len(some),
    }
    return render(request, "teacher/answers/page.html", {**page_of(request, room, "skills-report"), **page})


def _card(attempt: AttemptBehind, places: Sequence[Place], skill_id: int) -> Card:
    return Card(attempt, tuple(shown(place) for place in places if place.skill_id == skill_id))


def shown(place: Place) -> Shown:
    """A question with every step at it."""
    number, state = place.position + 1, _state(place)
    try:
        asked = place.question
    except FAULTS:
        return Shown(number, place.bonus, state)
    return Shown(
        number, place.bonus, state, blanks(asked), asked.figure.svg if asked.figure else "",
        tuple(_did(place, step) for step in place.steps), right_answer(asked),
    )  # fmt: skip


def _state(place: Place) -> str:
    if not place.decided:
        return "todo"
    return "ok" if place.counts_right else "retry" if place.solved else "miss"


def _did(place: Place, step: Step) -> Did:
    if step.kind != Kind.ANSWER:
        return Did(None, str(DID[step.kind]), False, "")
    return Did(given(place.question, step.response), "", step.is_right, step.misconception.replace("-", " "))
