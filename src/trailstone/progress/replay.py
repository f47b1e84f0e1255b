"""The proof that what is stored is what the log says: every level computed anew from the answers."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from mastery import POLICIES, Level, Outcome
from mastery.corrections import SET, TEACHER, Move, Weighed, move
from trailstone import events
from trailstone.content.catalogue import CATALOGUE, CourseMap
from trailstone.people.models import User
from trailstone.practice.actions import finished
from trailstone.practice.queries import finished_sittings
from trailstone.progress.models import Correction, CourseProgress, LevelChange, WeekOfWork
from trailstone.progress.packing import SUMS, packed, store, sums
from trailstone.progress.story import as_fact, corrections_of, in_order
from trailstone.progress.weeks import together, worked

# attempt (or correction), skill, outcome, policy, right, asked, before, after, pardoned
Fact = tuple[UUID, int, str, str, int, int, int, int, bool]
WEEK: Final = ("week", "seconds", "activities", "to_proficient")


@dataclass(frozen=True, slots=True)
class Difference:
    """Something stored for a learner that the log does not say, in words for the operator."""

    learner_id: UUID
    what: str


@dataclass(frozen=True, slots=True)
class Replayed:
    """A learner's changes in order, the level of each skill they lead to, and the weeks of work."""

    facts: list[Fact]
    levels: dict[int, Level]
    weeks: list[WeekOfWork]


def replayed(learner: User) -> Replayed:
    """What the answers and the corrections say, and nothing else."""
    levels: defaultdict[int, Level] = defaultdict(lambda: Level.NOT_STARTED)
    facts: list[Fact] = []
    weeks: list[WeekOfWork] = []
    corrections = corrections_of(learner.school_id, learner.pk)
    for one in in_order(_finished(learner), corrections.sets):
        if isinstance(one, Correction):
            told = _told(move(levels[one.skill_id or 0], as_fact(one)), levels)
            facts.append((one.id, one.skill_id or 0, SET, TEACHER, 0, 0, *told, False))
            continue
        pardoned, moves = one.attempt_id in corrections.pardoned, []
        for shown in one.evidence:
            fact = Weighed(one.attempt_id, shown.skill_id, Outcome(shown.outcome), POLICIES[one.policy])
            told = _told(move(levels[shown.skill_id], fact, pardoned=pardoned), levels)
            how = (str(shown.outcome), one.policy, shown.right, shown.asked)
            facts.append((one.attempt_id, shown.skill_id, *how, *told, pardoned))
            moves.append(told)
        weeks.append(worked(learner.school, one, moves))
    return Replayed(facts, dict(levels), list(together(weeks).values()))


def _finished(learner: User) -> Iterator[tuple[datetime, events.ActivityFinished]]:
    for sitting in finished_sittings(learner.school_id, learner.pk):
        at = sitting.finished_at or sitting.last_at
        yield at, finished(sitting, at)


def _told(told: Move, levels: dict[int, Level]) -> tuple[int, int]:
    """Note where a skill is now; the level before and after."""
    levels[told.fact.skill] = told.after
    return int(told.before), int(told.after)


def differences(learner: User) -> Iterator[Difference]:
    """Where a learner's stored changes or packed rows differ from the replay of the log, byte for byte."""
    log = replayed(learner)
    stored = LevelChange.objects.filter(school_id=learner.school_id, learner=learner)
    fields = ("attempt_id", "skill_id", "outcome", "policy", "right", "asked", "before", "after", "pardoned")
    if set(stored.values_list(*fields)) != set(log.facts) or stored.count() != len(log.facts):
        yield Difference(learner.pk, "the log of level changes")
    for course, row, added in _rows(learner):
        right = packed(course, log.levels)
        if row != right:
            yield Difference(learner.pk, f"the levels in {course.title}")
        elif added != tuple(sums(course, right).values()):
            yield Difference(learner.pk, f"the sums of the levels in {course.title}")
    if set(_weeks(learner).values_list(*WEEK)) != {tuple(getattr(one, name) for name in WEEK) for one in log.weeks}:
        yield Difference(learner.pk, "the weeks of work")


def _rows(learner: User) -> Iterator[tuple[CourseMap, bytes, tuple[int, ...]]]:
    found = CourseProgress.objects.filter(school_id=learner.school_id, learner=learner)
    courses = CATALOGUE.courses()
    for course_id, levels, *added in found.values_list("course_id", "levels", *SUMS):
        if course_id in courses:
            yield courses[course_id], bytes(levels).ljust(courses[course_id].slots, b"\0"), tuple(added)


def _weeks(learner: User) -> QuerySet[WeekOfWork]:
    return WeekOfWork.objects.filter(school_id=learner.school_id, learner=learner)


@transaction.atomic
def rebuild(learner: User) -> list[Difference]:
    """Write a learner's packed rows anew from the log. Returns what had been different (nothing, if all is well)."""
    User.objects.select_for_update().get(pk=learner.pk)
    found = list(differences(learner))
    log = replayed(learner)
    last = CourseProgress.objects.filter(school_id=learner.school_id, learner=learner)
    for course_id, at in last.values_list("course_id", "updated_at"):
        if course_id in CATALOGUE.courses():
            store(learner.school_id, learner.pk, {CATALOGUE.courses()[course_id]: log.levels}, at)
    _weeks(learner).delete()
    WeekOfWork.objects.bulk_create(log.weeks)
    return found
