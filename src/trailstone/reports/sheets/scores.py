"""The file of the scores."""

from collections.abc import Iterable
from typing import Final

from trailstone.reports.export import Column, Repeated, Sheet, Table
from trailstone.reports.scores import Score, ScoresReport, ScoresRow
from trailstone.reports.sheets.words import ASSIGNMENTS, NUMBER, PERCENT, TEXT, WHO


def _share(row: ScoresRow) -> int | None:
    return row.share if row.given else None


def _percent(score: Score | None) -> int | None:
    return score.percent if score else None


def _state(score: Score | None) -> str:
    return score.state.words if score else "Not given"


BEST: Final = "The best finished try since the start, right of asked; empty before one is finished, and for an article"
STATE: Final = "Scheduled, Not started, In progress, Done, Done late, Missing; Not given to this learner"
SCORES_SHEET: Final = Sheet(
    "scores",
    "Scores",
    "A learner of the class",
    (
        *WHO,
        Column("Completed %", "Done of given, of assignments that have started", PERCENT, ASSIGNMENTS, _share),
        Column("Done", "Assignments done, in time or late", NUMBER, ASSIGNMENTS, "done"),
        Column("Given", "Assignments given that have started", NUMBER, ASSIGNMENTS, "given"),
        Column("Average %", "The mean of the scores there are", PERCENT, ASSIGNMENTS, "average"),
        Repeated(
            "each assignment, by due date",
            (
                Column("{} %", BEST, PERCENT, ASSIGNMENTS, _percent),
                Column("{}, state", STATE, TEXT, ASSIGNMENTS, _state),
            ),
            "scores",
        ),
    ),
)


def scores_table(report: ScoresReport, rows: Iterable[ScoresRow]) -> Table:
    """The scores, as arranged."""
    return SCORES_SHEET.table(rows, [f"{one.title} (due {one.due:%Y-%m-%d})" for one in report.columns])
