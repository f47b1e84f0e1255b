"""What every learner page starts from: the person, the classes and courses, the desk, and the frame around the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trailstone.content.catalogue import CourseMap, UnitMap, courses
from trailstone.people import calendar
from trailstone.people.models import User
from trailstone.people.queries import ClassRow, classes_joined
from trailstone.reports.learner import Desk, Week, courses_by_class, desk, week
from trailstone.web.access import PageRequest
from trailstone.web.components.people import initials
from trailstone.web.learner import links


@dataclass(frozen=True)
class Learning:
    """A learner at one moment, with everything that the frame and most pages show."""

    learner: User
    at: datetime
    today: date
    classes: tuple[ClassRow, ...]
    attached: Mapping[UUID, tuple[CourseMap, ...]]
    desk: Desk
    week: Week

    @property
    def courses(self) -> tuple[CourseMap, ...]:
        """The courses of the learner's classes and those begun without one, in the school's order."""
        of_classes = {course.id for found in self.attached.values() for course in found}
        return tuple(c for c in courses().values() if c.id in of_classes or any(self.desk.packed[c.id]))

    def of_class(self, class_id: UUID) -> ClassRow:
        """A class the learner is in; else 404."""
        for row in self.classes:
            if row.id == class_id:
                return row
        raise Http404


def learning(request: PageRequest) -> Learning:
    """Gather it for the person who asks: nine queries, whatever there is of classes, courses and goals."""
    learner, at = request.user, timezone.now()
    classes = classes_joined(learner)
    return Learning(
        learner=learner,
        at=at,
        today=calendar.today(learner.school, at),
        classes=classes,
        attached=courses_by_class([row.id for row in classes]),
        desk=desk(learner, courses().values(), at),
        week=week(learner, at),
    )


def find_course(course_id: str) -> CourseMap:
    """A course of the site; else 404."""
    found = courses().get(course_id)
    if found is None:
        raise Http404
    return found


def find_unit(course_id: str, slug: str) -> tuple[CourseMap, UnitMap]:
    """A unit of a course, by the last part of its id; else 404."""
    course = find_course(course_id)
    for unit in course.units:
        if unit.slug == slug:
            return course, unit
    raise Http404


def nav(here: Learning, *, page: str = "", class_id: UUID | None = None, course_id: str = "") -> dict[str, Any]:
    """The frame: the bar's links, the side menu, this week's days. ``page`` names the current link of the bar."""
    bar = (
        ("home", _("Home"), "house", links.home(here.learner)),
        ("assignments", _("Assignments"), "list-checks", reverse("my-assignments")),
        ("progress", _("My progress"), "chart-column", reverse("my-progress")),
        ("explore", _("Explore"), "library-big", reverse("courses")),
    )
    return {
        "links": [{"label": a, "icon": b, "href": c, "current": name == page} for name, a, b, c in bar],
        "note": _this_week(here.week.count),
        "side": {"label": _("Classes and courses"), "groups": _groups(here, class_id, course_id)},
        "role": here.learner.get_role_display(),
    }


def _this_week(days: int) -> str:
    said = ngettext("%(days)d day on the trail this week", "%(days)d days on the trail this week", days)
    return said % {"days": days} if days else ""


def _groups(here: Learning, class_id: UUID | None, course_id: str) -> list[dict[str, Any]]:
    rooms = [_room(row, row.id == class_id) for row in here.classes]
    trails = [_trail(here, course, course.id == course_id) for course in here.courses]
    more = {"label": _("Add a course"), "icon": "plus", "href": reverse("courses")}
    found = [{"title": _("My classes"), "links": rooms}] if rooms else []
    return [*found, {"title": _("My courses"), "links": [*trails, more], "extra": True}]


def _room(row: ClassRow, current: bool) -> dict[str, Any]:
    return {
        "label": row.name,
        "small": links.listed(row.teachers),
        "dot": _mark(row.name),
        "tint": "spruce" if current else "",
        "href": reverse("class-page", args=[row.id]),
        "current": current,
    }


def _mark(name: str) -> str:
    """Two or three letters for a class: the word with a number in it ("8B" of "Maths 8B"), else its initials."""
    numbered = (word for word in name.split() if len(word) in (2, 3) and any(sign.isdigit() for sign in word))
    return next(numbered, initials(name))


def _trail(here: Learning, course: CourseMap, current: bool) -> dict[str, Any]:
    percent = here.desk.standing(course).percent
    small = _("%(percent)d%% mastered") % {"percent": percent}
    href = reverse("course", args=[course.id])
    return {"label": course.title, "small": small, "icon": "variable", "href": href, "current": current}
