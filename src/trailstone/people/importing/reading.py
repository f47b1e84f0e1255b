"""Whatever somebody sends as a roster: a list, an export of the register in an archive, or its files one by one."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from trailstone.people.importing import archive, oneroster, sheet
from trailstone.people.importing.decoding import SPREADSHEET, decoded
from trailstone.people.importing.faults import Unreadable
from trailstone.people.importing.limits import Limits
from trailstone.people.importing.wanted import Wanted
from trailstone.people.models import School

ZIP: Final = b"PK\x03\x04"
OFFICE: Final = "[content_types].xml"  # what is in every file of a spreadsheet program
OTHER: Final = (
    "There is no roster in this archive. An export as OneRoster has users.csv, classes.csv and enrollments.csv in it."
)
SEVERAL: Final = "Send one list, or the files of a OneRoster export together: users.csv, classes.csv, enrollments.csv."


def wanted_of(files: Mapping[str, bytes], limits: Limits, *, school: School, today: date) -> Wanted:
    """What the files (by name) want of the school.

    Raises:
        Unreadable: nothing can be made of them.
    """
    named = {name.replace("\\", "/").rpartition("/")[2].casefold(): data for name, data in files.items()}
    packed = [data for data in named.values() if data.startswith(ZIP)]
    if packed and len(named) == 1:
        named = dict(archive.unpacked(packed[0], oneroster.FILES | {OFFICE}, limits))
        if OFFICE in named or not oneroster.is_export(named):
            raise Unreadable(SPREADSHEET if OFFICE in named else OTHER)
    if oneroster.is_export(named) and (packed or len(named) > 1):
        return oneroster.read(named, limits, today=today, school=school.name, school_id=school.source_id)
    if len(named) != 1:
        raise Unreadable(SEVERAL)
    return of_text(next(iter(named.values())), limits)


def of_text(data: bytes, limits: Limits) -> Wanted:
    """A plain list. Raises Unreadable."""
    text, note = decoded(data)
    wanted = sheet.read(text, limits)
    wanted.notes += [note] if note else []
    return wanted
