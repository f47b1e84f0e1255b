"""The class itself: its name, its code, its teachers, how levels move in it, another year, its end."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mastery import POLICIES
from trailstone.people import queries
from trailstone.people.codes import spaced
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.class_settings.acts import ACTS
from trailstone.web.teacher.class_settings.history import history
from trailstone.web.teacher.class_settings.rules import RULES
from trailstone.web.teacher.desk import school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.login_cards.sheet import qr


@require_http_methods(["GET", "POST"])
@teacher_page
def class_settings(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The settings; ``do`` says which form was sent."""
    room = class_of(request, class_id)
    if request.method == "GET":
        return _page(request, room)
    what = request.POST.get("do", "")
    if what not in ACTS:
        raise Http404
    try:
        said = ACTS[what](request, room, {"actor": request.user, "classroom": room})
    except OutOfReach as why:
        raise Http404 from why
    except Refused as why:
        return _page(request, class_of(request, class_id), why.message, what)
    messages.success(request, said.text)
    return redirect(said.to or reverse("class-settings", args=[room.pk]))


def _page(request: PageRequest, room: Classroom, refused: str = "", what: str = "") -> HttpResponse:
    link, now = request.build_absolute_uri(reverse("join-code", args=[room.code])), timezone.now()
    page: dict[str, Any] = {
        "name": request.POST.get("name", "") if what == "name" else room.name,
        "typed": request.POST if refused else {},
        "refused": refused,
        "what": what,
        "code": spaced(room.code),
        "joinable": queries.joinable(room, now),
        "guessed_at": queries.guessed_at(room, now),
        "last_day": queries.last_day_of_code(room),
        "today": school_day(room),
        "mail": bool(settings.MAIL),
        "link": link,
        "qr": qr(link),
        "teachers": queries.colleagues(room),
        "policies": [(policy, RULES[policy.name]) for policy in POLICIES.values()],
        "history": history(room),
    }
    whole = page_of(request, room, "class-settings") | page
    return render(request, "teacher/class_settings/page.html", whole, status=422 if refused else 200)
