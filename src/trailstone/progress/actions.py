"""From what an activity showed to levels: the log of changes, and each learner's packed row a course."""

from datetime import datetime, timedelta

from mastery import POLICIES, Level, Outcome, next_level
from trailstone import events
from trailstone.ids import uuid7
from trailstone.people.models import User
from trailstone.progress.models import LevelChange, ReadMark
from trailstone.progress.packing import courses_of, latest_levels, packed, store, stored_levels
from trailstone.progress.weeks import note_work

__all__ = ["latest_levels", "mark_read", "packed", "record", "store"]


def record(event: events.ActivityFinished) -> None:
    """Write what a finished activity did to each skill, and bring every course that holds these skills up to date.

    Runs in the transaction that finishes the attempt, under the learner's lock.
    """
    courses = courses_of({shown.skill_id for shown in event.evidence}, event.course_id)
    before, last = stored_levels(event.school_id, event.learner_id, courses)
    # A correction may have been written while this answer was under way: the log of changes stays in the order of time.
    at = max(event.at, last + timedelta(microseconds=1)) if last else event.at
    after: dict[int, int] = {}
    changes = []
    for shown in event.evidence:
        level = Level(before.get(shown.skill_id, 0))
        risen = next_level(level, Outcome(shown.outcome), POLICIES[event.policy])
        after[shown.skill_id] = risen
        changes.append(_change(event, shown, level, risen, at))
    LevelChange.objects.bulk_create(changes)
    note_work(event, changes)
    levels = {**before, **after}
    store(event.school_id, event.learner_id, dict.fromkeys(courses, levels), at)
    course_ids = tuple(course.id for course in courses)
    events.publish(events.LevelsChanged(event.school_id, event.learner_id, course_ids, event.at))


def _change(
    event: events.ActivityFinished, shown: events.Evidence, before: Level, after: Level, at: datetime
) -> LevelChange:
    return LevelChange(
        school_id=event.school_id, id=uuid7(at), learner_id=event.learner_id, skill_id=shown.skill_id,
        attempt_id=event.attempt_id, outcome=shown.outcome, policy=event.policy, right=shown.right,
        asked=shown.asked, before=before, after=after, at=at,
    )  # fmt: skip


def mark_read(*, learner: User, lesson_id: str, at: datetime) -> None:
    """Note that a learner has read a lesson's article. Twice is once; the first time stays."""
    ReadMark.objects.get_or_create(
        school_id=learner.school_id, learner=learner, lesson_id=lesson_id, defaults={"at": at}
    )
