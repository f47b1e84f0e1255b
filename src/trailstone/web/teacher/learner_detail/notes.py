"""What the teachers of the class noted about a learner: for them alone."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trailstone.ids import NOBODY
from trailstone.people import actions
from trailstone.people.actions.notes import LONGEST
from trailstone.people.models import Classroom, User
from trailstone.people.notes import notes_about
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.changing import Told, changed
from trailstone.web.teacher.frame import class_of
from trailstone.web.teacher.learner_detail.head import head, learner_of
from trailstone.web.teacher.sending import key_of

Whom = tuple[Classroom, User]


@require_http_methods(["GET", "POST"])
@teacher_page
def learner_notes(request: PageRequest, class_id: UUID, learner_id: UUID) -> HttpResponse:
    """The notes, latest first; ``?change=`` opens one for writing. ``do`` writes, changes, removes or brings back."""
    room = class_of(request, class_id)
    learner = learner_of(room, learner_id)
    if request.method == "GET":
        return _page(request, room, learner)
    return changed(request, CHANGES, (room, learner), lambda why, what: _page(request, room, learner, why, what))


def _whole(request: PageRequest, whom: Whom) -> dict[str, Any]:
    room, learner = whom
    return {"actor": request.user, "classroom": room, "learner_id": learner.pk, "at": timezone.now()}


def _note(request: PageRequest) -> UUID:
    """The note that a form names, or the address of an Undo."""
    return key_of(request.POST.get("note") or request.GET.get("note", "")) or NOBODY


def _write(request: PageRequest, whom: Whom) -> Told:
    actions.write_note(**_whole(request, whom), text=request.POST.get("text", ""))
    return Told(_("The note is kept. Only the teachers of the class see it."))


def _change(request: PageRequest, whom: Whom) -> Told:
    actions.change_note(**_whole(request, whom), note=_note(request), text=request.POST.get("text", ""))
    return Told(_("The note is saved."))


def _remove(request: PageRequest, whom: Whom) -> Told:
    gone = actions.remove_note(**_whole(request, whom), note=_note(request))
    undo = f"{request.path}?{urlencode({'do': 'return', 'note': gone.pk})}"
    return Told(_("The note is removed."), undo)


def _return(request: PageRequest, whom: Whom) -> Told:
    actions.return_note(**_whole(request, whom), note=_note(request))
    return Told(_("The note is there again."))


CHANGES: Final[Mapping[str, Callable[[PageRequest, Whom], Told]]] = {
    "write": _write,
    "change": _change,
    "remove": _remove,
    "return": _return,
}


def _page(request: PageRequest, room: Classroom, learner: User, refused: str = "", what: str = "") -> HttpResponse:
    notes = notes_about(room, learner.pk)
    asked = _note(request) if what == "change" else key_of(request.GET.get("change", ""))
    own = any(one.id == asked and one.by_id == request.user.pk for one in notes)
    page = {
        "notes": notes,
        "opened": asked if own and not room.archived_at else None,
        "typed": request.POST.get("text", ""),
        "longest": LONGEST,
        "refused": refused,
        "what": what,
        "address": reverse("learner-notes", args=[room.pk, learner.pk]),
    }
    whole = head(request, room, learner, "notes") | page
    return render(request, "teacher/learner_detail/notes.html", whole, status=422 if refused else 200)
