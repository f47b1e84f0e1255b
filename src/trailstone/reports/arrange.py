"""The order and choice of rows, the same for the screen, the print and the CSV."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final, Protocol, TypeVar


class Named(Protocol):
    """A row about a learner."""

    @property
    def name(self) -> str:
        """The learner's name."""

    @property
    def username(self) -> str:
        """The learner's user name."""


Row = TypeVar("Row", bound=Named)
Key = Callable[[Any], Any]

PROGRESS: Final[Mapping[str, Key]] = {
    "name": lambda row: row.name.casefold(),
    "percent": lambda row: row.percent,
    "points": lambda row: row.points,
    "change": lambda row: row.change,
    "state": lambda row: row.state.value,
    "due": lambda row: row.due,
    "achieved": lambda row: row.achieved_on or date.max,
    "active": lambda row: row.last_active or date.min,
}
SKILLS: Final[Mapping[str, Key]] = {
    "name": lambda row: row.name.casefold(),
    "percent": lambda row: row.percent,
}


def arranged(
    rows: Iterable[Row],
    by: Mapping[str, Key],
    *,
    sort: str = "name",
    down: bool = False,
    find: str = "",
    state: str = "",
) -> tuple[Row, ...]:
    """Those rows whose name or user name holds ``find`` and whose state is ``state`` (if given), in order.

    ``sort``: a key of ``by``; an unknown one means by name. Rows that are equal in it stay by name.
    """
    wanted = [row for row in rows if _holds(row, find.strip().casefold(), state)]
    by_name = sorted(wanted, key=lambda row: (row.name.casefold(), row.username))
    return tuple(sorted(by_name, key=by.get(sort, by["name"]), reverse=down))


def _holds(row: Named, find: str, state: str) -> bool:
    named = find in row.name.casefold() or find in row.username
    return named and (not state or getattr(row, "state", None) == state)
