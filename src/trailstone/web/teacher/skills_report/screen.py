"""The skills report as a page shows it: one unit's matrix, or a bar for each unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mastery import Level
from trailstone.content.catalogue import CourseMap, UnitMap
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
NOW_HIGHER: Final = 2  # a unit is where the class works once one learner in two has begun it


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
    begun = [unit.id for unit in units if NOW_HIGHER * _begun(unit, whole) >= len(whole.rows) > 0]
    return begun[-1] if begun else units[0].id if units else None


def _begun(unit: UnitMap, whole: SkillsReport) -> int:
    places = [place for place, column in enumerate(whole.columns) if column.unit_id == unit.id]
    return sum(any(row.levels[place] for place in places) for row in whole.rows)
