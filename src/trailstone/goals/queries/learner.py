"""A learner's own goals, as the learner's pages say them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, NamedTuple, Protocol
from uuid import UUID

from django.db.models import QuerySet

from mastery.goals import GoalState, goal_state
from trailstone.database.prepared import SOMEBODY, Prepared
from trailstone.goals import scope
from trailstone.goals.models import Aim
from trailstone.people import calendar
from trailstone.people.models import Classroom, School, User
from trailstone.people.queries import teachers_of
from trailstone.progress.queries import Standing, levels_by_course

COLUMNS: Final = (
    "pk", "due", "unassigned_at", "achieved_at", "celebrated_at", "goal_id", "goal__course_id", "goal__course__title",
    "goal__unit_id", "goal__unit__title", "goal__classroom_id", "goal__classroom__name",
    "goal__classroom__school__time_zone", "goal__starts", "goal__target", "goal__archived_at",
)  # fmt: skip
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


class _Aim(NamedTuple):
    """A share in a goal, with what is shown of the goal and its class: the COLUMNS."""

    id: int
    due: date
    unassigned_at: datetime | None
    achieved_at: datetime | None
    celebrated_at: datetime | None
    goal_id: UUID
    course_id: str
    course_title: str
    unit_id: str | None
    unit_title: str | None
    class_id: UUID
    class_name: str
    zone: str
    starts: date | None
    target: int
    archived_at: datetime | None


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
    found = _shown(learner, _rows(learner, classroom), today)
    shown = [goal for goal in found if goal.state in REACHED or goal.current or _removed_but_reached(goal)]
    return tuple(sorted(shown, key=_place))


def celebrations(learner: User, today: date) -> tuple[LearnerGoal, ...]:
    """The goals the learner reached and has not celebrated yet, first reached first (see ``actions.celebrate``)."""
    found = [aim for aim in _rows(learner, None) if aim.achieved_at and not aim.celebrated_at and not aim.archived_at]
    return tuple(sorted(_shown(learner, found, today), key=lambda goal: (goal.achieved_on or today, goal.title)))


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


def _rows(learner: User, classroom: Classroom | None) -> list[_Aim]:
    return [
        aim
        for aim in (_Aim._make(row) for row in _AIMS.rows(learner.pk))
        if classroom is None or aim.class_id == classroom.pk
    ]


def _aims(learner_id: UUID) -> QuerySet[Aim, tuple[Any, ...]]:
    """The learner's shares in the goals of the live classes they are in."""
    rooms = User(pk=learner_id).joined_classes.values("pk")
    mine = Aim.objects.filter(learner_id=learner_id, unassigned_at=None, goal__classroom__in=rooms)
    return mine.order_by("pk").values_list(*COLUMNS)


_AIMS = Prepared(Aim, _aims, (SOMEBODY,))


def _shown(learner: User, aims: Sequence[_Aim], today: date) -> list[LearnerGoal]:
    """The goals with where the learner stands in them and who teaches there: two queries; none without a goal."""
    if not aims:
        return []
    stored = levels_by_course(learner.school_id, learner.pk)
    teachers = teachers_of({aim.class_id for aim in aims})
    return [_goal(aim, scope.standing(aim.course_id, aim.unit_id, stored), teachers, today) for aim in aims]


def _goal(aim: _Aim, standing: Standing, teachers: Mapping[UUID, tuple[str, ...]], today: date) -> LearnerGoal:
    state, achieved_on = state_of(aim, School(time_zone=aim.zone), today, archived=aim.archived_at is not None)
    return LearnerGoal(
        aim_id=aim.id,
        goal_id=aim.goal_id,
        kind=KINDS[aim.unit_id is None],
        title=aim.unit_title if aim.unit_title is not None else aim.course_title,
        course_id=aim.course_id,
        course_title=aim.course_title,
        unit_id=aim.unit_id,
        class_id=aim.class_id,
        class_name=aim.class_name,
        teachers=teachers[aim.class_id],
        starts=aim.starts,
        due=aim.due,
        target=aim.target,
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
