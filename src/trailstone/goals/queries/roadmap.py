"""The year of a class: each course's units with their goals, and the days without school."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from trailstone.content.catalogue import CourseMap, courses
from trailstone.goals.models import ClassCourse, Holiday, Starter
from trailstone.goals.queries.classes import ClassGoal, class_goals
from trailstone.goals.roadmap import Stage
from trailstone.goals.school_days import Free, SchoolDays
from trailstone.people.models import Classroom, School, User


@dataclass(frozen=True, slots=True)
class Lane:
    """A course of the class: its units that count, in order, and the live goals on them by unit."""

    course: CourseMap
    course_goal: ClassGoal | None
    stages: tuple[Stage, ...]
    goals: Mapping[str, ClassGoal]

    @property
    def ends(self) -> date | None:
        """When the course goal is due."""
        return self.course_goal.due if self.course_goal else None


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A holiday of the school; ``may_go`` says whether this person may take it out."""

    id: int
    name: str
    first: date
    last: date
    by: str
    may_go: bool


def roadmap(classroom: Classroom, today: date) -> tuple[Lane, ...]:
    """The year as it is saved, a lane for each course of the class. As many queries as ``class_goals``, and one."""
    goals = class_goals(classroom, today)
    ids = ClassCourse.objects.filter(classroom=classroom).values_list("course_id", flat=True)
    return tuple(_lane(courses()[each], goals) for each in ids if each in courses())


def _lane(course: CourseMap, goals: tuple[ClassGoal, ...]) -> Lane:
    mine = [goal for goal in goals if goal.course_id == course.id]
    by_unit = {goal.unit_id: goal for goal in mine if goal.unit_id}
    counting = [unit for unit in course.units if course.mastery_on and unit.mastery_on and unit.skills]
    stages = tuple(_stage(unit.id, unit.title, by_unit.get(unit.id)) for unit in counting)
    return Lane(course, next((goal for goal in mine if not goal.unit_id), None), stages, by_unit)


def _stage(unit_id: str, title: str, goal: ClassGoal | None) -> Stage:
    return Stage(unit_id, title, goal.starts if goal else None, goal.due if goal else None)


def school_days(school: School) -> SchoolDays:
    """The school's calendar. One query."""
    rows = Holiday.objects.filter(school=school).values_list("name", "first", "last")
    return SchoolDays(tuple(Free(*row) for row in rows))


def holidays(person: User) -> tuple[HolidayRow, ...]:
    """The holidays of the person's school, by date. One query."""
    rows = Holiday.objects.filter(school=person.school_id).select_related("entered_by")
    return tuple(
        HolidayRow(one.pk, one.name, one.first, one.last, one.entered_by.name, may_take_out(person, one))
        for one in rows
    )


def may_take_out(person: User, holiday: Holiday) -> bool:
    """Who entered a holiday may take it out again, and so may those who lead the school."""
    return holiday.entered_by_id == person.pk or person.leads


def starter(classroom: Classroom) -> Starter:
    """What is kept of the class's first steps; an empty one when nothing is. One query."""
    return Starter.objects.filter(classroom=classroom).first() or Starter(classroom=classroom)
