"""Loading courses: the packages say what is taught, the database keeps it with numbers that never change."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import count

from django.db import transaction
from django.db.models import Model

import courses
from trailstone import events
from trailstone.content.catalogue import CATALOGUE
from trailstone.content.models import Course, Lesson, Placement, Skill, Unit


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading did: the course, whether anything differed, and how many skills it now offers."""

    course_id: str
    changed: bool
    skills: int


def load_courses() -> list[Loaded]:
    """Load every built-in course. May be run at any time and any number of times; learners' work stays."""
    return [load_course(courses.course_map(course_id), position) for position, course_id in enumerate(courses.COURSES)]


@transaction.atomic
def load_course(source: courses.Course, position: int = 0) -> Loaded:
    """Bring one course in the database in line with its package.

    A skill keeps its number and its slot for ever. What the package no longer has is retired, not deleted.
    A skill without a question template is not published yet and is left out.
    """
    version = _version(source)
    known = Course.objects.select_for_update().filter(pk=source.id, version=version, position=position)
    if known.exists():
        return Loaded(source.id, False, Placement.objects.filter(course_id=source.id, retired=False).count())
    fields = {"title": source.title, "position": position, "version": version}
    course, _ = Course.objects.update_or_create(id=source.id, defaults=fields)
    _load_units(course, source)
    skills = _load_placements(course, source, _load_skills(source))
    CATALOGUE.forget()
    events.publish(events.CourseChanged(course.id))
    return Loaded(course.id, True, skills)


def published(source: courses.Course) -> list[courses.Skill]:
    """The skills of the map that have a question template, in the course's order."""
    return [skill for skill in source.skills if skill.id in courses.templates()]


def _version(source: courses.Course) -> str:
    """A fingerprint of everything that loading writes."""
    articles = {lesson.id: _article(lesson.id) for lesson in source.lessons}
    slugs = [skill.id for skill in published(source)]
    return hashlib.sha256(json.dumps([asdict(source), articles, slugs], sort_keys=True).encode()).hexdigest()


def _article(lesson_id: str) -> tuple[str, int]:
    found = courses.articles().get(lesson_id)
    return (found.title, found.minutes) if found else ("", 0)


def _load_units(course: Course, source: courses.Course) -> None:
    Unit.objects.filter(course=course).exclude(pk__in=[unit.id for unit in source.units]).update(retired=True)
    Lesson.objects.filter(unit__course=course).exclude(pk__in=[one.id for one in source.lessons]).update(retired=True)
    _write(Unit, ["id"], [_unit(course, unit, place) for place, unit in enumerate(source.units, start=1)])
    lessons = ((unit, place, one) for unit in source.units for place, one in enumerate(unit.lessons, start=1))
    _write(Lesson, ["id"], [_lesson(unit.id, one, place) for unit, place, one in lessons])


def _unit(course: Course, unit: courses.Unit, position: int) -> Unit:
    return Unit(
        id=unit.id, course=course, title=unit.title, position=position, quiz_after=list(unit.quiz_after),
        unit_test=unit.unit_test, after=list(unit.prerequisites),
    )  # fmt: skip


def _lesson(unit_id: str, lesson: courses.Lesson, position: int) -> Lesson:
    title, minutes = _article(lesson.id)
    return Lesson(
        id=lesson.id, unit_id=unit_id, title=lesson.title, position=position, article_title=title, minutes=minutes
    )


def _load_skills(source: courses.Course) -> Mapping[str, Skill]:
    told = [
        Skill(slug=skill.id, name=skill.name, standards=list(skill.standards), calculator=skill.calculator)
        for skill in published(source)
    ]
    _write(Skill, ["slug"], told)
    return {skill.slug: skill for skill in Skill.objects.filter(slug__in=[one.slug for one in told])}


def _load_placements(course: Course, source: courses.Course, skills: Mapping[str, Skill]) -> int:
    """Put every skill in its place; a new one gets the next free slot. Returns how many skills are in force."""
    slots = dict(Placement.objects.filter(course=course).values_list("skill_id", "slot"))
    free = count(max(slots.values(), default=-1) + 1)
    Placement.objects.filter(course=course).exclude(skill__in=skills.values()).update(retired=True)
    places = [(lesson.id, one) for lesson in source.lessons for one in lesson.skills if one.id in skills]
    told = [
        Placement(
            course=course,
            skill=skills[one.id],
            lesson_id=lesson,
            position=position,
            slot=_slot(slots, skills[one.id], free),
            after=list(one.builds_on),
        )
        for position, (lesson, one) in enumerate(places, start=1)
    ]
    _write(Placement, ["course", "skill"], told)
    return len(told)


def _slot(slots: Mapping[int, int], skill: Skill, free: Iterator[int]) -> int:
    return slots[skill.id] if skill.id in slots else next(free)


def _write(model: type[Model], key: Sequence[str], rows: Sequence[Model]) -> None:
    """Add the rows, or bring those with the same key in line: one statement, whatever the number of rows.

    What only a site decides (whether mastery is on, how many questions) stays as it is there.
    """
    kept = {*key, "id", "mastery_on", "questions"}
    told = [field.name for field in model._meta.concrete_fields if field.name not in kept]
    model._default_manager.bulk_create(rows, update_conflicts=True, unique_fields=key, update_fields=told)
