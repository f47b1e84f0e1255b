"""One learner's whole story in the class: goals, levels, what was tried lately."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from trailstone.content.catalogue import CourseMap, UnitMap, courses
from trailstone.goals.queries import courses_of, goals_of_learner
from trailstone.people import calendar
from trailstone.people.models import Classroom, User
from trailstone.progress.queries import Standing, counted, level, levels_of, standing
from trailstone.reports.learner import story
from trailstone.reports.overview import DAYS
from trailstone.reports.queries.activity import last_active
from trailstone.reports.tried import tried
from trailstone.web.access import PageRequest, teacher_page
from trailstone.web.teacher.frame import class_of, page_of


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with its stones, each with a link to the answers behind it."""

    unit: UnitMap
    standing: Standing
    strip: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class CourseCard:
    """A course of the class as this learner stands in it."""

    course: CourseMap
    standing: Standing
    units: list[UnitRow]


@require_safe
@teacher_page
def learner_detail(request: PageRequest, class_id: UUID, learner_id: UUID) -> HttpResponse:
    """The page about a learner who is in the class now; else 404."""
    room, now = class_of(request, class_id), timezone.now()
    learner = room.learners.select_related("school").filter(pk=learner_id).first()
    if learner is None:
        raise Http404
    today = calendar.today(room.school, now)
    seen = last_active(room.school, [learner.pk]).get(learner.pk)
    page = {
        "learner": learner,
        "today": today,
        "last_day": calendar.day_of(room.school, seen) if seen else None,
        "goals": goals_of_learner(learner, room, today),
        "week": story(learner, today - timedelta(days=DAYS - 1), today),
        "cards": [_card(room, learner, course) for course in _attached(room)],
        "tried": tried(learner),
    }
    return render(request, "teacher/learner_detail/page.html", page_of(request, room, "roster") | page)


def _attached(room: Classroom) -> Iterable[CourseMap]:
    return (courses()[held.id] for held in courses_of(room) if held.id in courses())


def _card(room: Classroom, learner: User, course: CourseMap) -> CourseCard:
    packed = levels_of(room.school_id, [learner.pk], course)[learner.pk]
    units = [UnitRow(unit, standing(packed, unit.skills), _strip(room, learner, unit, packed)) for unit in course.units]
    return CourseCard(course, standing(packed, counted(course, None)), units)


def _strip(room: Classroom, learner: User, unit: UnitMap, packed: bytes) -> list[dict[str, Any]]:
    return [
        {
            "name": skill.name,
            "level": int(level(packed, skill)),
            "href": reverse("answers", args=[room.pk, learner.pk, skill.id]),
        }
        for skill in unit.skills
    ]
