"""The unit that a course goal leads through now, as a card beside it."""

from dataclasses import dataclass

from trailstone.reports.learner import step_on
from trailstone.web.learner import words
from trailstone.web.learner.goal_cards import GoalCard, place
from trailstone.web.learner.learning import Learning
from trailstone.web.learner.stones import Stone, UnitRow, strip, unit_row


@dataclass(frozen=True, slots=True)
class YourUnit:
    """The unit's row, its strip without quizzes, and the next stone in it."""

    row: UnitRow
    strip: tuple[Stone, ...]
    stone: words.NextStone
    waits: str


def your_unit(here: Learning, card: GoalCard) -> YourUnit | None:
    """The unit of the goal's next step; None when the step is in no unit (a challenge)."""
    course, _ = place(card.goal)
    step = step_on(here.desk, course) if course else None
    if course is None or step is None or step.unit is None:
        return None
    row = unit_row(course, step.unit, here.desk, step)
    stones = tuple(strip(course, step.unit, here.desk, step, quizzes=False))
    return YourUnit(row, stones, words.next_stone(step), words.waits(step.waiting))
