"""What is wrong with a file: as a whole, or in one of its rows."""

from dataclasses import dataclass

from trailstone.people.errors import Refused


class Unreadable(Refused):
    """Nothing can be made of the file; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that cannot be imported. ``row`` counts from 1 as a spreadsheet does; 0 is the file as a whole.

    ``part``: the file of several it is in, or "".
    """

    row: int
    text: str
    part: str = ""
