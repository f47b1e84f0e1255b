"""What an attempt is about: its names, the skills it covers, where it starts and where leaving it leads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from uuid import UUID

from django.urls import reverse

from mastery import Activity
from trailstone.assignments import actions as assignments
from trailstone.assignments.queries import item_called
from trailstone.content.catalogue import CourseMap, QuizMap, SkillMap, UnitMap, course_map
from trailstone.people.models import User
from trailstone.practice import start
from trailstone.practice.sitting import Sitting
from trailstone.progress.challenges import begin_challenge
from trailstone.web.addresses import course_address


@dataclass(frozen=True, slots=True)
class Assigned:
    """The assignment that something is started from. ``same``: everybody gets the same questions."""

    assignment_id: UUID
    item_id: int
    title: str
    same: bool

    @property
    def start_url(self) -> str:
        """The start card of the thing in this assignment."""
        return reverse("start-assigned", args=[self.assignment_id, self.item_id])


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
    assigned: Assigned | None = None

    @property
    def leave_url(self) -> str:
        """Where leaving it leads: its assignment, its unit, or its course."""
        if self.assigned:
            return reverse("my-assignment", args=[self.assigned.assignment_id])
        if self.unit:
            return course_address("unit", self.course.id, self.unit.slug)
        return course_address("course", self.course.id)

    @property
    def own_questions_of(self) -> UUID | None:
        """The assignment whose questions an attempt asks; None: questions of its own."""
        return self.assigned.assignment_id if self.assigned and self.assigned.same else None


def of_skill(course: CourseMap, unit: UnitMap, skill: SkillMap) -> About:
    """The exercise of a skill."""
    return About(
        Activity.EXERCISE, course, f"skill:{skill.id}", skill.name, unit.title, exercise_url(skill), (skill,), unit
    )


def of_quiz(course: CourseMap, unit: UnitMap, quiz: QuizMap) -> About:
    """A quiz of a unit."""
    url = course_address("start-quiz", course.id, unit.slug, quiz.number)
    subject = f"quiz:{unit.id}:{quiz.number}"
    return About(Activity.QUIZ, course, subject, f"Quiz {quiz.number}", unit.title, url, quiz.skills, unit, quiz)


def of_unit_test(course: CourseMap, unit: UnitMap) -> About:
    """The test of a unit."""
    url = course_address("start-unit-test", course.id, unit.slug)
    return About(
        Activity.UNIT_TEST, course, f"unit:{unit.id}", f"{unit.title}: unit test", course.title, url, unit.skills, unit
    )


def of_course_challenge(course: CourseMap) -> About:
    """The course challenge."""
    url, skills = course_address("start-course-challenge", course.id), tuple(course.skills.values())
    return About(
        Activity.COURSE_CHALLENGE, course, f"course:{course.id}", "Course challenge", course.title, url, skills
    )


def of_mastery_challenge(course: CourseMap) -> About:
    """The mastery challenge of a course; its skills are chosen when it starts."""
    url = course_address("start-mastery-challenge", course.id)
    return About(Activity.MASTERY_CHALLENGE, course, f"course:{course.id}", "Mastery challenge", course.title, url)


def exercise_url(skill: SkillMap) -> str:
    """The address of a skill's start card."""
    unit, _, slug = skill.slug.removeprefix(f"{skill.course_id}/").rpartition("/")
    return course_address("start-exercise", skill.course_id, skill.unit_id.rpartition("/")[2] or unit, slug)


def about(sitting: Sitting) -> About:
    """What a sitting is about. A skill, unit or quiz that left the course since keeps its attempts: see ``_gone``."""
    course = course_map(sitting.course_id)
    found = named(sitting.activity, course, sitting.subject) or _gone(course, sitting)
    return from_assignment(found, sitting) if sitting.assignment_id else found


def named(activity: Activity, course: CourseMap, subject: str) -> About | None:
    """The activity that a subject of the log names; None when it is no longer in the course."""
    return _FIND[activity](course, subject.partition(":")[2])


def given(what: About, assigned: Assigned) -> About:
    """The same thing, started from an assignment."""
    return replace(what, over=assigned.title, start_url=assigned.start_url, assigned=assigned)


def from_assignment(what: About, sitting: Sitting) -> About:
    """What asks the same questions of everybody starts again from its assignment, while that is there."""
    found = item_called(sitting.assignment_id, sitting.activity, sitting.subject) if sitting.assignment_id else None
    if found is None:
        return what
    return given(what, Assigned(found.assignment_id, found.item_id, found.title, same=True))


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
    home = course_address("start-course-challenge", course.id)
    return About(sitting.activity, course, sitting.subject, title, course.title, home)


def skill_name(course: CourseMap, skill_id: int, slug: str) -> str:
    """A skill's name; of one that left the course, the words of its id."""
    skill = course.skills.get(skill_id)
    return skill.name if skill else slug.rpartition("/")[2].replace("-", " ").capitalize()


def begin(what: About, *, learner: User, at: datetime, rng: Random) -> UUID:
    """Start it, or go on with the attempt that is running. Raises ``practice.errors.Refused`` when it is not open."""
    if what.assigned:
        assignment_id, item_id = what.assigned.assignment_id, what.assigned.item_id
        return assignments.begin(learner=learner, assignment_id=assignment_id, item_id=item_id, at=at, rng=rng)
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
