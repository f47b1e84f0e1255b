"""What a goal is about, and how far learners are in it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final
from uuid import UUID

from trailstone.content.catalogue import SkillMap, courses
from trailstone.goals.models import Aim, Goal
from trailstone.progress import queries as progress
from trailstone.progress.models import CourseProgress
from trailstone.progress.queries import Standing

PACKED: Final = ("course_id", "learner_id", "levels")


def title(goal: Goal) -> str:
    """What the goal is called: its unit's title, or its course's."""
    return goal.unit.title if goal.unit else goal.course.title


def skills(course_id: str, unit_id: str | None) -> tuple[SkillMap, ...]:
    """The skills that count for a goal on the course (``unit_id`` None) or unit; none when the unit left the course."""
    course = courses().get(course_id)
    if course is None or (unit_id is not None and unit_id not in course.by_unit):
        return ()
    return progress.counted(course, unit_id)


def standing(course_id: str, unit_id: str | None, stored: Mapping[str, bytes]) -> Standing:
    """How far a learner is whose packed levels, by course, are ``stored``; none in a course that the site has not."""
    course = courses().get(course_id)
    levels = stored.get(course_id, b"").ljust(course.slots, b"\0") if course else b""
    return progress.standing(levels, skills(course_id, unit_id))


def standings(aims: Collection[Aim], school_id: int) -> Mapping[int, Standing]:
    """How far each learner is, by the aim's key. One query, however many learners, goals and courses.

    ``aims``: with their goals loaded.
    """
    levels = levels_by_course({(aim.goal.course_id, aim.learner_id) for aim in aims}, school_id)
    counting = {goal.pk: skills(goal.course_id, goal.unit_id) for goal in {aim.goal for aim in aims}}
    return {
        aim.pk: progress.standing(levels[aim.goal.course_id, aim.learner_id], counting[aim.goal_id]) for aim in aims
    }


def levels_by_course(pairs: Iterable[tuple[str, UUID]], school_id: int) -> Mapping[tuple[str, UUID], bytes]:
    """Packed levels by course and learner (zeros without work; none in a course that the site has not). One query."""
    wanted = set(pairs)
    learners, ids = {learner for _, learner in wanted}, {course_id for course_id, _ in wanted}
    rows = CourseProgress.objects.filter(school_id=school_id, learner_id__in=learners, course_id__in=ids)
    stored = {(course_id, who): bytes(found) for course_id, who, found in rows.values_list(*PACKED)} if wanted else {}
    slots = {course_id: courses()[course_id].slots if course_id in courses() else 0 for course_id in ids}
    return {pair: stored.get(pair, b"").ljust(slots[pair[0]], b"\0") if slots[pair[0]] else b"" for pair in wanted}
