"""One assignment: what it says, who has it until when, and everything that may be changed."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from trailstone.assignments import queries
from trailstone.assignments.models import Assignment
from trailstone.assignments.queries import ClassAssignment
from trailstone.assignments.states import Phase
from trailstone.people.models import Classroom
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher import stale
from trailstone.web.teacher.assign.clock import Typed
from trailstone.web.teacher.assign.tree import Leaf, by_unit
from trailstone.web.teacher.assignment.changes import CHANGES, as_it_is
from trailstone.web.teacher.changing import changed
from trailstone.web.teacher.frame import class_of, page_of


@require_http_methods(["GET", "POST"])
@teacher_page
def assignment(request: PageRequest, class_id: UUID, assignment_id: UUID) -> HttpResponse:
    """The assignment; posting ``do`` changes it."""
    room = class_of(request, class_id)
    found = get_object_or_404(Assignment, classroom=room, pk=assignment_id)
    found.classroom = room
    if request.method == "GET":
        return _page(request, room, found)
    return changed(request, CHANGES, found, lambda why, what: _page(request, room, found, why, what))


def _page(request: PageRequest, room: Classroom, found: Assignment, refused: str = "", what: str = "") -> HttpResponse:
    shown = queries.class_assignment(room, found.pk, timezone.now())
    if shown is None:
        raise Http404
    having = {line.learner_id for line in shown.lines}
    sent = request.POST if refused else None
    page = {
        **page_of(request, room, "assignments"),
        "one": shown,
        "opens": Typed.of(shown.starts_at, shown.zone),
        "due": Typed.of(shown.due_at, shown.zone),
        "typed": sent or {},
        "kept": request.POST.getlist("item") if what == "edit" else [each.thing.code for each in shown.things],
        "picked": request.POST.getlist("learner"),
        "more": _more(shown),
        "some_left_out": any(line.standing.left_out for line in shown.lines),
        "others": [person for person in room.learners if person.pk not in having],
        "classes": request.user.taught_classes.filter(archived_at=None).order_by("name"),
        "begun": shown.phase in {Phase.OPEN, Phase.OVER},
        "draft": shown.phase is Phase.DRAFT,
        "archived": shown.phase is Phase.ARCHIVED,
        "closed": bool(room.archived_at) or shown.phase is Phase.ARCHIVED,
        "log": queries.change_log(found),
        "mark": stale.kept(request.POST.get(stale.FIELD, ""), as_it_is(found), refused),
        "refused": refused,
        "what": what,
    }
    return render(request, "teacher/assignment/page.html", page, status=422 if refused else 200)


def _more(shown: ClassAssignment) -> list[tuple[str, list[Leaf]]]:
    """What could be added: the things of the course, by unit, without those that are in it."""
    about = next((each.about for each in shown.things if each.about), None)
    return by_unit(about.course, {each.thing.code for each in shown.things}) if about else []
