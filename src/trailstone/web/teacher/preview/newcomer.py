"""A learner who has not begun: what the preview shows the pages of. A value; nobody of that kind is in the database."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.urls import Resolver404, resolve, reverse

from trailstone.content.catalogue import CourseMap, UnitMap
from trailstone.people.models import Classroom
from trailstone.reports.learner import Desk, NextStep, step_on
from trailstone.web.learner.course.folds import UnitFold, unit_folds
from trailstone.web.learner.stones import UnitRow, course_rows, unit_row
from trailstone.web.learner.unit.rows import LessonRows, Row, UnitRows


def desk_of(course: CourseMap, at: datetime) -> Desk:
    """The desk of somebody who has done nothing in the course."""
    return Desk(at=at, packed={course.id: bytes(course.slots)}, waiting=(), worked={}, challenged={})


def first_step(course: CourseMap, at: datetime) -> NextStep | None:
    """Where such a learner begins."""
    return step_on(desk_of(course, at), course)


def units(room: Classroom, course: CourseMap, at: datetime) -> list[UnitRow]:
    """The map of a course, leading on within the preview."""
    desk = desk_of(course, at)
    return [_unit(room, row) for row in course_rows(course, desk, step_on(desk, course))]


def folds(room: Classroom, course: CourseMap, at: datetime) -> list[UnitFold]:
    """The units of a course's page, leading on within the preview."""
    desk = desk_of(course, at)
    return [_fold(room, one) for one in unit_folds(desk, course, step_on(desk, course))]


def within(room: Classroom, href: str) -> str:
    """A learner's address as one of the preview; of an article, which is only read, the learner's own."""
    path, _, anchor = href.partition("#")
    try:
        found = resolve(path)
    except Resolver404:
        return href
    about = found.kwargs
    course_id = about.get("course_id") or about.get("course", "")
    match found.url_name:
        case "course":
            return reverse("preview-course", args=[room.pk, course_id])
        case "unit":
            inside = reverse("preview-unit", args=[room.pk, course_id, about["unit"]])
            return f"{inside}#{anchor}" if anchor else inside
        case "start-exercise":
            return question_url(room.pk, course_id, about["unit"], about["skill"])
        case "start-quiz":
            return question_url(room.pk, course_id, about["unit"], f"quiz-{about['number']}")
        case "start-unit-test":
            return question_url(room.pk, course_id, about["unit"], "unit-test")
    return href


def unit_head(course: CourseMap, unit: UnitMap, at: datetime) -> UnitRow:
    """The head of a unit's page."""
    return unit_row(course, unit, desk_of(course, at), None)


def lessons(room: Classroom, course: CourseMap, unit: UnitMap, at: datetime) -> tuple[list[LessonRows], Row | None]:
    """The rows of a unit and its test, leading on within the preview."""
    desk = desk_of(course, at)
    rows = UnitRows(course, unit, desk, step_on(desk, course, unit), ())
    found = [
        replace(one, rows=tuple(_row(room, row) for row in one.rows), after=tuple(_row(room, row) for row in one.after))
        for one in rows.lessons()
    ]
    return found, _row(room, rows.test()) if unit.skills else None


def question_url(room_id: UUID, course_id: str, unit: str, what: str) -> str:
    """The first question of an activity in the preview. ``what``: a skill, "quiz-2" or "unit-test"."""
    return reverse("preview-question", args=[room_id, course_id, unit, what])


def _fold(room: Classroom, fold: UnitFold) -> UnitFold:
    return replace(
        fold,
        row=_unit(room, fold.row),
        units=tuple((title, within(room, href)) for title, href in fold.units),
        needs=tuple(replace(one, href=within(room, one.href)) for one in fold.needs),
        skills=tuple(replace(one, href=within(room, one.href)) for one in fold.skills),
    )


def _unit(room: Classroom, row: UnitRow) -> UnitRow:
    stones = tuple(replace(stone, href=within(room, stone.href)) for stone in row.strip)
    return replace(row, href=within(room, row.href), strip=stones)


def _row(room: Classroom, row: Row) -> Row:
    needs = tuple(replace(one, href=within(room, one.href)) for one in row.needs)
    return replace(row, href=within(room, row.href), needs=needs)
