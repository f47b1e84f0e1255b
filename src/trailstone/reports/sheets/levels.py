"""The files of the mastery and the skills report."""

from collections.abc import Iterable
from typing import Final

from mastery import Level
from trailstone.reports.export import Column, Repeated, Sheet, Table
from trailstone.reports.queries import MasteryReport, MasteryRow, SkillsReport, SkillsRow
from trailstone.reports.sheets.words import COURSE, LEVEL, LEVELS, NUMBER, PERCENT, POINTS, TEXT, WHO, WORTH
from trailstone.reports.units import UnitBar

MASTERY_SHEET: Final = Sheet(
    "mastery",
    "Mastery",
    "A learner of the class",
    (
        *WHO,
        Repeated(
            "the course, then each unit",
            (
                Column("{} %", "Points earned of the points there are, rounded half up", PERCENT, LEVELS, "percent"),
                Column("{}, points", WORTH, POINTS, LEVELS, "points"),
            ),
            lambda row: (row.course, *row.units),
        ),
    ),
)  # fmt: skip
SKILLS_SHEET: Final = Sheet(
    "skills",
    "Skills",
    "A learner of the class",
    (
        *WHO,
        Column("Percent", "Of the unit's points (of all units: of the course's)", PERCENT, LEVELS, "percent"),
        Repeated(
            "each skill",
            (Column("{}", "The learner's level in the skill", LEVEL, LEVELS, lambda level: Level(level).words),),
            "levels",
        ),
    ),
)  # fmt: skip
UNITS_SHEET: Final = Sheet(
    "units",
    "Skills, all units",
    "A unit of the course",
    (
        Column("Unit", "Its title", TEXT, COURSE, "unit.title"),
        Column("Skills", "How many it has", NUMBER, COURSE, lambda bar: len(bar.unit.skills)),
        Repeated(
            "each level",
            (Column("{}", "How many skills of all learners are on the level", NUMBER, LEVELS, lambda count: count),),
            "counts",
        ),
        Column("Proficient or better %", "Their share, rounded down", PERCENT, LEVELS, "solid"),
    ),
)


def mastery_table(report: MasteryReport, rows: Iterable[MasteryRow]) -> Table:
    """The mastery report, as arranged."""
    titles = [column.unit.title if column.unit else report.course_title for column in report.columns]
    return MASTERY_SHEET.table(rows, titles)


def skills_table(report: SkillsReport, rows: Iterable[SkillsRow]) -> Table:
    """The matrix, as arranged."""
    return SKILLS_SHEET.table(rows, [column.name for column in report.columns])


def units_table(bars: Iterable[UnitBar]) -> Table:
    """The units of a course."""
    return UNITS_SHEET.table(bars, [level.words for level in Level])
