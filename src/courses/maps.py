"""Course maps: `<course>/course.yaml` lists the units in order, each unit's package has its `unit.yaml`.

A unit that the course does not list is a draft: its author sees it, no school does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

COURSES: tuple[str, ...] = ("alg1",)


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill = one exercise. `id` is `<course>/<unit>/<skill>` and never changes once published."""

    id: str
    name: str
    standards: tuple[str, ...]
    kinds: tuple[str, ...]  # answer kinds its questions may have, as `Answer.kind` says them
    source: str  # "generator" (200 different questions at least) or "mixed" (60)
    calculator: bool
    builds_on: tuple[str, ...] = ()  # ids of the skills that it needs directly; what those need is not repeated


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson's skills in order. `id` is `<course>/<unit>/<lesson>`."""

    id: str
    title: str
    skills: tuple[Skill, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's lessons in order. `quiz_after` counts skills of the unit, from 1."""

    id: str
    title: str
    prerequisites: tuple[str, ...]  # ids of units
    standards: tuple[str, ...]
    quiz_after: tuple[int, ...]
    unit_test: int  # questions
    lessons: tuple[Lesson, ...]

    @property
    def skills(self) -> tuple[Skill, ...]:
        """The skills of all lessons in order."""
        return tuple(skill for lesson in self.lessons for skill in lesson.skills)


@dataclass(frozen=True, slots=True)
class Course:
    """A course's units in order. `id` is its package's name."""

    id: str
    title: str
    description: str
    framework: str  # whose standard codes these are
    units: tuple[Unit, ...]

    @property
    def skills(self) -> tuple[Skill, ...]:
        """All skills in the course's fixed order."""
        return tuple(skill for unit in self.units for skill in unit.skills)

    @property
    def lessons(self) -> Iterator[Lesson]:
        """All lessons in order."""
        return (lesson for unit in self.units for lesson in unit.lessons)


@cache
def course_map(course_id: str) -> Course:
    """The map of one of `COURSES`. Raises KeyError for any other id."""
    if course_id not in COURSES:
        raise KeyError(course_id)
    return _course(_read(course_id, "course.yaml"))


@cache
def drafts(course_id: str) -> tuple[Unit, ...]:
    """The units that have a package and are not listed in the course yet."""
    public = {unit.id for unit in course_map(course_id).units}
    folders = sorted(entry.name for entry in files("courses").joinpath(course_id).iterdir())
    found = (_unit(course_id, _read(course_id, name, "unit.yaml")) for name in folders if _is_unit(course_id, name))
    return tuple(unit for unit in found if unit.id not in public)


def package_of(unit: Unit) -> str:
    """The Python package with a unit's templates: `alg1/line-forms` is `courses.alg1.line_forms`."""
    return f"courses.{unit.id.replace('/', '.').replace('-', '_')}"


def _is_unit(course_id: str, name: str) -> bool:
    return files("courses").joinpath(course_id, name, "unit.yaml").is_file()


def _read(*path: str) -> Mapping[str, Any]:
    row: Mapping[str, Any] = yaml.safe_load(files("courses").joinpath(*path).read_text(encoding="utf-8"))
    return row


def _course(row: Mapping[str, Any]) -> Course:
    course = row["id"]
    return Course(
        id=course,
        title=row["title"],
        description=row["description"],
        framework=row["framework"],
        units=tuple(_unit(course, _read(course, unit.replace("-", "_"), "unit.yaml")) for unit in row["units"]),
    )


def _unit(course: str, row: Mapping[str, Any]) -> Unit:
    place = f"{course}/{row['id']}"
    return Unit(
        id=place,
        title=row["title"],
        prerequisites=tuple(f"{course}/{unit}" for unit in row["prerequisites"]),
        standards=tuple(row["standards"]),
        quiz_after=tuple(row["quiz_after"]),
        unit_test=row["unit_test"],
        lessons=tuple(_lesson(place, lesson) for lesson in row["lessons"]),
    )


def _lesson(place: str, row: Mapping[str, Any]) -> Lesson:
    return Lesson(
        id=f"{place}/{row['id']}",
        title=row["title"],
        skills=tuple(_skill(place, skill) for skill in row["skills"]),
    )


def _skill(place: str, row: Mapping[str, Any]) -> Skill:
    return Skill(
        id=f"{place}/{row['id']}",
        name=row["name"],
        standards=tuple(row["standards"]),
        kinds=tuple(row["kinds"]),
        source=row["source"],
        calculator=row.get("calculator", False),
        builds_on=tuple(_skill_id(place, needed) for needed in row.get("builds_on", ())),
    )


def _skill_id(place: str, name: str) -> str:
    """The full id of a skill of the same unit, or of another one of the course: `lines/graph-line-table`."""
    course = place.partition("/")[0]
    return f"{course}/{name}" if "/" in name else f"{place}/{name}"
