"""Courses as plain values, kept in the process: pages and the answer path read them without asking the database."""

import threading
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from trailstone.content.models import Course, Lesson, Placement, Unit

FRESH_FOR = 5.0  # seconds between two looks at the versions; a reloaded course shows up after that at the latest


@dataclass(frozen=True, slots=True)
class SkillMap:
    """A skill where it stands in a course; ``slot`` is its byte in packed progress rows, ``after`` the slugs of the
    skills that it builds on."""

    id: int
    slug: str
    name: str
    slot: int
    course_id: str
    unit_id: str
    lesson_id: str
    standards: tuple[str, ...]
    questions: int
    calculator: bool
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuizMap:
    """A quiz: ``number`` counts from 1 in its unit, ``after`` is the position of the last skill it covers."""

    number: int
    after: int
    skills: tuple[SkillMap, ...]


@dataclass(frozen=True, slots=True)
class LessonMap:
    """A lesson with its practice skills; ``minutes`` is 0 when it has no article."""

    id: str
    title: str
    article_title: str
    minutes: int
    skills: tuple[SkillMap, ...]

    @property
    def slug(self) -> str:
        """The last part of the id, as it stands in addresses."""
        return self.id.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class UnitMap:
    """A unit: its lessons in order, its quizzes, and the length of its test (None: by the rule)."""

    id: str
    title: str
    position: int
    mastery_on: bool
    lessons: tuple[LessonMap, ...]
    quizzes: tuple[QuizMap, ...]
    unit_test: int | None
    after: tuple[str, ...]

    @property
    def skills(self) -> tuple[SkillMap, ...]:
        """All skills of the unit, in order."""
        return tuple(skill for lesson in self.lessons for skill in lesson.skills)

    @property
    def slug(self) -> str:
        """The last part of the id, as it stands in addresses."""
        return self.id.rpartition("/")[2]


@dataclass(frozen=True, eq=False)
class CourseMap:
    """A course: everything about its shape that pages need. ``slots`` is the length of a packed progress row."""

    id: str
    title: str
    version: str
    mastery_on: bool
    units: tuple[UnitMap, ...]
    slots: int

    @cached_property
    def skills(self) -> Mapping[int, SkillMap]:
        """Every skill in force, by id, in the order of the course."""
        return {skill.id: skill for unit in self.units for skill in unit.skills}

    @cached_property
    def by_unit(self) -> Mapping[str, UnitMap]:
        """The units by id."""
        return {unit.id: unit for unit in self.units}

    @cached_property
    def counting(self) -> tuple[SkillMap, ...]:
        """The skills that count for the course's mastery: those of units with mastery on."""
        units = self.units if self.mastery_on else ()
        return tuple(skill for unit in units if unit.mastery_on for skill in unit.skills)

    @cached_property
    def by_slug(self) -> Mapping[str, SkillMap]:
        """Every skill in force, by slug (the full id of the map)."""
        return {skill.slug: skill for skill in self.skills.values()}

    def skill_by_slug(self, slug: str) -> SkillMap | None:
        """The skill called ``slug`` (the full id of the map), or None."""
        return self.by_slug.get(slug)

    def builds_on(self, skill: SkillMap) -> tuple[SkillMap, ...]:
        """The skills in force that a skill of the course needs directly, in the order of its map."""
        return tuple(self.by_slug[slug] for slug in skill.after if slug in self.by_slug)

    def needed_from_outside(self, unit: UnitMap) -> tuple[SkillMap, ...]:
        """The skills of other units that a unit's skills need directly, in the order of the course."""
        needed = {one.id for skill in unit.skills for one in self.builds_on(skill) if one.unit_id != unit.id}
        return tuple(skill for skill in self.skills.values() if skill.id in needed)


def _read(course: Course) -> CourseMap:
    """One course from the database: three queries, whatever its size."""
    skills: defaultdict[str, list[SkillMap]] = defaultdict(list)
    slots = 0
    for at in Placement.objects.filter(course=course).select_related("skill", "lesson").order_by("position"):
        slots = max(slots, at.slot + 1)
        if not at.retired:
            skills[at.lesson_id].append(_skill(at))
    lessons: defaultdict[str, list[LessonMap]] = defaultdict(list)
    for row in Lesson.objects.filter(unit__course=course, retired=False).order_by("position"):
        minutes = row.minutes if row.article_title else 0
        lessons[row.unit_id].append(LessonMap(row.id, row.title, row.article_title, minutes, tuple(skills[row.id])))
    units = Unit.objects.filter(course=course, retired=False).order_by("position")
    maps = tuple(_unit(unit, tuple(lessons[unit.id])) for unit in units)
    return CourseMap(course.id, course.title, course.version, course.mastery_on, maps, slots)


def _skill(at: Placement) -> SkillMap:
    skill = at.skill
    return SkillMap(
        skill.id, skill.slug, skill.name, at.slot, at.course_id, at.lesson.unit_id, at.lesson_id,
        tuple(skill.standards), skill.questions, skill.calculator, tuple(at.after),
    )  # fmt: skip


def _unit(unit: Unit, lessons: tuple[LessonMap, ...]) -> UnitMap:
    skills = [skill for lesson in lessons for skill in lesson.skills]
    edges = [0, *unit.quiz_after]
    quizzes = tuple(
        QuizMap(number, after, tuple(skills[before:after]))
        for number, (before, after) in enumerate(pairwise(edges), start=1)
    )
    after = tuple(unit.after)
    return UnitMap(unit.id, unit.title, unit.position, unit.mastery_on, lessons, quizzes, unit.unit_test, after)


class Catalogue:
    """All courses, read once and read again only when a version in the database differs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._maps: dict[str, CourseMap] = {}
        self._holding: dict[int, tuple[str, ...]] = {}
        self._looked = -FRESH_FOR

    def courses(self) -> Mapping[str, CourseMap]:
        """Every course by id, in the school's order. One small query at most every few seconds."""
        if time.monotonic() - self._looked > FRESH_FOR:
            with self._lock:
                self._refresh()
        return self._maps

    def courses_with(self, skill_id: int) -> tuple[str, ...]:
        """The ids of all courses a skill counts in."""
        self.courses()
        return self._holding.get(skill_id, ())

    def forget(self) -> None:
        """Read everything anew at the next look-up (after loading a course, and between tests)."""
        self._looked = -FRESH_FOR
        self._maps = {}

    def _refresh(self) -> None:
        found = list(Course.objects.order_by("position", "id"))
        old = self._maps
        fresh = {
            course.id: old[course.id]
            if course.id in old and old[course.id].version == course.version
            else _read(course)
            for course in found
        }
        holding: defaultdict[int, list[str]] = defaultdict(list)
        for course in fresh.values():
            for skill_id in course.skills:
                holding[skill_id].append(course.id)
        self._maps, self._holding = fresh, {skill: tuple(ids) for skill, ids in holding.items()}
        self._looked = time.monotonic()


CATALOGUE = Catalogue()


def courses() -> Mapping[str, CourseMap]:
    """Every course of the school by id."""
    return CATALOGUE.courses()


def course_map(course_id: str) -> CourseMap:
    """One course.

    Raises:
        KeyError: no course has that id.
    """
    return CATALOGUE.courses()[course_id]
