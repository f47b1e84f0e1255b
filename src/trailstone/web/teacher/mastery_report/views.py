"""Activity > Mastery: every learner's percent of the course and of each unit."""

from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from trailstone.ids import NOBODY
from trailstone.reports import queries as reports
from trailstone.reports.sheets.levels import mastery_table
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.components.matrix import address
from trailstone.web.teacher.desk import as_file, school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.mastery_report import screen
from trailstone.web.teacher.skills_report.views import asked_course, held_courses
from trailstone.web.teacher.whom import asked_whom

PAGE: Final = "teacher/mastery_report/page.html"


@require_GET
@teacher_page
def mastery_report(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The report of the course in the address, else of the class's first; as a page or as CSV."""
    room = class_of(request, class_id)
    held = held_courses(room)
    if not held:
        return render(request, "teacher/mastery_report/none.html", page_of(request, room, "mastery-report"))
    course = asked_course(held, request.GET.get("course", ""))
    whom = asked_whom(request.GET, room)
    report = reports.mastery(room, course, whom.learners)
    wish = screen.read_wish(request.GET, report)
    rows = screen.chosen_rows(report, wish)
    if file := as_file(request.GET, mastery_table(report, rows), room.name, course.title, "mastery"):
        return file
    page: dict[str, Any] = {
        **page_of(request, room, "mastery-report"),
        **screen.table(report, rows, wish, address("learner-detail", room.pk, NOBODY)),
        "address": reverse("mastery-report", args=[room.pk]),
        "skills_address": reverse("skills-report", args=[room.pk]),
        "courses": held,
        "whom": whom,
        "course": course,
        "query": screen.kept(request.GET, course),
        "today": school_day(room),
    }
    return render(request, f"{PAGE}#report" if request.htmx else PAGE, page)
