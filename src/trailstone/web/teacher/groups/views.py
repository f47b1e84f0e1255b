"""Groups within the class: make, rename, choose who is in them, remove (and undo)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from trailstone.people import actions, queries
from trailstone.people.errors import OutOfReach
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher import stale
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.sending import chosen, done, key_of, keys


@require_http_methods(["GET", "POST"])
@teacher_page
def groups(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The groups; ``?change=`` opens one of them for writing. ``do`` says what a form wants done."""
    room = class_of(request, class_id)
    if request.method == "GET":
        return _page(request, room, key_of(request.GET.get("change", "")))
    what, group = request.POST.get("do", ""), key_of(request.POST.get("group", ""))
    acts = {
        "make": lambda: _make(request, room),
        "change": lambda: _change(request, room, group),
        "remove": lambda: _remove(request, room, group),
    }
    refused = chosen(acts, what)
    if refused:
        return _page(request, room, group if what == "change" else None, refused)
    return redirect("groups", class_id=room.pk)


@require_POST
@teacher_page
def return_group(request: PageRequest, class_id: UUID, group_id: UUID) -> HttpResponse:
    """Undo a removal."""
    room = class_of(request, class_id)
    refused = done(lambda: actions.return_group(actor=request.user, classroom=room, group=group_id))
    if refused:
        messages.warning(request, refused)
    else:
        messages.success(request, _("The group is there again, with its learners."))
    return redirect("groups", class_id=room.pk)


def _make(request: PageRequest, room: Classroom) -> None:
    typed, who = request.POST.get("name", ""), keys(request.POST)
    made = actions.make_group(actor=request.user, classroom=room, name=typed, learners=who, at=timezone.now())
    messages.success(request, _("The group %(name)s is made.") % {"name": made.name})


def _change(request: PageRequest, room: Classroom, group: UUID | None) -> None:
    typed, who = request.POST.get("name", ""), keys(request.POST)
    there = next((row for row in queries.groups_of(room) if row.id == group), None)
    if there is not None:
        wanted = [" ".join(typed.split()), *sorted(map(str, who))]
        stale.fresh(request.POST.get(stale.FIELD, ""), _now(there), wanted)
    found = actions.change_group(
        actor=request.user, classroom=room, group=_there(group), name=typed, learners=who
    )  # fmt: skip
    messages.success(request, _("The group %(name)s is saved.") % {"name": found.name})


def _remove(request: PageRequest, room: Classroom, group: UUID | None) -> None:
    gone = actions.remove_group(actor=request.user, classroom=room, group=_there(group), at=timezone.now())
    said = _("The group %(name)s is removed. Its learners stay in the class.") % {"name": gone.name}
    messages.success(request, said, extra_tags=reverse("return-group", args=[room.pk, gone.pk]))


def _now(row: queries.GroupRow) -> list[str]:
    """The group as it is: its name, and who is in it."""
    return [row.name, *sorted(map(str, row.learners))]


def _there(group: UUID | None) -> UUID:
    if group is None:
        raise OutOfReach("There is no such group.")
    return group


def _page(request: PageRequest, room: Classroom, changed: UUID | None, refused: str = "") -> HttpResponse:
    rows = queries.groups_of(room)
    open_one = next((row for row in rows if row.id == changed), None)
    if changed and refused and open_one is None:
        raise Http404
    page = {
        "rows": rows,
        "learners": queries.roster(room),
        "changed": open_one,
        "name": request.POST.get("name", open_one.name if open_one else ""),
        "picked": set(keys(request.POST)) if refused else set(open_one.learners if open_one else ()),
        "mark": stale.kept(request.POST.get(stale.FIELD, ""), _now(open_one), refused) if open_one else "",
        "refused": refused,
    }
    whole = page_of(request, room, "groups") | page
    return render(request, "teacher/groups/page.html", whole, status=422 if refused else 200)
