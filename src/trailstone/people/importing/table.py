"""Rows with headings, from comma-separated text (RFC 4180), or with semicolons or tabs between the cells."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Final

from trailstone.people.importing.faults import Fault, Unreadable
from trailstone.people.importing.limits import CELL, COLUMNS, Limits

BETWEEN: Final = ",;\t"
QUOTES: Final = (
    "Row {}: a quotation mark is opened and not closed, or stands inside a cell that has none at its ends. Put the "
    "cell right, or save the list anew from the spreadsheet."
)
TOO_LONG: Final = "Row {}: a cell has more than {:,} letters. No name is as long; is this the right file?"


@dataclass(frozen=True, slots=True)
class Row:
    """``number`` as a spreadsheet counts, the headings being row 1; ``cells`` without blanks around. ``place`` of each
    heading among them is the same for all rows."""

    number: int
    cells: Sequence[str]
    place: Mapping[str, int]

    def get(self, *headings: str) -> str:
        """The first cell under one of the headings that has something in it."""
        places = (self.place[each] for each in headings if each in self.place)
        return next((self.cells[place] for place in places if place < len(self.cells) and self.cells[place]), "")


@dataclass(frozen=True, slots=True)
class Table:
    """``headings`` in small letters without blanks and signs between, so that "User name" reads ``username``."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


def table(text: str, limits: Limits, part: str = "") -> Table:
    """The table in the text; blank rows are left out. A row with more cells than headings is a fault.

    Raises:
        Unreadable: there is nothing in it, the quotation marks do not close, or it is more than the limits let in.
    """
    found = _records(text, limits, part)
    number, first = next(found, (0, []))
    if not number:
        raise Unreadable(_in(part, "The file is empty. Its first row names the columns, the learners follow below."))
    headings = tuple(map(heading, first))
    _refuse_twice(headings, part)
    place = {each: number for number, each in enumerate(headings)}
    rows, faults = [], []
    for number, cells in found:
        if len(cells) > len(headings) and any(cells[len(headings) :]):
            faults.append(
                Fault(number, f"This row has {len(cells)} cells, but there are {len(headings)} headings.", part)
            )
        else:
            rows.append(Row(number, cells, place))
    return Table(headings, tuple(rows), tuple(faults))


def heading(text: str) -> str:
    """A heading as it is compared."""
    return re.sub(r"[\W_]+", "", text.casefold())


def _records(text: str, limits: Limits, part: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that have something in them, each with its number."""
    lines = StringIO(text, newline="")
    if not text.casefold().startswith("sep="):  # a hint that one spreadsheet writes for itself
        lines.seek(0)
        before = 0
    else:
        before = bool(lines.readline())
    reader = csv.reader(lines, delimiter=_between(text.split("\n", 2)[before : before + 1]), strict=True)
    number = before
    while True:
        number += 1
        try:
            cells = next(reader, None)
        except csv.Error as why:
            said = TOO_LONG.format(number, CELL) if "limit" in str(why) else QUOTES.format(number)
            raise Unreadable(_in(part, said)) from why
        if cells is None:
            return
        if number > limits.rows + 1:
            raise Unreadable(_in(part, f"There are more than {limits.rows:,} rows. Send the list in parts."))
        if len(cells) > COLUMNS:
            raise Unreadable(_in(part, f"Row {number}: there are {len(cells):,} columns; at most {COLUMNS} are read."))
        if any(len(cell) > CELL for cell in cells):
            raise Unreadable(_in(part, TOO_LONG.format(number, CELL)))
        tidy = [cell.strip() for cell in cells]
        if any(tidy):
            yield number, tidy


def _between(first: Sequence[str]) -> str:
    line = first[0] if first else ""
    return max(BETWEEN, key=line.count)


def _refuse_twice(headings: Sequence[str], part: str) -> None:
    twice = next((each for each in headings if each and headings.count(each) > 1), "")
    if twice:
        raise Unreadable(_in(part, f"Two columns are called “{twice}”. Give each its own heading."))


def _in(part: str, sentence: str) -> str:
    return f"{part}: {sentence}" if part else sentence
