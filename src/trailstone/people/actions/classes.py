"""Classes: open, rename, archive, restore, delete."""

from datetime import datetime

from django.db import transaction

from trailstone.people import codes, names
from trailstone.people.access import own_class, own_open_class
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import Classroom, Teaching, User
from trailstone.people.records import note


@transaction.atomic
def open_class(*, actor: User, name: str, at: datetime) -> Classroom:
    """A new class of the actor's, with a code of its own.

    Raises:
        OutOfReach: the actor does not teach.
        Refused: the name is empty or too long, or a live class of the actor's has it (a second click, for example).
    """
    if not actor.teaches or not actor.is_active:
        raise OutOfReach("Only teachers can open a class.")
    User.objects.select_for_update(no_key=True).get(pk=actor.pk)  # two clicks: one after the other
    made = Classroom(school=actor.school, name=_new_name(actor, name), code=codes.new_code(), created_at=at)
    made.code_since = at
    made.save(force_insert=True)
    Teaching.objects.create(classroom=made, teacher=actor, since=at)
    return made


@transaction.atomic
def rename_class(*, actor: User, classroom: Classroom, name: str) -> Classroom:
    """Give the class another name.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; the name is empty, too long or that of another live class of the actor's.
    """
    found = own_open_class(actor, classroom)
    return _write(found, name=_new_name(actor, name, but=found))


@transaction.atomic
def archive_class(*, actor: User, classroom: Classroom, at: datetime) -> Classroom:
    """Make the class read-only; learners no longer see it. Levels and work stay. The first archiving's time is kept."""
    found = own_class(actor, classroom)
    return _write(found, archived_at=found.archived_at or at)


@transaction.atomic
def restore_class(*, actor: User, classroom: Classroom) -> Classroom:
    """Make an archived class live again. Raises OutOfReach when it is not the actor's class."""
    return _write(own_class(actor, classroom), archived_at=None)


@transaction.atomic
def delete_class(*, actor: User, classroom: Classroom, typed: str, at: datetime) -> None:
    """Delete a class with its goals, groups and places. The learners' accounts, work and levels stay.

    ``typed``: the name of the class, as somebody typed it to show that they mean it. An archived class may go as well.

    Raises:
        OutOfReach: not the actor's class.
        Refused: another name was typed.
    """
    found = own_class(actor, classroom)
    if " ".join(typed.split()).casefold() != found.name.casefold():
        raise Refused(f"Nothing is deleted. To delete the class, type its name: {found.name}")
    Classroom.objects.select_for_update().get(pk=found.pk)  # whoever joins in this moment waits, and then finds none
    note(actor, found, "deleted", at, name=found.name, learners=found.learners.count())
    found.delete()


def _write(classroom: Classroom, **fields: object) -> Classroom:
    for field, value in fields.items():
        setattr(classroom, field, value)
    classroom.save(update_fields=list(fields))
    return classroom


def _new_name(actor: User, name: str, but: Classroom | None = None) -> str:
    name = names.checked(name, "the class")
    others = actor.taught_classes.filter(name=name, archived_at=None)
    others = others.exclude(pk=but.pk) if but else others
    if others.exists():
        raise Refused(f"You have a class called {name} already. Open that one, or choose another name.")
    return name
