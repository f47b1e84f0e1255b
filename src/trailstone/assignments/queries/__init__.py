"""What may be asked about assignments. The number of SQL statements grows with neither learners nor assignments."""

from trailstone.assignments.queries.called import Called, item_called
from trailstone.assignments.queries.classes import ClassAssignment, Line, class_assignment, class_assignments
from trailstone.assignments.queries.conflicts import Conflict, Reason, conflicts
from trailstone.assignments.queries.counted import Counted, counted
from trailstone.assignments.queries.history import change_log
from trailstone.assignments.queries.late import LateJoiner, late_joiners
from trailstone.assignments.queries.learner import (
    LearnerAssignment,
    assignment_of_learner,
    assignments_of_learner,
    given_in_class,
)
from trailstone.assignments.queries.missing import Missing, missing
from trailstone.assignments.standing import Standing
from trailstone.assignments.work import Result

__all__ = [
    "Called",
    "ClassAssignment",
    "Conflict",
    "Counted",
    "LateJoiner",
    "LearnerAssignment",
    "Line",
    "Missing",
    "Reason",
    "Result",
    "Standing",
    "assignment_of_learner",
    "assignments_of_learner",
    "change_log",
    "class_assignment",
    "class_assignments",
    "conflicts",
    "counted",
    "given_in_class",
    "item_called",
    "late_joiners",
    "missing",
]
