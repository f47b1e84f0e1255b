"""Activity > Skills: every learner's level in every skill of a unit."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from trailstone.content.catalogue import CourseMap, courses
from trailstone.people.models import Classroom
from trailstone.reports import queries as reports
from trailstone.reports.learner import courses_by_class
from trailstone.reports.nudges import nudges
from trailstone.reports.queries import SkillsReport
from trailstone.reports.sheets.levels import skills_table, units_table
from trailstone.reports.units import unit_bars, unit_of_now
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.desk import as_file, school_day
from trailstone.web.teacher.frame import class_of, page_of
from trailstone.web.teacher.skill_panel.panel import panel
from trailstone.web.teacher.skills_report import screen
from trailstone.web.teacher.skills_report.screen import SORTS, Wish
from trailstone.web.teacher.whom import Whom, asked_whom

ALL: Final = "all"
ON_A_PAGE: Final = 100  # learners; the files have all of them


@require_GET
@teacher_page
def skills_report(request: PageRequest, class_id: UUID) -> HttpResponse:
    """The report of the course and unit in the address; of none, where the class works now."""
    room = class_of(request, class_id)
    held = held_courses(room)
    if not held:
        return render(request, "teacher/skills_report/none.html", page_of(request, room, "skills-report"))
    course = asked_course(held, request.GET.get("course", ""))
    found, whom = reports.levels_in(room, course), asked_whom(request.GET, room)
    asked = request.GET.get("unit") or unit_of_now(course, reports.cut(found, None))
    found = found.of(whom.learners)
    if asked == ALL or asked is None:
        return _all_units(request, room, held, course, reports.cut(found, None), whom)
    if asked not in course.by_unit:
        raise Http404
    return show_unit(
        request, room, held, reports.cut(found, asked, standard_of(request.GET, course, asked)), whom, None
    )


def standard_of(query: QueryDict, course: CourseMap, unit: str) -> str:
    """The standard that the address asks for, when a skill of the unit carries it; else ""."""
    asked = query.get("standard", "")
    return asked if asked in standards_of(course, unit) else ""


def standards_of(course: CourseMap, unit: str) -> list[str]:
    """The codes of standards in a unit, or in the whole course for ""."""
    return sorted({code for skill in course.skills.values() if unit in ("", skill.unit_id) for code in skill.standards})


def held_courses(room: Classroom) -> list[CourseMap]:
    """The courses of the class that the site has. One query."""
    return list(courses_by_class([room.pk])[room.pk])


def asked_course(held: Sequence[CourseMap], asked: str) -> CourseMap:
    """The course an address names, of none the first; 404 for one that is not held."""
    found = next((course for course in held if course.id == asked), None if asked else held[0])
    if found is None:
        raise Http404
    return found


def read_wish(query: QueryDict, skill: int | None) -> Wish:
    """What the address asks for."""
    sort = query.get("sort", "name")
    return Wish(
        sort if sort in SORTS else "name", query.get("find", "").strip()[:60], query.get("only", ""),
        bool(query.get("letters")), skill,
    )  # fmt: skip


def show_unit(
    request: PageRequest,
    room: Classroom,
    held: Sequence[CourseMap],
    report: SkillsReport,
    whom: Whom,
    skill: int | None,
) -> HttpResponse:
    """The matrix of a unit, with the panel of a skill when one is opened; or its CSV."""
    course, unit = courses()[report.course_id], report.unit_id or ALL
    wish = read_wish(request.GET, skill)
    found = nudges(room, report, school_day(room))
    rows = screen.chosen_rows(report, found, wish)
    if file := as_file(request.GET, skills_table(report, rows), room.name, report.unit_title):
        return file
    query = _kept(request.GET, course, unit)
    shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    page = {
        **_filters(request, room, held, course, unit, wish, whom),
        "rows": shown,
        "turning": query,
        "report": report,
        "nudges": found,
        "heads": screen.column_heads(room, report, wish, query),
        "lines": screen.lines(room, report, list(shown), found, wish),
        "panel": panel(room, report, skill, school_day(room)) if skill else None,
        "query": query,
    }
    return _render(request, page)


def _all_units(
    request: PageRequest,
    room: Classroom,
    held: Sequence[CourseMap],
    course: CourseMap,
    whole: SkillsReport,
    whom: Whom,
) -> HttpResponse:
    bars = unit_bars(course, whole)
    if file := as_file(request.GET, units_table(bars), room.name, course.title):
        return file
    wish = read_wish(request.GET, None)
    page = {
        **_filters(request, room, held, course, ALL, wish, whom),
        "report": whole,
        "bars": bars,
        "query": _kept(request.GET, course, ALL),
    }
    return _render(request, page)


def _filters(
    request: PageRequest,
    room: Classroom,
    held: Sequence[CourseMap],
    course: CourseMap,
    unit: str,
    wish: Wish,
    whom: Whom,
) -> dict[str, Any]:
    today: date = school_day(room)
    return {
        **page_of(request, room, "skills-report"),
        "address": reverse("skills-report", args=[room.pk]),
        "courses": held,
        "course": course,
        "unit": unit,
        "wish": wish,
        "whom": whom,
        "standards": [] if unit == ALL else standards_of(course, unit),
        "standard": standard_of(request.GET, course, unit),
        "sorts": {name: words for name, (words, _key, _down) in SORTS.items()},
        "today": today,
    }


def _kept(query: QueryDict, course: CourseMap, unit: str) -> str:
    """The address as it is, without what asks for a file: links to the panel, print and CSV go on from here."""
    kept = query.copy()
    kept.pop("format", None)
    kept.pop("page", None)
    kept["course"], kept["unit"] = course.id, unit
    return kept.urlencode()


def _render(request: PageRequest, page: dict[str, Any]) -> HttpResponse:
    part = "#report" if request.htmx else ""
    return render(request, f"teacher/skills_report/page.html{part}", page)
