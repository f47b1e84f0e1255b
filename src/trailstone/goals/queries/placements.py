"""*Course mastery placement*: which learner works towards which course."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mastery.goals import GoalState
from trailstone.goals.queries.classes import GoalLine, class_goals
from trailstone.people.models import Classroom
from trailstone.people.queries import named


@dataclass(frozen=True, slots=True)
class PlacedGoal:
    """A course goal a learner has."""

    course_id: str
    course_title: str
    target: int
    line: GoalLine


@dataclass(frozen=True, slots=True)
class PlacementRow:
    """A learner of the class and the learner's course goals, in the order of the courses."""

    learner_id: UUID
    name: str
    username: str
    goals: tuple[PlacedGoal, ...]


def placement(classroom: Classroom, today: date) -> tuple[PlacementRow, ...]:
    """Every learner of the class, by name."""
    held: defaultdict[UUID, list[PlacedGoal]] = defaultdict(list)
    for goal in class_goals(classroom, today):
        for line in goal.lines if goal.kind == "course" else ():
            if line.state is not GoalState.UNASSIGNED:
                held[line.learner_id].append(PlacedGoal(goal.course_id, goal.course_title, goal.target, line))
    return tuple(PlacementRow(*who, tuple(held[who[0]])) for who in named(classroom))
