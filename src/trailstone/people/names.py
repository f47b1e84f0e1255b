"""Names as teachers paste them, one a line: from a register, a spreadsheet or a message."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from trailstone.people import usernames
from trailstone.people.errors import Refused
from trailstone.people.models import Classroom

MOST: Final = 200  # names at once
LONGEST: Final = 80  # letters of one name
NUMBERING: Final = re.compile(r"^(?:\d+\s*[.):]\s*|\d+\s+|[-*•–]\s+)")

TOO_LONG: Final = f"This name is longer than {LONGEST} letters. Shorten it."
NO_NAME: Final = "There is no name in this line."
IN_CLASS: Final = "Somebody of this name is in the class already."
ELSEWHERE: Final = (
    "Somebody has the user name {} already. If it is the same learner, leave the line out and give them the class code."
)
TWINS: Final = "This name is in the list more than once, so the user names differ."


@dataclass(frozen=True, slots=True)
class PastedName:
    """One line of pasted names: the name read from it, a free user name, and a note for the teacher (or "").

    ``accepted`` says whether an account would be made; ``line`` counts from 1.
    """

    line: int
    name: str
    username: str
    note: str
    accepted: bool


def preview(pasted: str, *, classroom: Classroom, same_names: bool = False) -> tuple[PastedName, ...]:
    """What adding these names would do, line by line, blank lines left out. Three queries at most, nothing written.

    ``same_names``: accept names that are in the class already.

    Raises:
        Refused: there is no name at all, or there are more than MOST.
    """
    lines = _lines(pasted)
    there = {_key(name) for name in classroom.learners.values_list("name", flat=True)}
    often = Counter(_key(name) for _, name in lines)
    notes = [_note(name, there, often) for _, name in lines]
    accepted = [note in {"", TWINS} or (same_names and note == IN_CLASS) for note in notes]
    wanted = [usernames.proposed(name) for (_, name), fine in zip(lines, accepted, strict=True) if fine]
    taken = usernames.taken_like(wanted)
    bases, given = iter(wanted), usernames.Free(taken)
    rows = []
    for (line, name), note, fine in zip(lines, notes, accepted, strict=True):
        base = next(bases) if fine else ""
        told = note or (ELSEWHERE.format(base) if base in taken else "")
        rows.append(PastedName(line, name, given.take(base) if fine else "", told, fine))
    return tuple(rows)


def fingerprint(classroom: Classroom) -> str:
    """A text that is another one when other learners are in the class. One query."""
    keys = classroom.learners.order_by("pk").values_list("pk", flat=True)
    return sha256(" ".join(map(str, keys)).encode()).hexdigest()[:16]


def tidy(line: str) -> str:
    """The name in a line: numbering, doubled blanks, quotes and invisible signs gone; "Karimi, Amina" turned round."""
    plain = shown(line).replace('"', "")
    last, comma, first = NUMBERING.sub("", plain.strip()).partition(",")
    turned = f"{first} {last}" if comma else last
    return " ".join(turned.replace(",", " ").split())


def checked(name: str, whose: str) -> str:
    """A single name as somebody typed it, tidied.

    Raises:
        Refused: it is empty or longer than LONGEST; ``whose`` ("the class") stands in the sentence.
    """
    tidied = " ".join(shown(name).split())
    if not tidied:
        raise Refused(f"Give {whose} a name.")
    if len(tidied) > LONGEST:
        raise Refused(f"A name has at most {LONGEST} letters; this one has {len(tidied)}. Shorten it.")
    return tidied


def shown(text: str) -> str:
    """The text without signs that nobody sees: some turn what is beside them round, and NUL no database keeps."""
    spaced = "".join(" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", text))
    return "".join(sign for sign in spaced if not unicodedata.category(sign).startswith("C"))


def _lines(pasted: str) -> list[tuple[int, str]]:
    found = [(number, tidy(line)) for number, line in enumerate(pasted.splitlines(), start=1) if line.strip()]
    if not any(name for _, name in found):
        raise Refused("There is no name here. Paste one name on each line.")
    if len(found) > MOST:
        raise Refused(f"These are {len(found)} names. Add at most {MOST} at once.")
    return found


def _note(name: str, there: set[str], often: Counter[str]) -> str:
    notes = (
        (not any(sign.isalpha() for sign in name), NO_NAME),
        (len(name) > LONGEST, TOO_LONG),
        (_key(name) in there, IN_CLASS),
        (often[_key(name)] > 1, TWINS),
    )
    return next((note for holds, note in notes if holds), "")


def _key(name: str) -> str:
    return name.casefold()
