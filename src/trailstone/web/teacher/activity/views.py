"""Activity > Overview: what everybody did in some days."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from trailstone.reports.activity import activity, total
from trailstone.reports.arrange import arranged
from trailstone.reports.sheets.activity import ACTIVITY_SHEET, LEVELS
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.activity.cells import lines
from trailstone.web.teacher.desk import as_file, kept, school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.ranges import WORDS, asked_span
from trailstone.web.teacher.sorting import Order, heads
from trailstone.web.teacher.whom import asked_whom

PAGE: Final = "teacher/activity/page.html"
KEYS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "name": lambda row: row.name.casefold(),
    "minutes": lambda row: row.minutes,
    "exercises": lambda row: row.exercises,
    "others": lambda row: row.others,
    "worked": lambda row: row.worked,
    "up": lambda row: row.up,
    "down": lambda row: row.down,
    "to_proficient": lambda row: row.to_proficient,
    "without": lambda row: row.without,
    "active": lambda row: row.last_active or date.min,
}
LABELS: Final = {
    "name": _("Learner"), "minutes": _("Minutes"), "exercises": _("Exercises done"), "others": _("Quizzes, tests"),
    "worked": _("Skills worked on"), "up": _("Levelled up"), "down": _("Levelled down"),
    "to_proficient": _("To Proficient"), "without": _("Without progress"), "active": _("Last active"),
}  # fmt: skip


@require_GET
@teacher_page
def activity_overview(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The days, the group and the order in the address; as a page or as a file."""
    room = class_of(request, class_id)
    span, whom = asked_span(request.GET, school_day(room)), asked_whom(request.GET, room)
    report = activity(room, span.first, span.last)
    order = Order.of(request.GET, KEYS)
    rows = arranged(whom.of(report.rows), KEYS, sort=order.sort, down=order.down, find=order.find)
    table = ACTIVITY_SHEET.table(rows, LEVELS)
    if file := as_file(request.GET, table, room.name, "activity", f"{span.first} {span.last}"):
        return file
    page: dict[str, Any] = {
        **page_of(request, room, "activity"),
        "address": reverse("activity", args=[room.pk]),
        "span": span,
        "spans": WORDS,
        "whom": whom,
        "order": order,
        "heads": heads(request.GET, order, LABELS, frozenset(LABELS) - {"name", "active"}),
        "rows": rows,
        "lines": lines(room.pk, span, rows, LABELS),
        "total": total(rows),
        "everybody": report.rows,
        "query": kept(request.GET),
        "today": school_day(room),
    }
    return render(request, f"{PAGE}#report" if request.htmx else PAGE, page)
