"""Activity > Opportunities: what to assign to whom, because they are stuck."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from trailstone.ids import NOBODY
from trailstone.people.models import Classroom
from trailstone.reports.opportunities import Opportunity, opportunities
from trailstone.reports.sheets.opportunities import OPPORTUNITIES_SHEET
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.components.matrix import NO_SKILL, address
from trailstone.web.teacher.desk import as_file, kept, school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.skills_report.views import asked_course, held_courses, standards_of
from trailstone.web.teacher.whom import asked_whom

PAGE: Final = "teacher/opportunities/page.html"
SORTS: Final = {"stuck": _("Most learners first"), "course": _("Order of the course")}
KEYS: Final[Mapping[str, Callable[[Opportunity], Any]]] = {
    "stuck": lambda row: (-row.stuck, row.place),
    "course": lambda row: row.place,
}


ON_A_PAGE: Final = 30  # skills; a file holds all
NAMED: Final = 40  # learners of a skill; of more, the file and the skill's own page tell


@dataclass(frozen=True, slots=True)
class Line:
    """A skill as the page shows it: its address, the address that gives practice to those who are stuck, and their
    names with links as they are sent."""

    row: Opportunity
    href: str
    assign: str
    names: SafeString


@require_GET
@teacher_page
def stuck(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The skills of the course, unit, standard and group in the address; as a page or as a file."""
    room = class_of(request, class_id)
    held = held_courses(room)
    if not held:
        return render(request, "teacher/opportunities/none.html", page_of(request, room, "opportunities"))
    course, whom = asked_course(held, request.GET.get("course", "")), asked_whom(request.GET, room)
    unit, standard = request.GET.get("unit", ""), request.GET.get("standard", "")
    if unit and unit not in course.by_unit:
        raise Http404
    found = opportunities(room, course, whom.learners)
    sort = request.GET.get("sort", "stuck")
    sort = sort if sort in SORTS else "stuck"
    fitting = (row for row in found if unit in ("", row.unit.id) and (not standard or standard in row.skill.standards))
    rows = sorted(fitting, key=KEYS[sort])
    if file := as_file(request.GET, OPPORTUNITIES_SHEET.table(rows), room.name, course.title, "opportunities"):
        return file
    shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    page: dict[str, Any] = {
        **page_of(request, room, "opportunities"),
        "address": reverse("opportunities", args=[room.pk]),
        "courses": held,
        "course": course,
        "unit": unit,
        "standard": standard,
        "standards": standards_of(course, unit),
        "whom": whom,
        "sort": sort,
        "sorts": SORTS,
        "rows": shown,
        "lines": _lines(room, list(shown)),
        "named": NAMED,
        "any": bool(found),
        "query": kept(request.GET, course=course.id, page=""),
        "today": school_day(room),
    }
    return render(request, f"{PAGE}#report" if request.htmx else PAGE, page)


def _lines(room: Classroom, rows: Sequence[Opportunity]) -> list[Line]:
    assign, panel = reverse("assign", args=[room.pk]), address("skill-panel", room.pk, NO_SKILL)
    behind = address("answers", room.pk, NOBODY, NO_SKILL)
    return [_line(row, assign, panel.replace("{skill}", str(row.skill.id)), behind) for row in rows]


def _line(row: Opportunity, assign: str, panel: str, behind: str) -> Line:
    who = f"skill={row.skill.id}" + "".join([f"&learner={one.learner_id}" for one in row.who])
    answers = behind.replace("{skill}", str(row.skill.id))
    links = ((answers.replace("{learner}", str(one.learner_id)), one.name) for one in row.who[:NAMED])
    names = format_html_join("", '<li><a href="{}">{}</a></li>', links)
    where = urlencode({"course": row.skill.course_id, "unit": row.unit.id}, safe="/")
    return Line(row, f"{panel}?{where}", f"{assign}?{who}", names)
