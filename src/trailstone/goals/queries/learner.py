"""A learner's own goals, as the learner's pages say them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from django.db.models import Prefetch

from mastery.goals import GoalState, goal_state
from trailstone.goals import scope
from trailstone.goals.models import Aim
from trailstone.people import calendar
from trailstone.people.models import Classroom, School, Teaching, User
from trailstone.progress.queries import Standing

KINDS: Mapping[bool, str] = {True: "course", False: "unit"}
REACHED = frozenset({GoalState.ACHIEVED, GoalState.ACHIEVED_LATE})


class Share(Protocol):
    """A learner's share in a goal, as far as its state goes."""

    @property
    def due(self) -> date:
        """When it is due for the learner."""

    @property
    def achieved_at(self) -> datetime | None:
        """When the goal was reached."""

    @property
    def unassigned_at(self) -> datetime | None:
        """When it was taken from the learner."""


@dataclass(frozen=True, slots=True)
class LearnerGoal:
    """One goal of one learner. ``percent`` is rounded as it is compared; ``current`` goals stand on top of the page."""

    aim_id: int
    goal_id: UUID
    kind: str  # "course" or "unit"
    title: str
    course_id: str
    course_title: str
    unit_id: str | None
    class_id: UUID
    class_name: str
    teachers: tuple[str, ...]
    starts: date | None
    due: date
    target: int
    percent: int
    points: int
    possible: int
    state: GoalState
    achieved_on: date | None
    current: bool

    def ahead(self, today: date) -> bool:
        """Whether the class turns to it later, and it is still to reach."""
        return self.achieved_on is None and self.starts is not None and today < self.starts


def goals_of_learner(learner: User, classroom: Classroom | None, today: date) -> tuple[LearnerGoal, ...]:
    """The learner's goals in a class (None: in all live classes): current ones by due date, then past, latest first.

    Current: still to reach (also after the date: it can still be reached), or achieved with the date to come.
    Past: achieved, and the date has passed or the goal was removed. Goals that were taken away do not show.
    """
    found = [_row(aim, standing, today) for aim, standing in _aims(learner, classroom)]
    shown = [goal for goal in found if goal.state in REACHED or goal.current or _removed_but_reached(goal)]
    return tuple(sorted(shown, key=_place))


def celebrations(learner: User, today: date) -> tuple[LearnerGoal, ...]:
    """The goals the learner reached and has not celebrated yet, first reached first (see ``actions.celebrate``)."""
    found = [(aim, standing) for aim, standing in _aims(learner, None) if aim.achieved_at and not aim.celebrated_at]
    rows = [_row(aim, standing, today) for aim, standing in found if aim.goal.archived_at is None]
    return tuple(sorted(rows, key=lambda goal: (goal.achieved_on or today, goal.title)))


def state_of(aim: Share, school: School, today: date, *, archived: bool) -> tuple[GoalState, date | None]:
    """How a share in a goal (``archived``: in a removed one) stands on the school's ``today``, and the day it was
    achieved."""
    achieved_on = calendar.day_of(school, aim.achieved_at) if aim.achieved_at else None
    state = goal_state(
        due=aim.due,
        today=today,
        achieved_on=achieved_on,
        unassigned=aim.unassigned_at is not None,
        archived=archived,
    )
    return state, achieved_on


def _aims(learner: User, classroom: Classroom | None) -> list[tuple[Aim, Standing]]:
    rooms = learner.joined_classes if classroom is None else learner.joined_classes.filter(pk=classroom.pk)
    found = (
        Aim.objects.filter(learner=learner, unassigned_at=None, goal__classroom__in=rooms.values("pk"))
        .select_related("goal__course", "goal__unit", "goal__classroom__school")
        .prefetch_related(Prefetch("goal__classroom__teachings", Teaching.objects.select_related("teacher")))
    )
    aims = list(found)
    standings = scope.standings(aims, learner.school_id)
    return [(aim, standings[aim.pk]) for aim in aims]


def _row(aim: Aim, standing: Standing, today: date) -> LearnerGoal:
    goal, room = aim.goal, aim.goal.classroom
    state, achieved_on = state_of(aim, room.school, today, archived=goal.archived_at is not None)
    teachings = sorted(room.teachings.all(), key=lambda teaching: (teaching.since, teaching.pk))
    return LearnerGoal(
        aim_id=aim.pk,
        goal_id=goal.pk,
        kind=KINDS[goal.unit_id is None],
        title=scope.title(goal),
        course_id=goal.course_id,
        course_title=goal.course.title,
        unit_id=goal.unit_id,
        class_id=room.pk,
        class_name=room.name,
        teachers=tuple(teaching.teacher.name for teaching in teachings),
        starts=goal.starts,
        due=aim.due,
        target=goal.target,
        percent=standing.percent,
        points=standing.points,
        possible=standing.possible,
        state=state,
        achieved_on=achieved_on,
        current=state in {GoalState.ACTIVE, GoalState.PAST_DUE} or (state in REACHED and today <= aim.due),
    )


def _removed_but_reached(goal: LearnerGoal) -> bool:
    return goal.state is GoalState.ARCHIVED and goal.achieved_on is not None


def _place(goal: LearnerGoal) -> tuple[bool, int, str, str]:
    days = goal.due.toordinal()
    return not goal.current, days if goal.current else -days, goal.kind, goal.title
