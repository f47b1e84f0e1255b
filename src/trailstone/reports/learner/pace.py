"""What is left to a goal, and what that means for each week. Promises nothing: it counts from today's levels."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final

from mastery import Level
from mastery.points import FULL, POINTS

WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Pace:
    """``skills`` to bring up and the ``days`` there are for it, today included; below 1 when the date has passed."""

    skills: int
    days: int

    @property
    def a_week(self) -> float:
        """Skills a week."""
        return self.skills * WEEK / max(self.days, 1)


def points_needed(target: int, possible: int) -> int:
    """The least points of ``possible`` at which the percent on the screen, rounded half up, reaches ``target``."""
    return ceil(possible * (2 * target - 1) / 200)


def skills_to_go(levels: Iterable[Level], target: int) -> int:
    """How many skills must still be brought up: first to Proficient, in order, then to Mastered."""
    found = list(levels)
    left = points_needed(target, FULL * len(found)) - sum(POINTS[level] for level in found)
    low = [level for level in found if level < Level.PROFICIENT]
    to_proficient = [POINTS[Level.PROFICIENT] - POINTS[level] for level in low]
    to_mastered = [POINTS[Level.MASTERED] - POINTS[Level.PROFICIENT]] * sum(level < Level.MASTERED for level in found)
    return _how_many([*to_proficient, *to_mastered], left)


def _how_many(gains: Iterable[int], left: int) -> int:
    count = 0
    for gain in gains:
        if left <= 0:
            break
        left, count = left - gain, count + 1
    return count


def pace(levels: Iterable[Level], target: int, due: date, today: date) -> Pace:
    """What is left of a goal on ``today``."""
    return Pace(skills_to_go(levels, target), (due - today).days + 1)
