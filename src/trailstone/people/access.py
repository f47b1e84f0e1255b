"""Whose class it is: every action of a teacher starts here."""

from collections.abc import Collection
from uuid import UUID

from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import Classroom, User


def own_class(actor: User, classroom: Classroom) -> Classroom:
    """The class, read again and locked until the transaction ends, so that two clicks come one after the other.

    Raises:
        OutOfReach: the actor does not teach it.
    """
    found = Classroom.objects.filter(pk=classroom.pk, teachings__teacher=actor) if actor.is_active else None
    locked = found.select_related("school").select_for_update(of=("self",), no_key=True).first() if found else None
    if locked is None:
        raise OutOfReach("This class is not one of yours.")
    return locked


def own_open_class(actor: User, classroom: Classroom) -> Classroom:
    """As ``own_class``, for what changes a class.

    Raises:
        OutOfReach: the actor does not teach it.
        Refused: it is archived.
    """
    found = own_class(actor, classroom)
    if found.archived_at:
        raise Refused(f"{found.name} is archived, so nothing in it can change. Restore the class first.")
    return found


def chosen_learners(classroom: Classroom, learners: Collection[UUID] | None) -> list[User]:
    """The chosen learners of the class, by name; everybody in it for None.

    Raises:
        Refused: nobody was chosen, nobody is in the class, or somebody chosen is not in it.
    """
    there = list(classroom.learners)
    if learners is None and not there:
        raise Refused(f"Nobody is in {classroom.name} yet. Add learners first.")
    if learners is not None and not learners:
        raise Refused("No learner is chosen. Choose at least one.")
    wanted = {user.pk for user in there} if learners is None else set(learners)
    if wanted - {user.pk for user in there}:
        raise Refused(f"Somebody you chose is not in {classroom.name}. Look at the list again, then choose.")
    return [user for user in there if user.pk in wanted]
