"""What a teacher is told before an assignment is saved: who has mastered it, read it or been given it already."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from mastery import Level
from trailstone.assignments.models import Kind, Share
from trailstone.assignments.things import Described, Thing, described
from trailstone.goals.wording import people
from trailstone.people.access import chosen_learners
from trailstone.people.models import Classroom, User
from trailstone.progress.models import ReadMark
from trailstone.progress.queries import level, levels_of


class Reason(StrEnum):
    """Why a learner may not need it."""

    MASTERED = "mastered"
    READ = "read"
    GIVEN = "given"


VERBS: Mapping[Reason, tuple[str, str]] = {
    Reason.MASTERED: ("has mastered", "have mastered"),
    Reason.READ: ("has read", "have read"),
    Reason.GIVEN: ("has already been given", "have already been given"),
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Learners of the class who may not need one of the things, by name."""

    thing: Thing
    title: str
    reason: Reason
    learner_ids: tuple[UUID, ...]
    names: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What to ask the teacher: "4 learners have mastered this: leave them out?", with the names."""
        count = len(self.names)
        who = f"{count} learners" if count > 1 else self.names[0]
        named = f" ({people(self.names)})" if count > 1 else ""
        out = "them" if count > 1 else self.names[0]
        return f"{who} {VERBS[self.reason][count > 1]} “{self.title}”{named}: leave {out} out?"


def conflicts(
    classroom: Classroom, things: Sequence[Thing], learners: Collection[UUID] | None, at: datetime
) -> tuple[Conflict, ...]:
    """In the order of the things, for the chosen learners of the class (None: all). At most three statements and one
    a course.

    MASTERED: every skill the thing asks about is mastered. READ: the article was read. GIVEN: the learner has it in an
    assignment of this class that is not archived and whose due date has not passed.

    Raises:
        Refused: as ``people.access.chosen_learners``.
    """
    known = [about for about in map(described, dict.fromkeys(things)) if about]
    who = {person.pk: person for person in chosen_learners(classroom, learners)}
    found = (
        (Reason.MASTERED, _mastered(classroom, known, who)),
        (Reason.READ, _read(classroom, known, who)),
        (Reason.GIVEN, _given(classroom, known, who, at)),
    )
    return tuple(
        Conflict(about.thing, about.title, reason, tuple(keys), tuple(who[key].name for key in keys))
        for about in known
        for reason, by_thing in found
        if (keys := [key for key in who if key in by_thing.get(about.thing, ())])
    )


def _mastered(classroom: Classroom, known: Iterable[Described], who: Mapping[UUID, User]) -> dict[Thing, set[UUID]]:
    asking = [about for about in known if about.thing.kind != Kind.ARTICLE]
    courses = {about.course for about in asking}
    packed = {course.id: levels_of(classroom.school_id, who.keys(), course) for course in courses}
    return {
        about.thing: {
            key
            for key, levels in packed[about.course.id].items()
            if all(level(levels, skill) is Level.MASTERED for skill in about.skills)
        }
        for about in asking
    }


def _read(classroom: Classroom, known: Iterable[Described], who: Mapping[UUID, User]) -> dict[Thing, set[UUID]]:
    lessons = {about.lesson.id: about.thing for about in known if about.thing.kind == Kind.ARTICLE and about.lesson}
    read: defaultdict[Thing, set[UUID]] = defaultdict(set)
    if lessons:
        marks = ReadMark.objects.filter(
            school_id=classroom.school_id, learner_id__in=who.keys(), lesson_id__in=lessons
        ).values_list("learner_id", "lesson_id")
        for key, lesson_id in marks:
            read[lessons[lesson_id]].add(key)
    return read


def _given(
    classroom: Classroom, known: Iterable[Described], who: Mapping[UUID, User], at: datetime
) -> dict[Thing, set[UUID]]:
    by_key = {about.thing.key: about.thing for about in known}
    given: defaultdict[Thing, set[UUID]] = defaultdict(set)
    live = Share.objects.filter(
        assignment__classroom=classroom, assignment__archived_at=None, assignment__due_at__gte=at, removed_at=None,
        learner__in=who.keys(), assignment__items__subject__in=[thing.subject for thing in by_key.values()],
    )  # fmt: skip
    columns = ("learner_id", "without", "assignment__items__kind", "assignment__items__subject")
    for key, without, kind, subject in live.values_list(*columns):
        thing = by_key.get((kind, subject))
        if thing and thing.mark not in without:
            given[thing].add(key)
    return given
