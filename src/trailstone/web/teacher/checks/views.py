"""Activity > Strengths and gaps: what a unit test or a course challenge showed, and what to assign to whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from mastery import Activity
from trailstone.content.catalogue import CourseMap
from trailstone.people.models import Classroom
from trailstone.reports.sheets.strengths import STRENGTHS_SHEET
from trailstone.reports.strengths import Checked, Person, UnitResult, checked, taken_by
from trailstone.reports.tried import title
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.components.matrix import NO_SKILL, address
from trailstone.web.teacher.checks.cells import gap_lines
from trailstone.web.teacher.desk import as_file, kept, school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.skills_report.views import held_courses
from trailstone.web.teacher.whom import asked_whom

PAGE: Final = "teacher/checks/page.html"


@dataclass(frozen=True, slots=True)
class Thing:
    """A test or challenge somebody took. ``code`` stands in addresses."""

    code: str
    words: str
    course: CourseMap
    activity: str
    subject: str


@dataclass(frozen=True, slots=True)
class Line:
    """A unit as the page shows it: the address that gives practice on its gaps, and their lines as they are sent."""

    row: UnitResult
    assign: str
    gaps: SafeString


@require_GET
@teacher_page
def checks(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The test or challenge in the address, else the one that most took; as a page or as a file."""
    room = class_of(request, class_id)
    whom = asked_whom(request.GET, room)
    everybody: list[Person] = list(room.learners.values_list("pk", "name"))
    people = [one for one in everybody if whom.learners is None or one[0] in whom.learners]
    things = _things(room, everybody)
    asked = request.GET.get("thing", "")
    thing = next((one for one in things if one.code == asked), None if asked else next(iter(things), None))
    if asked and thing is None:
        raise Http404
    found = checked(room.school_id, people, thing.course, (thing.activity, thing.subject)) if thing else None
    rows = [one for unit in found.units for one in unit.skills] if found else []
    if thing and (file := as_file(request.GET, STRENGTHS_SHEET.table(rows), room.name, thing.words)):
        return file
    page: dict[str, Any] = {
        **page_of(request, room, "checks"),
        "address": reverse("checks", args=[room.pk]),
        "whom": whom,
        "things": things,
        "thing": thing,
        "found": found,
        "lines": _lines(room, found) if found else [],
        "people": len(people),
        "query": kept(request.GET),
        "today": school_day(room),
    }
    return render(request, f"{PAGE}#report" if request.htmx else PAGE, page)


def _things(room: Classroom, people: Sequence[Person]) -> list[Thing]:
    held = {course.id: course for course in held_courses(room)}
    taken = taken_by(room.school_id, people, held.values())
    return [_thing(held[course], activity, subject) for activity, course, subject, _count in taken]


def _thing(course: CourseMap, activity: str, subject: str) -> Thing:
    words = f"{title(course, subject)}: {Activity(activity).words}"
    return Thing(f"{activity}|{course.id}|{subject}", words, course, activity, subject)


def _lines(room: Classroom, found: Checked) -> list[Line]:
    assign, panel = reverse("assign", args=[room.pk]), address("skill-panel", room.pk, NO_SKILL)
    to = "" if room.archived_at else assign
    return [Line(unit, f"{assign}?{_who(unit)}", gap_lines(unit.gaps, panel, to)) for unit in found.units]


def _who(unit: UnitResult) -> str:
    asked = [("skill", str(one.skill.id)) for one in unit.gaps]
    return urlencode([*asked, *(("learner", str(key)) for key, _ in unit.missed)])
