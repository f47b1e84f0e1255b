"""The matrix of the skills report as a page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from trailstone.ids import NOBODY
from trailstone.people.models import Classroom
from trailstone.reports.arrange import SKILLS, arranged
from trailstone.reports.nudges import Nudges
from trailstone.reports.queries import SkillColumn, SkillsReport, SkillsRow
from trailstone.web.components.matrix import NO_SKILL, address, learner_head, level_cells

SORTS: Final[dict[str, tuple[Promise, str, bool]]] = {
    "name": (_("Name"), "name", False),
    "-percent": (_("Percent, highest first"), "percent", True),
    "percent": (_("Percent, lowest first"), "percent", False),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A learner's row of the matrix, with its cells as they are sent."""

    row: SkillsRow
    cells: SafeString


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: a skill, and the address that opens it."""

    column: SkillColumn
    href: str
    here: bool


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
    detail = address("learner-detail", room.pk, NOBODY)
    behind = address("answers", room.pk, NOBODY, NO_SKILL)
    skills = [column.skill_id for column in report.columns]
    here = skills.index(wish.skill) if wish.skill in skills else None
    shown = []
    for row in rows:
        head = learner_head(row.name, detail.format(learner=row.learner_id), row.percent)
        own = behind.replace("{learner}", str(row.learner_id))
        hrefs = [own.replace("{skill}", str(skill)) for skill in skills]
        fell = [skill in found.dropped.get(row.learner_id, ()) for skill in skills]
        cells = level_cells(row.levels, hrefs, fell=fell, here=here, lower=str(_(", lower than a week ago")))
        shown.append(Line(row, SafeString(head + cells)))
    return shown


def column_heads(room: Classroom, report: SkillsReport, wish: Wish, query: str) -> list[Head]:
    """The heads of the columns; ``query`` goes on with each."""
    panel = f"{address('skill-panel', room.pk, NO_SKILL)}?{query}"
    return [
        Head(column, panel.replace("{skill}", str(column.skill_id)), column.skill_id == wish.skill)
        for column in report.columns
    ]
