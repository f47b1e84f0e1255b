"""The proof that what is stored is what the log says: every level computed anew from the answers."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from mastery import POLICIES, Level, Outcome, next_level
from trailstone.content.catalogue import CATALOGUE, CourseMap
from trailstone.people.models import User
from trailstone.practice.actions import finished
from trailstone.practice.queries import finished_sittings
from trailstone.progress.actions import packed, store
from trailstone.progress.models import CourseProgress, LevelChange

Fact = tuple[UUID, int, str, str, int, int, int, int]  # attempt, skill, outcome, policy, right, asked, before, after


@dataclass(frozen=True, slots=True)
class Difference:
    """Something stored for a learner that the log does not say, in words for the operator."""

    learner_id: UUID
    what: str


def replayed(school_id: int, learner_id: UUID) -> tuple[list[Fact], dict[int, int]]:
    """A learner's changes in order, and the level of each skill they lead to, from the answers alone."""
    levels: defaultdict[int, int] = defaultdict(int)
    facts: list[Fact] = []
    for sitting in finished_sittings(school_id, learner_id):
        event = finished(sitting, sitting.last_at)
        for shown in event.evidence:
            before = levels[shown.skill_id]
            after = next_level(Level(before), Outcome(shown.outcome), POLICIES[event.policy])
            levels[shown.skill_id] = after
            how = (str(shown.outcome), event.policy, shown.right, shown.asked)
            facts.append((event.attempt_id, shown.skill_id, *how, before, int(after)))
    return facts, dict(levels)


def differences(learner: User) -> Iterator[Difference]:
    """Where a learner's stored changes or packed rows differ from the replay of the log, byte for byte."""
    facts, levels = replayed(learner.school_id, learner.pk)
    stored = LevelChange.objects.filter(school_id=learner.school_id, learner=learner)
    fields = ("attempt_id", "skill_id", "outcome", "policy", "right", "asked", "before", "after")
    if set(stored.values_list(*fields)) != set(facts) or stored.count() != len(facts):
        yield Difference(learner.pk, "the log of level changes")
    for course, row in _rows(learner):
        if row != packed(course, levels):
            yield Difference(learner.pk, f"the levels in {course.title}")


def _rows(learner: User) -> Iterator[tuple[CourseMap, bytes]]:
    found = CourseProgress.objects.filter(school_id=learner.school_id, learner=learner)
    courses = CATALOGUE.courses()
    for course_id, levels in found.values_list("course_id", "levels"):
        if course_id in courses:
            yield courses[course_id], bytes(levels).ljust(courses[course_id].slots, b"\0")


@transaction.atomic
def rebuild(learner: User) -> list[Difference]:
    """Write a learner's packed rows anew from the log. Returns what had been different (nothing, if all is well)."""
    User.objects.select_for_update().get(pk=learner.pk)
    found = list(differences(learner))
    _, levels = replayed(learner.school_id, learner.pk)
    last = CourseProgress.objects.filter(school_id=learner.school_id, learner=learner)
    for course_id, at in last.values_list("course_id", "updated_at"):
        if course_id in CATALOGUE.courses():
            store(learner.school_id, learner.pk, {CATALOGUE.courses()[course_id]: levels}, at)
    return found
