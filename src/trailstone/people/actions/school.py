"""The first run, and the people who run the school."""

from datetime import datetime

from django.db import transaction

from trailstone.people import calendar, names, newcomer
from trailstone.people.errors import OutOfReach, Refused
from trailstone.people.models import DEFAULT_SCHOOL, Role, School, User
from trailstone.people.newcomer import Then, nothing


def first_run(
    *, school_name: str, time_zone: str, name: str, username: str, password: str, at: datetime, then: Then = nothing
) -> User:
    """Make the school and its owner, once in the life of a site; ``then`` in the same transaction.

    Raises:
        Refused: the site has an owner already, or a field is empty, too long, unknown or too weak.
    """
    if School.objects.exists():
        raise Refused("This site is set up already. Sign in, or ask its owner for an account.")
    if not calendar.is_time_zone(time_zone):
        raise Refused(f"“{time_zone}” is not a time zone. Choose one from the list, for example Africa/Lagos.")
    school = School(
        pk=DEFAULT_SCHOOL, name=names.checked(school_name, "the school"), time_zone=time_zone, created_at=at
    )
    owner = newcomer.account(school, Role.OWNER, name, username, password, at)
    with transaction.atomic():
        if not School.objects.get_or_create(pk=school.pk, defaults=_fields(school))[1]:
            raise Refused("This site is set up already. Sign in, or ask its owner for an account.")
        newcomer.store(owner)
        then(owner)
    return owner


def add_teacher(*, actor: User, name: str, username: str, password: str, at: datetime) -> User:
    """Make an account for a teacher, who chooses a password of their own at the first sign-in.

    Raises:
        OutOfReach: the actor is not the owner.
        Refused: the user name is taken, or a field is empty, too long or too weak.
    """
    if actor.role != Role.OWNER or not actor.is_active:
        raise OutOfReach("Only the owner of the site can add teachers.")
    teacher = newcomer.account(actor.school, Role.TEACHER, name, username, password, at)
    teacher.must_change_password = True
    newcomer.store(teacher)
    return teacher


def _fields(school: School) -> dict[str, object]:
    return {"name": school.name, "time_zone": school.time_zone, "created_at": school.created_at}
