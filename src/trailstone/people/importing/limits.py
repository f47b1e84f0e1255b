"""How much of a roster is read at once."""

from dataclasses import dataclass
from typing import Final

COLUMNS: Final = 60
CELL: Final = 1000  # letters


@dataclass(frozen=True, slots=True)
class Limits:
    """``rows`` of one table with its headings, and ``unpacked`` bytes of all files of an archive together."""

    rows: int
    unpacked: int


PAGE: Final = Limits(rows=20_000, unpacked=16_000_000)
COMMAND: Final = Limits(rows=250_000, unpacked=256_000_000)
