"""OneRoster 1.1 and 1.2 CSV (1EdTech, "OneRoster CSV Binding"): the export of a school's register.

Read are orgs (which school), academicSessions (which terms are over), classes, users and enrollments (who is in which
class, as what). roles and userProfiles of 1.2 say the same of whole schools and are not used.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from trailstone.people.importing import register
from trailstone.people.importing.decoding import decoded
from trailstone.people.importing.faults import Fault, Unreadable
from trailstone.people.importing.limits import Limits
from trailstone.people.importing.register import CLASSES, ORGS, PLACES, SHOWN, TERMS, USERS, Reading
from trailstone.people.importing.table import Row, Table, table
from trailstone.people.importing.wanted import Wanted

MANIFEST: Final = "manifest.csv"
NEEDED: Final = (CLASSES, USERS, PLACES)
UNUSED: Final = ("roles.csv", "userprofiles.csv")
FILES: Final = frozenset({MANIFEST, ORGS, TERMS, *NEEDED, *UNUSED})
HEADINGS: Final = {
    ORGS: ("sourcedid", "name", "type"),
    TERMS: ("sourcedid", "enddate"),
    CLASSES: ("sourcedid", "title"),
    USERS: ("sourcedid", "givenname", "familyname"),
    PLACES: ("classsourcedid", "usersourcedid", "role"),
}


def read(files: Mapping[str, bytes], limits: Limits, *, today: date, school: str, school_id: str) -> Wanted:
    """What the export wants for one school: the one with the key ``school_id``, or called ``school``, or the only one.

    ``files`` by name, in small letters. Places that ended before ``today`` do not count.

    Raises:
        Unreadable: a file or a heading is missing, the export holds changes only, or its schools are all others.
    """
    missing = [name for name in NEEDED if name not in files]
    if missing:
        raise Unreadable(f"The export lacks {', '.join(missing)}. Send classes, users and enrollments together.")
    tables = {name: _table(name, data, limits) for name, data in files.items() if name in HEADINGS}
    reading = Reading(tables, today)
    for name, found in tables.items():
        reading.wanted.faults += [Fault(each.row, each.text, SHOWN.get(name, name)) for each in found.faults]
    _refuse_changes_only(files, limits)
    org = _school(reading, school, school_id)
    register.classes(reading, org, register.ended(reading))
    register.places(reading, register.users_of(reading))
    reading.wanted.notes += _told(files)
    return reading.wanted


def is_export(files: Mapping[str, bytes]) -> bool:
    """Whether these files look like such an export."""
    return any(name in files for name in (USERS, CLASSES, PLACES))


def _table(name: str, data: bytes, limits: Limits) -> Table:
    text, _ = decoded(data)
    found = table(text, limits, SHOWN.get(name, name))
    lacking = [each for each in HEADINGS[name] if each not in found.headings]
    if lacking:
        raise Unreadable(f"{SHOWN.get(name, name)} has no column {', '.join(lacking)}, which OneRoster asks for.")
    return found


def _refuse_changes_only(files: Mapping[str, bytes], limits: Limits) -> None:
    if MANIFEST not in files:
        return
    text, _ = decoded(files[MANIFEST])
    said = {
        row.get("propertyname").casefold(): row.get("value").casefold() for row in table(text, limits, MANIFEST).rows
    }
    if any(said.get(f"file.{name}") == "delta" for name in ("users", "classes", "enrollments")):
        raise Unreadable("The export holds changes only (delta). Ask for the whole roster (bulk) and send that.")


def _school(reading: Reading, name: str, source_id: str) -> str:
    """The key of this school among the orgs; "" when the export says nothing of schools."""
    orgs = list(reading.live(ORGS))
    _refuse_circles(orgs)
    schools = {row.get("sourcedid"): row.get("name") for row in orgs if row.get("type").casefold() == "school"}
    if not schools or source_id in schools:
        return source_id if schools else ""
    same = [key for key, called in schools.items() if called.casefold() == name.casefold()]
    if len(same) == 1 or len(schools) == 1:
        return (same or list(schools))[0]
    shown = ", ".join(list(schools.values())[:8])
    raise Unreadable(f"None of the schools of the export is called {name}. It has: {shown}.")


def _refuse_circles(orgs: list[Row]) -> None:
    """No school may stand above itself."""
    above = {row.get("sourcedid"): row.get("parentsourcedid") for row in orgs}
    settled: set[str] = set()
    for start in above:
        seen, key = set[str](), start
        while key in above and key not in settled:
            if key in seen:
                raise Unreadable(f"orgs.csv: {key[:60]} stands above itself. Ask for the export to be put right.")
            seen.add(key)
            key = above[key]
        settled |= seen


def _told(files: Mapping[str, bytes]) -> Iterable[str]:
    unused = [name for name in UNUSED if name in files]
    return [f"Not used, because enrollments say it for each class: {', '.join(unused)}."] if unused else []
