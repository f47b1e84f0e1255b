"""*Continue where you left off*: the one thing to do next. There is always one while a course has a skill."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from mastery import Activity, Level
from trailstone.content.catalogue import CourseMap, SkillMap, UnitMap
from trailstone.people.models import User
from trailstone.reports.learner.desk import Desk, Waiting, desk, unit_of

IN_UNITS = frozenset({Activity.EXERCISE, Activity.QUIZ, Activity.UNIT_TEST})


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to sit down to. ``skill`` and its ``level`` are set for an exercise, ``quiz`` (its number) for a quiz,
    ``unit`` for both and for a unit test; ``waiting`` when it was begun already."""

    course: CourseMap
    activity: Activity
    unit: UnitMap | None = None
    skill: SkillMap | None = None
    level: Level | None = None
    quiz: int | None = None
    waiting: Waiting | None = None


def next_step(learner: User, course: CourseMap, unit: UnitMap | None, at: datetime) -> NextStep | None:
    """The learner's next step in the course, or in one unit of it. None only where there is no skill to practise."""
    return step_on(desk(learner, [course], at), course, unit)


def step_on(desk: Desk, course: CourseMap, unit: UnitMap | None = None) -> NextStep | None:
    """The same from a desk that was gathered before.

    First what was begun and not finished; else the first skill below Proficient of the unit last worked on, or its
    unit test when there is none; then the first skill below Proficient of the other units, in order; then the test
    of the first unit that is not mastered yet; and when all is mastered, the challenge that keeps it fresh.
    """
    units = [unit] if unit else _in_turn(course)
    return (
        _begun(desk, course, units)
        or _where_left_off(desk, course, units)
        or _to_practise(desk, course, units)
        or _to_master(desk, course, units)
        or _to_keep(desk, course, units)
    )


def _in_turn(course: CourseMap) -> list[UnitMap]:
    counting = [unit for unit in course.units if unit.mastery_on and unit.skills]
    return counting or [unit for unit in course.units if unit.skills]


def _begun(desk: Desk, course: CourseMap, units: Sequence[UnitMap]) -> NextStep | None:
    found = (resumed(desk, course, one) for one in desk.waiting if one.course_id == course.id)
    return next((step for step in found if step and step.unit in units), None)


def resumed(desk: Desk, course: CourseMap, waiting: Waiting) -> NextStep | None:
    """An open exercise, quiz or unit test as a step; None for a challenge, and when its unit left the course."""
    unit, last = unit_of(course, waiting.subject), waiting.subject.rpartition(":")[2]
    if unit is None or waiting.activity not in IN_UNITS:
        return None
    if waiting.activity is Activity.EXERCISE:
        skill = course.skills[int(last)]
        return NextStep(course, waiting.activity, unit, skill, desk.level(skill), waiting=waiting)
    quiz = int(last) if waiting.activity is Activity.QUIZ else None
    return NextStep(course, waiting.activity, unit, quiz=quiz, waiting=waiting)


def _where_left_off(desk: Desk, course: CourseMap, units: Sequence[UnitMap]) -> NextStep | None:
    """In the unit last worked on. Its test is offered once: after it, the trail leads on to the next unit."""
    here = [unit for unit in units if unit is desk.unit_last_worked_on(course)]
    tested = any(desk.last_subject(course) == f"unit:{unit.id}" for unit in here)
    return _to_practise(desk, course, here) or (None if tested else _to_master(desk, course, here))


def _to_practise(desk: Desk, course: CourseMap, units: Iterable[UnitMap]) -> NextStep | None:
    below = (
        NextStep(course, Activity.EXERCISE, unit, skill, desk.level(skill))
        for unit in units
        for skill in unit.skills
        if desk.level(skill) < Level.PROFICIENT
    )
    return next(below, None)


def _to_master(desk: Desk, course: CourseMap, units: Iterable[UnitMap]) -> NextStep | None:
    # The unit test and not a quiz: under the policy "quiz-cap" a quiz never leads to Mastered.
    unfinished = (unit for unit in units if any(desk.level(skill) < Level.MASTERED for skill in unit.skills))
    return next((NextStep(course, Activity.UNIT_TEST, unit) for unit in unfinished), None)


def _to_keep(desk: Desk, course: CourseMap, units: Sequence[UnitMap]) -> NextStep | None:
    if not any(unit.skills for unit in units):
        return None
    if desk.challenge(course).ready:
        return NextStep(course, Activity.MASTERY_CHALLENGE)
    return NextStep(course, Activity.COURSE_CHALLENGE)
