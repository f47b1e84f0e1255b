"""Who learns in the class: rename, remove (and undo), new login cards."""

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
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.sending import chosen, done, key_of

NOBODY = UUID(int=0)


@require_http_methods(["GET", "POST"])
@teacher_page
def roster(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The list; ``?rename=`` opens a learner's name for writing. ``do`` says what a form wants done."""
    room = class_of(request, class_id)
    if request.method == "GET":
        return _list(request, room, key_of(request.GET.get("rename", "")))
    learner = key_of(request.POST.get("learner", "")) or NOBODY
    acts = {
        "rename": lambda: _rename(request, room, learner),
        "remove": lambda: _remove(request, room, learner),
    }
    what = request.POST.get("do", "")
    refused = chosen(acts, what)
    if refused:
        return _list(request, room, learner if what == "rename" else None, refused)
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


def _rename(request: PageRequest, room: Classroom, learner: UUID) -> None:
    name = request.POST.get("name", "")
    person = actions.rename_learner(actor=request.user, classroom=room, learner=learner, name=name)
    messages.success(request, _("The name is %(name)s now.") % {"name": person.name})


def _remove(request: PageRequest, room: Classroom, learner: UUID) -> None:
    name = next((row.name for row in queries.roster(room) if row.id == learner), "")
    actions.remove_learner(actor=request.user, classroom=room, learner=learner, at=timezone.now())
    if name:
        undo = reverse("return-learner", args=[room.pk, learner])
        said = _("%(name)s is no longer in the class. Work and levels are kept.") % {"name": name}
        messages.success(request, said, extra_tags=undo)


def _list(request: PageRequest, room: Classroom, renamed: UUID | None, refused: str = "") -> HttpResponse:
    page = {
        "rows": queries.roster(room),
        "removed": queries.removed(room),
        "renamed": renamed,
        "typed": request.POST.get("name"),
        "refused": refused,
        "code": spaced(room.code),
    }
    whole = page_of(request, room, "roster") | page
    return render(request, "teacher/roster/page.html", whole, status=422 if refused else 200)
