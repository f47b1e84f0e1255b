"""Who learns in the class: names and nicknames, moving, removing (and undo), and who waits for a login card."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from trailstone.people import actions, queries
from trailstone.people.codes import spaced
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.sending import chosen, done, key_of

NOBODY = UUID(int=0)
OPEN = ("rename", "nickname", "move")  # what a row can be opened for: ?rename=, ?nickname=, ?move= and the learner


@require_http_methods(["GET", "POST"])
@teacher_page
def roster(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The list, with one row open for writing at most. ``do`` says what a form wants done."""
    room = class_of(request, class_id)
    if request.method == "GET":
        what = next((each for each in OPEN if each in request.GET), "")
        return _list(request, room, what, key_of(request.GET.get(what, "")))
    learner = key_of(request.POST.get("learner", "")) or NOBODY
    acts = {
        "rename": lambda: _rename(request, room, learner),
        "nickname": lambda: _nickname(request, room, learner),
        "move": lambda: _move(request, room, learner, key_of(request.POST.get("to", ""))),
        "remove": lambda: _remove(request, room, learner),
    }
    what = request.POST.get("do", "")
    refused = chosen(acts, what)
    if refused:
        return _list(request, room, what, learner, refused)
    return redirect("roster", class_id=room.pk)


@require_POST
@teacher_page
def return_learner(request: PageRequest, class_id: UUID, learner_id: UUID) -> HttpResponse:
    """Undo a removal."""
    room = class_of(request, class_id)
    now = timezone.now()
    refused = done(lambda: actions.return_learner(actor=request.user, classroom=room, learner=learner_id, at=now))
    if refused:
        messages.warning(request, refused)
    else:
        messages.success(request, _("The learner is in the class again, with all work and goals."))
    return redirect("roster", class_id=room.pk)


@require_POST
@teacher_page
def move_learner(request: PageRequest, class_id: UUID, learner_id: UUID, to_id: UUID) -> HttpResponse:
    """Into another class, and by the same address back again."""
    room, to = class_of(request, class_id), class_of(request, to_id)
    refused = done(lambda: _moved(request, room, learner_id, to))
    if refused:
        messages.warning(request, refused)
    return redirect("roster", class_id=(room if refused else to).pk)


def _rename(request: PageRequest, room: Classroom, learner: UUID) -> None:
    name = request.POST.get("name", "")
    person = actions.rename_learner(actor=request.user, classroom=room, learner=learner, name=name)
    messages.success(request, _("The name is %(name)s now.") % {"name": person.name})


def _nickname(request: PageRequest, room: Classroom, learner: UUID) -> None:
    typed = request.POST.get("name", "")
    actions.nickname_learner(actor=request.user, classroom=room, learner=learner, nickname=typed)
    messages.success(request, _("Saved: what the learner is called in this class."))


def _move(request: PageRequest, room: Classroom, learner: UUID, to: UUID | None) -> None:
    if to is None:
        raise Refused(_("Choose the class to move to."))
    _moved(request, room, learner, class_of(request, to))


def _moved(request: PageRequest, room: Classroom, learner: UUID, to: Classroom) -> None:
    person = actions.move_learner(actor=request.user, classroom=room, learner=learner, to=to, at=timezone.now())
    said = _("%(name)s is in %(room)s now, with all work and levels.") % {"name": person.name, "room": to.name}
    messages.success(request, said, extra_tags=reverse("move-learner", args=[to.pk, learner, room.pk]))


def _remove(request: PageRequest, room: Classroom, learner: UUID) -> None:
    name = next((row.name for row in queries.roster(room) if row.id == learner), "")
    actions.remove_learner(actor=request.user, classroom=room, learner=learner, at=timezone.now())
    if name:
        undo = reverse("return-learner", args=[room.pk, learner])
        said = _("%(name)s is no longer in the class. Work and levels are kept.") % {"name": name}
        messages.success(request, said, extra_tags=undo)


def _list(request: PageRequest, room: Classroom, what: str, learner: UUID | None, refused: str = "") -> HttpResponse:
    rows = queries.roster(room)
    other = request.user.taught_classes.filter(archived_at=None).exclude(pk=room.pk).order_by("name")
    now = timezone.now()
    page = {
        "rows": rows,
        "removed": queries.removed(room),
        "waiting": [row for row in rows if row.no_card],
        "what": what,
        "open": learner,
        "others": list(other) if what == "move" else (),
        "typed": request.POST.get("name"),
        "refused": refused,
        "code": spaced(room.code),
        "joinable": queries.joinable(room, now),
        "guessed_at": queries.guessed_at(room, now),
    }
    whole = page_of(request, room, "roster") | page
    return render(request, "teacher/roster/page.html", whole, status=422 if refused else 200)
