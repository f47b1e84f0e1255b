"""A learner's assignments: what there is, and sitting down to it."""

from uuid import UUID

from django.utils import timezone
from ninja import Router

from trailstone.api import attempts
from trailstone.api.access import Asker, chance
from trailstone.api.shapes.assigned import AssignedThing, MyAssignment
from trailstone.api.shapes.attempts import AttemptOut
from trailstone.api.state import Shape
from trailstone.assignments.actions import begin
from trailstone.assignments.naming import Named
from trailstone.assignments.queries import LearnerAssignment, Result, assignments_of_learner

router = Router(tags=["assignments"])


@router.get("", response=list[MyAssignment])
def my_assignments(request: Asker) -> list[MyAssignment]:
    """My assignments in all classes, once they have started: active ones by due moment, then past ones."""
    return [_shown(found) for found in assignments_of_learner(request.user, None, timezone.now())]


@router.post("/{uuid:assignment_id}/things/{int:item_id}/attempts", response=AttemptOut)
def begin_assigned(request: Asker, assignment_id: UUID, item_id: int) -> Shape:
    """Start a thing of an assignment, or go on with the attempt that is running."""
    attempt_id = begin(
        learner=request.user, assignment_id=assignment_id, item_id=item_id, at=timezone.now(), rng=chance()
    )
    return attempts.attempt(request, attempt_id)


def _shown(found: LearnerAssignment) -> MyAssignment:
    return MyAssignment(
        id=found.id, title=found.title, instructions=found.instructions, class_id=found.class_id,
        class_name=found.class_name, made_by=found.made_by, starts_at=found.starts_at, due_at=found.due_at,
        zone=found.zone, same_questions=found.same_questions, active=found.active, state=found.state.value,
        percent=found.standing.percent, things=[_thing(*pair) for pair in found.things],
    )  # fmt: skip


def _thing(named: Named, result: Result) -> AssignedThing:
    scored = result.best is not None
    return AssignedThing(
        id=named.item_id, kind=named.thing.kind, course_id=named.thing.course_id, subject=named.thing.subject,
        title=named.title, questions=named.questions, state=result.state.value, percent=result.percent,
        right=result.right if scored else None, asked=result.asked if scored else None, tries=result.tries,
        open_attempt=result.open_attempt,
    )  # fmt: skip
