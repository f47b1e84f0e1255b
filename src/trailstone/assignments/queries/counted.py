"""What a finished attempt counted for: for the card of its results."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from trailstone.assignments.naming import Named
from trailstone.assignments.queries.learner import LONG_PAST, LearnerAssignment, assignments_of_learner
from trailstone.assignments.work import Result
from trailstone.people.models import User


@dataclass(frozen=True, slots=True)
class Counted:
    """An assignment that an attempt is a try at. ``is_best``: it is the one that counts now."""

    assignment: LearnerAssignment
    thing: Named
    result: Result
    is_best: bool


def counted(
    learner: User, attempt_id: UUID, thing: tuple[str, str], given: UUID | None, at: datetime
) -> tuple[Counted, ...]:
    """The learner's assignments, not long past, that an attempt at ``thing`` (activity and subject) is a try at,
    nearest due first. ``given``: the assignment whose fixed questions it asked. Four statements."""
    found = []
    for assignment in assignments_of_learner(learner, None, at):
        long_past = at - assignment.due_at > LONG_PAST
        if long_past or (assignment.same_questions and given != assignment.id):
            continue
        for named, result in assignment.things:
            if named.thing.key == thing:
                found.append(Counted(assignment, named, result, result.best == attempt_id))
    return tuple(found)
