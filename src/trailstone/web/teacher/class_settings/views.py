"""The class itself: its name, its code, how levels move in it, and the archive."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mastery import POLICIES
from trailstone.people import actions
from trailstone.people.codes import spaced
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.class_settings.rules import RULES
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.login_cards.sheet import qr
from trailstone.web.teacher.sending import chosen

SAID: Mapping[str, Promise] = {
    "name": _("The class has its new name."),
    "close": _("The code is closed: nobody can join with it."),
    "open": _("The code is open."),
    "rotate": _("The class has a new code; the old one does not work any more."),
    "policy": _("The rule is saved. It holds from the next work on; levels stay as they are."),
    "archive": _("The class is archived. Learners no longer see it; nothing is lost."),
    "restore": _("The class is live again."),
}


@require_http_methods(["GET", "POST"])
@teacher_page
def class_settings(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The settings; ``do`` says which form was sent."""
    room = class_of(request, class_id)
    if request.method == "GET":
        return _page(request, room)
    what = request.POST.get("do", "")
    refused = chosen(_acts(request, room), what)
    if refused:
        return _page(request, class_of(request, class_id), refused, what)
    messages.success(request, str(SAID[what]))
    return redirect("class-settings", class_id=room.pk)


def _acts(request: PageRequest, room: Classroom) -> Mapping[str, Callable[[], object]]:
    whose: dict[str, Any] = {"actor": request.user, "classroom": room}
    sent = request.POST
    return {
        "name": lambda: actions.rename_class(**whose, name=sent.get("name", "")),
        "close": lambda: actions.close_code(**whose),
        "open": lambda: actions.open_code(**whose, at=timezone.now()),
        "rotate": lambda: actions.rotate_code(**whose, at=timezone.now()),
        "policy": lambda: actions.choose_policy(**whose, policy=sent.get("policy", "")),
        "archive": lambda: actions.archive_class(**whose, at=timezone.now()),
        "restore": lambda: actions.restore_class(**whose),
    }


def _page(request: PageRequest, room: Classroom, refused: str = "", what: str = "") -> HttpResponse:
    link = request.build_absolute_uri(reverse("join-code", args=[room.code]))
    page = {
        "name": request.POST.get("name", "") if what == "name" else room.name,
        "refused": refused,
        "what": what,
        "code": spaced(room.code),
        "link": link,
        "qr": qr(link),
        "policies": [(policy, RULES[policy.name]) for policy in POLICIES.values()],
    }
    whole = page_of(request, room, "class-settings") | page
    return render(request, "teacher/class_settings/page.html", whole, status=422 if refused else 200)
