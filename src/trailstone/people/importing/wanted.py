"""What a file wants: which classes, which learners, who is in which class."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from trailstone.people import names, usernames
from trailstone.people.importing.faults import Fault
from trailstone.people.models import SOURCE_ID

FORMULA: Final = ("=", "+", "@")


@dataclass(frozen=True, slots=True)
class Section:
    """A class of the file. ``key`` "" stands for the class whose page it is sent from; ``source_id`` may be ""."""

    key: str
    name: str
    source_id: str
    row: int


@dataclass(frozen=True, slots=True)
class Person:
    """A learner of the file. ``source_id`` and ``username`` may be "", then they go by name in their class."""

    key: str
    name: str
    source_id: str
    username: str
    row: int


@dataclass(slots=True)
class Wanted:
    """Filled row by row. ``places``: by class, the keys of its learners in the order of the file, each once.

    ``teachers``: by class, the user names of those who teach it. ``lenient``: a class that cannot be found
    is left out and told, as in an export of a whole school; else it is a fault.
    """

    sections: dict[str, Section] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    places: dict[str, dict[str, int]] = field(default_factory=dict)
    teachers: dict[str, list[str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lenient: bool = False

    def place(self, section: str, person: str, row: int) -> None:
        """Put a learner in a class; the row says where the file does so."""
        self.places.setdefault(section, {}).setdefault(person, row)


def person_faults(name: str, source_id: str, username: str) -> Iterable[str]:
    """What is wrong with one learner, in sentences."""
    checks = (
        (not any(sign.isalpha() for sign in name), "There is no name in this row."),
        (len(name) > names.LONGEST, f"The name is longer than {names.LONGEST} letters."),
        (name.startswith(FORMULA), "The name begins like a formula of a spreadsheet."),
        (not good_id(source_id), f"The id has more than {SOURCE_ID} letters, or signs that nobody can see."),
        (bool(username) and not usernames.ALLOWED.fullmatch(username), "The user name has other signs than small "
         "letters a to z, digits, dots and dashes, or is longer than 60."),
    )  # fmt: skip
    return [said for holds, said in checks if holds]


def section_faults(name: str, source_id: str) -> list[str]:
    """What is wrong with the class that a row names, in sentences."""
    checks = (
        (len(name) > names.LONGEST, f"The name of the class is longer than {names.LONGEST} letters."),
        (not good_id(source_id), f"The class id has more than {SOURCE_ID} letters, or signs that nobody can see."),
    )
    return [said for holds, said in checks if holds]


def good_id(source_id: str) -> bool:
    """Whether a key of the school's register can be kept as it is."""
    return len(source_id) <= SOURCE_ID and source_id.isprintable()
