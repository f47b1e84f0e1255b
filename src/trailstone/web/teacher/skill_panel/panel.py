"""One skill of the report, opened: who is where, and the slip that is made most."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from trailstone.people.models import Classroom
from trailstone.reports.queries import SkillColumn, SkillsReport
from trailstone.reports.slips import Slip, slips


@dataclass(frozen=True, slots=True)
class Person:
    """A learner, with the address of its answers on the skill."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Panel:
    """``groups``: level and who is on it, lowest first, without empty levels. ``slip`` None: none has a name yet."""

    column: SkillColumn
    groups: tuple[tuple[int, tuple[Person, ...]], ...]
    slip: Slip | None


def panel(room: Classroom, report: SkillsReport, skill_id: int) -> Panel:
    """The panel of a column of the report. One query. Raises KeyError: not a column."""
    column = {column.skill_id: column for column in report.columns}[skill_id]
    groups = tuple(
        (level, tuple(Person(row.name, _address(room, row.learner_id, skill_id)) for row in rows))
        for level, rows in report.learners_on(skill_id).items()
        if rows
    )
    return Panel(column, groups, next(iter(slips(room, skill_id)), None))


def _address(room: Classroom, learner: UUID, skill_id: int) -> str:
    return reverse("answers", args=[room.pk, learner, skill_id])
