"""When a teacher was last in a class, so that pages can tell what happened since."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Case, F, Q, Value, When

from trailstone.people.models import Classroom, Teaching, User

A_VISIT: Final = timedelta(minutes=30)  # between two looks of one visit, at most


def visit(*, actor: User, classrooms: Collection[Classroom], at: datetime) -> None:
    """Note that the actor is looking at these classes now; others than the own are left alone. One statement."""
    own = Teaching.objects.filter(teacher=actor, classroom__in=classrooms)
    new_visit = Q(here_at__lt=at - A_VISIT)
    own.filter(Q(here_at=None) | Q(here_at__lt=at)).update(
        told_since=Case(When(new_visit, then=F("here_at")), default=F("told_since")), here_at=Value(at)
    )


def seen(*, actor: User, classrooms: Collection[Classroom], at: datetime) -> None:
    """Put away what happened: from now on only what is new is told. One statement."""
    Teaching.objects.filter(teacher=actor, classroom__in=classrooms).update(told_since=at, here_at=at)


def last_visits(user: User, classrooms: Collection[Classroom], at: datetime) -> dict[UUID, datetime]:
    """By class, when the visit before the present one ended; classes that are seen for the first time are not in it."""
    rows = Teaching.objects.filter(teacher=user, classroom__in=classrooms)
    found = {}
    for room, here, told in rows.values_list("classroom_id", "here_at", "told_since"):
        since = here if here and here < at - A_VISIT else told
        if since:
            found[room] = since
    return found
