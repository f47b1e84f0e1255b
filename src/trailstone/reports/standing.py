"""The machinery of reports: packed rows of many learners into percents and counts of a course's units.

Rows are laid end to end; the byte of one skill of everybody is then a slice with a stride, and the interpreter's own
loops turn levels into points and add them up: 2,000 learners in 14 units take milliseconds.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Final

from mastery import Level
from mastery.points import FULL, POINTS
from trailstone.content.catalogue import CourseMap, SkillMap, UnitMap

WORTH: Final = bytes(POINTS.get(level, 0) for level in range(256))
EVERY: Final = tuple(map(int, Level))
Pick = Callable[[bytes], Sequence[int]]
Counts = tuple[int, int, int, int, int]


def rounded(points: int, possible: int) -> int:
    """Points of the possible ones in percent, rounded half up as ``mastery.percent`` does; 0 of none."""
    return (200 * points + possible) // (2 * possible) if possible else 0


@cache  # by the size of a unit: there are few, and a look is quicker than a division for 30,000 of them
def percents(possible: int) -> Sequence[int]:
    """By points, the rounded percent of the possible ones."""
    return tuple(rounded(points, possible) for points in range(possible + 1))


def middle(ordered: Sequence[int]) -> int | None:
    """The middle of numbers in order; between two middle ones, their mean rounded half up; None of none."""
    half = len(ordered) // 2
    return (ordered[half] + ordered[-half - 1] + 1) // 2 if ordered else None


def mean(total: int, count: int) -> int | None:
    """The mean, rounded half up; None of none."""
    return (2 * total + count) // (2 * count) if count else None


def tally(levels: Sequence[int]) -> Counts:
    """How many of these levels are 0, 1, 2, 3, 4."""
    row = bytes(levels)
    none, attempted, familiar, proficient, mastered = (row.count(level) for level in EVERY)
    return none, attempted, familiar, proficient, mastered


def worth_of(levels: bytes) -> bytes:
    """A packed row with points (0, 50, 80, 100) in the place of levels."""
    return levels.translate(WORTH)


def picker(skills: Sequence[SkillMap]) -> Pick:
    """What takes the bytes of these skills, in their order, out of a packed row."""
    slots = [skill.slot for skill in skills]
    first = slots[0] if slots else 0
    last = first + len(slots)
    if slots == list(range(first, last)):
        return lambda row: row[first:last]  # most units: their bytes stand together
    return itemgetter(*slots)


@dataclass(frozen=True, slots=True)
class Part:
    """A unit, or what counts of a course (``unit`` None), and the slots of its skills."""

    unit: UnitMap | None
    slots: tuple[int, ...]

    @property
    def possible(self) -> int:
        """The points there are in it."""
        return FULL * len(self.slots)


def parts(course: CourseMap) -> tuple[Part, ...]:
    """What counts of the course first, then its units that have skills, in order."""
    units = (Part(unit, _slots(unit.skills)) for unit in course.units if unit.skills)
    return (Part(None, _slots(course.counting)), *units)


def _slots(skills: Sequence[SkillMap]) -> tuple[int, ...]:
    return tuple(skill.slot for skill in skills)


class Block:
    """The packed rows of some learners laid end to end, each ``slots`` long."""

    def __init__(self, packs: Sequence[bytes], slots: int) -> None:
        self.learners, self.slots = len(packs), slots
        self._levels = b"".join(packs)
        self._worth = worth_of(self._levels)

    def points(self, part: Part) -> list[int]:
        """Each learner's points in a part, in the order of the rows."""
        columns = [self._worth[slot :: self.slots] for slot in part.slots]
        return list(map(sum, zip(*columns, strict=True))) if columns else [0] * self.learners

    def counts(self, part: Part) -> Counts:
        """How many of the levels in a part are 0 .. 4, all learners together."""
        return tally(b"".join([self._levels[slot :: self.slots] for slot in part.slots]))
