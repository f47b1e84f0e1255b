"""Tables as a workbook (XLSX). Every text is typed as text, so nothing in it is ever run or turned into a link."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO, Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from trailstone.reports.export.cells import Cell
from trailstone.reports.export.sheet import Table

MOST_ROWS: Final = 1_048_575  # of a worksheet, without the head
LONGEST: Final = 32_767  # characters in a cell of the format
WIDEST, NARROWEST = 40, 9  # characters; a column is as wide as its head
OPTIONS: Final = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
FORBIDDEN: Final = str.maketrans("[]:*?/\\'", "        ")  # in the name of a worksheet


def workbook(table: Table) -> IO[bytes]:
    """The file, at its beginning. Rows go to the disk as they come, so its length costs no memory.

    A table longer than a worksheet goes on in the next one, under the same head.
    """
    file = TemporaryFile()  # noqa: SIM115 - it is the result; whoever sends it closes it
    with Workbook(file, OPTIONS) as book:
        head, day = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        left = iter(table.rows)
        first = next(left, None)
        rows = chain((first,), left) if first is not None else iter(())
        number = 1
        _sheet(book, table, number, (head, day), islice(rows, MOST_ROWS))
        while (more := next(rows, None)) is not None:
            number += 1
            _sheet(book, table, number, (head, day), chain((more,), islice(rows, MOST_ROWS - 1)))
    file.seek(0)
    return file


def _sheet(
    book: Any, table: Table, number: int, formats: tuple[Format, Format], rows: Iterable[Sequence[Cell]]
) -> None:
    name = " ".join(table.title.translate(FORBIDDEN).split())[:26] or "Report"
    sheet = book.add_worksheet(name if number == 1 else f"{name} {number}")
    sheet.freeze_panes(1, 1)
    for place, title in enumerate(table.head):
        sheet.set_column(place, place, min(WIDEST, max(NARROWEST, len(title) + 2)))
        sheet.write_string(0, place, title[:LONGEST], formats[0])
    for line, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            _write(sheet, line, place, cell, formats[1])


def _write(sheet: Worksheet, line: int, place: int, cell: Cell, day: Format) -> None:
    if isinstance(cell, str):
        if cell:
            sheet.write_string(line, place, cell[:LONGEST])
    elif isinstance(cell, date):
        sheet.write_datetime(line, place, cell, day)
    elif cell is not None:
        sheet.write_number(line, place, cell)
