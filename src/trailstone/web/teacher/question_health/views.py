"""How the questions do in use, for the owner and for authors: too hard, too easy, and the mistake made most."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from trailstone.content.catalogue import CourseMap, courses
from trailstone.people.models import DEFAULT_SCHOOL, User
from trailstone.reports.items import ENOUGH, items
from trailstone.reports.sheets.questions import ITEMS_SHEET
from trailstone.web.author_preview.access import authors_page
from trailstone.web.teacher.desk import as_file


@require_GET
@authors_page
def question_health(request: HttpRequest) -> HttpResponse:
    """A unit's questions, or with ``?only=flagged`` those of the whole course that want a look; also as CSV."""
    course = courses().get(request.GET.get("course", "")) or next(iter(courses().values()), None)
    page = _found(request, course) if course else {}
    if course and (file := as_file(request.GET, ITEMS_SHEET.table(page["rows"]), "questions", course.title)):
        return file
    return render(request, "teacher/question_health/page.html", {"course": course, "enough": ENOUGH, **page})


def _found(request: HttpRequest, course: CourseMap) -> dict[str, Any]:
    school = request.user.school_id if isinstance(request.user, User) else DEFAULT_SCHOOL
    flagged = request.GET.get("only") == "flagged"
    asked = request.GET.get("unit", "")
    unit = course.by_unit.get(asked) or (course.units[0] if course.units else None)
    found = items(school, course, "" if flagged or unit is None else unit.id)
    rows = [one for one in found if one.flag] if flagged else found
    return {"rows": rows, "unit": unit, "flagged": flagged, "all_courses": courses().values()}
