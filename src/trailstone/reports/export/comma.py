"""Tables as CSV, whole or in pieces."""

import csv
import io
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from trailstone.reports.export.cells import neutral
from trailstone.reports.export.sheet import Table

BOM: Final = "\ufeff"  # by it spreadsheets know the text for UTF-8
PIECE: Final = 1_000


def text(table: Table) -> str:
    """A whole CSV file: UTF-8 when encoded, with BOM; text that a spreadsheet could run is made harmless."""
    return "".join(pieces(table))


def pieces(table: Table) -> Iterator[str]:
    """The same file in pieces of PIECE rows, for one that is too long to be held whole."""
    left, start = iter(chain((table.head,), table.rows)), BOM
    while some := list(islice(left, PIECE)):
        file = io.StringIO(newline="")
        csv.writer(file).writerows([neutral(cell) for cell in row] for row in some)
        yield start + file.getvalue()
        start = ""
