"""The school at a glance: its totals, and the map of its classes in the units of a course."""

from typing import Any, Final

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from trailstone.ids import NOBODY
from trailstone.people.models import Role, School
from trailstone.reports import schools
from trailstone.reports.arrange import arranged
from trailstone.reports.sheets.schools import school_table
from trailstone.web.access import PageRequest, signed_in
from trailstone.web.components.matrix import address
from trailstone.web.leader import asked
from trailstone.web.leader.facts import minutes_bar
from trailstone.web.leader.school.screen import KEYS, lines
from trailstone.web.teacher.desk import as_file

SORTS: Final = {"name": _("Name"), "-percent": _("Percent, highest first"), "percent": _("Percent, lowest first")}
PAGE: Final = "leader/school/page.html"


@require_GET
@signed_in
def school(request: PageRequest) -> HttpResponse:
    """The owner's own school; for everybody else the page does not exist."""
    if request.user.role != Role.OWNER:
        raise Http404
    opens = address("school-class", NOBODY)
    return _show(request, request.user.school, reverse("school"), opens)


@require_GET
@signed_in
def district_school(request: PageRequest, school_id: int) -> HttpResponse:
    """Any school, for a leader of the district: its classes, which do not open."""
    if request.user.role != Role.DISTRICT:
        raise Http404
    return _show(request, get_object_or_404(School, pk=school_id), reverse("district-school", args=[school_id]), "")


def _show(request: PageRequest, one: School, here: str, opens: str) -> HttpResponse:
    held, weeks = schools.courses_taught(one), asked.weeks(one)
    course, week = asked.asked_course(request.GET, held), asked.asked_week(request.GET, weeks)
    found = schools.school_map(one, course) if course else None
    sort = asked.asked_sort(request.GET, SORTS)
    rows = arranged(found.rows if found else (), KEYS, sort=sort.removeprefix("-"), down=sort[0] == "-")
    if found and (file := as_file(request.GET, school_table(found, rows), one.name, found.course.title)):
        return file
    totals = schools.totals([one], course, week.monday).together
    page: dict[str, Any] = {
        "school": one,
        "address": here,
        "query": asked.kept(request.GET),
        "courses": held,
        "course": course,
        "weeks": weeks,
        "week": week,
        "totals": totals,
        "bar": minutes_bar(totals.week.bands),
        "map": found,
        "lines": lines(rows, f"{opens}?course={course.id}") if opens and course else lines(rows, ""),
        "sorts": SORTS,
        "sort": sort,
        "in_district": not opens,
    }
    return render(request, f"{PAGE}#report" if request.htmx else PAGE, page)
