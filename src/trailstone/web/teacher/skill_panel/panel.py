"""One skill of the report, opened: who is where, and the slip that is made most."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode
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

    archived: bool
    more: str  # the address where the same can be assigned to others, or more of it

    @property
    def low(self) -> tuple[tuple[int, tuple[Person, ...]], ...]:
        """The groups at Not started and Attempted: those whom extra practice is meant for."""
        return tuple((level, people) for level, people in self.groups if level < Level.FAMILIAR)

    @property
    def count(self) -> int:
        """How many learners are in them."""
        return sum(len(people) for _level, people in self.low)

    @property
    def listed(self) -> tuple[tuple[int, tuple[Person, ...]], ...]:
        """The groups that are not in the form."""
        return tuple(one for one in self.groups if self.archived or one not in self.low)


def panel(room: Classroom, report: SkillsReport, skill_id: int, today: date) -> Panel:
    """The panel of a column of the report. Two queries. Raises KeyError: not a column."""
    column = {column.skill_id: column for column in report.columns}[skill_id]
    groups = tuple(
        (level, tuple(Person(row.learner_id, row.name, _address(room, row.learner_id, skill_id)) for row in rows))
        for level, rows in report.learners_on(skill_id).items()
        if rows
    )
    slip, due = next(iter(slips(room, skill_id)), None), in_a_week(today, school_days(room.school))
    skill = course_map(report.course_id).skills[skill_id]
    found = Panel(column, groups, slip, things.exercise(skill).code, due, room.archived_at is not None, "")
    return replace(found, more=_more(room, skill_id, found))


def _more(room: Classroom, skill_id: int, found: Panel) -> str:
    learners = [person.id for _level, people in found.low for person in people]
    return f"{reverse('assign', args=[room.pk])}?{urlencode({'skill': skill_id, 'learner': learners}, doseq=True)}"


def _address(room: Classroom, learner: UUID, skill_id: int) -> str:
    return reverse("answers", args=[room.pk, learner, skill_id])
