"""Names, dates and lists as the sentences about goals say them."""

from collections.abc import Sequence
from datetime import date
from typing import Final

NAMED: Final = 4  # names in a sentence, before the rest is counted


def people(names: Sequence[str]) -> str:
    """ "Ben", "Ben and Cho", "Ben, Cho and Dina", "Ben, Cho, Dina and 15 others"."""
    if len(names) > NAMED:
        names = [*names[: NAMED - 1], f"{len(names) - NAMED + 1} others"]
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def day(when: date) -> str:
    """A date in words: "8 May 2027"."""
    return f"{when.day} {when:%B %Y}"


def school_days(number: int) -> str:
    """ "1 school day", "5 school days"."""
    return f"{number} school day" if number == 1 else f"{number} school days"
