"""Mastery goals: when one is achieved, and how it stands for a learner."""

from datetime import date
from enum import StrEnum
from typing import Final

TARGET_DEFAULT: Final = 80  # percent of the course's or unit's mastery
TARGET_MIN: Final = 50
TARGET_MAX: Final = 100


class GoalState(StrEnum):
    """How a goal stands for one learner."""

    ACTIVE = "active"
    ACHIEVED = "achieved"
    ACHIEVED_LATE = "achieved-late"
    PAST_DUE = "past-due"
    UNASSIGNED = "unassigned"
    ARCHIVED = "archived"

    @property
    def words(self) -> str:
        """The state as a teacher reads it: "Past due"."""
        return self.value.replace("-", " ").capitalize()


def check_target(target: int) -> int:
    """The target itself, in percent. Raises ValueError, with a sentence for the teacher, outside 50 to 100."""
    if not TARGET_MIN <= target <= TARGET_MAX:
        raise ValueError(f"A goal's target is from {TARGET_MIN} % to {TARGET_MAX} %, not {target} %.")
    return target


def is_achieved(percent: int, target: int = TARGET_DEFAULT) -> bool:
    """Whether a goal is reached. `percent` is the rounded one on the screen: what is seen is what counts."""
    return percent >= check_target(target)


def goal_state(
    *,
    due: date,
    today: date,
    achieved_on: date | None = None,
    unassigned: bool = False,
    archived: bool = False,
) -> GoalState:
    """How a goal stands for a learner. Dates are the school's; the due date itself is still in time.

    `achieved_on`: the day the target was first reached, kept when the percent falls later; a day before the
    goal was set counts too.
    """
    standing = (
        (archived, GoalState.ARCHIVED),
        (unassigned, GoalState.UNASSIGNED),
        (achieved_on is not None and achieved_on <= due, GoalState.ACHIEVED),
        (achieved_on is not None, GoalState.ACHIEVED_LATE),
        (today > due, GoalState.PAST_DUE),
    )
    return next((state for holds, state in standing if holds), GoalState.ACTIVE)
