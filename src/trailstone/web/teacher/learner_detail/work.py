"""The learner report: every attempt, when, what, how long, how many right, and the levels before and after."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mastery import Activity
from trailstone.people import calendar
from trailstone.people.models import Classroom, User
from trailstone.reports.learner import story
from trailstone.reports.sheets.attempts import ATTEMPTS_SHEET
from trailstone.reports.tried import Tried, tried_between
from trailstone.web.access import PageRequest
from trailstone.web.teacher.desk import as_file, kept
from trailstone.web.teacher.ranges import WITH_ALL, asked_span
from trailstone.web.teacher.sorting import Order, heads

PAGE: Final = "teacher/learner_detail/work.html"
ON_A_PAGE: Final = 50  # attempts on the screen at once; a file holds all
KEYS: Final[Mapping[str, Callable[[Tried], Any]]] = {
    "when": lambda one: one.at,
    "what": lambda one: (one.title.casefold(), one.activity),
    "minutes": lambda one: one.minutes,
    "percent": lambda one: (one.percent, one.asked),
    "up": lambda one: one.up - one.down,
}
LABELS: Final = {
    "when": _("When"), "what": _("What"), "minutes": _("Minutes"), "percent": _("Right"), "up": _("Levels"),
}  # fmt: skip


def work(request: PageRequest, room: Classroom, learner: User, frame: Mapping[str, Any], today: date) -> HttpResponse:
    """The attempts of the days and the kind in the address, latest first unless it sorts otherwise; or as a file."""
    began = calendar.day_of(room.school, learner.created_at)
    span = asked_span(request.GET, today, began=began)
    kind = request.GET.get("kind", "")
    found = [one for one in tried_between(learner, span.first, span.last) if not kind or one.activity == kind]
    order = Order.of(request.GET, KEYS, usual="-when")
    rows = sorted(found, key=KEYS[order.sort], reverse=order.down)
    if file := as_file(request.GET, ATTEMPTS_SHEET.table(rows), learner.name, f"{span.first} {span.last}"):
        return file
    page = {
        **frame,
        "address": reverse("learner-detail", args=[room.pk, learner.pk]),
        "span": span,
        "spans": WITH_ALL,
        "kind": kind,
        "kinds": {one.value: one.words.capitalize() for one in Activity},
        "order": order,
        "heads": heads(request.GET, order, LABELS, frozenset({"minutes", "percent"})),
        "rows": Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page")),
        "did": story(learner, span.first, span.last),
        "finished": sum(one.finished for one in rows),
        "query": kept(request.GET, tab="work"),
        "turning": kept(request.GET, tab="work", page=""),
    }
    return render(request, f"{PAGE}#report" if request.htmx else PAGE, page)
