"""An assignment to print: the questions for the learners, and the answer key on a page of its own."""

from typing import Final
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from trailstone.assignments import queries
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.assignment_print.paper import parts
from trailstone.web.teacher.desk import read_number
from trailstone.web.teacher.frame import class_of

PAPERS: Final = ("a4", "letter")
VERSIONS: Final = 26


@require_safe
@teacher_page
def assignment_print(request: PageRequest, class_id: UUID, assignment_id: UUID) -> HttpResponse:
    """The sheet. ``paper``: "a4" or "letter"; ``version``: from 1, other questions where they are not the same for all;
    ``key``: "no" leaves the key out, "only" prints nothing else."""
    room = class_of(request, class_id)
    found = queries.class_assignment(room, assignment_id, timezone.now())
    if found is None:
        raise Http404
    paper, key = request.GET.get("paper", ""), request.GET.get("key", "")
    version = min(max(read_number(request.GET.get("version", "")) or 1, 1), VERSIONS)
    page = {
        "room": room,
        "one": found,
        "parts": list(parts(found.things, found.id, version)),
        "articles": [each for each in found.things if each.about and each.about.minutes],
        "paper": paper if paper in PAPERS else PAPERS[0],
        "version": version,
        "letter": chr(ord("A") + version - 1),
        "key": key if key in {"no", "only"} else "",
    }
    return render(request, "teacher/assignment_print/page.html", page)
