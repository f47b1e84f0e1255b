"""A learner changes from one class to another."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from trailstone.people.access import chosen_learners, own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, Enrolment, User
from trailstone.people.records import note


@transaction.atomic
def move_learner(*, actor: User, classroom: Classroom, learner: UUID, to: Classroom, at: datetime) -> User:
    """Take a learner out of one class of the actor's and put them into another. Account, work and levels stay theirs.

    Raises:
        OutOfReach: one of the classes is not the actor's.
        Refused: it is the same class, one of them is archived, or the learner is not in the first.
    """
    here, there = _both(actor, classroom, to)
    if here == there:
        raise Refused(f"The learner is in {here.name} already. Choose another class.")
    (person,) = chosen_learners(here, [learner])
    old = Enrolment.objects.get(classroom=here, learner=person)
    place, fresh = Enrolment.objects.get_or_create(
        classroom=there, learner=person, defaults={"joined_at": at, "nickname": old.nickname}
    )  # fmt: skip
    if not fresh and place.removed_at:
        place.removed_at, place.joined_at = None, at
        place.save(update_fields=["removed_at", "joined_at"])
    old.removed_at = at
    old.save(update_fields=["removed_at"])
    note(actor, here, "moved-out", at, learner=person.pk, to=there.pk)
    note(actor, there, "moved-in", at, learner=person.pk, out_of=here.pk)
    return person


def _both(actor: User, one: Classroom, other: Classroom) -> tuple[Classroom, Classroom]:
    """The two classes, locked in the order of their keys, so that two moves never wait for each other."""
    locked = {room.pk: own_open_class(actor, room) for room in sorted((one, other), key=lambda room: room.pk)}
    return locked[one.pk], locked[other.pk]
