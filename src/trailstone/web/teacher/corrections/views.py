"""A teacher's corrections for one learner: pardon an attempt, set a level, arrange something, undo; and the log."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mastery import Level
from mastery.accommodations import TERMS, Accommodation, Terms
from trailstone.content.catalogue import CourseMap, SkillMap, UnitMap
from trailstone.ids import NOBODY
from trailstone.people.models import Classroom, User
from trailstone.practice.arranging import arrange, arranged_for, arrangements, end_arrangement
from trailstone.practice.models import Arrangement
from trailstone.progress import corrections as actions
from trailstone.progress.queries import level, levels_of
from trailstone.reports.corrections import corrections_log, finished_attempts
from trailstone.reports.learner import courses_by_class
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.sending import chosen, key_of

SAID: Mapping[str, Promise] = {
    "pardon": _("Pardoned. The levels are as if the attempt had never been."),
    "level": _("The level is set. The next attempts go on from there."),
    "arrange": _("Arranged. It holds from the next attempt on."),
    "end": _("Ended. Attempts that were begun before keep what held then."),
    "undo": _("Undone. The levels are as they were without the correction."),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A unit with its skills and the learner's level of each."""

    course: CourseMap
    unit: UnitMap
    skills: Sequence[tuple[SkillMap, Level]]


@dataclass(frozen=True, slots=True)
class Offer:
    """An arrangement, with the one of this class that is in force, if there is one. ``elsewhere``: another class's."""

    kind: Accommodation
    terms: Terms
    now: Arrangement | None
    elsewhere: bool


@require_http_methods(["GET", "POST"])
@teacher_page
def corrections(request: PageRequest, class_id: UUID, learner_id: UUID) -> HttpResponse:
    """The page; ``do`` says which form was sent. ``?attempt=`` and ``?skill=`` choose one beforehand."""
    room = class_of(request, class_id)
    learner = room.learners.select_related("school").filter(pk=learner_id).first()
    if learner is None:
        raise Http404
    if request.method == "GET":
        return _page(request, room, learner)
    what = request.POST.get("do", "")
    refused = chosen(_acts(request, room, learner), what)
    if refused:
        return _page(request, room, learner, refused, what)
    messages.success(request, str(SAID[what]))
    return redirect("corrections", class_id=room.pk, learner_id=learner.pk)


def _acts(request: PageRequest, room: Classroom, learner: User) -> Mapping[str, Callable[[], object]]:
    sent = request.POST
    who: dict[str, Any] = {"actor": request.user, "classroom": room, "at": timezone.now()}
    whose = who | {"learner_id": learner.pk}
    why = sent.get("reason", "")
    correction = key_of(sent.get("correction", "")) or NOBODY
    return {
        "pardon": lambda: actions.pardon(**whose, attempt_id=key_of(sent.get("attempt", "")) or NOBODY, reason=why),
        "level": lambda: actions.set_level(
            **whose, skill_id=_number(sent.get("skill", "")), level=_number(sent.get("level", "")), reason=why
        ),
        "arrange": lambda: arrange(**whose, kind=sent.get("kind", ""), reason=why),
        "end": lambda: end_arrangement(**who, arrangement_id=correction, reason=why),
        "undo": lambda: actions.undo(**whose, correction_id=correction, reason=why),
    }


def _number(text: str) -> int:
    """A number as it was sent; -1, which is nothing, for anything else."""
    return int(text) if text.isdecimal() and len(text) < 10 else -1


def _page(request: PageRequest, room: Classroom, learner: User, refused: str = "", what: str = "") -> HttpResponse:
    asked = request.POST if refused else request.GET
    attempts, chosen_one = finished_attempts(learner), key_of(asked.get("attempt", ""))
    page = {
        "learner": learner,
        "attempts": attempts,
        "attempt": chosen_one,
        "choices": _choices(room, learner),
        "skill": _number(asked.get("skill", "")),
        "level": asked.get("level", ""),
        "levels": tuple(Level),
        "offers": _offers(room, learner),
        "log": corrections_log(room, learner),
        "refused": refused,
        "what": what,
        "kind": asked.get("kind", ""),
        "reason": asked.get("reason", "") if refused else "",
    }
    whole = page_of(request, room, "roster") | page
    return render(request, "teacher/corrections/page.html", whole, status=422 if refused else 200)


def _choices(room: Classroom, learner: User) -> list[Choice]:
    found = []
    for course in courses_by_class([room.pk])[room.pk]:
        packed = levels_of(learner.school_id, [learner.pk], course)[learner.pk]
        for unit in course.units:
            if unit.skills:
                found.append(Choice(course, unit, [(skill, level(packed, skill)) for skill in unit.skills]))
    return found


def _offers(room: Classroom, learner: User) -> list[Offer]:
    here = {row.kind: row for row in arrangements(room, learner.pk) if row.ended_at is None}
    held = arranged_for(learner)
    return [Offer(kind, terms, here.get(kind), kind in held and kind not in here) for kind, terms in TERMS.items()]
