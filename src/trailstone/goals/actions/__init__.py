"""What may be done with a class's courses and mastery goals.

Every action takes keyword arguments, with the actor and the time handed in; it writes all or nothing, logs what
changed, may be called twice without harm, and raises ``people.errors.Refused`` (``OutOfReach`` for a class that is not
the actor's) with a sentence when it cannot be done. ``learners`` are keys; None means everybody.
"""

from trailstone.goals.actions.changing import bring_back, change_due, change_target, remove, unassign
from trailstone.goals.actions.copying import copy_class
from trailstone.goals.actions.courses import edit_courses
from trailstone.goals.actions.holidays import add_holiday, remove_holiday
from trailstone.goals.actions.laying import lay_out, undo_layout
from trailstone.goals.actions.marks import celebrate, seen_by_teacher
from trailstone.goals.actions.setting import add_late_joiners, add_learners, place, set_unit_goals
from trailstone.goals.actions.starting import dismiss_starter, reports_opened, return_starter

__all__ = [
    "add_holiday",
    "add_late_joiners",
    "add_learners",
    "bring_back",
    "celebrate",
    "change_due",
    "change_target",
    "copy_class",
    "dismiss_starter",
    "edit_courses",
    "lay_out",
    "place",
    "remove",
    "remove_holiday",
    "reports_opened",
    "return_starter",
    "seen_by_teacher",
    "set_unit_goals",
    "unassign",
    "undo_layout",
]
