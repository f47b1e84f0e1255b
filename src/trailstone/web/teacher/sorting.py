"""Column heads that sort a table by a link, with or without JavaScript."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise

DOWN_FIRST = {  # the highest is what one looks for
    *("percent", "points", "change", "active", "achieved", "minutes", "exercises", "others", "worked", "up", "down"),
    *("to_proficient", "without", "stuck", "attempted", "missed", "share", "when"),
}


@dataclass(frozen=True, slots=True)
class Order:
    """How rows are arranged: ``sort`` a column, ``down`` the highest first, ``find`` a name, ``state`` of a goal."""

    sort: str = "name"
    down: bool = False
    find: str = ""
    state: str = ""

    @classmethod
    def of(cls, query: QueryDict, sorts: Iterable[str], *, usual: str = "name") -> "Order":
        """What an address asks for; an unknown column means the ``usual`` order."""
        asked = query.get("sort", "")
        sort = asked if asked.removeprefix("-") in sorts else usual
        return cls(
            sort.removeprefix("-"), sort.startswith("-"), query.get("find", "").strip()[:60], query.get("state", "")
        )  # fmt: skip

    @property
    def words(self) -> str:
        """As it stands in addresses: "-percent"."""
        return f"{'-' if self.down else ''}{self.sort}"


@dataclass(frozen=True, slots=True)
class Head:
    """A column head: ``href`` sorts by it; ``aria`` is the order it is in now, or empty."""

    label: str
    href: str
    aria: str
    number: bool


def heads(query: QueryDict, order: Order, labels: Mapping[str, Promise], numbers: frozenset[str]) -> list[Head]:
    """A head for each column, in order; everything else in the address stays."""
    return [_head(query, order, name, str(label), name in numbers) for name, label in labels.items()]


def _head(query: QueryDict, order: Order, name: str, label: str, number: bool) -> Head:
    here = order.sort == name
    down = not order.down if here else name in DOWN_FIRST
    wanted = query.copy()
    wanted.pop("format", None)
    wanted["sort"] = f"{'-' if down else ''}{name}"
    aria = ("descending" if order.down else "ascending") if here else ""
    return Head(label, f"?{wanted.urlencode()}", aria, number)
