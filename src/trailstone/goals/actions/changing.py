"""Changing a goal that is there: dates, target, learners, removal and its undoing."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trailstone.goals import checks, log, scope
from trailstone.goals.actions.sharing import look_for_achieved, move_due, set_target
from trailstone.goals.log import What
from trailstone.goals.models import Aim, Goal
from trailstone.goals.results import Moved, Placed
from trailstone.people.errors import Refused
from trailstone.people.models import User


@transaction.atomic
def change_due(*, actor: User, goal: Goal, learners: Collection[UUID] | None, due: date, at: datetime) -> Placed:
    """Give the goal another due date, for the chosen learners or (None) for all who have it.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the goal was removed; the date is in the past or too far ahead; a chosen learner has not the goal.
    """
    found = checks.own_live_goal(actor, goal)
    due = checks.good_due(found.classroom, due, at)
    aims = _aims(found, learners)
    moving = [aim for aim in aims if aim.due != due]
    moved = tuple(Moved(aim.learner.name, aim.due) for aim in moving)
    kept = tuple(aim.learner.name for aim in aims if aim.due == due)
    move_due(found, moving, actor, due, at)
    return Placed(found.pk, scope.title(found), due, found.target, moved=moved, kept=kept)


@transaction.atomic
def change_target(*, actor: User, goal: Goal, target: int, at: datetime) -> Placed:
    """Give the goal another target (percent), for all learners. A lower one may be achieved at once; achieved stays.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the goal was removed; the target is not from 50 to 100.
    """
    found = checks.own_live_goal(actor, goal)
    was = set_target(found, target, actor, at)
    reached = tuple(aim.learner.name for aim in look_for_achieved(found, at))
    return Placed(found.pk, scope.title(found), found.due, found.target, achieved=reached, target_was=was)


@transaction.atomic
def unassign(*, actor: User, goal: Goal, learners: Collection[UUID], at: datetime) -> None:
    """Take the goal from these learners; work and levels stay. Those who have not the goal are left alone.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the goal was removed; nobody is chosen.
    """
    found = checks.own_live_goal(actor, goal)
    if not learners:
        raise Refused("No learner is chosen. Choose at least one.")
    had = found.aims.filter(learner__in=learners, unassigned_at=None)
    who = list(had.values_list("learner_id", flat=True))
    had.update(unassigned_at=at)
    if who:
        log.note(found, actor, at, What.UNASSIGNED, learners=who)


@transaction.atomic
def remove(*, actor: User, goal: Goal, at: datetime) -> Goal:
    """Put the goal away; levels and achievements stay. ``bring_back`` undoes it.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived.
    """
    found = checks.own_goal(actor, goal)
    return found if found.archived_at else _archived(found, at, actor, at, What.REMOVED)


@transaction.atomic
def bring_back(*, actor: User, goal: Goal, at: datetime) -> Goal:
    """Undo a removal: learners, dates and achievements are as they were; what was achieved meanwhile counts from now.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived, has a newer goal on the same, or works on the course no more.
    """
    found = checks.own_goal(actor, goal)
    if not found.archived_at:
        return found
    checks.attached_course(found.classroom, found.course_id)
    live = Goal.objects.filter(classroom=found.classroom, archived_at=None)
    if live.filter(course=found.course_id, unit=found.unit_id).exists():
        raise Refused(f"{found.classroom.name} has a newer goal for {scope.title(found)}. Change that one instead.")
    _archived(found, None, actor, at, What.BROUGHT_BACK)
    look_for_achieved(found, at)
    return found


def _archived(goal: Goal, archived_at: datetime | None, actor: User, at: datetime, what: What) -> Goal:
    goal.archived_at = archived_at
    goal.save(update_fields=["archived_at"])
    log.note(goal, actor, at, what)
    return goal


def _aims(goal: Goal, learners: Collection[UUID] | None) -> list[Aim]:
    """The shares of the chosen learners, by name; all for None."""
    if learners is not None and not learners:
        raise Refused("No learner is chosen. Choose at least one.")
    aims = goal.aims.filter(unassigned_at=None).select_related("learner").order_by("learner__name", "learner_id")
    found = [aim for aim in aims if learners is None or aim.learner_id in learners]
    if learners is not None and len(found) < len(set(learners)):
        raise Refused("Somebody you chose does not have this goal. Add them to it first.")
    return found
