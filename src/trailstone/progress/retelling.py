"""After a correction: the learner's levels told anew, from the log of changes, and everything that is made of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db.models import F

from mastery import POLICIES, Level, Outcome
from mastery.corrections import SET, TEACHER, Fact, Move, Weighed, levels_after, retold
from trailstone import events
from trailstone.ids import uuid7
from trailstone.people import calendar
from trailstone.people.models import User
from trailstone.practice.models import Attempt, State
from trailstone.progress.models import Correction, LevelChange, WeekOfWork
from trailstone.progress.packing import courses_of, store, stored_levels
from trailstone.progress.story import as_fact, corrections_of, in_order
from trailstone.progress.weeks import monday

MOVED: Final = ("before", "after", "pardoned")
Told = tuple[LevelChange | Correction, Move]


def retell(learner: User, skill_ids: Collection[int], at: datetime) -> None:
    """Bring the log of changes, the packed rows and the weeks of work of these skills to what the story now says.

    Runs in the caller's transaction, under the learner's lock. ``at``: later than everything in the story.
    """
    rows = LevelChange.objects.filter(school_id=learner.school_id, learner=learner, skill_id__in=list(skill_ids))
    ends = _ends(learner)
    weighed = sorted((ends.get(row.attempt_id, row.at), row.id, row) for row in rows.exclude(outcome=SET))
    corrections = corrections_of(learner.school_id, learner.pk)
    sets = [one for one in corrections.sets if one.skill_id in skill_ids]
    story = list(in_order(((end, row) for end, _, row in weighed), sets))
    moves = list(retold(map(_fact, story), corrections.pardoned))
    told = list(zip(story, moves, strict=True))
    _write_sets(learner, skill_ids, told)
    _write_moves(learner, told, ends)
    _write_levels(learner, skill_ids, levels_after(moves), at)


def _ends(learner: User) -> Mapping[UUID, datetime]:
    """When each attempt of the learner was finished."""
    mine = Attempt.objects.filter(school_id=learner.school_id, learner=learner, state=State.FINISHED)
    return {attempt: end for attempt, end in mine.values_list("id", "finished_at") if end}


def _fact(one: LevelChange | Correction) -> Fact:
    if isinstance(one, Correction):
        return as_fact(one)
    return Weighed(one.attempt_id, one.skill_id, Outcome(one.outcome), POLICIES[one.policy])


def _write_sets(learner: User, skill_ids: Collection[int], told: Iterable[Told]) -> None:
    """The rows of levels that were set: there are few, so all of these skills' are written anew."""
    mine = LevelChange.objects.filter(school_id=learner.school_id, learner=learner, outcome=SET)
    mine.filter(skill_id__in=list(skill_ids)).delete()
    LevelChange.objects.bulk_create(_row(learner, one, move) for one, move in told if isinstance(one, Correction))


def _row(learner: User, one: Correction, move: Move) -> LevelChange:
    return LevelChange(
        school_id=learner.school_id, id=uuid7(one.at), learner=learner, skill_id=move.fact.skill, attempt_id=one.id,
        outcome=SET, policy=TEACHER, right=0, asked=0, before=move.before, after=move.after, at=one.at,
    )  # fmt: skip


def _write_moves(learner: User, told: Iterable[Told], ends: Mapping[UUID, datetime]) -> None:
    """The rows that lead through other levels now, and what that does to the weeks' rises to Proficient."""
    changed = []
    risen: defaultdict[date, int] = defaultdict(int)
    for row, move in told:
        now = (int(move.before), int(move.after), move.pardoned)
        if not isinstance(row, LevelChange) or now == (row.before, row.after, row.pardoned):
            continue
        week = monday(calendar.day_of(learner.school, ends.get(row.attempt_id, row.at)))
        risen[week] += _rises(move.before, move.after) - _rises(row.before, row.after)
        row.before, row.after, row.pardoned = now
        changed.append(row)
    for row in changed:
        own = LevelChange.objects.filter(school_id=row.school_id, id=row.id)
        own.update(**{name: getattr(row, name) for name in MOVED})
    weeks = WeekOfWork.objects.filter(school_id=learner.school_id, learner=learner)
    for week, more in risen.items():
        if more:
            weeks.filter(week=week).update(to_proficient=F("to_proficient") + more)


def _rises(before: int, after: int) -> bool:
    return before < Level.PROFICIENT <= after


def _write_levels(learner: User, skill_ids: Collection[int], levels: Mapping[int, Level], at: datetime) -> None:
    courses = courses_of(skill_ids)
    held, _ = stored_levels(learner.school_id, learner.pk, courses)
    now = {**held, **dict.fromkeys(skill_ids, Level.NOT_STARTED), **levels}
    store(learner.school_id, learner.pk, dict.fromkeys(courses, now), at)
    ids = tuple(course.id for course in courses)
    events.publish(events.LevelsChanged(learner.school_id, learner.pk, ids, at))
