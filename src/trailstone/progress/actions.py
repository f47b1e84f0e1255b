"""From what an activity showed to levels: the log of changes, and each learner's packed row a course."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from mastery import POLICIES, Level, Outcome, next_level
from trailstone import events
from trailstone.content.catalogue import CATALOGUE, CourseMap
from trailstone.ids import uuid7
from trailstone.people.models import User
from trailstone.progress.models import CourseProgress, LevelChange, ReadMark
from trailstone.progress.packing import latest_levels, packed, store
from trailstone.progress.weeks import note_work

__all__ = ["latest_levels", "mark_read", "packed", "record", "store"]


def record(event: events.ActivityFinished) -> None:
    """Write what a finished activity did to each skill, and bring every course that holds these skills up to date.

    Runs in the transaction that finishes the attempt, under the learner's lock.
    """
    courses = _courses(event)
    before = _stored_levels(event.school_id, event.learner_id, courses)
    after: dict[int, int] = {}
    changes = []
    for shown in event.evidence:
        level = Level(before.get(shown.skill_id, 0))
        risen = next_level(level, Outcome(shown.outcome), POLICIES[event.policy])
        after[shown.skill_id] = risen
        changes.append(_change(event, shown, level, risen))
    LevelChange.objects.bulk_create(changes)
    note_work(event, changes)
    levels = {**before, **after}
    store(event.school_id, event.learner_id, dict.fromkeys(courses, levels), event.at)
    course_ids = tuple(course.id for course in courses)
    events.publish(events.LevelsChanged(event.school_id, event.learner_id, course_ids, event.at))


def _courses(event: events.ActivityFinished) -> list[CourseMap]:
    """Every course that one of these skills counts in: a learner has one level for a skill, counted in each."""
    ids = {course for shown in event.evidence for course in CATALOGUE.courses_with(shown.skill_id)}
    return [course for course in CATALOGUE.courses().values() if course.id in ids or course.id == event.course_id]


def _change(event: events.ActivityFinished, shown: events.Evidence, before: Level, after: Level) -> LevelChange:
    return LevelChange(
        school_id=event.school_id, id=uuid7(event.at), learner_id=event.learner_id, skill_id=shown.skill_id,
        attempt_id=event.attempt_id, outcome=shown.outcome, policy=event.policy, right=shown.right,
        asked=shown.asked, before=before, after=after, at=event.at,
    )  # fmt: skip


def _stored_levels(school_id: int, learner_id: UUID, courses: Iterable[CourseMap]) -> dict[int, int]:
    """The level of every skill of these courses, by skill, from the packed rows.

    A course whose row is missing (or shorter than the course now is) may hold skills practised in another course:
    those come from the log.
    """
    rows = CourseProgress.objects.filter(school_id=school_id, learner_id=learner_id)
    packed = {course: bytes(levels) for course, levels in rows.values_list("course_id", "levels")}
    levels: dict[int, int] = {}
    missing: set[int] = set()
    for course in courses:
        row = packed.get(course.id, b"")
        for skill in course.skills.values():
            if skill.slot < len(row):
                levels[skill.id] = row[skill.slot]
            else:
                missing.add(skill.id)
    return {**latest_levels(school_id, learner_id, missing), **levels} if missing else levels


def mark_read(*, learner: User, lesson_id: str, at: datetime) -> None:
    """Note that a learner has read a lesson's article. Twice is once; the first time stays."""
    ReadMark.objects.get_or_create(
        school_id=learner.school_id, learner=learner, lesson_id=lesson_id, defaults={"at": at}
    )
