"""The first six steps of a class, each done by what the data says."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery

from trailstone.assignments.models import Assignment
from trailstone.goals.models import Aim, Goal
from trailstone.people.models import Classroom, Enrolment


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


def with_first_steps(rooms: QuerySet[Classroom]) -> QuerySet[Classroom]:
    """The same classes, each with what ``first_steps`` reads."""
    here = Enrolment.objects.filter(classroom=OuterRef("pk"), removed_at=None).order_by().values("classroom")
    goals = Goal.objects.filter(classroom=OuterRef("pk"), archived_at=None)
    given = Assignment.objects.filter(classroom=OuterRef("pk")).exclude(published_at=None)
    seen = Aim.objects.filter(goal__classroom=OuterRef("pk")).exclude(seen_by_teacher_at=None)
    return rooms.annotate(
        step_learners=Subquery(here.annotate(n=Count("pk")).values("n")),
        step_signed_in=Subquery(here.annotate(n=Count("learner__last_login")).values("n")),
        step_course_goal=Exists(goals.filter(unit=None)),
        step_unit_goals=Exists(goals.exclude(unit=None)),
        step_assigned=Exists(given),
        step_celebrated=Exists(seen),
        step_reports=F("starter__reports_at"),
        step_dismissed=F("starter__dismissed_at"),
    )


def first_steps(classroom: Classroom) -> FirstSteps:
    """How far the class is. One query; none when it came ``with_first_steps``."""
    asked = hasattr(classroom, "step_learners")
    known: Any = classroom if asked else with_first_steps(Classroom.objects.filter(pk=classroom.pk)).get()
    return FirstSteps(
        learners=known.step_learners or 0,
        signed_in=known.step_signed_in or 0,
        course_goal=known.step_course_goal,
        unit_goals=known.step_unit_goals,
        assigned=known.step_assigned,
        reports=known.step_reports is not None,
        celebrated=known.step_celebrated,
        dismissed=known.step_dismissed is not None,
    )
