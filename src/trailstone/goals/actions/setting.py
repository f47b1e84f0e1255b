"""Setting goals: course mastery placement, unit goals, and learners who join later."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trailstone.goals import checks, queries
from trailstone.goals.actions.sharing import share
from trailstone.goals.models import Goal
from trailstone.goals.results import Placed
from trailstone.people import calendar
from trailstone.people.access import chosen_learners, own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, User


@transaction.atomic
def place(
    *,
    actor: User,
    classroom: Classroom,
    course_id: str,
    learners: Collection[UUID] | None,
    due: date,
    at: datetime,
    target: int | None = None,
) -> Placed:
    """*Create course goal*: the learners work towards mastery of the course until ``due``.

    For learners who have the goal it moves the due date, and the result says so. Goals of the same learners in other
    courses stay. ``target`` (percent; a new goal has 80 unless told) is one for all learners of a goal.

    Raises:
        OutOfReach: not the actor's class.
        Refused: see ``goals.checks`` and ``people.access``.
    """
    room = own_open_class(actor, classroom)
    course = checks.attached_course(room, course_id)
    people = chosen_learners(room, learners)
    goal = Goal(classroom=room, course_id=course.id, unit_id=None)
    return share(goal, people, actor=actor, due=checks.good_due(room, due, at), target=target, at=at)


@transaction.atomic
def set_unit_goals(
    *,
    actor: User,
    classroom: Classroom,
    unit_ids: Sequence[str],
    learners: Collection[UUID] | None,
    due: date,
    at: datetime,
    target: int | None = None,
) -> tuple[Placed, ...]:
    """One unit mastery goal for each unit, all or none. Otherwise as ``place``.

    Raises:
        OutOfReach: not the actor's class.
        Refused: no unit is chosen, or one that is in none of the class's courses; see ``place``.
    """
    room = own_open_class(actor, classroom)
    if not unit_ids:
        raise Refused("No unit is chosen. Choose at least one.")
    units = [checks.unit_of_class(room, unit_id) for unit_id in dict.fromkeys(unit_ids)]
    people = chosen_learners(room, learners)
    due = checks.good_due(room, due, at)
    goals = [Goal(classroom=room, course_id=course.id, unit_id=unit.id) for course, unit in units]
    return tuple(share(goal, people, actor=actor, due=due, target=target, at=at) for goal in goals)


@transaction.atomic
def add_learners(*, actor: User, goal: Goal, learners: Collection[UUID] | None, at: datetime) -> Placed:
    """Give a goal to more learners of its class, with the goal's due date. Those who have it keep their own date.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the goal was removed; its date has passed; see ``people.access``.
    """
    found = checks.own_live_goal(actor, goal)
    people = chosen_learners(found.classroom, learners)
    due = checks.good_due(found.classroom, found.due, at)
    return share(found, people, actor=actor, due=due, target=None, at=at, move=False)


@transaction.atomic
def add_late_joiners(
    *, actor: User, classroom: Classroom, at: datetime, learners: Collection[UUID] | None = None
) -> tuple[Placed, ...]:
    """Give learners who joined later the goals that ``queries.late_joiners`` offers for them. None: all of them.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; see ``people.access``.
    """
    room = own_open_class(actor, classroom)
    wanted = {person.pk for person in chosen_learners(room, learners)}
    offers = queries.late_joiners(room, calendar.today(room.school, at))
    goal_ids = dict.fromkeys(goal_id for offer in offers if offer.learner_id in wanted for goal_id, _ in offer.missing)
    who = {goal_id: _lacking(offers, goal_id) & wanted for goal_id in goal_ids}
    goals = Goal.objects.in_bulk(list(goal_ids))
    return tuple(add_learners(actor=actor, goal=goals[each], learners=who[each], at=at) for each in goal_ids)


def _lacking(offers: Sequence[queries.LateJoiner], goal_id: UUID) -> set[UUID]:
    return {offer.learner_id for offer in offers if goal_id in {each for each, _ in offer.missing}}
