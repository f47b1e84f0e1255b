"""What a goal is about, and how far learners are in it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from trailstone.content.catalogue import SkillMap, courses
from trailstone.goals.models import Aim, Goal
from trailstone.progress import queries as progress
from trailstone.progress.queries import Standing


def title(goal: Goal) -> str:
    """What the goal is called: its unit's title, or its course's."""
    return goal.unit.title if goal.unit else goal.course.title


def skills(course_id: str, unit_id: str | None) -> tuple[SkillMap, ...]:
    """The skills that count for a goal on the course (``unit_id`` None) or unit; none when the unit left the course."""
    course = courses().get(course_id)
    if course is None or (unit_id is not None and unit_id not in course.by_unit):
        return ()
    return progress.counted(course, unit_id)


def standings(aims: Collection[Aim], school_id: int) -> Mapping[int, Standing]:
    """How far each learner is, by the aim's key. One query a course, however many learners and goals.

    ``aims``: with their goals loaded.
    """
    levels = levels_by_course({(aim.goal.course_id, aim.learner_id) for aim in aims}, school_id)
    counting = {goal.pk: skills(goal.course_id, goal.unit_id) for goal in {aim.goal for aim in aims}}
    return {
        aim.pk: progress.standing(levels[aim.goal.course_id, aim.learner_id], counting[aim.goal_id]) for aim in aims
    }


def levels_by_course(pairs: Iterable[tuple[str, UUID]], school_id: int) -> Mapping[tuple[str, UUID], bytes]:
    """Packed levels by course and learner. One query a course."""
    learners: defaultdict[str, set[UUID]] = defaultdict(set)
    for course_id, learner in pairs:
        learners[course_id].add(learner)
    return {
        (course_id, learner): levels
        for course_id, wanted in learners.items()
        for learner, levels in _levels(school_id, wanted, course_id).items()
    }


def _levels(school_id: int, learners: Collection[UUID], course_id: str) -> Mapping[UUID, bytes]:
    course = courses().get(course_id)
    return progress.levels_of(school_id, learners, course) if course else dict.fromkeys(learners, b"")
