"""The skills that others build on, with the learner's level of each: shown beside them, offered to who is stuck."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mastery import Level
from trailstone.content.catalogue import CourseMap, SkillMap
from trailstone.web.learner import links

Levels = Callable[[SkillMap], int]
"""The learner's level of a skill."""


@dataclass(frozen=True, slots=True)
class Need:
    """A skill that another one builds on: its start card and the learner's level."""

    name: str
    href: str
    level: int


def needs(course: CourseMap, skills: Iterable[SkillMap], level: Levels) -> tuple[Need, ...]:
    """These skills of a course, to be shown."""
    return tuple(Need(one.name, links.exercise(course.by_unit[one.unit_id], one), level(one)) for one in skills)


def is_stuck(course: CourseMap, skill: SkillMap, level: Levels) -> bool:
    """Whether it was tried without reaching Familiar while something that it builds on is below Proficient."""
    below = (one for one in course.builds_on(skill) if level(one) < Level.PROFICIENT)
    return level(skill) == Level.ATTEMPTED and next(below, None) is not None
