"""A learner at a glance: goals, the last week, levels, what was tried. Printed, it is for a talk with parents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from trailstone.content.catalogue import CourseMap, UnitMap, courses
from trailstone.goals.queries import courses_of, goals_of_learner
from trailstone.people.models import Classroom, User
from trailstone.progress.queries import Standing, counted, level, levels_of, standing
from trailstone.reports.learner import story
from trailstone.reports.overview import DAYS
from trailstone.reports.tried import tried


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


def overview(room: Classroom, learner: User, today: date) -> dict[str, Any]:
    """What the page shows."""
    return {
        "goals": goals_of_learner(learner, room, today),
        "week": story(learner, today - timedelta(days=DAYS - 1), today),
        "cards": [_card(room, learner, course) for course in _attached(room)],
        "tried": tried(learner),
    }


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
