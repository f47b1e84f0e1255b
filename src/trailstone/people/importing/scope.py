"""What somebody may change with a file."""

from dataclasses import dataclass

from trailstone.people.models import Classroom, Role, School, User


@dataclass(frozen=True, slots=True)
class Scope:
    """``rooms``: the live classes it may touch. ``here``: the class whose page it is sent from, or None.

    ``anybody``: it may bring in any learner of the school. Without it only those who are or were in one of the rooms:
    who is in a class can be given a new password, so a teacher must not take others' learners by naming them.
    """

    actor: User
    school: School
    rooms: tuple[Classroom, ...]
    here: Classroom | None
    anybody: bool


def of_teacher(actor: User, here: Classroom) -> Scope:
    """From the page of a class."""
    rooms = actor.taught_classes.filter(archived_at=None).order_by("created_at", "pk")
    return Scope(actor, here.school, tuple(rooms), here, actor.role == Role.OWNER)


def of_school(owner: User) -> Scope:
    """By whoever runs the site: all classes of the school; new ones are made."""
    rooms = Classroom.objects.filter(school=owner.school, archived_at=None).order_by("created_at", "pk")
    return Scope(owner, owner.school, tuple(rooms), None, True)
