"""What a report's file holds: columns with what they mean. Head, cells and the data dictionary come from them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from trailstone.reports.export.cells import Cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``unit``: what is counted ("minutes"), ``source``: where it comes from; ``of`` takes the cell out of a
    row: the name of a value in it ("course.median"), or a function."""

    name: str
    meaning: str
    unit: str
    source: str
    of: str | Callable[[Any], Cell]


@dataclass(frozen=True, slots=True)
class Repeated:
    """Columns that come once for each ``about`` (a unit, a skill); ``{}`` in a name is the title of it. ``of`` takes
    the parts of a row, one for each."""

    about: str
    columns: tuple[Column, ...]
    of: str | Callable[[Any], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Table:
    """A report as a file: a head and rows, which may be made while they are sent."""

    title: str
    head: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The file of one report. ``row``: what one row of it is about, as a sentence; ``key`` stands in addresses."""

    key: str
    title: str
    row: str
    columns: tuple[Column | Repeated, ...]

    def table(self, rows: Iterable[Any], titles: Sequence[str] = ()) -> Table:
        """The rows as a file; ``titles``: of what the repeated columns are about, in order."""
        ways = [_way(one) for one in self.columns]
        cells = ([cell for way in ways for cell in way(row)] for row in rows)
        return Table(self.title, tuple(self._head(titles)), cells)

    def _head(self, titles: Sequence[str]) -> Iterator[str]:
        for one in self.columns:
            if isinstance(one, Column):
                yield one.name
            else:
                yield from (column.name.replace("{}", title) for title in titles for column in one.columns)


def _getter(of: str | Callable[[Any], Any]) -> Callable[[Any], Any]:
    return attrgetter(of) if isinstance(of, str) else of


def _way(one: Column | Repeated) -> Callable[[Any], Iterable[Cell]]:
    """What makes the cells of a row for this column, or for these repeated ones."""
    if isinstance(one, Column):
        getter = _getter(one.of)
        return lambda row: (getter(row),)
    parts, getters = _getter(one.of), [_getter(column.of) for column in one.columns]
    return lambda row: (getter(part) for part in parts(row) for getter in getters)
