"""What may be done with assignments.

Every action takes keyword arguments, with the actor, the time and the chance handed in; it writes all or nothing, logs
what changed, may be called twice without harm, and raises ``people.errors.Refused`` (``OutOfReach`` for a class that is
not the actor's) with a sentence when it cannot be done. ``learners`` are keys; None means everybody.
"""

from trailstone.assignments.actions.archiving import archive, archive_all, bring_all_back, bring_back
from trailstone.assignments.actions.beginning import begin
from trailstone.assignments.actions.changing import edit, move_dates, publish
from trailstone.assignments.actions.giving import To, Work, assign, copy
from trailstone.assignments.actions.sharing import add_late_joiners, add_learners, extend, put_in, remove_learners

__all__ = [
    "To",
    "Work",
    "add_late_joiners",
    "add_learners",
    "archive",
    "archive_all",
    "assign",
    "begin",
    "bring_all_back",
    "bring_back",
    "copy",
    "edit",
    "extend",
    "move_dates",
    "publish",
    "put_in",
    "remove_learners",
]
