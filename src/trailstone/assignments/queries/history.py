"""The log of an assignment, in sentences."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from trailstone.assignments import moments
from trailstone.assignments.log import What
from trailstone.assignments.models import Assignment, AssignmentChange
from trailstone.goals.wording import people
from trailstone.people.models import User

Detail = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What was done to an assignment, when and by whom."""

    at: datetime
    by: str
    what: What
    sentence: str


def _extended(detail: Detail, who: str, zone: str) -> str:
    if "due_at" not in detail:
        return f"Took the longer time from {who}."
    return f"Gave {who} until {_moment(detail['due_at'], zone)}."


def _dates(detail: Detail, who: str, zone: str) -> str:
    return f"Moved the dates: opens {_moment(detail['starts_at'], zone)}, due {_moment(detail['due_at'], zone)}."


def _moment(stored: str, zone: str) -> str:
    return moments.words(datetime.fromisoformat(stored), zone)


SENTENCES: Final[Mapping[What, Callable[[Detail, str, str], str]]] = {
    What.MADE: lambda detail, who, zone: f"Made the assignment, due {_moment(detail['due_at'], zone)}.",
    What.COPIED: lambda detail, who, zone: f"Copied it from {detail['source']}.",
    What.PUBLISHED: lambda detail, who, zone: f"Published it: opens {_moment(detail['starts_at'], zone)}.",
    What.EDITED: lambda detail, who, zone: f"Changed {people(detail.get('edited', ()))}.",
    What.DATES: _dates,
    What.ADDED: lambda detail, who, zone: f"Gave it to {who}.",
    What.TAKEN: lambda detail, who, zone: f"Took it from {who}.",
    What.EXTENDED: _extended,
    What.ARCHIVED: lambda detail, who, zone: "Archived the assignment.",
    What.BROUGHT_BACK: lambda detail, who, zone: "Brought the assignment back.",
}


def change_log(assignment: Assignment) -> tuple[ChangeRow, ...]:
    """The changes of an assignment, latest first. Two statements."""
    rows = list(AssignmentChange.objects.filter(assignment=assignment).select_related("by").order_by("-at", "-pk"))
    keys = {UUID(key) for row in rows for key in row.detail.get("learners", ())}
    names = dict(User.objects.filter(pk__in=keys).values_list("pk", "name"))
    return tuple(_row(row, names, assignment.zone) for row in rows)


def _row(row: AssignmentChange, names: Mapping[UUID, str], zone: str) -> ChangeRow:
    what = What(row.what)
    sentence = SENTENCES[what](row.detail, _names(row.detail.get("learners", ()), names), zone)
    return ChangeRow(row.at, row.by.name, what, sentence)


def _names(keys: Sequence[str], names: Mapping[UUID, str]) -> str:
    return people([names.get(UUID(key), "somebody who left") for key in keys] or ["nobody"])
