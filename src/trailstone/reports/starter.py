"""The first six steps of a class, each done by what the data says."""

from dataclasses import dataclass

from trailstone.assignments.models import Assignment
from trailstone.goals.models import Aim, Goal
from trailstone.goals.queries import starter
from trailstone.people.models import Classroom


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What of the six steps is done. ``signed_in``: how many of the ``learners`` were here at least once."""

    learners: int
    signed_in: int
    course_goal: bool
    unit_goals: bool
    assigned: bool
    reports: bool
    celebrated: bool
    dismissed: bool

    @property
    def told(self) -> bool:
        """Half of the class has signed in."""
        return 0 < self.learners <= 2 * self.signed_in

    @property
    def done(self) -> int:
        """How many of the six."""
        return sum((self.course_goal, self.told, self.unit_goals, self.assigned, self.reports, self.celebrated))


def first_steps(classroom: Classroom) -> FirstSteps:
    """How far the class is. Five queries."""
    seen = list(classroom.learners.order_by().values_list("last_login", flat=True))
    units = set(Goal.objects.filter(classroom=classroom, archived_at=None).values_list("unit_id", flat=True))
    kept = starter(classroom)
    return FirstSteps(
        learners=len(seen),
        signed_in=sum(when is not None for when in seen),
        course_goal=None in units,
        unit_goals=bool(units - {None}),
        assigned=Assignment.objects.filter(classroom=classroom).exclude(published_at=None).exists(),
        reports=kept.reports_at is not None,
        celebrated=Aim.objects.filter(goal__classroom=classroom).exclude(seen_by_teacher_at=None).exists(),
        dismissed=kept.dismissed_at is not None,
    )
