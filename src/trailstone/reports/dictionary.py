"""The data dictionary: every file of a report with every column, from the definitions that make the files."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from trailstone.reports.export import Column, Sheet
from trailstone.reports.sheets.activity import ACTIVITY_SHEET
from trailstone.reports.sheets.assignment import ASSIGNMENT_SHEET
from trailstone.reports.sheets.attempts import ATTEMPTS_SHEET
from trailstone.reports.sheets.goals import GOALS_SHEET, PROGRESS_SHEET
from trailstone.reports.sheets.levels import MASTERY_SHEET, SKILLS_SHEET, UNITS_SHEET
from trailstone.reports.sheets.opportunities import OPPORTUNITIES_SHEET
from trailstone.reports.sheets.questions import ANSWERS_SHEET, ITEMS_SHEET
from trailstone.reports.sheets.schools import DISTRICT_SHEET, SCHOOL_SHEET
from trailstone.reports.sheets.scores import SCORES_SHEET
from trailstone.reports.sheets.strengths import STRENGTHS_SHEET

SHEETS: Final[tuple[Sheet, ...]] = (
    GOALS_SHEET, PROGRESS_SHEET, MASTERY_SHEET, SKILLS_SHEET, UNITS_SHEET, ACTIVITY_SHEET, ATTEMPTS_SHEET,
    SCORES_SHEET, ASSIGNMENT_SHEET, OPPORTUNITIES_SHEET, STRENGTHS_SHEET,
    ANSWERS_SHEET, ITEMS_SHEET, SCHOOL_SHEET, DISTRICT_SHEET,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A column as the dictionary tells it. ``each``: what it comes once for; "" when it comes once."""

    name: str
    meaning: str
    unit: str
    source: str
    each: str = ""


def lines(sheet: Sheet) -> Iterator[Line]:
    """The columns of a file, in order; in the name of a repeated one, … stands for what it is about."""
    for one in sheet.columns:
        if isinstance(one, Column):
            yield Line(one.name, one.meaning, one.unit, one.source)
        else:
            for column in one.columns:
                name = column.name.replace("{}", "…")
                yield Line(name, column.meaning, column.unit, column.source, one.about)
