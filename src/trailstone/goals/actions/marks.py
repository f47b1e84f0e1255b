"""Marks on an achieved goal: celebrated by the learner, seen by the teacher. Each is made once."""

from collections.abc import Collection
from datetime import datetime

from trailstone.goals.models import Aim
from trailstone.people.models import User


def celebrate(*, learner: User, aim_id: int, at: datetime) -> bool:
    """Mark the learner's achieved goal as celebrated. True the first time only; False for what is not theirs, too."""
    waiting = Aim.objects.filter(pk=aim_id, learner=learner, celebrated_at=None).exclude(achieved_at=None)
    return waiting.update(celebrated_at=at) == 1


def seen_by_teacher(*, actor: User, aim_ids: Collection[int], at: datetime) -> int:
    """Mark achieved goals of the actor's own classes as seen. Returns how many were new to be seen."""
    own = Aim.objects.filter(pk__in=aim_ids, goal__classroom__in=actor.taught_classes.values("pk"))
    return own.filter(seen_by_teacher_at=None).exclude(achieved_at=None).update(seen_by_teacher_at=at)
