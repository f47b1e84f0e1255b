"""Adding learners from a pasted list: look at what it would do, then do it and print the cards."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from trailstone.people import actions, names
from trailstone.people.codes import spaced
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher import stale
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.login_cards.sheet import show


@require_http_methods(["GET", "POST"])
@teacher_page
def add_learners(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The list to paste into; with ``do=add`` accounts are made and the cards come back, else a look at them."""
    room = class_of(request, class_id)
    if room.archived_at:
        return redirect("roster", class_id=room.pk)
    try:
        if request.POST.get("do") == "add":
            return _add(request, room)
        page = _look(request, room)
    except OutOfReach as why:
        raise Http404 from why
    except Refused as why:
        page = _form(request) | {"refused": why.message}
    whole = page_of(request, room, "roster") | page | {"code": spaced(room.code), "mark": names.fingerprint(room)}
    part = "#look" if request.htmx else ""
    return render(request, f"teacher/add_learners/page.html{part}", whole, status=422 if "refused" in page else 200)


def _add(request: PageRequest, room: Classroom) -> HttpResponse:
    said = _form(request)
    added = actions.add_learners(
        actor=request.user, classroom=room, pasted=said["pasted"], same_names=said["same_names"], at=timezone.now(),
        seen=request.POST.get(stale.FIELD, ""),
    )  # fmt: skip
    if not added.cards:
        raise Refused("Nobody new is in this list. Look at the notes beside the names.")
    return show(request, room, added.cards, added.left_out)


def _look(request: PageRequest, room: Classroom) -> dict[str, Any]:
    said = _form(request)
    if request.method == "GET":
        return said
    rows = names.preview(said["pasted"], classroom=room, same_names=said["same_names"])
    return said | {"rows": rows, "count": sum(row.accepted for row in rows)}


def _form(request: PageRequest) -> dict[str, Any]:
    return {"pasted": request.POST.get("pasted", ""), "same_names": "same_names" in request.POST}
