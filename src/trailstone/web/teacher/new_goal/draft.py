"""A goal as it is being made: what was typed so far, kept as typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from mastery.goals import TARGET_DEFAULT
from trailstone.content.catalogue import CourseMap
from trailstone.people.errors import Refused
from trailstone.web.teacher.desk import read_day, read_ids, read_number

AHEAD: Final = {"course": timedelta(weeks=12), "unit": timedelta(weeks=2)}  # first guesses: a term; two weeks


@dataclass(frozen=True, slots=True)
class Draft:
    """``due`` and ``target`` are text as typed; ``learners`` counts only when ``who`` is "chosen"."""

    kind: str
    course: str
    units: tuple[str, ...]
    who: str
    learners: frozenset[UUID]
    due: str
    target: str

    @property
    def chosen(self) -> frozenset[UUID] | None:
        """The keys of the chosen learners; None for the whole class."""
        return self.learners if self.who == "chosen" else None

    @property
    def day(self) -> date | None:
        """The due date, when a day was typed."""
        return read_day(self.due)

    @property
    def percent(self) -> int | None:
        """The target, when a number was typed."""
        return read_number(self.target)

    def checked_due(self) -> date:
        """The due date. Raises Refused when none was typed."""
        if self.day is None:
            raise Refused(_("Choose the day the goal is due."))
        return self.day

    def checked_target(self) -> int:
        """The target in percent. Raises Refused when no whole number was typed."""
        if self.percent is None:
            raise Refused(_("The target is a whole number from 50 to 100."))
        return self.percent


def read(sent: QueryDict, courses: Sequence[CourseMap], today: date) -> Draft:
    """What was sent, with first guesses for what was not: the only course, everybody, 80 %, a date by the kind."""
    kind = "unit" if sent.get("kind") == "unit" else "course"
    return Draft(
        kind=kind,
        course=sent.get("course", courses[0].id if courses else ""),
        units=tuple(sent.getlist("unit")),
        who="chosen" if sent.get("who") == "chosen" else "all",
        learners=frozenset(read_ids(sent.getlist("learner"))),
        due=sent.get("due", (today + AHEAD[kind]).isoformat()),
        target=sent.get("target", str(TARGET_DEFAULT)),
    )
