"""What a file would change: nothing is written here."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from trailstone.people.importing.faults import Fault
from trailstone.people.importing.matching import Known, Match
from trailstone.people.importing.rooms import Rooms
from trailstone.people.importing.scope import Scope
from trailstone.people.importing.wanted import Person, Section, Wanted
from trailstone.people.models import Classroom

MANY = 10  # one in so many removed asks for a second yes


class Kind(StrEnum):
    NEW = "new"  # an account is made
    JOINS = "joins"  # has an account, comes into the class
    MOVED = "moved"  # from another class of the file
    RENAMED = "renamed"  # another name or user name
    REMOVED = "removed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Change:
    """One learner in one class. ``learner``: the account's key, None for a new one. ``was``: the name or class before.

    ``row`` of the file, 0 for who is not in it. ``key``: the file's for the class; ``old``: the class they are moved
    from. ``person``: who the file says it is, None for who is removed.
    """

    kind: Kind
    row: int
    name: str
    username: str
    key: str
    section: str
    room: Classroom | None
    learner: UUID | None = None
    was: str = ""
    note: str = ""
    person: Person | None = None
    old: Classroom | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All that would happen, in the order of the file, and what stands against it: with a fault nothing is done."""

    scope: Scope
    rooms: Rooms
    changes: tuple[Change, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]
    there: int  # learners in the touched classes now

    def count(self, *kinds: Kind) -> int:
        """How many changes are of these kinds."""
        found = Counter(change.kind for change in self.changes)
        return sum(found[kind] for kind in kinds)

    @property
    def removes_many(self) -> bool:
        """Whether more than a tenth of those in the classes would be removed."""
        return self.count(Kind.REMOVED) * MANY > self.there

    @property
    def changes_something(self) -> bool:
        return bool(self.rooms.fresh) or any(change.kind != Kind.UNCHANGED for change in self.changes)

    @property
    def fingerprint(self) -> str:
        """The same for two plans that do the same."""
        said = [
            (c.kind, c.row, c.name, str(c.learner), str(c.room.pk if c.room else ""), c.section) for c in self.changes
        ]
        return hashlib.sha256(repr(said).encode()).hexdigest()


def plan(wanted: Wanted, scope: Scope, *, whole: bool, chosen: str = "") -> Plan:
    """Compare the file with the classes. A fixed number of queries, whatever the size.

    ``whole``: the file says who is in its classes; who is not in it is removed. ``chosen``: the key of the class of the
    file that is the one of the page.
    """
    rooms = Rooms.of(wanted, scope, chosen)
    match = Match(Known.of(scope, wanted, [room for room in rooms.touched.values() if room]), scope)
    faults = [*wanted.faults, *rooms.faults]
    changes: list[Change] = []
    for key, room in rooms.touched.items():
        for person_key in wanted.places.get(key, {}):
            found = _change(match, wanted.people[person_key], wanted.sections[key], room)
            faults += [found] if isinstance(found, Fault) else []
            changes += [found] if isinstance(found, Change) else []
    if whole:
        changes = _with_removed(changes, match, rooms)
    there = sum(len(match.known.in_room(room.pk)) for room in rooms.touched.values() if room)
    return Plan(scope, rooms, tuple(changes), tuple(faults), (*wanted.notes, *rooms.notes), there)


def _change(match: Match, person: Person, section: Section, room: Classroom | None) -> Change | Fault:
    found = match.find(person, room)
    if isinstance(found, str):
        return Fault(person.row, found)
    called = room.name if room else section.name
    new = Change(
        Kind.NEW, person.row, person.name, match.username(person, found), section.key, called, room, person=person
    )  # fmt: skip
    if found is None:
        return new
    renamed = found.name != person.name or (bool(person.username) and found.username != person.username)
    in_it = room is not None and match.known.is_in(found.pk, room.pk)
    kind = (Kind.RENAMED if renamed else Kind.UNCHANGED) if in_it else Kind.JOINS
    note = "" if found.source_id or not person.source_id else f"is taken for {found.username}, who has no id yet"
    return replace(new, kind=kind, learner=found.pk, was=found.name if renamed else "", note=note)


def _with_removed(changes: list[Change], match: Match, rooms: Rooms) -> list[Change]:
    """Who is in a touched class and not in the file for it: moved when the file has them in another, else removed."""
    wanted = {(change.learner, change.room.pk) for change in changes if change.room and change.learner}
    leaving: dict[UUID, Classroom] = {}
    for room in rooms.touched.values():
        for who in match.known.in_room(room.pk) if room else ():
            if room and (who, room.pk) not in wanted:
                leaving[who] = room
    kept = [_moved(change, leaving) for change in changes]
    moved = {change.learner for change in kept if change.kind == Kind.MOVED}
    return [*kept, *_removed(match, ((who, room) for who, room in leaving.items() if who not in moved))]


def _moved(change: Change, leaving: dict[UUID, Classroom]) -> Change:
    if change.kind != Kind.JOINS or change.learner not in leaving:
        return change
    old = leaving[change.learner]
    return replace(change, kind=Kind.MOVED, was=old.name, old=old)


def _removed(match: Match, leaving: Iterable[tuple[UUID, Classroom]]) -> Iterable[Change]:
    for who, room in leaving:
        person = match.known.people[who]
        yield Change(Kind.REMOVED, 0, person.name, person.username, "", room.name, room, who)
