"""Assignments > one of them: what was difficult, who missed it, and what each learner answered."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from trailstone.assignments.states import Phase, State
from trailstone.reports.assignment import AssignmentReport, assignment_report
from trailstone.reports.sheets.assignment import ASSIGNMENT_SHEET
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.answers.views import shown
from trailstone.web.teacher.assignment_report.cells import table_rows
from trailstone.web.teacher.assignment_report.screen import difficult, learner_lines, sort_lines
from trailstone.web.teacher.desk import as_file, kept, school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.sending import key_of
from trailstone.web.teacher.whom import asked_whom

PAGE: Final = "teacher/assignment_report/page.html"
ON_A_PAGE: Final = 30  # difficult questions; a file has all
SORTS: Final = {
    "name": _("Name"), "percent": _("Score, lowest first"), "-percent": _("Score, highest first"), "state": _("State"),
}  # fmt: skip
STATES: Final = (State.DONE, State.DONE_LATE, State.IN_PROGRESS, State.NOT_STARTED, State.MISSING, State.SCHEDULED)


@require_GET
@teacher_page
def report(request: PageRequest, class_id: UUID, assignment_id: UUID) -> HttpResponse:
    """The assignment, on everybody who has it or on a group; with one learner's answers when ``learner`` asks."""
    room = class_of(request, class_id)
    whom = asked_whom(request.GET, room)
    found = assignment_report(room, assignment_id, timezone.now(), whom.learners)
    if found is None or found.assignment.phase is Phase.DRAFT:
        raise Http404
    if file := as_file(request.GET, ASSIGNMENT_SHEET.table(found.cells), room.name, found.assignment.title):
        return file
    sort = request.GET.get("sort", "name")
    sort = sort if sort in SORTS else "name"
    address, group = reverse("assignment-report", args=[room.pk, assignment_id]), whom.group.id if whom.group else None
    lines = sort_lines(learner_lines(found), sort)
    missed = [one for one in found.questions if one.misses]  # the one that most missed first
    shown = Paginator(missed, ON_A_PAGE).get_page(request.GET.get("page"))
    page: dict[str, Any] = {
        **page_of(request, room, "assignments"),
        "address": address,
        "report": found,
        "one": found.assignment,
        "whom": whom,
        "states": _states(found),
        "rows": shown,
        "difficult": difficult(room, shown, address, group),
        "sort": sort,
        "sorts": SORTS,
        "lines": lines,
        "table_rows": table_rows(address, lines, sort, group),
        "opened": _opened(request.GET.get("learner", ""), found),
        "query": kept(request.GET, learner="", page=""),
        "today": school_day(room),
    }
    return render(request, f"{PAGE}#report" if request.htmx else PAGE, page)


def _states(found: AssignmentReport) -> list[tuple[State, int]]:
    """How many learners are in each state, without those that nobody is in."""
    counts = [(state, sum(line.state is state for line in found.lines)) for state in STATES]
    return [(state, count) for state, count in counts if count]


def _opened(asked: str, found: AssignmentReport) -> dict[str, Any] | None:
    """A learner's own answers; None when none is asked for. 404 for who has not the assignment."""
    if not asked:
        return None
    key = key_of(asked)
    line = next((line for line in found.lines if line.learner_id == key), None)
    if line is None:
        raise Http404
    cells = found.cells_of(line.learner_id)
    parts: list[tuple[str, Sequence[Any]]] = []
    for item, title in {cell.thing.item_id: cell.thing.title for cell in cells}.items():
        parts.append((title, [shown(cell.place) for cell in cells if cell.thing.item_id == item]))
    return {"line": line, "parts": parts}
