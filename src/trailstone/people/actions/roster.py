"""Who learns in a class."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from trailstone.people import cards, names, newcomer
from trailstone.people.access import own_open_class
from trailstone.people.cards import Card, Secret
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, Enrolment, Role, User
from trailstone.people.names import PastedName


@dataclass(frozen=True, slots=True)
class Added:
    """What came of pasted names: login cards to print now (passwords are not kept), and the lines left out."""

    cards: tuple[Card, ...]
    left_out: tuple[PastedName, ...]


def add_learners(
    *,
    actor: User,
    classroom: Classroom,
    pasted: str,
    at: datetime,
    same_names: bool = False,
    secrets: Sequence[Secret] | None = None,
    seen: str = "",
) -> Added:
    """Make an account and a place in the class for every pasted name (see ``names.preview``).

    A name that is in the class already is left out, so that sending a list twice adds nobody twice;
    ``same_names`` adds such a learner too (two Amina Karimis). ``secrets``: passwords made beforehand, for a caller
    who holds the database locked. ``seen``: the ``names.fingerprint`` of the class that somebody looked at; with
    ``same_names`` another one is refused, or a second click would add everybody twice.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; no name is in the text, or more than ``names.MOST``; the class became another
            while the passwords were made, so that somebody would be left out or added twice.
    """
    with transaction.atomic():
        own_open_class(actor, classroom)
    fresh = [row for row in names.preview(pasted, classroom=classroom, same_names=same_names) if row.accepted]
    # Slow on purpose, so not while the database is locked.
    secrets = cards.new_secrets(len(fresh)) if secrets is None else secrets
    with transaction.atomic():
        room = own_open_class(actor, classroom)
        rows = names.preview(pasted, classroom=room, same_names=same_names)
        wanted = [row for row in rows if row.accepted]
        overtaken = same_names and seen and seen != names.fingerprint(room)
        if overtaken or len(wanted) > len(secrets):
            raise Refused(f"{room.name} changed a moment ago. Look at the list once more, then add it.")
        made = [_enrol(room, row, secret, at) for row, secret in zip(wanted, secrets, strict=False)]
    return Added(tuple(made), tuple(row for row in rows if not row.accepted))


def _enrol(classroom: Classroom, row: PastedName, secret: Secret, at: datetime) -> Card:
    learner = User(school=classroom.school, role=Role.LEARNER, name=row.name, username=row.username, created_at=at)
    learner.password = secret.encoded
    newcomer.store(learner)
    Enrolment.objects.create(classroom=classroom, learner=learner, joined_at=at)
    return Card(learner.pk, learner.name, learner.username, secret.password)


@transaction.atomic
def remove_learner(*, actor: User, classroom: Classroom, learner: UUID, at: datetime) -> None:
    """End a learner's place in the class; account, work and levels stay. Somebody not in it is left alone.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived.
    """
    room = own_open_class(actor, classroom)
    Enrolment.objects.filter(classroom=room, learner=learner, removed_at=None).update(removed_at=at)


@transaction.atomic
def return_learner(*, actor: User, classroom: Classroom, learner: UUID, at: datetime) -> None:
    """Undo a removal: the learner is in the class again, with goals as they were.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; the learner was never in it.
    """
    room = own_open_class(actor, classroom)
    places = Enrolment.objects.filter(classroom=room, learner=learner)
    if not places.exists():
        raise Refused(f"This learner was never in {room.name}. Give out the class code instead.")
    places.exclude(removed_at=None).update(removed_at=None, joined_at=at)
