"""The log of a goal, in sentences."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final
from uuid import UUID

from trailstone.goals.changelog import ChangeRow, Detail, changes
from trailstone.goals.log import What
from trailstone.goals.models import Goal, GoalChange
from trailstone.goals.wording import day, people


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


def change_log(goal: Goal | UUID) -> tuple[ChangeRow, ...]:
    """The changes of a goal (or of the one with that key), latest first. Two queries."""
    log = GoalChange.objects.filter(goal=goal)
    return changes(log, lambda what, detail, who: SENTENCES[What(what)](detail, who))
