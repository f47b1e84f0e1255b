"""What can be assigned: an article, an exercise, a quiz, a unit test or a course challenge of a course on the site."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from mastery import Activity
from mastery.selection import question_count
from trailstone.assignments.models import Kind
from trailstone.content.catalogue import CourseMap, LessonMap, QuizMap, SkillMap, UnitMap, courses
from trailstone.people.errors import Refused

SEPARATOR: Final = "|"


@dataclass(frozen=True, slots=True)
class Thing:
    """The name of something to do. ``subject`` is that of ``practice.Attempt``; of an article ``lesson:<id>``."""

    kind: Kind
    course_id: str
    subject: str

    @property
    def code(self) -> str:
        """The thing as one text, for forms and addresses: "exercise|alg1|skill:12"."""
        return SEPARATOR.join((self.kind, self.course_id, self.subject))

    @property
    def key(self) -> tuple[str, str]:
        """What makes two things the same: work on a skill counts whichever course it was done in."""
        return self.kind, self.subject

    @property
    def mark(self) -> str:
        """The same as one text: ``models.Item.key``."""
        return SEPARATOR.join(self.key)


@dataclass(frozen=True, slots=True)
class Described:
    """A thing in words. ``questions``: how many an attempt asks, 0 for an article; ``minutes`` to read an article."""

    thing: Thing
    title: str
    over: str  # what it is part of: the unit's title, or the course's
    course: CourseMap
    unit: UnitMap | None
    lesson: LessonMap | None
    quiz: QuizMap | None
    skills: tuple[SkillMap, ...]
    questions: int
    minutes: int = 0

    @property
    def length(self) -> int | None:
        """The number of questions its author asks for, when the rule is overridden."""
        says = {Kind.EXERCISE: self.questions, Kind.UNIT_TEST: self.unit.unit_test if self.unit else None}
        return says.get(self.thing.kind)


def thing_of(code: str) -> Thing:
    """The thing of a ``code``. Raises Refused for a text that is none."""
    kind, _, rest = code.partition(SEPARATOR)
    course_id, _, subject = rest.partition(SEPARATOR)
    if kind not in Kind.values or not subject:
        raise Refused("One of the things to do is not on this site any more. Choose from the list.")
    return Thing(Kind(kind), course_id, subject)


def article(course: CourseMap, lesson: LessonMap) -> Thing:
    """The article of a lesson."""
    return Thing(Kind.ARTICLE, course.id, f"lesson:{lesson.id}")


def exercise(skill: SkillMap) -> Thing:
    """The exercise of a skill."""
    return Thing(Kind.EXERCISE, skill.course_id, f"skill:{skill.id}")


def quiz(course: CourseMap, unit: UnitMap, number: int) -> Thing:
    """A quiz of a unit, by its number from 1."""
    return Thing(Kind.QUIZ, course.id, f"quiz:{unit.id}:{number}")


def unit_test(course: CourseMap, unit: UnitMap) -> Thing:
    """The test of a unit."""
    return Thing(Kind.UNIT_TEST, course.id, f"unit:{unit.id}")


def course_challenge(course: CourseMap) -> Thing:
    """The challenge of a course."""
    return Thing(Kind.COURSE_CHALLENGE, course.id, f"course:{course.id}")


def described(thing: Thing) -> Described | None:
    """The thing as the site offers it now; None when it is not, or no longer, there. No query."""
    course = courses().get(thing.course_id)
    before, _, rest = thing.subject.partition(":")
    look, prefix = LOOKS[thing.kind]
    return look(thing, course, rest) if course and before == prefix else None


def _article(thing: Thing, course: CourseMap, lesson_id: str) -> Described | None:
    unit = course.by_unit.get(lesson_id.rpartition("/")[0])
    units = [unit] if unit else list(course.units)
    pairs = ((unit, lesson) for unit in units for lesson in unit.lessons if lesson.id == lesson_id)
    where, lesson = next(pairs, (None, None))
    if where is None or lesson is None or not lesson.article_title:
        return None
    title, skills = lesson.article_title, lesson.skills
    return Described(thing, title, where.title, course, where, lesson, None, skills, 0, lesson.minutes)


def _exercise(thing: Thing, course: CourseMap, key: str) -> Described | None:
    skill = course.skills.get(int(key)) if key.isdecimal() and len(key) < 10 else None
    if skill is None:
        return None
    unit = course.by_unit[skill.unit_id]
    return Described(thing, skill.name, unit.title, course, unit, None, None, (skill,), skill.questions)


def _quiz(thing: Thing, course: CourseMap, rest: str) -> Described | None:
    unit_id, _, number = rest.rpartition(":")
    unit = course.by_unit.get(unit_id)
    found = next((quiz for quiz in unit.quizzes if str(quiz.number) == number), None) if unit else None
    if unit is None or found is None or not found.skills:
        return None
    count = question_count(Activity.QUIZ, len(found.skills), None)
    return Described(thing, f"Quiz {found.number}", unit.title, course, unit, None, found, found.skills, count)


def _unit_test(thing: Thing, course: CourseMap, unit_id: str) -> Described | None:
    unit = course.by_unit.get(unit_id)
    if unit is None or not unit.skills:
        return None
    count = question_count(Activity.UNIT_TEST, len(unit.skills), unit.unit_test)
    return Described(thing, f"{unit.title}: unit test", course.title, course, unit, None, None, unit.skills, count)


def _course_challenge(thing: Thing, course: CourseMap, course_id: str) -> Described | None:
    skills = tuple(course.skills.values())
    if course_id != course.id or not skills:
        return None
    count = question_count(Activity.COURSE_CHALLENGE, len(skills), None)
    return Described(thing, "Course challenge", course.title, course, None, None, None, skills, count)


Look = Callable[[Thing, CourseMap, str], Described | None]
LOOKS: Final[Mapping[Kind, tuple[Look, str]]] = {
    Kind.ARTICLE: (_article, "lesson"),
    Kind.EXERCISE: (_exercise, "skill"),
    Kind.QUIZ: (_quiz, "quiz"),
    Kind.UNIT_TEST: (_unit_test, "unit"),
    Kind.COURSE_CHALLENGE: (_course_challenge, "course"),
}
