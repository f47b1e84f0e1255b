"""One goal of the class: every learner's way to it, and what may be changed."""

from datetime import date
from typing import Final
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mastery.goals import TARGET_MAX, TARGET_MIN, GoalState
from trailstone.goals import queries
from trailstone.goals.models import Goal
from trailstone.people.models import Classroom
from trailstone.reports import queries as reports
from trailstone.reports.arrange import PROGRESS, arranged
from trailstone.reports.queries import GoalReport
from trailstone.reports.sheets.goals import PROGRESS_SHEET
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.changing import changed
from trailstone.web.teacher.desk import as_file, kept, school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.goal.changes import CHANGES
from trailstone.web.teacher.sorting import Order, heads
from trailstone.web.teacher.whom import asked_whom

LABELS: Final = {
    "name": _("Learner"), "percent": _("Percent"), "points": _("Points"), "change": _("7 days"),
    "state": _("State"), "due": _("Due"), "achieved": _("Reached on"), "active": _("Last active"),
}  # fmt: skip
NUMBERS: Final = frozenset({"points", "change"})
STATES: Final = (
    GoalState.ACTIVE,
    GoalState.ACHIEVED,
    GoalState.ACHIEVED_LATE,
    GoalState.PAST_DUE,
    GoalState.UNASSIGNED,
)


@require_http_methods(["GET", "POST"])
@teacher_page
def goal(request: PageRequest, class_id: UUID, goal_id: UUID) -> HttpResponse:
    """The learners of the goal, sorted and filtered by the address; posting ``do`` changes it."""
    room = class_of(request, class_id)
    if request.method == "GET":
        return _page(request, room, goal_id)
    found = get_object_or_404(Goal.objects.select_related("course", "unit"), classroom=room, pk=goal_id)
    found.classroom = room
    return changed(request, CHANGES, found, lambda why, what: _page(request, room, goal_id, why, what))


def _page(request: PageRequest, room: Classroom, goal_id: UUID, refusal: str = "", refused: str = "") -> HttpResponse:
    today = school_day(room)
    whole, whom = reports.goal_report(room, goal_id, today), asked_whom(request.GET, room)
    if whole is None:
        raise Http404
    report = whole.of(whom.learners)
    order = Order.of(request.GET, PROGRESS)
    rows = arranged(report.rows, PROGRESS, sort=order.sort, down=order.down, find=order.find, state=order.state)
    if file := as_file(request.GET, PROGRESS_SHEET.table(rows), room.name, report.title):
        return file
    page = {
        **page_of(request, room, "goals"),
        "report": report,
        "whom": whom,
        "query": kept(request.GET),
        "rows": rows,
        "order": order,
        "heads": heads(request.GET, order, LABELS, NUMBERS),
        "states": [state for state in STATES if any(row.state is state for row in report.rows)],
        "joiners": _joiners(room, whole, today),
        "log": queries.change_log(goal_id),
        "typed": request.POST if refusal else {},
        "picked": request.POST.getlist("learner"),
        "lowest": TARGET_MIN,
        "highest": TARGET_MAX,
        "today": today,
        "refusal": refusal,
        "refused": refused,
    }
    return render(request, "teacher/goal/page.html", page, status=422 if refusal else 200)


def _joiners(room: Classroom, report: GoalReport, today: date) -> list[queries.LateJoiner]:
    """Who joined after this goal was set and has never had it."""
    offers = () if report.archived else queries.late_joiners(room, today)
    return [one for one in offers if report.goal_id in {goal_id for goal_id, _title in one.missing}]
