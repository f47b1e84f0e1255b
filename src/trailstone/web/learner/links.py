"""Addresses and small words that several learner pages share."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from mastery import Activity
from trailstone.content.catalogue import CourseMap, LessonMap, SkillMap, UnitMap
from trailstone.people.models import User
from trailstone.reports.learner import NextStep
from trailstone.web.addresses import course_address


def home(person: User) -> str:
    """Where "Home" leads: the learner's home, or for a teacher who looks around the teacher's."""
    return reverse("home") if person.teaches else reverse("learner-home")


def exercise(unit: UnitMap, skill: SkillMap) -> str:
    """The start card of a skill's exercise."""
    return course_address("start-exercise", skill.course_id, unit.slug, skill.slug.rpartition("/")[2])


def quiz(course_id: str, unit: UnitMap, number: int) -> str:
    """The start card of a quiz."""
    return course_address("start-quiz", course_id, unit.slug, number)


def unit_test(course_id: str, unit: UnitMap) -> str:
    """The start card of a unit test."""
    return course_address("start-unit-test", course_id, unit.slug)


def unit_page(course: CourseMap, unit: UnitMap) -> str:
    """The page of a unit."""
    return course_address("unit", course.id, unit.slug)


def article(course_id: str, unit: UnitMap, lesson: LessonMap) -> str:
    """The page of a lesson's article."""
    return course_address("article", course_id, unit.slug, lesson.slug)


def step(to: NextStep) -> str:
    """Where a next step leads: straight to the question that waits, else to the start card."""
    if to.waiting is not None:
        return reverse("attempt", args=[to.waiting.attempt_id])
    if to.unit is None:
        kinds = {Activity.MASTERY_CHALLENGE: "start-mastery-challenge"}
        return course_address(kinds.get(to.activity, "start-course-challenge"), to.course.id)
    if to.skill is not None:
        return exercise(to.unit, to.skill)
    return quiz(to.course.id, to.unit, to.quiz) if to.quiz else unit_test(to.course.id, to.unit)


def listed(names: Sequence[str]) -> str:
    """ "Ms Okafor", "Ms Okafor and Mr Lund", "A, B and C"; empty for nobody."""
    if len(names) < 2:
        return "".join(names)
    return _("%(others)s and %(last)s") % {"others": ", ".join(names[:-1]), "last": names[-1]}
