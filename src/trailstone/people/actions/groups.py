"""Groups within a class."""

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from trailstone.people import names
from trailstone.people.access import chosen_learners, own_open_class
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import Classroom, Group, GroupPlace, User

MOST: Final = 40  # groups in a class


@transaction.atomic
def make_group(*, actor: User, classroom: Classroom, name: str, learners: Collection[UUID], at: datetime) -> Group:
    """A new group with these learners of the class in it (or nobody yet).

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; the name is empty, too long or another group's; somebody is not in the class;
            the class has MOST groups.
    """
    room = own_open_class(actor, classroom)
    if room.groups.filter(removed_at=None).count() >= MOST:
        raise Refused(f"{room.name} has {MOST} groups. Remove one that is no longer needed first.")
    made = Group.objects.create(classroom=room, name=_free_name(room, name), created_at=at)
    _put_in(made, room, learners)
    return made


@transaction.atomic
def change_group(*, actor: User, classroom: Classroom, group: UUID, name: str, learners: Collection[UUID]) -> Group:
    """Give the group this name and exactly these learners. Raises as ``make_group`` does; OutOfReach for no such group.

    Places of learners who left the class are kept for the day they come back.
    """
    room = own_open_class(actor, classroom)
    found = _group(room, group)
    found.name = _free_name(room, name, but=found)
    found.save(update_fields=["name"])
    _put_in(found, room, learners)
    return found


@transaction.atomic
def remove_group(*, actor: User, classroom: Classroom, group: UUID, at: datetime) -> Group:
    """Take the group away; its learners stay in the class. The first removal's time is kept.

    Raises:
        OutOfReach: not the actor's class, or no group of it.
        Refused: the class is archived.
    """
    found = _group(own_open_class(actor, classroom), group)
    found.removed_at = found.removed_at or at
    found.save(update_fields=["removed_at"])
    return found


@transaction.atomic
def return_group(*, actor: User, classroom: Classroom, group: UUID) -> Group:
    """Undo a removal: the group is there again, with its learners.

    Raises:
        OutOfReach: not the actor's class, or no group of it.
        Refused: the class is archived; another group has the name by now.
    """
    room = own_open_class(actor, classroom)
    found = _group(room, group)
    found.name = _free_name(room, found.name, but=found)
    found.removed_at = None
    found.save(update_fields=["removed_at"])
    return found


def _group(room: Classroom, group: UUID) -> Group:
    found = room.groups.filter(pk=group).first()
    if found is None:
        raise OutOfReach("This group is not in the class.")
    return found


def _free_name(room: Classroom, name: str, but: Group | None = None) -> str:
    name = names.checked(name, "the group")
    others = room.groups.filter(name__iexact=name, removed_at=None)
    others = others.exclude(pk=but.pk) if but else others
    if others.exists():
        raise Refused(f"{room.name} has a group called {name} already. Choose another name.")
    return name


def _put_in(group: Group, room: Classroom, learners: Collection[UUID]) -> None:
    """The group holds these of the class, and nobody else of it."""
    wanted = {user.pk for user in chosen_learners(room, learners)} if learners else set()
    here = room.learners.order_by().values("pk")
    GroupPlace.objects.filter(group=group, learner__in=here).exclude(learner__in=wanted).delete()
    GroupPlace.objects.bulk_create([GroupPlace(group=group, learner_id=who) for who in wanted], ignore_conflicts=True)
