"""Edit courses: which courses the class works on, in which order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from trailstone.content.catalogue import CourseMap, courses
from trailstone.goals import actions, queries
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher import stale
from trailstone.web.teacher.frame import class_of, page_of

Ids = list[str]


def _up(ids: Ids, course: str) -> Ids:
    return _swapped(ids, ids.index(course) - 1) if course in ids[1:] else ids


def _down(ids: Ids, course: str) -> Ids:
    return _swapped(ids, ids.index(course)) if course in ids[:-1] else ids


def _swapped(ids: Ids, at: int) -> Ids:
    return [*ids[:at], ids[at + 1], ids[at], *ids[at + 2 :]]


CHANGES: Final[Mapping[str, Callable[[Ids, str], Ids]]] = {
    "up": _up,
    "down": _down,
    "add": lambda ids, course: [*ids, course] if course in courses() else ids,
    "remove": lambda ids, course: [each for each in ids if each != course],
}


@dataclass(frozen=True, slots=True)
class Row:
    """A course of the list. ``goals``: titles of the class's goals that use it."""

    course: CourseMap
    goals: Sequence[str]
    new: bool


@require_http_methods(["GET", "POST"])
@teacher_page
def edit_courses(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The list as stored, or as it is being edited; saving is one of the buttons."""
    room = class_of(request, class_id)
    stored = [course.id for course in queries.courses_of(room)]
    if request.method == "GET":
        return _page(request, room, stored, stored)
    ids = list(dict.fromkeys(request.POST.getlist("course")))
    change = next((name for name in CHANGES if name in request.POST), None)
    if change:
        return _page(request, room, stored, CHANGES[change](ids, request.POST[change]))
    return _save(request, room, stored, ids)


def _save(request: PageRequest, room: Classroom, stored: Ids, ids: Ids) -> HttpResponse:
    try:
        stale.fresh(request.POST.get(stale.FIELD, ""), stored, ids)
        actions.edit_courses(actor=request.user, classroom=room, course_ids=ids, at=timezone.now())
    except Refused as refused:
        return _page(request, room, stored, ids, refused.message)
    messages.success(request, _("The courses of %(name)s are saved.") % {"name": room.name})
    return HttpResponseRedirect(reverse("placement", args=[room.pk]) if ids and not stored else request.path)


def _page(request: PageRequest, room: Classroom, stored: Ids, ids: Ids, refusal: str = "") -> HttpResponse:
    used, known = queries.goals_using(room), courses()
    ids = [each for each in ids if each in known]
    page = {
        **page_of(request, room, "placement"),
        "rows": [Row(known[each], used.get(each, ()), each not in stored) for each in ids],
        "library": [course for course in known.values() if course.id not in ids],
        "gone": [Row(known[each], used.get(each, ()), False) for each in stored if each in known and each not in ids],
        "changes": _counted(stored, ids),
        "mark": stale.kept(request.POST.get(stale.FIELD, ""), stored, refusal),
        "refusal": refusal,
    }
    part = "#courses" if request.htmx else ""
    return render(request, f"teacher/edit_courses/page.html{part}", page, status=422 if refusal else 200)


def _counted(stored: Ids, ids: Ids) -> str:
    """What is not saved yet, in words; empty for nothing."""
    kept = [each for each in stored if each in ids]
    moved = kept != [each for each in ids if each in stored]
    count = len(set(stored) ^ set(ids)) + moved
    return ngettext("%(count)d change is not saved yet", "%(count)d changes are not saved yet", count) % {
        "count": count
    } if count else ""  # fmt: skip
