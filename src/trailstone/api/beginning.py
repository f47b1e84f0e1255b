"""From what a client asks to start to the action that starts it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from random import Random
from uuid import UUID

from trailstone.api.access import course_called
from trailstone.api.shapes.attempts import StartIn
from trailstone.content.catalogue import CourseMap, QuizMap, SkillMap, UnitMap
from trailstone.people.models import User
from trailstone.practice import start
from trailstone.practice.errors import NotFound
from trailstone.progress.challenges import begin_challenge


def begin(what: StartIn, *, learner: User, at: datetime, rng: Random) -> UUID:
    """Start it, or go on with the attempt that is running; the attempt's id.

    Raises:
        Http404: no such course. NotFound: no such unit, quiz or skill. Refused: it is not open.
    """
    course = course_called(what.course)

    def exercise() -> UUID:
        return start.start_exercise(learner=learner, course=course, skill=_skill(course, what.skill), at=at, rng=rng)

    def quiz() -> UUID:
        unit = _unit(course, what.unit)
        chosen = _quiz(unit, what.quiz)
        return start.start_quiz(learner=learner, course=course, unit=unit, quiz=chosen, at=at, rng=rng)

    def unit_test() -> UUID:
        return start.start_unit_test(learner=learner, course=course, unit=_unit(course, what.unit), at=at, rng=rng)

    starts: Mapping[str, Callable[[], UUID]] = {
        "exercise": exercise,
        "quiz": quiz,
        "unit-test": unit_test,
        "course-challenge": lambda: start.start_course_challenge(learner=learner, course=course, at=at, rng=rng),
        "mastery-challenge": lambda: begin_challenge(learner=learner, course=course, at=at, rng=rng),
    }
    return starts[what.activity]()


def _skill(course: CourseMap, slug: str) -> SkillMap:
    found = course.skill_by_slug(slug)
    if found is None:
        raise NotFound(f"{course.title} has no such skill. Its map names every skill by its slug.")
    return found


def _unit(course: CourseMap, unit_id: str) -> UnitMap:
    found = course.by_unit.get(unit_id)
    if found is None:
        raise NotFound(f"{course.title} has no such unit. Its map names every unit by its id.")
    return found


def _quiz(unit: UnitMap, number: int) -> QuizMap:
    found = next((quiz for quiz in unit.quizzes if quiz.number == number), None)
    if found is None:
        raise NotFound(f"{unit.title} has no such quiz.")
    return found
