"""What may be asked about levels. Everything here is one query, whatever the size of the class."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mastery import POLICIES, Level, Outcome
from mastery.corrections import SET
from mastery.explain import Explanation, explain, explain_pardoned, explain_set
from mastery.points import percent, points
from trailstone.content.catalogue import CourseMap, SkillMap, courses
from trailstone.database.prepared import SCHOOL, SOMEBODY, Prepared
from trailstone.people.models import User
from trailstone.progress.models import CourseProgress, LevelChange

LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a set of skills adds up to for one learner: ``points`` of ``possible``, and the rounded ``percent``."""

    points: int
    possible: int
    percent: int


def levels_of(school_id: int, learner_ids: Collection[UUID], course: CourseMap) -> Mapping[UUID, bytes]:
    """Each learner's packed levels in the course (a byte 0..4 a slot; learners without work get zeros)."""
    rows = _PACKED.rows(school_id, tuple(learner_ids), course.id)
    stored = {learner: bytes(levels) for learner, levels in rows}
    return {learner: stored.get(learner, b"").ljust(course.slots, b"\0") for learner in learner_ids}


def _packed(school_id: int, learner_ids: Collection[UUID], course_id: str) -> QuerySet[CourseProgress, tuple[Any, ...]]:
    rows = CourseProgress.objects.filter(school_id=school_id, learner_id__in=learner_ids, course_id=course_id)
    return rows.values_list("learner_id", "levels")


_PACKED = Prepared(CourseProgress, _packed, (SCHOOL, (), "the id of a course"))


def levels_by_course(school_id: int, learner_id: UUID) -> Mapping[str, bytes]:
    """A learner's packed levels as they are stored, by the course's id; none for a course without work. A row that was
    written before its course grew is shorter than ``slots``."""
    return {course: bytes(levels) for course, levels in _BY_COURSE.rows(school_id, learner_id)}


def _by_course(school_id: int, learner_id: UUID) -> QuerySet[CourseProgress, tuple[Any, ...]]:
    mine = CourseProgress.objects.filter(school_id=school_id, learner_id=learner_id)
    return mine.values_list("course_id", "levels")


_BY_COURSE = Prepared(CourseProgress, _by_course, (SCHOOL, SOMEBODY))


def level(levels: bytes, skill: SkillMap) -> Level:
    """One skill's level out of a packed row."""
    return LEVELS[levels[skill.slot]]


def level_of(learner: User, skill_id: int) -> Level:
    """A learner's level of a skill, whichever of its courses it was practised in. One query."""
    course = next((course for course in courses().values() if skill_id in course.skills), None)
    if course is None:
        return Level.NOT_STARTED
    return level(levels_of(learner.school_id, [learner.pk], course)[learner.pk], course.skills[skill_id])


def standing(levels: bytes, skills: Iterable[SkillMap]) -> Standing:
    """What these skills add up to, out of a packed row."""
    found = [level(levels, skill) for skill in skills]
    return Standing(points(found), 100 * len(found), percent(found))


def counted(course: CourseMap, unit_id: str | None) -> tuple[SkillMap, ...]:
    """The skills that count for a goal: those of the unit, or of the whole course when ``unit_id`` is None."""
    return course.counting if unit_id is None else course.by_unit[unit_id].skills


def changes_of_skill(learner: User, skill_id: int, attempt_id: UUID, most: int) -> list[LevelChange]:
    """The latest ``most`` changes of a skill, latest first, and that of one attempt (or correction) among them, even
    when it is older. One query, or two."""
    mine = LevelChange.objects.filter(school_id=learner.school_id, learner=learner, skill_id=skill_id)
    found = list(mine.select_related("skill").order_by("-at", "-id")[:most])
    if all(one.attempt_id != attempt_id for one in found):
        found += mine.select_related("skill").filter(attempt_id=attempt_id)
    return found


def explanation(change: LevelChange) -> Explanation:
    """Why a level changed or stayed: the row of the policy that was in force, in words."""
    before, after = Level(change.before), Level(change.after)
    if change.outcome == SET:
        return explain_set(before, after)
    if change.pardoned:
        return explain_pardoned(after, change.right, change.asked)
    policy = POLICIES[change.policy]
    return explain(before, Outcome(change.outcome), change.right, change.asked, policy)
