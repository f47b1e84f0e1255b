"""The demo's school year: holidays, and each unit of the course in its weeks."""

from datetime import date, datetime
from typing import Final

from trailstone.content.catalogue import CourseMap, course_map
from trailstone.goals import actions as goals
from trailstone.goals import queries
from trailstone.goals.models import Goal
from trailstone.goals.roadmap import Stage
from trailstone.goals.school_days import A_DAY, SchoolDays, spread
from trailstone.operate.demo import cast
from trailstone.people import calendar
from trailstone.people.models import Classroom, User

HOLIDAYS: Final = (  # name, first and last day: month and day
    ("Autumn half-term", (10, 26), (10, 30)),
    ("Winter holidays", (12, 21), (1, 1)),
    ("Spring half-term", (2, 15), (2, 19)),
    ("Spring holidays", (3, 29), (4, 9)),
    ("Summer half-term", (5, 31), (6, 4)),
    ("Summer holidays", (7, 19), (8, 31)),
)


def keep_the_calendar(teacher: User, now: datetime) -> None:
    """The school's holidays of the coming year."""
    for name, first, last in HOLIDAYS:
        ends = upcoming(last, calendar.today(teacher.school, now))
        goals.add_holiday(actor=teacher, name=name, first=latest(first, ends), last=ends, at=now)


def lay_the_year_out(teacher: User, classroom: Classroom, now: datetime, ends: date) -> None:
    """Every unit has its weeks: those that are set keep theirs, the others share what is left of the school year."""
    course, calendar_ = course_map(cast.COURSE), queries.school_days(classroom.school)
    saved = {goal.unit_id or "": goal for goal in classroom.goals.filter(archived_at=None, unit__isnull=False)}
    stages = [*_set_already(course, saved, calendar_), *_to_come(course, saved, calendar_, ends)]
    goals.lay_out(actor=teacher, classroom=classroom, stages=stages, at=now)


def _set_already(course: CourseMap, saved: dict[str, Goal], days: SchoolDays) -> list[Stage]:
    """The units with a goal, in order; each begins when the one before is due, the first some weeks earlier."""
    found: list[Stage] = []
    for unit in course.units:
        if unit.id in saved:
            goal = saved[unit.id]
            after = found[-1].due if found else None
            starts = days.onwards(after + A_DAY if after else goal.created_at.date())
            found.append(Stage(unit.id, unit.title, min(starts, goal.due), goal.due))
    return found


def _to_come(course: CourseMap, saved: dict[str, Goal], days: SchoolDays, ends: date) -> list[Stage]:
    units = [unit for unit in course.units if unit.id not in saved and unit.skills]
    first = max(goal.due for goal in saved.values()) + A_DAY
    parts = spread([len(unit.skills) for unit in units], first, ends, days)
    return [Stage(unit.id, unit.title, *dates) for unit, dates in zip(units, parts, strict=False)]


def upcoming(day: tuple[int, int], today: date) -> date:
    """The next such day of the year, today included."""
    found = date(today.year, *day)
    return found if found >= today else date(today.year + 1, *day)


def latest(day: tuple[int, int], ends: date) -> date:
    """The last such day of the year up to ``ends``."""
    found = date(ends.year, *day)
    return found if found <= ends else date(ends.year - 1, *day)
