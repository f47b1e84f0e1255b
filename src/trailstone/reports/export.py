"""Reports as CSV: the rows of the screen, in the order of the screen."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice
from typing import Final

from mastery import Level
from trailstone.reports.queries import GoalReport, MasteryReport, MasteryRow, ProgressRow, SkillsReport, SkillsRow
from trailstone.reports.schools import BANDS, ClassHeat, SchoolMap, SchoolTotals

Cell = str | int | date | None

BOM: Final = "\ufeff"  # by it spreadsheets know the text for UTF-8
PIECE: Final = 1_000
# A cell that begins so can be run as a formula: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

GOALS_HEAD: Final = ("Goal", "Kind", "Course", "Due from", "Due to", "Target %", "Learners", "Median %", "Achieved")
PROGRESS_HEAD: Final = (
    "Learner", "User name", "Percent", "Points", "Possible points", "Change in 7 days",
    "State", "Due", "Achieved on", "Last active",
)  # fmt: skip

DISTRICT_HEAD: Final = (
    "School", "Learners", "Begun", "Median %", "Mean %", "At 80 % or more", "To Proficient in the week", "Worked",
    *(f"Levels {level.words}" for level in Level),
)  # fmt: skip


def goals_csv(reports: Iterable[GoalReport]) -> str:
    """The goals of a class, a row each."""
    return text(GOALS_HEAD, (_goal(report) for report in reports))


def progress_csv(rows: Iterable[ProgressRow]) -> str:
    """The learners of one goal, as arranged."""
    return text(PROGRESS_HEAD, (_progress(row) for row in rows))


def skills_csv(report: SkillsReport, rows: Iterable[SkillsRow]) -> str:
    """The matrix, as arranged: the level in words for each skill."""
    head = ("Learner", "User name", "Percent", *(column.name for column in report.columns))
    return text(head, (_skills(row) for row in rows))


def mastery_csv(report: MasteryReport, rows: Iterable[MasteryRow]) -> str:
    """The mastery report, as arranged: percent and points of the course and of each unit."""
    titles = [column.unit.title if column.unit else report.course_title for column in report.columns]
    head = ("Learner", "User name", *(f"{title}{what}" for title in titles for what in (" %", ", points")))
    return text(head, (_mastery(row) for row in rows))


def school_csv(found: SchoolMap, rows: Iterable[ClassHeat]) -> str:
    """The map of a school, as arranged: median and mean of each class in the course and in each unit."""
    titles = [found.course.title, *(unit.title for unit in found.units)]
    head = ("Class", "Teachers", "Learners", *(f"{title}, {what} %" for title in titles for what in ("median", "mean")))
    return text(head, (_class(row) for row in rows))


def district_csv(rows: Iterable[SchoolTotals]) -> str:
    """The totals of schools, as arranged."""
    return text((*DISTRICT_HEAD, *(f"Minutes {band}" for band in BANDS)), (_school(row) for row in rows))


def text(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A whole CSV file: UTF-8 when encoded, with BOM; text that a spreadsheet could run is made harmless."""
    return "".join(pieces(head, rows))


def pieces(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The same file in pieces of PIECE rows, for one that is too long to be held whole."""
    left, start = iter(chain((head,), rows)), BOM
    while some := list(islice(left, PIECE)):
        file = io.StringIO(newline="")
        csv.writer(file).writerows([neutral(cell) for cell in row] for row in some)
        yield start + file.getvalue()
        start = ""


def neutral(cell: Cell) -> str | int:
    """The cell as it is written: numbers as they are, dates as 2027-05-08, formulas with an apostrophe before them."""
    if isinstance(cell, int):
        return cell
    shown = "" if cell is None else cell.isoformat() if isinstance(cell, date) else cell
    return f"'{shown}" if shown.startswith(FORMULA) else shown


def _goal(report: GoalReport) -> Sequence[Cell]:
    return (
        report.title, report.kind, report.course_title, report.due_first, report.due_last,
        report.target, report.learners, report.median, report.achieved,
    )  # fmt: skip


def _progress(row: ProgressRow) -> Sequence[Cell]:
    return (
        row.name, row.username, row.percent, row.points, row.possible, row.change,
        row.state.words, row.due, row.achieved_on, row.last_active,
    )  # fmt: skip


def _mastery(row: MasteryRow) -> Sequence[Cell]:
    shares = (row.course, *row.units)
    return (row.name, row.username, *(cell for share in shares for cell in (share.percent, share.points)))


def _class(row: ClassHeat) -> Sequence[Cell]:
    units = (cell for unit in row.units for cell in (unit.median, unit.mean))
    return (row.name, ", ".join(row.teachers), row.learners, row.course.median, row.course.mean, *units)


def _school(row: SchoolTotals) -> Sequence[Cell]:
    return (
        row.name, row.learners, row.course.begun, row.course.median, row.course.mean, row.course.reached,
        row.week.to_proficient, row.week.active, *row.course.counts, *row.week.bands,
    )  # fmt: skip


def _skills(row: SkillsRow) -> Sequence[Cell]:
    return (row.name, row.username, row.percent, *(Level(level).words for level in row.levels))
