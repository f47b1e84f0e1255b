"""The packed rows of the weeks: what each learner did from a Monday to a Sunday of the school's time zone."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F

from mastery import Level
from trailstone import events
from trailstone.people import calendar
from trailstone.people.models import School
from trailstone.progress.models import LevelChange, WeekOfWork


def monday(day: date) -> date:
    """The first day of the week of ``day``."""
    return day - timedelta(days=day.weekday())


def note_work(event: events.ActivityFinished, changes: Iterable[LevelChange]) -> None:
    """Add a finished activity to its week. Runs in the finishing transaction, under the learner's lock."""
    work = worked(School.objects.get(pk=event.school_id), event, [(one.before, one.after) for one in changes])
    mine = WeekOfWork.objects.filter(school_id=event.school_id, week=work.week, learner_id=event.learner_id)
    added = mine.update(
        seconds=F("seconds") + work.seconds,
        activities=F("activities") + work.activities,
        to_proficient=F("to_proficient") + work.to_proficient,
    )
    if not added:
        work.save(force_insert=True)


def worked(school: School, event: events.ActivityFinished, moves: Iterable[tuple[int, int]]) -> WeekOfWork:
    """One finished activity as a week of its own, not stored. ``moves``: the level before and after, skill by skill."""
    risen = sum(before < Level.PROFICIENT <= after for before, after in moves)
    week = monday(calendar.day_of(school, event.at))
    return WeekOfWork(
        school=school, week=week, learner_id=event.learner_id,
        seconds=event.seconds, activities=1, to_proficient=risen,
    )  # fmt: skip


def together(weeks: Iterable[WeekOfWork]) -> dict[tuple[date, UUID], WeekOfWork]:
    """The same work with one row a week and learner, as it is stored."""
    found: dict[tuple[date, UUID], WeekOfWork] = {}
    for one in weeks:
        row = found.setdefault((one.week, one.learner_id), one)
        if row is not one:
            row.seconds += one.seconds
            row.activities += one.activities
            row.to_proficient += one.to_proficient
    return found
