"""One skill of the report, opened: who is where, and the slip that is made most."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from mastery import Level
from trailstone.assignments import things
from trailstone.content.catalogue import course_map
from trailstone.goals.queries import school_days
from trailstone.people.models import Classroom
from trailstone.reports.queries import SkillColumn, SkillsReport
from trailstone.reports.slips import Slip, slips
from trailstone.web.teacher.assign.clock import Typed, in_a_week


@dataclass(frozen=True, slots=True)
class Person:
    """A learner, with the address of its answers on the skill."""

    id: UUID
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Panel:
    """``groups``: level and who is on it, lowest first, without empty levels. ``slip`` None: none has a name yet.

    ``code`` names the skill's exercise, to be assigned until ``due``.
    """

    column: SkillColumn
    groups: tuple[tuple[int, tuple[Person, ...]], ...]
    slip: Slip | None
    code: str
    due: Typed

    @property
    def low(self) -> list[Person]:
        """Who is at Not started or Attempted: those whom extra practice is meant for."""
        return [one for level, people in self.groups if level < Level.FAMILIAR for one in people]

    @property
    def high(self) -> list[Person]:
        """The others."""
        return [one for level, people in self.groups if level >= Level.FAMILIAR for one in people]


def panel(room: Classroom, report: SkillsReport, skill_id: int, today: date) -> Panel:
    """The panel of a column of the report. Two queries. Raises KeyError: not a column."""
    column = {column.skill_id: column for column in report.columns}[skill_id]
    groups = tuple(
        (level, tuple(Person(row.learner_id, row.name, _address(room, row.learner_id, skill_id)) for row in rows))
        for level, rows in report.learners_on(skill_id).items()
        if rows
    )
    code = things.exercise(course_map(report.course_id).skills[skill_id]).code
    due = in_a_week(today, school_days(room.school))
    return Panel(column, groups, next(iter(slips(room, skill_id)), None), code, due)


def _address(room: Classroom, learner: UUID, skill_id: int) -> str:
    return reverse("answers", args=[room.pk, learner, skill_id])
