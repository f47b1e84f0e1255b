"""For whom: the learners of one class or several, and what speaks against giving it to some of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from trailstone.assignments import queries
from trailstone.assignments.actions import To
from trailstone.assignments.queries import Conflict
from trailstone.assignments.things import Thing
from trailstone.people.models import Classroom, User
from trailstone.people.queries import GroupRow, groups_of
from trailstone.web.teacher.assign.draft import Draft


@dataclass(frozen=True, slots=True)
class Asked:
    """A conflict of a class. ``key`` names it in the form; ``out``: its learners are to be left out."""

    key: str
    conflict: Conflict
    out: bool


@dataclass(frozen=True, slots=True)
class Recipients:
    """A class that gets it. ``who`` is all, groups or chosen; ``named``: the learners who are meant, before leaving
    anybody out of one of the ``things``."""

    room: Classroom
    things: Sequence[Thing]
    who: str
    learners: tuple[User, ...]
    groups: tuple[GroupRow, ...]
    named: frozenset[UUID]
    asked: tuple[Asked, ...] = ()

    @property
    def without(self) -> Mapping[Thing, frozenset[UUID]]:
        """Who is left out of a thing, for a conflict."""
        out = [one.conflict for one in self.asked if one.out]
        pairs = [(one.thing, frozenset(one.learner_ids)) for one in out]
        return {thing: frozenset().union(*(who for about, who in pairs if about == thing)) for thing, _ in pairs}

    @property
    def count(self) -> int:
        """How many have something to do."""
        gone = [self.without.get(each, frozenset()) for each in self.things]
        return len(self.named - frozenset.intersection(*gone)) if gone else len(self.named)

    def to(self) -> To:
        """For the action."""
        return To(self.room, None if self.who == "all" else self.named, self.without)


def recipients(draft: Draft, rooms: Sequence[Classroom], things: Sequence[Thing], at: datetime) -> list[Recipients]:
    """The classes of the draft, with their conflicts. A fixed number of queries a class."""
    return [_recipients(draft, room, things, at) for room in rooms]


def _recipients(draft: Draft, room: Classroom, things: Sequence[Thing], at: datetime) -> Recipients:
    learners, groups, who = tuple(room.learners), groups_of(room), draft.who_of(room)
    everybody = frozenset(one.pk for one in learners)
    in_groups = frozenset(key for group in groups if group.id in draft.groups for key in group.learners)
    named = {"all": everybody, "groups": in_groups & everybody, "chosen": draft.learners & everybody}[who]
    asked = tuple(_asked(draft, room, one) for one in _conflicts(room, things, named, at))
    return Recipients(room, things, who, learners, groups, named, asked)


def _conflicts(room: Classroom, things: Sequence[Thing], named: frozenset[UUID], at: datetime) -> tuple[Conflict, ...]:
    return queries.conflicts(room, things, named, at) if things and named else ()


def _asked(draft: Draft, room: Classroom, conflict: Conflict) -> Asked:
    key = f"{room.pk} {conflict.reason} {conflict.thing.code}"
    return Asked(key, conflict, key in draft.out)
