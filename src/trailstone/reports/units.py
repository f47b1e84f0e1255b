"""The units of a course, as a class stands in each of them."""

from dataclasses import dataclass
from typing import Final

from mastery import Level
from trailstone.content.catalogue import CourseMap, UnitMap
from trailstone.reports.queries import SkillsReport

HALF: Final = 2  # a unit is where the class works once one learner in two has begun it


@dataclass(frozen=True, slots=True)
class UnitBar:
    """A unit of the course: how many stones of the class are on each level, and the share at Proficient or above."""

    unit: UnitMap
    counts: tuple[int, ...]
    solid: int


def unit_bars(course: CourseMap, whole: SkillsReport) -> list[UnitBar]:
    """A bar for each unit, from the report on the whole course."""
    return [_bar(unit, whole) for unit in course.units if unit.skills]


def _bar(unit: UnitMap, whole: SkillsReport) -> UnitBar:
    columns = [column.counts for column in whole.columns if column.unit_id == unit.id]
    counts = tuple(sum(column[level] for column in columns) for level in Level)
    return UnitBar(unit, counts, 100 * sum(counts[Level.PROFICIENT :]) // (sum(counts) or 1))


def unit_of_now(course: CourseMap, whole: SkillsReport) -> str | None:
    """The unit the class works in: the last that half of it has begun, else the first."""
    units = [unit for unit in course.units if unit.skills]
    begun = [unit.id for unit in units if HALF * _begun(unit, whole) >= len(whole.rows) > 0]
    return begun[-1] if begun else units[0].id if units else None


def _begun(unit: UnitMap, whole: SkillsReport) -> int:
    places = [place for place, column in enumerate(whole.columns) if column.unit_id == unit.id]
    return sum(any(row.levels[place] for place in places) for row in whole.rows)
