"""An assignment as it is being made: everything as it was sent, nothing saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.http import QueryDict

from trailstone.assignments import moments, things
from trailstone.assignments.actions import Work
from trailstone.assignments.things import Thing
from trailstone.content.catalogue import CourseMap
from trailstone.goals.school_days import SchoolDays
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom
from trailstone.web.teacher.assign.clock import Typed, in_a_week
from trailstone.web.teacher.desk import read_ids, read_key

WHO: Final = ("all", "groups", "chosen")


@dataclass(frozen=True, slots=True)
class Draft:
    """``items``: codes of things, in order. ``classes``: keys of further classes. ``who``: by the key of a class.

    ``asked``: the conflicts that were shown with what was sent; ``out``: those whose learners are left out.
    """

    items: tuple[str, ...]
    classes: frozenset[UUID]
    who: Mapping[str, str]
    learners: frozenset[UUID]
    groups: frozenset[UUID]
    title: str
    instructions: str
    same: bool
    later: bool
    opens: Typed
    due: Typed
    asked: frozenset[str]
    out: frozenset[str]

    @property
    def things(self) -> list[Thing]:
        """What is to be done. Raises Refused for a code that is none."""
        return [things.thing_of(code) for code in self.items]

    def who_of(self, room: Classroom) -> str:
        """Which learners of the class: all, groups or chosen."""
        return self.who.get(str(room.pk), WHO[0])

    def work(self, room: Classroom) -> Work:
        """What is assigned. Raises Refused when a date cannot be read."""
        zone = moments.zone_of(room)
        return Work(
            things=self.things,
            due_at=self.due.moment(zone, "is due"),
            starts_at=self._starts_at(zone),
            title=self.title,
            instructions=self.instructions,
            same_questions=self.same,
        )

    def _starts_at(self, zone: str) -> datetime | None:
        return self.opens.moment(zone, "opens") if self.later else None


def read(sent: QueryDict, room: Classroom, held: Sequence[CourseMap], today: date, calendar: SchoolDays) -> Draft:
    """What was sent, by a form or by an address of another page: ``skill`` and ``learner`` are keys to begin with."""
    learners = frozenset(read_ids(sent.getlist("learner")))
    choices = {name.removeprefix("who-"): str(sent.get(name)) for name in sent if name.startswith("who-")}
    who = {key: choice for key, choice in choices.items() if choice in WHO}
    who.setdefault(str(room.pk), "chosen" if learners else "all")
    return Draft(
        items=tuple(dict.fromkeys([*filter(known, sent.getlist("item")), *_skills(sent.getlist("skill"), held)])),
        classes=frozenset(read_ids(sent.getlist("class"))),
        who=who,
        learners=learners,
        groups=frozenset(read_ids(sent.getlist("group"))),
        title=sent.get("title", ""),
        instructions=sent.get("instructions", ""),
        same=sent.get("same") == "yes",
        later=sent.get("opens") == "later",
        opens=Typed.sent(sent, "opens", Typed(calendar.onwards(today).isoformat(), "08:00")),
        due=Typed.sent(sent, "due", in_a_week(today, calendar)),
        asked=frozenset(sent.getlist("asked")),
        out=frozenset(sent.getlist("out")),
    )


def known(code: str) -> bool:
    """Whether a code names something that is on the site now."""
    try:
        return things.described(things.thing_of(code)) is not None
    except Refused:
        return False


def _skills(typed: Sequence[str], held: Sequence[CourseMap]) -> list[str]:
    """The exercises of skills, from the first course of the class that has them."""
    found = []
    for key in filter(None, map(read_key, typed)):
        skill = next((course.skills[key] for course in held if key in course.skills), None)
        found += [things.exercise(skill).code] if skill else []
    return found
