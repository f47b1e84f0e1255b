"""How levels move in a class."""

from django.db import transaction

from mastery import POLICIES
from trailstone.people.access import own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, User


@transaction.atomic
def choose_policy(*, actor: User, classroom: Classroom, policy: str) -> Classroom:
    """Weigh the class's work by another table from the next attempt on (see ``mastery.policies``). Levels stay.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived, or there is no such policy.
    """
    room = own_open_class(actor, classroom)
    if policy not in POLICIES:
        raise Refused("There is no such rule. Choose one from the list.")
    room.policy = policy
    room.save(update_fields=["policy"])
    return room
