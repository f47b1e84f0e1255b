"""A learner's last days and latest attempts together: both are told by the same rows of the log."""

from datetime import date
from typing import Final

from django.db.models import Q

from trailstone.people.models import User
from trailstone.practice.models import Answer, Attempt
from trailstone.progress.models import LevelChange
from trailstone.reports.learner.story import MOVED, Story, moved, span_of, told
from trailstone.reports.tried import Tried, latest, rows_of

STEP: Final = ("attempt_id", "at", "number")


def glance(learner: User, first: date, last: date) -> tuple[Story, tuple[Tried, ...]]:
    """The story of the school's days ``first`` to ``last``, and what was tried latest. Three queries."""
    since, until = span_of(learner.school, first, last)
    attempts = latest(learner)
    shown = {attempt.id for attempt in attempts}
    own = {"school_id": learner.school_id, "learner_id": learner.pk}
    changes = LevelChange.objects.filter(Q(at__gte=since, at__lt=until) | Q(attempt_id__in=shown), **own)
    rows = list(changes.order_by("at", "id").values_list(*MOVED))
    alive = Q(started_at__lt=until) & (Q(finished_at=None) | Q(finished_at__gte=since))
    mine = Attempt.objects.filter(alive | Q(id__in=shown), **own).order_by().values("id")
    taken = Answer.objects.filter(school_id=learner.school_id, attempt_id__in=mine).order_by("at", "id")
    steps = list(taken.values_list(*STEP))
    moves = [moved(*row) for row in reversed(rows) if since <= row[5] < until]
    return (
        told(learner.school, first, last, moves, [(at, number) for _, at, number in steps if since <= at < until]),
        rows_of(learner, attempts, [row[:5] for row in rows], [(attempt, at) for attempt, at, _ in steps]),
    )
