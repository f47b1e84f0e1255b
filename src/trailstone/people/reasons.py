"""Why a teacher changed something: a line that whoever looks later can read."""

from typing import Final

from trailstone.people.errors import Refused

LONGEST: Final = 300  # letters


def one_line(text: str) -> str:
    """The words with single spaces between them, without the sign U+0000, which PostgreSQL keeps in no text."""
    return " ".join(text.replace("\x00", " ").split())


def reason_of(text: str) -> str:
    """The reason in one line.

    Raises:
        Refused: there is none, or it is too long.
    """
    reason = one_line(text)
    if not reason:
        raise Refused("Say why in a few words. The reason is kept in the log.")
    if len(reason) > LONGEST:
        raise Refused(f"The reason is longer than {LONGEST} letters. Shorten it.")
    return reason
