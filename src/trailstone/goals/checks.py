"""What a goal must be like. Each refusal is a sentence that says what to do."""

from datetime import date, datetime
from typing import Final

from mastery.goals import check_target
from trailstone.content.catalogue import CourseMap, UnitMap, courses
from trailstone.goals.models import ClassCourse, Goal
from trailstone.goals.wording import day
from trailstone.people import calendar
from trailstone.people.access import own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, User

YEARS_AHEAD: Final = 3


def good_due(classroom: Classroom, due: date, at: datetime) -> date:
    """The due date itself. Raises Refused when it is before the school's today or more than YEARS_AHEAD years after."""
    today = calendar.today(classroom.school, at)
    if due < today:
        raise Refused(f"The due date {day(due)} is in the past. Choose today or a later day.")
    if (due.year - YEARS_AHEAD, due.month, due.day) > (today.year, today.month, today.day):
        raise Refused(f"The due date {day(due)} is more than {YEARS_AHEAD} years ahead. Choose an earlier day.")
    return due


def good_target(target: int) -> int:
    """The target itself, in percent. Raises Refused outside 50 to 100."""
    try:
        return check_target(target)
    except ValueError as found:
        raise Refused(str(found)) from found


def attached_course(classroom: Classroom, course_id: str) -> CourseMap:
    """The course. Raises Refused when the class does not work on it, or nothing in it counts for mastery."""
    course = courses().get(course_id)
    if course is None or not ClassCourse.objects.filter(classroom=classroom, course=course_id).exists():
        name = course.title if course else "This course"
        raise Refused(f"{name} is not one of the courses of {classroom.name}. Add it under Edit courses first.")
    if not course.counting:
        raise Refused(f"Mastery is switched off in {course.title}, so it cannot have a goal.")
    return course


def unit_of_class(classroom: Classroom, unit_id: str) -> tuple[CourseMap, UnitMap]:
    """The unit and its course. Raises Refused when none of the class's courses has it, or it counts for nothing."""
    ids = ClassCourse.objects.filter(classroom=classroom).values_list("course_id", flat=True)
    held = [courses()[course_id] for course_id in ids if course_id in courses()]
    course = next((course for course in held if unit_id in course.by_unit), None)
    if course is None:
        raise Refused(f"One of the units is in none of the courses of {classroom.name}. Choose from the list.")
    unit = course.by_unit[unit_id]
    if not (course.mastery_on and unit.mastery_on and unit.skills):
        raise Refused(f"Mastery is switched off in {unit.title}, so it cannot have a goal.")
    return course, unit


def own_goal(actor: User, goal: Goal) -> Goal:
    """The goal, read again, with its class locked until the transaction ends.

    Raises:
        OutOfReach: the actor does not teach the class.
        Refused: the class is archived.
    """
    room = own_open_class(actor, goal.classroom)
    found = Goal.objects.select_related("course", "unit").get(pk=goal.pk)
    found.classroom = room
    return found


def own_live_goal(actor: User, goal: Goal) -> Goal:
    """As ``own_goal``. Raises Refused for a goal that was removed, too."""
    found = own_goal(actor, goal)
    if found.archived_at:
        raise Refused("This goal was removed. Bring it back before you change it.")
    return found
