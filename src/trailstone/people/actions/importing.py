"""A roster from a file, put into force: all of it, or nothing."""

import logging
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from trailstone.database.planning import plan_anew
from trailstone.people import codes
from trailstone.people.access import own_open_class
from trailstone.people.errors import Refused
from trailstone.people.importing.plan import Change, Kind, Plan, plan
from trailstone.people.importing.scope import Scope
from trailstone.people.importing.wanted import Wanted
from trailstone.people.models import Classroom, Enrolment, Role, School, Teaching, User
from trailstone.people.records import note

log = logging.getLogger(__name__)
Key = TypeVar("Key")
BATCH: Final = 500  # rows of one statement
IN: Final = (Kind.NEW, Kind.JOINS, Kind.MOVED)
FAULTY: Final = "Nothing is imported: {} of the rows cannot be. Correct them in the file, then send it again."
OTHER: Final = "The class changed since you looked. Look at the list once more, then import it."
SURE: Final = "{} of {} learners would be removed. Tick that this is right, or look whether the file is the whole list."


@dataclass(frozen=True, slots=True)
class Imported:
    """What was done. ``new``: the keys of fresh accounts, which have no password until their cards are made."""

    plan: Plan
    new: tuple[UUID, ...]


def import_roster(
    *,
    scope: Scope,
    wanted: Wanted,
    whole: bool,
    at: datetime,
    chosen: str = "",
    seen: str | None = None,
    sure: bool = False,
) -> Imported:
    """Do what ``importing.plan.plan`` says of the file, in one transaction; doing it again changes nothing.

    ``seen``: the fingerprint of the plan that somebody looked at; another one is refused. ``sure``: yes, remove more
    than a tenth.

    Raises:
        OutOfReach: not the actor's class.
        Refused: a row has a fault; the class is not what it was; very many would be removed; the class is archived.
    """
    try:
        with transaction.atomic():
            plan_anew()
            _lock(scope)
            found = plan(wanted, scope, whole=whole, chosen=chosen)
            _refuse(found, seen, sure)
            return Imported(found, _in_force(found, wanted, at))
    except IntegrityError as clash:  # somebody joined by the code, or took a user name, in the middle of it
        log.warning("an import met a change that was made at the same moment: %s", clash)
        raise Refused(OTHER) from clash


def _in_force(found: Plan, wanted: Wanted, at: datetime) -> tuple[UUID, ...]:
    """Do it. Returns the keys of fresh accounts."""
    rooms = _rooms(found, wanted, at)
    new = _accounts(found, at)
    _renamed(found)
    _places(found, rooms, new, at)
    _noted(found, rooms, at)
    return tuple(new.values())


def _lock(scope: Scope) -> None:
    if scope.here:
        _locked(scope)
    else:
        School.objects.select_for_update(no_key=True).get(pk=scope.school.pk)


def _locked(scope: Scope) -> None:
    """The classes, locked in the order of their keys, so that two imports never wait for each other."""
    keys = [room.pk for room in scope.rooms]
    list(Classroom.objects.filter(pk__in=keys).order_by("pk").select_for_update(no_key=True).values_list("pk"))
    if scope.here:
        own_open_class(scope.actor, scope.here)


def _refuse(found: Plan, seen: str | None, sure: bool) -> None:
    removed = found.count(Kind.REMOVED)
    reasons = (
        (bool(found.rooms.offers), "Choose which class of the file this one is."),
        (bool(found.faults), FAULTY.format(len(found.faults))),
        (seen is not None and seen != found.fingerprint, OTHER),
        (found.removes_many and not sure, SURE.format(removed, found.there)),
    )
    said = next((said for holds, said in reasons if holds), "")
    if said:
        raise Refused(said)


def _rooms(found: Plan, wanted: Wanted, at: datetime) -> Mapping[str, Classroom]:
    """The class for each of the file, made where there is none; each keeps its source id."""
    rooms = {key: room for key, room in found.rooms.touched.items() if room}
    taken = set(Classroom.objects.filter(school=found.scope.school).values_list("source_id", flat=True))
    for key, room in rooms.items():
        source_id = wanted.sections[key].source_id if key in wanted.sections else ""
        if source_id and not room.source_id and source_id not in taken:
            room.source_id = source_id
            room.save(update_fields=["source_id"])
    for section in found.rooms.fresh:
        made = Classroom(school=found.scope.school, name=section.name, code=codes.new_code(), created_at=at)
        made.source_id, made.code_since = section.source_id, at
        made.save(force_insert=True)
        for teacher in _teachers(found.scope, wanted.teachers.get(section.key, ())):
            Teaching.objects.get_or_create(classroom=made, teacher=teacher, defaults={"since": at})
        rooms[section.key] = made
    return rooms


def _teachers(scope: Scope, usernames: Collection[str]) -> Collection[User]:
    """Those of the file who have a teacher's account here; without any, whoever imports."""
    people = User.objects.filter(school=scope.school, role__in=[Role.TEACHER, Role.OWNER], is_active=True)
    return list(people.filter(username__in=usernames)) or [scope.actor]


def _accounts(found: Plan, at: datetime) -> Mapping[str, UUID]:
    """Accounts for who is new, by the file's key, without a password: nobody signs in before a card is printed."""
    people = {change.person.key: change for change in found.changes if change.kind == Kind.NEW and change.person}
    made: dict[str, UUID] = {}
    for keys in _parts(list(people)):  # a school's worth of whole accounts at once would fill the memory
        users = {key: _account(people[key], found.scope.school, at) for key in keys}
        User.objects.bulk_create(users.values())
        made |= {key: user.pk for key, user in users.items()}
    return made


def _account(change: Change, school: School, at: datetime) -> User:
    source_id = change.person.source_id if change.person else ""
    user = User(school=school, role=Role.LEARNER, name=change.name, username=change.username, created_at=at)
    user.source_id, user.password = source_id, make_password(None)
    return user


def _renamed(found: Plan) -> None:
    """Names, user names and source ids as the file has them now."""
    known = {change.learner: change for change in found.changes if change.learner and change.person}
    for keys in _parts(list(known)):
        users = list(User.objects.filter(pk__in=keys))
        altered = [user for user in users if _alter(user, known[user.pk])]
        User.objects.bulk_update(altered, ["name", "username", "source_id"], batch_size=BATCH)


def _alter(user: User, change: Change) -> bool:
    """Whether anything about the account is another now."""
    before = (user.name, user.username, user.source_id)
    user.name, user.username = change.name, change.username
    user.source_id = (change.person.source_id if change.person else "") or user.source_id
    return before != (user.name, user.username, user.source_id)


def _places(found: Plan, rooms: Mapping[str, Classroom], new: Mapping[str, UUID], at: datetime) -> None:
    coming, leaving = defaultdict[UUID, list[UUID]](list), defaultdict[UUID, list[UUID]](list)
    for change in found.changes:
        if change.kind in IN and change.person:
            coming[rooms[change.key].pk].append(change.learner or new[change.person.key])
        old = change.room if change.kind == Kind.REMOVED else change.old
        if old and change.learner:
            leaving[old.pk].append(change.learner)
    for room, learners in leaving.items():
        for keys in _parts(learners):
            Enrolment.objects.filter(classroom=room, learner__in=keys, removed_at=None).update(removed_at=at)
    for room, learners in coming.items():
        _come(room, learners, at)


def _come(room: UUID, learners: list[UUID], at: datetime) -> None:
    """Into the class: a place of their own, or the one they had."""
    for keys in _parts(learners):
        back = Enrolment.objects.filter(classroom=room, learner__in=keys)
        had = set(back.values_list("learner_id", flat=True))
        back.exclude(removed_at=None).update(removed_at=None, joined_at=at)
        Enrolment.objects.bulk_create(
            [Enrolment(classroom_id=room, learner_id=who, joined_at=at) for who in keys if who not in had],
            batch_size=BATCH,
        )


def _noted(found: Plan, rooms: Mapping[str, Classroom], at: datetime) -> None:
    """A line in the history of each class that is another now."""
    counts: defaultdict[UUID, Counter[str]] = defaultdict(Counter)
    for change in found.changes:
        room = change.room or rooms[change.key]
        counts[room.pk] += Counter({change.kind.value: change.kind != Kind.UNCHANGED})
    for room in {room.pk: room for room in rooms.values()}.values():
        if counts[room.pk]:
            note(found.scope.actor, room, "imported", at, **counts[room.pk])


def _parts(keys: list[Key]) -> Iterable[list[Key]]:
    return (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
