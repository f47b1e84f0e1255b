"""The matrix of the skills report as a page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trailstone.people.models import Classroom
from trailstone.reports.arrange import SKILLS, arranged
from trailstone.reports.nudges import Nudges
from trailstone.reports.queries import SkillColumn, SkillsReport, SkillsRow
from trailstone.web.components.stones import LETTERS, WORDS

SORTS: Final[dict[str, tuple[Promise, str, bool]]] = {
    "name": (_("Name"), "name", False),
    "-percent": (_("Percent, highest first"), "percent", True),
    "percent": (_("Percent, lowest first"), "percent", False),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One learner at one skill. ``words`` and ``letter`` say the level; ``fell``: it is lower than a week ago."""

    level: int
    href: str
    words: str
    letter: str
    fell: bool
    here: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A learner's row of the matrix."""

    row: SkillsRow
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the address asks for. ``only``: "dropped" or "nearly" (see ``reports.nudges``); ``skill`` is opened."""

    sort: str = "name"
    find: str = ""
    only: str = ""
    letters: bool = False
    skill: int | None = None


def chosen_rows(report: SkillsReport, found: Nudges, wish: Wish) -> tuple[SkillsRow, ...]:
    """The rows in the wished order: those of the screen, the print and the CSV."""
    who = found.learners(wish.only)
    _words, key, down = SORTS.get(wish.sort, SORTS["name"])
    rows = [row for row in report.rows if who is None or row.learner_id in who]
    return arranged(rows, SKILLS, sort=key, down=down, find=wish.find)


def lines(room: Classroom, report: SkillsReport, rows: Sequence[SkillsRow], found: Nudges, wish: Wish) -> list[Line]:
    """The rows with their cells."""
    return [Line(row, tuple(_cells(room, report, row, found, wish))) for row in rows]


def _cells(room: Classroom, report: SkillsReport, row: SkillsRow, found: Nudges, wish: Wish) -> Sequence[Cell]:
    fell = found.dropped.get(row.learner_id, frozenset())
    return [
        _cell(room, row.learner_id, column, level, fell, wish)
        for column, level in zip(report.columns, row.levels, strict=True)
    ]


def _cell(room: Classroom, learner: UUID, column: SkillColumn, level: int, fell: frozenset[int], wish: Wish) -> Cell:
    lower = column.skill_id in fell
    words = str(WORDS[level]) + (str(_(", lower than a week ago")) if lower else "")
    href = reverse("answers", args=[room.pk, learner, column.skill_id])
    return Cell(level, href, words, LETTERS[level], lower, column.skill_id == wish.skill)
