"""The text in a file that a spreadsheet, a register or an old program wrote."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final

from trailstone.people.importing.faults import Unreadable

MARKS: Final = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
LOOK: Final = 400  # bytes at the beginning that tell UTF-16 without a mark
OLD: Final = (
    "The file is not in UTF-8, so it was read as Latin-1, as older programs write it. Look at names with accents; when "
    "one is odd, save the file as “CSV UTF-8”."
)
SPREADSHEET: Final = (
    "This is a spreadsheet or an archive, not text. Save the sheet as “CSV UTF-8”, then choose that file."
)
NO_TEXT: Final = "This file is not text. Save the list as “CSV UTF-8”, then choose that file."
SPOILT: Final = (
    "This file begins like UTF-16 but breaks off or is spoilt. Save the list as “CSV UTF-8”, then try again."
)


def decoded(data: bytes) -> tuple[str, str]:
    """The text, and a note for whoever sent it ("" when there is nothing to say).

    UTF-8 and UTF-16, with their marks or without; anything else counts as Latin-1, in the form that Windows writes
    (https://encoding.spec.whatwg.org/#names-and-labels).

    Raises:
        Unreadable: it is no text.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        raise Unreadable(SPREADSHEET)
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "") or _unmarked(data[:LOOK])
    try:
        return _text(data.decode(encoding)), ""
    except UnicodeDecodeError as why:
        if encoding.startswith("utf-16"):
            raise Unreadable(SPOILT) from why
    return _text(data.decode("cp1252", errors="replace")), OLD


def _unmarked(start: bytes) -> str:
    """UTF-16 writes plain letters with a NUL before or after each."""
    pairs = max(1, len(start) // 2)
    if start[1::2].count(0) * 2 > pairs:
        return "utf-16-le"
    return "utf-16-be" if start[0::2].count(0) * 2 > pairs else "utf-8"


def _text(text: str) -> str:
    if text.count("\0") > 20:
        raise Unreadable(NO_TEXT)
    return text
