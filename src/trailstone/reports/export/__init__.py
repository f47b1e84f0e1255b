"""Reports as files: the rows of the screen, in the order of the screen, as CSV or as a workbook."""

from trailstone.reports.export.book import workbook
from trailstone.reports.export.cells import Cell, neutral
from trailstone.reports.export.comma import BOM, pieces, text
from trailstone.reports.export.sheet import Column, Repeated, Sheet, Table

__all__ = ["BOM", "Cell", "Column", "Repeated", "Sheet", "Table", "neutral", "pieces", "text", "workbook"]
