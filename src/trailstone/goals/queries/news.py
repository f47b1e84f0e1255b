"""Goals that learners achieved and no teacher of the class has seen yet."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trailstone.goals import scope
from trailstone.goals.models import Aim
from trailstone.people import calendar
from trailstone.people.models import User


@dataclass(frozen=True, slots=True)
class AchievedNews:
    """Somebody achieved a goal. Hand ``aim_id`` to ``actions.seen_by_teacher`` once it was shown."""

    aim_id: int
    goal_id: UUID
    title: str
    target: int
    learner_id: UUID
    name: str
    class_id: UUID
    class_name: str
    achieved_on: date


def news_for_teacher(teacher: User) -> tuple[AchievedNews, ...]:
    """What happened in the teacher's live classes, latest first. One query."""
    aims = Aim.objects.filter(
        goal__classroom__in=teacher.taught_classes.filter(archived_at=None).values("pk"),
        goal__archived_at=None,
        unassigned_at=None,
        seen_by_teacher_at=None,
        achieved_at__isnull=False,
    )
    found = aims.select_related("goal__course", "goal__unit", "goal__classroom__school", "learner")
    return tuple(_news(aim) for aim in found.order_by("-achieved_at", "learner__name"))


def _news(aim: Aim) -> AchievedNews:
    goal, room, who = aim.goal, aim.goal.classroom, aim.learner
    reached = calendar.day_of(room.school, aim.achieved_at or aim.since)
    return AchievedNews(
        aim.pk, goal.pk, scope.title(goal), goal.target, who.pk, who.name, room.pk, room.name, reached
    )  # fmt: skip
