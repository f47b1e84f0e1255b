"""What the demo's teacher assigned in the past weeks: one that is over, one under way, one that starts next week."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random
from typing import Final

from trailstone.assignments import actions, moments, things
from trailstone.assignments.actions import To, Work
from trailstone.assignments.things import Thing
from trailstone.content.catalogue import CourseMap, UnitMap, course_map
from trailstone.operate.demo import cast
from trailstone.people.models import Classroom, User

EVENING: Final = time(20, 0)
MORNING: Final = time(8, 0)


def assign(teacher: User, classroom: Classroom, now: datetime) -> None:
    """Make them, each a day before it starts. ``now``: the moment the school is made for."""
    course = course_map(cast.COURSE)
    first, second = (course.by_unit[f"{cast.COURSE}/{name}"] for name in ("foundations", "equations"))
    said = "Read the article first. Then practise until you have at least 3 of 4."
    homework = Work(_read_and_practise(course, second), now, title="Equations homework", instructions=said)
    check = Work([things.quiz(course, first, 1)], now, title="Foundations check", same_questions=True)
    test = Work([things.unit_test(course, second)], now)
    for work, days in ((homework, (-12, -5)), (check, (-4, 3)), (test, (4, 11))):
        _give(teacher, classroom, now, days, work)


def _read_and_practise(course: CourseMap, unit: UnitMap) -> list[Thing]:
    lesson = next(lesson for lesson in unit.lessons if lesson.article_title and lesson.skills)
    return [things.article(course, lesson), *(things.exercise(skill) for skill in lesson.skills[:2])]


def _give(teacher: User, classroom: Classroom, now: datetime, days: tuple[int, int], work: Work) -> None:
    zone = moments.zone_of(classroom)
    opens, due = (now + timedelta(days=number) for number in days)
    start = moments.moment(zone, opens.date(), MORNING)
    end = moments.moment(zone, due.date(), EVENING)
    at = min(start - timedelta(days=1), now)
    given = replace(work, starts_at=start, due_at=end)
    actions.assign(actor=teacher, to=[To(classroom)], work=given, at=at, rng=Random(days[0]))
