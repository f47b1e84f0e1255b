"""Giving a goal to learners: new shares, moved dates, and goals that are achieved from the start."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from mastery.goals import TARGET_DEFAULT
from trailstone.goals import checks, log, scope
from trailstone.goals.achieving import hold_levels, mark_achieved
from trailstone.goals.log import What
from trailstone.goals.models import Aim, Goal
from trailstone.goals.results import Moved, Placed
from trailstone.people.models import User


def share(
    goal: Goal,
    people: Sequence[User],
    *,
    actor: User,
    due: date,
    target: int | None,
    at: datetime,
    move: bool = True,
) -> Placed:
    """Give the class's goal on this course or unit to ``people``; a goal that is there already is used.

    ``move``: learners who have it get the new due date. Call it with the class locked.
    """
    hold_levels([person.pk for person in people])
    found, target_was = _found_or_made(goal, actor, due, target, at)
    has = {aim.learner_id: aim for aim in found.aims.filter(learner__in=people, unassigned_at=None)}
    added = [person for person in people if person.pk not in has]
    moved = [person for person in people if move and person.pk in has and has[person.pk].due != due]
    result = _told(found, people, added, moved, has, due, target_was)
    _add(found, added, actor, due, at)
    move_due(found, [has[person.pk] for person in moved], actor, due, at)
    return _with_achieved(result, found, people, at)


def look_for_achieved(goal: Goal, at: datetime) -> list[Aim]:
    """Date the goal's shares that are at the target now."""
    waiting = goal.aims.filter(unassigned_at=None, achieved_at=None)
    hold_levels(list(waiting.values_list("learner_id", flat=True)))
    return mark_achieved(list(waiting.select_related("goal", "learner")), goal.classroom.school_id, at)


def _found_or_made(goal: Goal, actor: User, due: date, target: int | None, at: datetime) -> tuple[Goal, int | None]:
    same = Goal.objects.filter(
        classroom=goal.classroom_id, course=goal.course_id, unit=goal.unit_id, archived_at=None
    ).select_related("course", "unit")
    found = same.first()
    if found is None:
        goal.target = checks.good_target(TARGET_DEFAULT if target is None else target)
        goal.due, goal.created_by, goal.created_at = due, actor, at
        goal.save(force_insert=True)
        log.note(goal, actor, at, What.SET, due=due, target=goal.target)
        return goal, None
    found.classroom = goal.classroom
    return found, set_target(found, target, actor, at)


def set_target(goal: Goal, target: int | None, actor: User, at: datetime) -> int | None:
    """Change the goal's target. Returns the one it had, or None when nothing changes."""
    if target is None or checks.good_target(target) == goal.target:
        return None
    was, goal.target = goal.target, target
    goal.save(update_fields=["target"])
    log.note(goal, actor, at, What.TARGET, target=target, target_was=was)
    return was


def _add(goal: Goal, people: Sequence[User], actor: User, due: date, at: datetime) -> None:
    back = goal.aims.filter(learner__in=people)
    again = set(back.values_list("learner_id", flat=True))
    back.update(due=due, since=at, unassigned_at=None)
    Aim.objects.bulk_create(Aim(goal=goal, learner=who, due=due, since=at) for who in people if who.pk not in again)
    if people:
        log.note(goal, actor, at, What.ADDED, learners=[who.pk for who in people], due=due)


def move_due(goal: Goal, aims: Sequence[Aim], actor: User, due: date, at: datetime) -> None:
    """Give these shares another due date; the goal's own follows when everybody's is the same."""
    if not aims:
        return
    log.note(goal, actor, at, What.DUE, learners=[aim.learner_id for aim in aims], due=due, was=[a.due for a in aims])
    Aim.objects.filter(pk__in=[aim.pk for aim in aims]).update(due=due)
    if set(goal.aims.filter(unassigned_at=None).values_list("due", flat=True)) == {due}:
        goal.due = due
        goal.save(update_fields=["due"])


def _told(
    goal: Goal,
    people: Sequence[User],
    added: Sequence[User],
    moved: Sequence[User],
    has: Mapping[UUID, Aim],
    due: date,
    target_was: int | None,
) -> Placed:
    changed = {who.pk for who in (*added, *moved)}
    return Placed(
        goal_id=goal.pk,
        title=scope.title(goal),
        due=due,
        target=goal.target,
        added=tuple(who.name for who in added),
        moved=tuple(Moved(who.name, has[who.pk].due) for who in moved),
        kept=tuple(who.name for who in people if who.pk not in changed),
        target_was=target_was,
    )


def _with_achieved(result: Placed, goal: Goal, people: Sequence[User], at: datetime) -> Placed:
    reached = {aim.learner_id for aim in look_for_achieved(goal, at)}
    return replace(result, achieved=tuple(who.name for who in people if who.pk in reached))
