"""The log of a goal, in sentences."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from trailstone.goals.log import What
from trailstone.goals.models import Goal, GoalChange
from trailstone.goals.wording import day, people
from trailstone.people.models import User

Detail = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What was done to a goal, when and by whom."""

    at: datetime
    by: str
    what: What
    sentence: str


def _due(detail: Detail) -> str:
    return day(date.fromisoformat(detail["due"]))


def _moved(detail: Detail, who: str) -> str:
    was = people([day(date.fromisoformat(each)) for each in detail["was"]])
    return f"Moved the due date of {who} from {was} to {_due(detail)}."


def _planned(detail: Detail) -> str:
    if not detail["starts"]:
        return f"Laid it in the year: due {_due(detail)}."
    return f"Laid it in the year: from {day(date.fromisoformat(detail['starts']))} to {_due(detail)}."


SENTENCES: Final[Mapping[What, Callable[[Detail, str], str]]] = {
    What.SET: lambda detail, who: f"Set the goal: {detail['target']} %, due {_due(detail)}.",
    What.ADDED: lambda detail, who: f"Gave it to {who}, due {_due(detail)}.",
    What.DUE: _moved,
    What.TARGET: lambda detail, who: f"Changed the target from {detail['target_was']} % to {detail['target']} %.",
    What.UNASSIGNED: lambda detail, who: f"Took it from {who}.",
    What.REMOVED: lambda detail, who: "Removed the goal.",
    What.BROUGHT_BACK: lambda detail, who: "Brought the goal back.",
    What.PLANNED: lambda detail, who: _planned(detail),
}


def change_log(goal: Goal) -> tuple[ChangeRow, ...]:
    """The changes of a goal, latest first. Two queries."""
    rows = list(GoalChange.objects.filter(goal=goal).select_related("by").order_by("-at", "-pk"))
    keys = {UUID(key) for row in rows for key in row.detail.get("learners", ())}
    names = dict(User.objects.filter(pk__in=keys).values_list("pk", "name"))
    return tuple(_row(row, names) for row in rows)


def _row(row: GoalChange, names: Mapping[UUID, str]) -> ChangeRow:
    who = _names(row.detail.get("learners", ()), names)
    what = What(row.what)
    return ChangeRow(row.at, row.by.name, what, SENTENCES[what](row.detail, who))


def _names(keys: Sequence[str], names: Mapping[UUID, str]) -> str:
    return people([names.get(UUID(key), "somebody who left") for key in keys] or ["nobody"])
