"""The list of first steps of a class: put away, brought back; and that its reports were opened."""

from datetime import datetime

from django.db import transaction

from trailstone.goals.models import Starter
from trailstone.people.access import own_open_class
from trailstone.people.models import Classroom, User


@transaction.atomic
def reports_opened(*, actor: User, classroom: Classroom, at: datetime) -> None:
    """Note that a teacher looked at the reports; the first time is kept. Raises as ``dismiss_starter``."""
    kept = _kept(actor, classroom)
    kept.reports_at = kept.reports_at or at
    kept.save()


@transaction.atomic
def dismiss_starter(*, actor: User, classroom: Classroom, at: datetime) -> None:
    """Put the list away, for all teachers of the class.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived.
    """
    kept = _kept(actor, classroom)
    kept.dismissed_at = kept.dismissed_at or at
    kept.save()


@transaction.atomic
def return_starter(*, actor: User, classroom: Classroom) -> None:
    """Show the list again. Raises as ``dismiss_starter``."""
    kept = _kept(actor, classroom)
    kept.dismissed_at = None
    kept.save()


def _kept(actor: User, classroom: Classroom) -> Starter:
    room = own_open_class(actor, classroom)
    return Starter.objects.filter(classroom=room).first() or Starter(classroom=room)
