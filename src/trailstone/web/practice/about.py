"""What an attempt is about: its names, the skills it covers, where it starts and where leaving it leads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from uuid import UUID

from django.urls import reverse

from mastery import Activity
from trailstone.content.catalogue import CourseMap, QuizMap, SkillMap, UnitMap, course_map
from trailstone.people.models import User
from trailstone.practice import start
from trailstone.practice.sitting import Sitting
from trailstone.progress.challenges import begin_challenge


@dataclass(frozen=True, slots=True)
class About:
    """One thing a learner can sit down to. ``subject`` is its name in the log, ``over`` the line above the title."""

    activity: Activity
    course: CourseMap
    subject: str
    title: str
    over: str
    start_url: str
    skills: tuple[SkillMap, ...] = ()
    unit: UnitMap | None = None
    quiz: QuizMap | None = None


def of_skill(course: CourseMap, unit: UnitMap, skill: SkillMap) -> About:
    """The exercise of a skill."""
    return About(
        Activity.EXERCISE, course, f"skill:{skill.id}", skill.name, unit.title, exercise_url(skill), (skill,), unit
    )


def of_quiz(course: CourseMap, unit: UnitMap, quiz: QuizMap) -> About:
    """A quiz of a unit."""
    url = reverse("start-quiz", args=[course.id, unit.slug, quiz.number])
    subject = f"quiz:{unit.id}:{quiz.number}"
    return About(Activity.QUIZ, course, subject, f"Quiz {quiz.number}", unit.title, url, quiz.skills, unit, quiz)


def of_unit_test(course: CourseMap, unit: UnitMap) -> About:
    """The test of a unit."""
    url = reverse("start-unit-test", args=[course.id, unit.slug])
    return About(
        Activity.UNIT_TEST, course, f"unit:{unit.id}", f"{unit.title}: unit test", course.title, url, unit.skills, unit
    )


def of_course_challenge(course: CourseMap) -> About:
    """The course challenge."""
    url, skills = reverse("start-course-challenge", args=[course.id]), tuple(course.skills.values())
    return About(
        Activity.COURSE_CHALLENGE, course, f"course:{course.id}", "Course challenge", course.title, url, skills
    )


def of_mastery_challenge(course: CourseMap) -> About:
    """The mastery challenge of a course; its skills are chosen when it starts."""
    url = reverse("start-mastery-challenge", args=[course.id])
    return About(Activity.MASTERY_CHALLENGE, course, f"course:{course.id}", "Mastery challenge", course.title, url)


def exercise_url(skill: SkillMap) -> str:
    """The address of a skill's start card."""
    unit, _, slug = skill.slug.removeprefix(f"{skill.course_id}/").rpartition("/")
    return reverse("start-exercise", args=[skill.course_id, skill.unit_id.rpartition("/")[2] or unit, slug])


def about(sitting: Sitting) -> About:
    """What a sitting is about. A skill, unit or quiz that left the course since keeps its attempts: see ``_gone``."""
    course = course_map(sitting.course_id)
    _, _, subject = sitting.subject.partition(":")
    return _FIND[sitting.activity](course, subject) or _gone(course, sitting)


def _exercise(course: CourseMap, subject: str) -> About | None:
    skill = course.skills.get(int(subject))
    return of_skill(course, course.by_unit[skill.unit_id], skill) if skill else None


def _quiz(course: CourseMap, subject: str) -> About | None:
    unit_id, _, number = subject.rpartition(":")
    unit = course.by_unit.get(unit_id)
    quiz = next((quiz for quiz in unit.quizzes if quiz.number == int(number)), None) if unit else None
    return of_quiz(course, unit, quiz) if unit and quiz else None


def _unit_test(course: CourseMap, subject: str) -> About | None:
    unit = course.by_unit.get(subject)
    return of_unit_test(course, unit) if unit else None


_FIND: Mapping[Activity, Callable[[CourseMap, str], About | None]] = {
    Activity.EXERCISE: _exercise,
    Activity.QUIZ: _quiz,
    Activity.UNIT_TEST: _unit_test,
    Activity.COURSE_CHALLENGE: lambda course, subject: of_course_challenge(course),
    Activity.MASTERY_CHALLENGE: lambda course, subject: of_mastery_challenge(course),
}


def _gone(course: CourseMap, sitting: Sitting) -> About:
    title = skill_name(course, sitting.places[0].skill_id, sitting.places[0].slug)
    home = reverse("start-course-challenge", args=[course.id])
    return About(sitting.activity, course, sitting.subject, title, course.title, home)


def skill_name(course: CourseMap, skill_id: int, slug: str) -> str:
    """A skill's name; of one that left the course, the words of its id."""
    skill = course.skills.get(skill_id)
    return skill.name if skill else slug.rpartition("/")[2].replace("-", " ").capitalize()


def begin(what: About, *, learner: User, at: datetime, rng: Random) -> UUID:
    """Start it, or go on with the attempt that is running. Raises ``practice.errors.Refused`` when it is not open."""
    match what.activity, what.unit, what.quiz:
        case Activity.EXERCISE, _, _:
            return start.start_exercise(learner=learner, course=what.course, skill=what.skills[0], at=at, rng=rng)
        case Activity.QUIZ, UnitMap() as unit, QuizMap() as quiz:
            return start.start_quiz(learner=learner, course=what.course, unit=unit, quiz=quiz, at=at, rng=rng)
        case Activity.UNIT_TEST, UnitMap() as unit, _:
            return start.start_unit_test(learner=learner, course=what.course, unit=unit, at=at, rng=rng)
        case Activity.COURSE_CHALLENGE, _, _:
            return start.start_course_challenge(learner=learner, course=what.course, at=at, rng=rng)
    return begin_challenge(learner=learner, course=what.course, at=at, rng=rng)
