"""What levels are worth: points, percent of a unit or course, course level.

Levels come as `Level` members or as their numbers, so a stored row of bytes can be handed in as it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isqrt
from types import MappingProxyType
from typing import Final

from mastery.levels import Level

# fmt: off
POINTS: Final[Mapping[int, int]] = MappingProxyType({
    Level.NOT_STARTED: 0,
    Level.ATTEMPTED:   0,
    Level.FAMILIAR:    50,
    Level.PROFICIENT:  80,
    Level.MASTERED:    100,
})
# fmt: on

FULL: Final = 100  # points of one skill when all is known


def points(levels: Iterable[int], worth: Mapping[int, int] = POINTS) -> int:
    """The points of these skills together. `worth`: points of each level (a policy's `points`)."""
    return sum(worth[level] for level in levels)


def percent(levels: Iterable[int], worth: Mapping[int, int] = POINTS) -> int:
    """Points earned of the points possible, in percent, rounded half up; 0 where there is no skill.

    Hand in the level of every skill that counts: those of units with mastery switched off do not.
    """
    levels = tuple(levels)
    possible = FULL * len(levels)
    # In whole numbers: round() would take 62.5 to 62.
    return (200 * points(levels, worth) + possible) // (2 * possible) if possible else 0


@dataclass(frozen=True, slots=True)
class CourseLevel:
    """How far a learner is in a course: level `number`, and `into` of the `needed` points to the next."""

    number: int
    into: int
    needed: int


def course_level(levels: Iterable[int]) -> CourseLevel:
    """The level in a course: 1 point for each skill at Proficient or above; level L needs L(L-1)/2 points."""
    earned = sum(level >= Level.PROFICIENT for level in levels)
    number = (1 + isqrt(1 + 8 * earned)) // 2
    return CourseLevel(number, earned - number * (number - 1) // 2, number)
