"""When a goal counts as achieved: the rounded percent on the screen reaches its target. Achieved stays achieved."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from mastery.goals import is_achieved
from trailstone.goals import scope
from trailstone.goals.models import Aim
from trailstone.people.models import User


def mark_achieved(aims: Collection[Aim], school_id: int, at: datetime) -> list[Aim]:
    """Give each aim at its target that has no date yet the date ``at``, and return those.

    ``aims``: with their goals loaded. One query a course to look, one to write.
    """
    standing = scope.standings(aims, school_id)
    reached = [aim for aim in aims if not aim.achieved_at and is_achieved(standing[aim.pk].percent, aim.goal.target)]
    for aim in reached:
        aim.achieved_at = at
    if reached:
        Aim.objects.filter(pk__in=[aim.pk for aim in reached]).update(achieved_at=at)
    return reached


def hold_levels(learners: Collection[UUID]) -> None:
    """Let activities that these learners are finishing wait, so that none slips between a new goal and its first look.

    Finishing takes the same lock. Call it before any share of theirs is written, or two transactions wait for ever.
    """
    people = User.objects.filter(pk__in=learners).order_by("pk")
    list(people.select_for_update(no_key=True).values_list("pk"))
