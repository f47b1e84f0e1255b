"""The year of a class as its learner sees it: the unit goals along the months, now and next in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from trailstone.goals.queries import LearnerGoal, school_days
from trailstone.goals.school_days import A_DAY
from trailstone.people.models import School
from trailstone.web.components.year import Picture, picture
from trailstone.web.learner.goal_cards import place

FEWEST = 2  # stages that make a picture


@dataclass(frozen=True, slots=True)
class Stage:
    """A unit goal in the year; its bar lies from ``a`` to ``z`` percent."""

    goal: LearnerGoal
    number: int
    href: str
    state: str  # done, now, ahead, over
    starts: date
    a: float
    z: float


@dataclass(frozen=True, slots=True)
class Year:
    """The stages by date, and those that the sentence names."""

    picture: Picture
    stages: tuple[Stage, ...]
    now: Stage | None
    coming: Stage | None


def year(mine: Sequence[LearnerGoal], today: date, school: School) -> Year | None:
    """The year of these goals of one class; None when there is no more than one unit in it, or none has a start."""
    goals = sorted((goal for goal in mine if goal.unit_id), key=lambda goal: (goal.due, goal.title))
    if len(goals) < FEWEST or not any(goal.starts for goal in goals):
        return None
    wide = picture([day for goal in goals for day in (goal.starts, goal.due)], today, school_days(school))
    ends = [wide.first - A_DAY, *(goal.due for goal in goals)]
    stages = tuple(_stage(goal, before, wide) for goal, before in zip(goals, ends, strict=False))
    return Year(
        wide,
        stages,
        next((stage for stage in stages if stage.state == "now"), None),
        next((stage for stage in stages if stage.state == "ahead"), None),
    )


def _stage(goal: LearnerGoal, before: date, wide: Picture) -> Stage:
    course, unit = place(goal)
    starts = goal.starts or min(before + A_DAY, goal.due)
    href = reverse("unit", args=[course.id, unit.slug]) if course and unit else ""
    return Stage(
        goal,
        unit.position if unit else 0,
        href,
        _state(goal, wide.today),
        starts,
        wide.place(starts),
        wide.end(goal.due),
    )


def _state(goal: LearnerGoal, today: date) -> str:
    states = ((goal.achieved_on is not None, "done"), (goal.due < today, "over"), (goal.ahead(today), "ahead"))
    return next((name for holds, name in states if holds), "now")
