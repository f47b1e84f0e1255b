"""*Assign*: choose what, for whom and until when; conflicts are said before anything is saved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trailstone.assignments import actions, moments
from trailstone.content.catalogue import CourseMap, courses
from trailstone.goals.queries import courses_of, school_days
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import Classroom
from trailstone.web import chance
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.entrance.safe_next import asked_for
from trailstone.web.teacher.assign.draft import Draft, known, read
from trailstone.web.teacher.assign.people import Recipients, recipients
from trailstone.web.teacher.assign.tree import leaf, tree
from trailstone.web.teacher.desk import school_day
from trailstone.web.teacher.frame import class_of, page_of


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for the page. ``find``, ``course`` and ``unit`` say what of the tree is open."""

    request: PageRequest
    room: Classroom
    others: tuple[Classroom, ...]
    held: tuple[CourseMap, ...]
    draft: Draft
    find: str
    course: str
    unit: str
    about: str = ""


@require_http_methods(["GET", "POST"])
@teacher_page
def assign(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The form, begun by the address; ``do`` says what was pressed. Only "assign" and "draft" write."""
    room = class_of(request, class_id)
    today, calendar = school_day(room), school_days(room.school)
    held = tuple(courses()[each.id] for each in courses_of(room) if each.id in courses())
    sent = request.POST if request.method == "POST" else request.GET
    asked = Asked(
        request,
        room,
        tuple(request.user.taught_classes.filter(archived_at=None).exclude(pk=room.pk).order_by("name")),
        held,
        read(sent, room, held, today, calendar),
        sent.get("find", "").strip()[:60],
        sent.get("course", ""),
        sent.get("unit", ""),
    )
    if request.method == "GET":
        return _page(asked)
    do, _colon, about = sent.get("do", "look").partition(":")
    if do not in ACTS:
        raise Http404
    return ACTS[do](replace(asked, about=about))


def _look(asked: Asked) -> HttpResponse:
    return _page(asked)


def _add(asked: Asked) -> HttpResponse:
    items = [*asked.draft.items, asked.about] if known(asked.about) else asked.draft.items
    return _page(replace(asked, draft=replace(asked.draft, items=tuple(dict.fromkeys(items)))))


def _drop(asked: Asked) -> HttpResponse:
    items = tuple(code for code in asked.draft.items if code != asked.about)
    return _page(replace(asked, draft=replace(asked.draft, items=items)))


def _up(asked: Asked) -> HttpResponse:
    items = list(asked.draft.items)
    at = items.index(asked.about) if asked.about in items else 0
    if items:
        items.insert(max(at - 1, 0), items.pop(at))
    return _page(replace(asked, draft=replace(asked.draft, items=tuple(items))))


def _open(asked: Asked) -> HttpResponse:
    course, _bar, unit = asked.about.partition("|")
    return _page(replace(asked, course=course, unit="" if unit == asked.unit else unit, find=""))


def _all_found(asked: Asked) -> HttpResponse:
    return _page(replace(asked, find=""))


def _save(asked: Asked, *, draft: bool) -> HttpResponse:
    try:
        whole = _recipients(asked)
        if not draft and _unheard(asked, whole):
            return _page(asked, refused=_("Some learners may not need this. Say below whether to leave them out."))
        given = actions.assign(
            actor=asked.request.user,
            to=[one.to() for one in whole],
            work=asked.draft.work(asked.room),
            at=timezone.now(),
            rng=chance.fresh(),
            draft=draft,
        )
    except OutOfReach as why:
        raise Http404 from why
    except Refused as refused:
        return _page(asked, refused=refused.message)
    back = reverse("assignments", args=[asked.room.pk])
    made = [one.assignment_id for one in given if not one.already]
    undo = f"{back}?{urlencode({'do': 'archive', 'assignment': made}, doseq=True)}" if made else ""
    messages.success(asked.request, " ".join(one.sentence for one in given), extra_tags=undo)
    return HttpResponseRedirect(asked_for(asked.request) or back)


def _unheard(asked: Asked, whole: Sequence[Recipients]) -> bool:
    """Whether there are conflicts that were not on the page that was sent."""
    return any(one.key not in asked.draft.asked for each in whole for one in each.asked)


ACTS: Final[Mapping[str, Callable[[Asked], HttpResponse]]] = {
    "look": _look,
    "add": _add,
    "drop": _drop,
    "up": _up,
    "open": _open,
    "all": _all_found,
    "assign": lambda asked: _save(asked, draft=False),
    "draft": lambda asked: _save(asked, draft=True),
}


def _recipients(asked: Asked) -> list[Recipients]:
    rooms = [asked.room, *(room for room in asked.others if room.pk in asked.draft.classes)]
    return recipients(asked.draft, rooms, asked.draft.things, timezone.now())


def _page(asked: Asked, *, refused: str = "") -> HttpResponse:
    whole, draft = _recipients(asked), asked.draft
    page = {
        **page_of(asked.request, asked.room, "assign"),
        "draft": draft,
        "basket": [found for thing in draft.things if (found := leaf(thing, (), {}))],
        "held": asked.held,
        "tree": _tree(asked),
        "unit": asked.unit,
        "find": asked.find,
        "whole": whole,
        "others": asked.others,
        "total": sum(one.count for one in whole),
        "conflicts": [one for each in whole for one in each.asked],
        "zone": moments.zone_of(asked.room),
        "next": asked_for(asked.request),
        "refused": refused,
    }
    return render(asked.request, "teacher/assign/page.html", page, status=422 if refused else 200)


def _tree(asked: Asked) -> object:
    """The tree of the course that is open: the asked one, that of the first thing chosen, or the class's first."""
    if not asked.held:
        return None
    first = next((thing.course_id for thing in asked.draft.things), "")
    wanted = (asked.course, first)
    course = next((one for key in wanted for one in asked.held if one.id == key), asked.held[0])
    return tree(asked.room, asked.held, course, asked.unit, asked.find, asked.draft.items)
