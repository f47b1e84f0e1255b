"""A learner at a glance: goals, the last week, levels, what was tried. Printed, it is for a talk with parents."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from trailstone.content.catalogue import CourseMap, UnitMap
from trailstone.goals.queries import goals_of_learner
from trailstone.goals.scope import levels_by_course
from trailstone.people.models import Classroom, User
from trailstone.progress.queries import Standing, counted, level, standing
from trailstone.reports.learner import courses_by_class
from trailstone.reports.learner.glance import glance
from trailstone.reports.overview import DAYS
from trailstone.web.components.matrix import NO_SKILL, address


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
    week, tried = glance(learner, today - timedelta(days=DAYS - 1), today)
    held = courses_by_class([room.pk])[room.pk]
    packed = levels_by_course({(course.id, learner.pk) for course in held}, room.school_id)
    return {
        "goals": goals_of_learner(learner, room, today),
        "week": week,
        "cards": [_card(room, learner, course, packed[course.id, learner.pk]) for course in held],
        "tried": tried,
    }


def _card(room: Classroom, learner: User, course: CourseMap, packed: bytes) -> CourseCard:
    behind = address("answers", room.pk, learner.pk, NO_SKILL)
    units = [UnitRow(unit, standing(packed, unit.skills), _strip(unit, packed, behind)) for unit in course.units]
    return CourseCard(course, standing(packed, counted(course, None)), units)


def _strip(unit: UnitMap, packed: bytes, behind: str) -> list[dict[str, Any]]:
    return [
        {
            "name": skill.name,
            "level": int(level(packed, skill)),
            "href": behind.replace("{skill}", str(skill.id)),
        }
        for skill in unit.skills
    ]
