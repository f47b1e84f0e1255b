"""Who teaches a class. All of its teachers may do the same; one of them at least stays."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from trailstone.people import usernames
from trailstone.people.access import own_class, own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, Role, Teaching, User
from trailstone.people.records import note

UNKNOWN = "No teacher of your school has the user name “{}”. Ask your colleague how they sign in."


@transaction.atomic
def add_co_teacher(*, actor: User, classroom: Classroom, username: str, at: datetime) -> User:
    """Let a colleague of the same school teach the class too; adding them again changes nothing.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; no teacher of the school has this user name.
    """
    room = own_open_class(actor, classroom)
    colleague = _colleague(room, username)
    _, fresh = Teaching.objects.get_or_create(classroom=room, teacher=colleague, defaults={"since": at})
    if fresh:
        note(actor, room, "teacher-added", at, teacher=colleague.pk)
    return colleague


@transaction.atomic
def remove_co_teacher(*, actor: User, classroom: Classroom, teacher: UUID, at: datetime) -> None:
    """End somebody's teaching of the class, one's own too. Who does not teach it is left alone.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; nobody who can sign in would teach it any more.
    """
    room = own_open_class(actor, classroom)
    found = room.teachings.filter(teacher=teacher).first()
    if found is None:
        return
    if not room.teachings.exclude(pk=found.pk).filter(teacher__is_active=True).exists():
        raise Refused(f"A class needs a teacher. Add a colleague first, or archive {room.name}.")
    found.delete()
    note(actor, room, "teacher-removed", at, teacher=teacher)


@transaction.atomic
def hand_over(*, actor: User, classroom: Classroom, username: str, at: datetime) -> User:
    """Give the class to a colleague of the same school: they teach it from now on, the actor no longer does.

    An archived class can be handed over too: who leaves the school leaves its past to somebody.

    Raises:
        OutOfReach: not the actor's class.
        Refused: no teacher of the school has this user name, or it is the actor's own.
    """
    room = own_class(actor, classroom)
    colleague = _colleague(room, username)
    if colleague == actor:
        raise Refused("You teach this class already. Type the user name of the colleague who takes it over.")
    Teaching.objects.get_or_create(classroom=room, teacher=colleague, defaults={"since": at})
    room.teachings.filter(teacher=actor).delete()
    note(actor, room, "handed-over", at, teacher=colleague.pk)
    return colleague


def _colleague(room: Classroom, username: str) -> User:
    """A teacher of the class's school. Who is a learner, gone or of another school reads like nobody."""
    people = User.objects.filter(school=room.school_id, role__in=[Role.TEACHER, Role.OWNER], is_active=True)
    wanted = username.strip().lower()
    found = people.filter(username=wanted).first() if usernames.ALLOWED.fullmatch(wanted) else None
    if found is None:
        raise Refused(UNKNOWN.format(wanted[:60]))
    return found
