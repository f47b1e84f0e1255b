"""The district at a glance: its schools side by side, without a name of a learner."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from trailstone.content.catalogue import courses
from trailstone.people.models import Role, School
from trailstone.reports import schools
from trailstone.reports.arrange import arranged
from trailstone.reports.sheets.schools import district_table
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.components.bars import level_share
from trailstone.web.components.matrix import address, tint
from trailstone.web.leader import asked
from trailstone.web.leader.district.screen import lines
from trailstone.web.leader.facts import minutes_bar
from trailstone.web.teacher.desk import as_file
from trailstone.web.teacher.sorting import Order, heads

KEYS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "name": lambda row: row.name.casefold(),
    "learners": lambda row: row.learners,
    "begun": lambda row: row.course.begun,
    "percent": lambda row: -1 if row.course.median is None else row.course.median,
    "reached": lambda row: row.course.reached,
    "risen": lambda row: row.week.to_proficient,
    "active": lambda row: row.week.active,
}
LABELS: Final = {
    "name": _("School"), "learners": _("Learners"), "begun": _("Begun"), "percent": _("Median"),
    "reached": _("At 80%"), "risen": _("To Proficient"), "active": _("Worked"),
}  # fmt: skip
PAGE: Final = "leader/district/page.html"


@require_GET
@signed_in
def district(request: PageRequest) -> HttpResponse:
    """The totals of all schools; for everybody but a leader of the district the page does not exist."""
    if request.user.role != Role.DISTRICT:
        raise Http404
    held, weeks = list(courses().values()), asked.weeks(request.user.school)
    course, week = asked.asked_course(request.GET, held), asked.asked_week(request.GET, weeks)
    found = schools.totals(list(School.objects.all()), course, week.monday)
    order = Order.of(request.GET, KEYS)
    rows = arranged(found.rows, KEYS, sort=order.sort, down=order.down, find=order.find)
    name = ("district", course.title if course else "", week.monday.isoformat())
    if file := as_file(request.GET, district_table(rows), *name):
        return file
    page: dict[str, Any] = {
        "query": asked.kept(request.GET),
        "courses": held,
        "course": course,
        "weeks": weeks,
        "week": week,
        "totals": found.together,
        "bar": minutes_bar(found.together.week.bands),
        "levels": level_share(found.together.course.counts),
        "median": tint(found.together.course.median),
        "lines": lines(rows, address("district-school", 0), course, week.monday),
        "heads": heads(request.GET, order, LABELS, frozenset(LABELS) - {"name"}),
        "order": order,
        "schools": len(found.rows),
    }
    return render(request, f"{PAGE}#report" if request.htmx else PAGE, page)
