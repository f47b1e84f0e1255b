"""The class's plan on one sheet: the goal, the units with their dates, and how to sign in. To hand out or to pin up."""

from typing import Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from trailstone.goals import queries
from trailstone.people.codes import spaced
from trailstone.people.queries import teacher_names
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.desk import school_day
from trailstone.web.teacher.frame import class_of
from trailstone.web.teacher.login_cards.sheet import qr

PAPERS: Final = ("a4", "letter")


@require_safe
@teacher_page
def plan(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The sheet; ``paper`` is "a4" or "letter"."""
    room = class_of(request, class_id)
    paper = request.GET.get("paper", "")
    site = request.build_absolute_uri(reverse("home"))
    page = {
        "room": room,
        "lanes": [lane for lane in queries.roadmap(room, school_day(room)) if lane.stages],
        "holidays": queries.holidays(request.user),
        "teachers": teacher_names(room),
        "paper": paper if paper in PAPERS else PAPERS[0],
        "site": site.partition("://")[2].rstrip("/"),
        "qr": qr(request.build_absolute_uri(reverse("join-code", args=[room.code])) if room.code_open else site),
        "code": spaced(room.code) if room.code_open else "",
    }
    return render(request, "teacher/plan/page.html", page)
