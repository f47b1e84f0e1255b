"""A cell of a file: numbers and days stay what they are, text never becomes a formula."""

from datetime import date
from typing import Final

Cell = str | int | float | date | None

# A cell that begins so can be run as a formula: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def neutral(cell: Cell) -> str | int | float:
    """The cell as text files hold it: numbers as they are, dates as 2027-05-08, formulas with an apostrophe before
    them."""
    if isinstance(cell, int | float):
        return cell
    shown = "" if cell is None else cell.isoformat() if isinstance(cell, date) else cell
    return f"'{shown}" if shown.startswith(FORMULA) else shown
