"""Who has an assignment: more learners, late joiners, fewer learners, and more time for one."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from trailstone.assignments import checks, log, moments
from trailstone.assignments.actions.giving import told
from trailstone.assignments.actions.storing import give
from trailstone.assignments.log import What
from trailstone.assignments.models import Assignment, Share
from trailstone.assignments.queries.late import late_joiners
from trailstone.assignments.results import Given
from trailstone.people.access import chosen_learners, own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, User


@transaction.atomic
def add_learners(*, actor: User, assignment: Assignment, learners: Collection[UUID] | None, at: datetime) -> Given:
    """Give the assignment to more learners of its class (None: to everybody). Those who have it keep it as it is.

    Raises:
        OutOfReach: not the actor's class.
        Refused: it was archived; see ``checks.good_learners``.
    """
    found = checks.own_live_assignment(actor, assignment)
    return told(found, give(found, checks.good_learners(found.classroom, learners), actor, at))


@transaction.atomic
def add_late_joiners(
    *, actor: User, classroom: Classroom, at: datetime, learners: Collection[UUID] | None = None
) -> tuple[Given, ...]:
    """Give learners who joined later what ``queries.late_joiners`` offers for them. None: all of them.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; see ``checks.good_learners``.
    """
    room = own_open_class(actor, classroom)
    wanted = {person.pk for person in checks.good_learners(room, learners)}
    offers = [offer for offer in late_joiners(room, at) if offer.learner_id in wanted]
    keys = dict.fromkeys(key for offer in offers for key, _ in offer.missing)
    who = {key: [offer.learner_id for offer in offers if key in dict(offer.missing)] for key in keys}
    found = Assignment.objects.in_bulk(list(keys))
    return tuple(add_learners(actor=actor, assignment=found[key], learners=who[key], at=at) for key in keys)


@transaction.atomic
def extend(
    *, actor: User, assignment: Assignment, learners: Collection[UUID], due_at: datetime | None, at: datetime
) -> Assignment:
    """Give these learners until ``due_at``, a later moment than the others'; None takes their longer time away.

    Raises:
        OutOfReach: not the actor's class.
        Refused: it was archived; nobody is chosen, or somebody has it not; the moment is not later than everybody's,
            or is past.
    """
    found = checks.own_live_assignment(actor, assignment)
    shares = _shares(found, learners)
    if due_at is not None:
        checks.good_dates(found.starts_at, due_at, found.zone, at)
        if due_at <= found.due_at:
            due = moments.words(found.due_at, found.zone)
            raise Refused(f"Everybody has until {due} already. Choose a later moment for more time.")
    changing = [share for share in shares if share.due_at != due_at]
    if changing:
        Share.objects.filter(pk__in=[share.pk for share in changing]).update(due_at=due_at)
        who = [share.learner_id for share in changing]
        log.note(found, actor, at, What.EXTENDED, learners=who, due_at=due_at)
    return found


@transaction.atomic
def remove_learners(*, actor: User, assignment: Assignment, learners: Collection[UUID], at: datetime) -> Assignment:
    """Take the assignment from these learners; work and levels stay. Those who have it not are left alone.

    ``add_learners`` gives it back.

    Raises:
        OutOfReach: not the actor's class.
        Refused: it was archived; nobody is chosen.
    """
    found = checks.own_live_assignment(actor, assignment)
    if not learners:
        raise Refused("No learner is chosen. Choose at least one.")
    had = found.shares.filter(learner__in=learners, removed_at=None)
    who = list(had.values_list("learner_id", flat=True))
    had.update(removed_at=at)
    if who:
        log.note(found, actor, at, What.TAKEN, learners=who)
    return found


@transaction.atomic
def put_in(*, actor: User, assignment: Assignment, learners: Collection[UUID], at: datetime) -> Assignment:
    """Give these learners all of the assignment, also what they were left out of.

    Raises:
        OutOfReach: not the actor's class.
        Refused: it was archived; nobody is chosen, or somebody has it not.
    """
    found = checks.own_live_assignment(actor, assignment)
    changing = [share for share in _shares(found, learners) if share.without]
    Share.objects.filter(pk__in=[share.pk for share in changing]).update(without=[])
    if changing:
        log.note(found, actor, at, What.PUT_IN, learners=[share.learner_id for share in changing])
    return found


def _shares(found: Assignment, learners: Collection[UUID]) -> list[Share]:
    chosen_learners(found.classroom, learners)
    shares = list(found.shares.filter(learner__in=learners, removed_at=None))
    if len(shares) < len(set(learners)):
        raise Refused("Somebody you chose does not have this assignment. Add them to it first.")
    return shares
