"""The log of an assignment, in sentences."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from trailstone.assignments import moments
from trailstone.assignments.log import What
from trailstone.assignments.models import Assignment, AssignmentChange
from trailstone.goals.changelog import ChangeRow, Detail, changes
from trailstone.goals.wording import people


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
    What.LEFT_OUT: lambda detail, who, zone: f"Left {who} out of “{detail['thing']}”.",
    What.PUT_IN: lambda detail, who, zone: f"Gave {who} all of it.",
    What.TAKEN: lambda detail, who, zone: f"Took it from {who}.",
    What.EXTENDED: _extended,
    What.ARCHIVED: lambda detail, who, zone: "Archived the assignment.",
    What.BROUGHT_BACK: lambda detail, who, zone: "Brought the assignment back.",
}


def change_log(assignment: Assignment) -> tuple[ChangeRow, ...]:
    """The changes of an assignment, latest first. Two statements."""
    log = AssignmentChange.objects.filter(assignment=assignment)
    return changes(log, lambda what, detail, who: SENTENCES[What(what)](detail, who, assignment.zone))
