"""The files of the school's map and of the district's totals."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from mastery import Level
from trailstone.reports.export import Column, Repeated, Sheet, Table
from trailstone.reports.schools import BANDS, ClassHeat, SchoolMap, SchoolTotals
from trailstone.reports.sheets.words import LEVELS, LOG, NUMBER, PERCENT, ROSTER, TEXT


def _band(place: int) -> Callable[[Any], int]:
    return lambda row: int(row.week.bands[place])


SCHOOL_SHEET: Final = Sheet(
    "school",
    "School",
    "A class that works on the course",
    (
        Column("Class", "Its name", TEXT, ROSTER, "name"),
        Column("Teachers", "Longest there first", TEXT, ROSTER, lambda row: ", ".join(row.teachers)),
        Column("Learners", "In the class now", NUMBER, ROSTER, "learners"),
        Repeated(
            "the course, then each unit",
            (
                Column("{}, median %", "The percent of the learner in the middle", PERCENT, LEVELS, "median"),
                Column("{}, mean %", "The mean of the learners' percents", PERCENT, LEVELS, "mean"),
            ),
            lambda row: (row.course, *row.units),
        ),
    ),
)  # fmt: skip
DISTRICT_SHEET: Final = Sheet(
    "district",
    "District",
    "A school",
    (
        Column("School", "Its name", TEXT, ROSTER, "name"),
        Column("Learners", "With an account that is in use", NUMBER, ROSTER, "learners"),
        Column("Begun", "Who has begun the course", NUMBER, LEVELS, "course.begun"),
        Column("Median %", "Of those who have begun", PERCENT, LEVELS, "course.median"),
        Column("Mean %", "Of those who have begun", PERCENT, LEVELS, "course.mean"),
        Column("At 80 % or more", "Learners at the usual goal", NUMBER, LEVELS, "course.reached"),
        Column(
            "To Proficient in the week", "How often a skill rose to Proficient or above", NUMBER, LOG,
            "week.to_proficient",
        ),
        Column("Worked", "Learners who finished anything in the week", NUMBER, LOG, "week.active"),
        Repeated(
            "each level",
            (Column("Levels {}", "Skills on the level, of those who have begun", NUMBER, LEVELS, lambda count: count),),
            "course.counts",
        ),
        *(
            Column(
                f"Minutes {band}", f"Learners with {band} minutes in finished activities of the week", NUMBER, LOG,
                _band(place),
            )
            for place, band in enumerate(BANDS)
        ),
    ),
)  # fmt: skip


def school_table(found: SchoolMap, rows: Iterable[ClassHeat]) -> Table:
    """The map of a school, as arranged."""
    return SCHOOL_SHEET.table(rows, [found.course.title, *(unit.title for unit in found.units)])


def district_table(rows: Iterable[SchoolTotals]) -> Table:
    """The totals of schools, as arranged."""
    return DISTRICT_SHEET.table(rows, [level.words for level in Level])
