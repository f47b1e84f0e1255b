"""The machinery of reports: packed rows of many learners into percents and counts of a course's units.

Rows are laid end to end; the byte of one skill of everybody is then a slice with a stride. Read as one whole number it
is added to that of the next skill with a byte a learner, and bits of such a number are counted at once: 2,000 learners
in 14 units take two milliseconds.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import gcd
from operator import itemgetter
from typing import Final

from mastery import Level
from mastery.points import FULL, POINTS
from trailstone.content.catalogue import CourseMap, SkillMap, UnitMap

WORTH: Final = bytes(POINTS.get(level, 0) for level in range(256))
STEP: Final = gcd(FULL, *POINTS.values())  # points are multiples of it: 10
STEPS: Final = bytes(points // STEP for points in WORTH)
AT_ONCE: Final = 255 // (FULL // STEP)  # skills whose steps together fit in a byte
EVERY: Final = tuple(map(int, Level))
ONE_HOT: Final = bytes(1 << level - 1 if level in EVERY and level else 0 for level in range(256))
Pick = Callable[[Sequence[int]], Sequence[int]]
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
    return at([skill.slot for skill in skills])


def at(slots: Sequence[int]) -> Pick:
    """What takes the bytes at these places, in their order, out of a row."""
    first = slots[0] if slots else 0
    last = first + len(slots)
    if list(slots) == list(range(first, last)):
        return itemgetter(slice(first, last))  # most units, and most classes: their bytes stand together
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
    """The packed rows of some learners laid end to end, each ``slots`` long: a shorter one ends in zeros."""

    def __init__(self, packs: Sequence[bytes], slots: int) -> None:
        self.learners, self.slots = len(packs), slots
        levels = b"".join([pack.ljust(slots, b"\0") for pack in packs])
        self._steps, self._hot = levels.translate(STEPS), levels.translate(ONE_HOT)

    def points(self, part: Part) -> list[int]:
        """Each learner's points in a part, in the order of the rows."""
        groups = self._groups(part)
        return [STEP * steps for steps in (groups[0] if len(groups) == 1 else map(sum, zip(*groups, strict=True)))]

    def percents(self, part: Part) -> bytes:
        """Each learner's rounded percent of a part, in the order of the rows."""
        groups = self._groups(part)
        if len(groups) == 1:
            return groups[0].translate(_percents_of_steps(part.possible))
        table = percents(part.possible)
        return bytes([table[STEP * sum(steps)] for steps in zip(*groups, strict=True)])

    def counts(self, part: Part) -> Counts:
        """How many of the levels in a part are 0 .. 4, all learners together."""
        every = self.learners * len(part.slots)
        row = int.from_bytes(b"".join([self._hot[slot :: self.slots] for slot in part.slots]), "little")
        found = [(row >> level - 1 & _ones(every)).bit_count() for level in EVERY[1:]]
        attempted, familiar, proficient, mastered = found
        return every - sum(found), attempted, familiar, proficient, mastered

    def _groups(self, part: Part) -> list[bytes]:
        """Each learner's points in STEPs: of the first AT_ONCE skills, of the next, and so on."""
        starts = range(0, max(len(part.slots), 1), AT_ONCE)
        return [self._added(part.slots[start : start + AT_ONCE]) for start in starts]

    def _added(self, slots: Sequence[int]) -> bytes:
        columns = (int.from_bytes(self._steps[slot :: self.slots], "little") for slot in slots)
        return sum(columns).to_bytes(self.learners, "little")


@cache  # by the size of a unit
def _percents_of_steps(possible: int) -> bytes:
    """By points in STEPs, the rounded percent: for ``bytes.translate``."""
    return bytes(percents(possible)[::STEP]).ljust(256, b"\0")


@lru_cache(maxsize=32)  # by the size of a unit and of a class or school: each is as long as the levels it lies over
def _ones(count: int) -> int:
    """A number of so many bytes, each of them 1."""
    return int.from_bytes(b"\1" * count, "little")
