"""*The year laid out*: unit goals over the school's calendar, all saved at once, and the undoing of that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from trailstone.goals import checks, roadmap, scope
from trailstone.goals.actions.changing import remove
from trailstone.goals.actions.setting import set_unit_goals
from trailstone.goals.actions.sharing import move_due
from trailstone.goals.log import What
from trailstone.goals.models import Goal, GoalChange
from trailstone.goals.roadmap import Stage
from trailstone.goals.wording import people
from trailstone.people import calendar
from trailstone.people.access import own_open_class
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom, User


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What was saved: titles of units that have a goal now, and of those whose dates moved.

    ``plan`` names the saving, by its moment, for ``undo_layout``.
    """

    plan: str
    made: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What happened; nothing when nothing was different."""
        told = (
            self.made and f"{_goals(len(self.made))} set: {people(self.made)}.",
            self.moved and f"New dates for {people(self.moved)}.",
        )
        return tuple(sentence for sentence in told if sentence)


def _goals(number: int) -> str:
    return "1 unit goal" if number == 1 else f"{number} unit goals"


@transaction.atomic
def lay_out(*, actor: User, classroom: Classroom, stages: Sequence[Stage], at: datetime) -> LaidOut:
    """Give the units these dates, all or none: a new goal for the whole class, or new dates for the one there is.

    A date that a learner alone has (not the goal's) stays. A stage without dates and without a goal is left alone.

    Raises:
        OutOfReach: not the actor's class.
        Refused: see ``roadmap.faults``; a unit is in none of the class's courses; nobody is in the class.
    """
    room = own_open_class(actor, classroom)
    live = _live(room)
    saved = {unit: Stage(unit, scope.title(goal), goal.starts, goal.due) for unit, goal in live.items()}
    named = [_named(room, stage, saved) for stage in stages if stage.due or stage.starts or stage.unit_id in saved]
    wrong = roadmap.faults(named, saved, calendar.today(room.school, at))
    if wrong:
        raise Refused(" ".join(wrong.values()))
    plan = at.isoformat()
    changed = [stage for stage in named if saved.get(stage.unit_id) != stage]
    new = [stage for stage in changed if stage.unit_id not in live]
    for stage in changed:
        _save(room, stage, live.get(stage.unit_id), actor, at, plan)
    return LaidOut(
        plan, tuple(stage.title for stage in new), tuple(stage.title for stage in changed if stage not in new)
    )  # fmt: skip


def _live(room: Classroom) -> Mapping[str, Goal]:
    goals = Goal.objects.filter(classroom=room, archived_at=None, unit__isnull=False).select_related("unit", "course")
    found = {goal.unit_id: goal for goal in goals if goal.unit_id}
    for goal in found.values():
        goal.classroom = room
    return found


def _named(room: Classroom, stage: Stage, saved: Mapping[str, Stage]) -> Stage:
    if stage.unit_id in saved:
        return Stage(stage.unit_id, saved[stage.unit_id].title, stage.starts, stage.due)
    return Stage(stage.unit_id, checks.unit_of_class(room, stage.unit_id)[1].title, stage.starts, stage.due)


def _save(room: Classroom, stage: Stage, goal: Goal | None, actor: User, at: datetime, plan: str) -> None:
    due = stage.due or calendar.today(room.school, at)  # ``faults`` saw to it that there is one
    if goal is None:
        placed = set_unit_goals(
            actor=actor, classroom=room, unit_ids=[stage.unit_id], learners=None, due=due, at=at
        )  # fmt: skip
        made = Goal.objects.get(pk=placed[0].goal_id)
        _note(made, actor, at, {"plan": plan, "made": True}, stage.starts, due)
        _write(made, stage.starts, due)
    else:
        was: dict[str, Any] = {"plan": plan, "starts_was": _text(goal.starts), "due_was": _text(goal.due)}
        with_it = list(goal.aims.filter(unassigned_at=None, due=goal.due))
        _note(goal, actor, at, was | {"learners": [str(aim.learner_id) for aim in with_it]}, stage.starts, due)
        move_due(goal, with_it if goal.due != due else [], actor, due, at)
        _write(goal, stage.starts, due)


def _note(goal: Goal, actor: User, at: datetime, detail: dict[str, Any], starts: date | None, due: date) -> None:
    detail = {"starts": _text(starts), "due": _text(due)} | detail
    GoalChange.objects.create(goal=goal, by=actor, at=at, what=What.PLANNED, detail=detail)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _write(goal: Goal, starts: date | None, due: date) -> None:
    goal.starts, goal.due = starts, due
    goal.save(update_fields=["starts", "due"])


@transaction.atomic
def undo_layout(*, actor: User, classroom: Classroom, plan: str, at: datetime) -> int:
    """Put the year back as it was before one saving (``LaidOut.plan``): new goals go, old dates return.

    A goal that was changed since keeps that change. Returns how many units are as they were.

    Raises:
        OutOfReach: not the actor's class.
        Refused: the class is archived; there is nothing of that name to undo.
    """
    room = own_open_class(actor, classroom)
    rows = GoalChange.objects.filter(goal__classroom=room, what=What.PLANNED, detail__plan=plan)
    found = list(rows.select_related("goal__course", "goal__unit"))
    if not found:
        raise Refused("There is nothing to undo any more.")
    return sum(_back(room, row, actor, at) for row in found)


def _back(room: Classroom, row: GoalChange, actor: User, at: datetime) -> bool:
    goal, detail = row.goal, row.detail
    goal.classroom = room
    if _text(goal.due) != detail["due"] or _text(goal.starts) != detail["starts"]:
        return False
    if detail.get("made"):
        remove(actor=actor, goal=goal, at=at)
        return True
    due, starts = date.fromisoformat(detail["due_was"]), detail["starts_was"]
    moved = goal.aims.filter(unassigned_at=None, due=goal.due, learner__in=detail["learners"])
    move_due(goal, list(moved) if goal.due != due else [], actor, due, at)
    _write(goal, date.fromisoformat(starts) if starts else None, due)
    return True
