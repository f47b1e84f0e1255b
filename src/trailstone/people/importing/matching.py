"""Which accounts of the site the learners of a file are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from trailstone.people import usernames
from trailstone.people.importing.scope import Scope
from trailstone.people.importing.wanted import Person, Wanted
from trailstone.people.models import Classroom, Enrolment, Role, User

TWO = "Two learners of the class are called {}. Give the row an id or a user name."
SWAPPED = "The id is that of {}, the user name that of {}. Correct one of them."
NO_LEARNER = "“{}” is the account of somebody who teaches, not of a learner."
SUSPENDED = "The account {} is suspended, so it cannot be put in a class."
ELSEWHERE = (
    "{} has an account at the school and was never in a class of yours. Give them the class code, or ask the owner of "
    "the site to import the file."
)
TAKEN = "The user name “{}” is taken. Choose another, or leave the cell empty."


@dataclass(frozen=True, slots=True)
class Account:
    """What has to be known of an account."""

    pk: UUID
    name: str
    username: str
    source_id: str
    role: str
    active: bool


@dataclass(frozen=True, slots=True)
class Known:
    """The accounts of the school, and who is or was in which of the classes. Three queries."""

    people: Mapping[UUID, Account]
    by_id: Mapping[str, Account]
    by_username: Mapping[str, Account]
    taken: Collection[str]  # user names of the whole site that are like one in the file
    asked: Collection[str]  # user names in the file
    places: Mapping[UUID, Mapping[UUID, bool]]  # by class: who is (True) or was in it
    by_name: Mapping[UUID, Mapping[str, Sequence[Account]]] = field(default_factory=dict)

    @classmethod
    def of(cls, scope: Scope, wanted: Wanted, touched: Iterable[Classroom]) -> "Known":
        fields = ("pk", "name", "username", "source_id", "role", "is_active")
        rows = User.objects.filter(school=scope.school).values_list(*fields)
        people = {row[0]: Account(*row) for row in rows.iterator()}
        places: dict[UUID, dict[UUID, bool]] = defaultdict(dict)
        held = Enrolment.objects.filter(classroom__in=scope.rooms).values_list(
            "classroom_id", "learner_id", "removed_at"
        )
        for room, learner, removed_at in held.iterator():
            places[room][learner] = removed_at is None
        bases = [one.username or usernames.proposed(one.name) for one in wanted.people.values()]
        return cls(
            people,
            {each.source_id: each for each in people.values() if each.source_id},
            {each.username: each for each in people.values()},
            usernames.taken_like(bases),
            {one.username for one in wanted.people.values() if one.username},
            places,
            {room.pk: _names(places[room.pk], people) for room in touched},
        )

    def in_room(self, room: UUID) -> list[UUID]:
        """Who is in the class now."""
        return [who for who, now in self.places.get(room, {}).items() if now]

    def is_in(self, learner: UUID, room: UUID) -> bool:
        return self.places.get(room, {}).get(learner, False)


def _names(places: Mapping[UUID, bool], people: Mapping[UUID, Account]) -> Mapping[str, Sequence[Account]]:
    """Who is called what in the class: those in it now, or where none of them has the name, those who were."""
    now, once = defaultdict[str, list[Account]](list), defaultdict[str, list[Account]](list)
    for who, here in places.items():
        person = people[who]
        (now if here else once)[person.name.casefold()].append(person)
    return once | now


class Match:
    """Finds the account of each learner of the file; an account is one learner's only."""

    def __init__(self, known: Known, scope: Scope) -> None:
        self.known, self._scope = known, scope
        self._own: dict[UUID, str] = {}
        self._ours = {who for places in known.places.values() for who in places}
        self._names = usernames.Free({*known.taken, *known.asked})
        self._proposed: dict[str, str] = {}
        self._claims: dict[str, str] = {}

    def find(self, person: Person, room: Classroom | None) -> Account | str | None:
        """The account, None when there is none yet, or a sentence why the row cannot stand."""
        if person.username and self._claims.setdefault(person.username, person.key) != person.key:
            return f"The user name “{person.username}” is in the file twice. Every learner has their own."
        by_id = self.known.by_id.get(person.source_id) if person.source_id else None
        by_username = self.known.by_username.get(person.username) if person.username else None
        if by_id and by_username and by_id != by_username:
            return SWAPPED.format(by_id.username, by_username.username)
        found = by_id or by_username
        if found and person.source_id and found.source_id not in ("", person.source_id):
            return TAKEN.format(found.username)
        if found is None and room is not None and not person.username:
            same = self._unclaimed(person, room)
            if len(same) > 1:
                return TWO.format(person.name)
            found = same[0] if same else None
        return self._checked(found, person)

    def username(self, person: Person, found: Account | None) -> str:
        """What the learner signs in with, afterwards."""
        if found:
            return person.username or found.username
        if not person.username and person.key not in self._proposed:
            self._proposed[person.key] = self._names.take(usernames.proposed(person.name))
        return person.username or self._proposed[person.key]

    def _unclaimed(self, person: Person, room: Classroom) -> list[Account]:
        same = self.known.by_name.get(room.pk, {}).get(person.name.casefold(), ())
        return [each for each in same if not (person.source_id and each.source_id)]

    def _checked(self, found: Account | None, person: Person) -> Account | str | None:
        if found is None:
            return TAKEN.format(person.username) if person.username in self.known.taken else None
        reasons = (
            (found.role != Role.LEARNER, NO_LEARNER.format(found.username)),
            (not found.active, SUSPENDED.format(found.username)),
            (not self._scope.anybody and found.pk not in self._ours, ELSEWHERE.format(person.name)),
            (self._own.setdefault(found.pk, person.key) != person.key, "Another row is the same learner already."),
            (self._renamed_to_taken(found, person), TAKEN.format(person.username)),
        )
        return next((said for holds, said in reasons if holds), found)

    def _renamed_to_taken(self, found: Account, person: Person) -> bool:
        return person.username not in ("", found.username) and person.username in self.known.taken
