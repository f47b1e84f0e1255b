"""OneRoster 1.1 and 1.2 CSV (1EdTech, "OneRoster CSV Binding"): the export of a school's register.

Read are orgs (which school), academicSessions (which terms are over), classes, users and enrollments (who is in which
class, as what). roles and userProfiles of 1.2 say the same of whole schools and are not used.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from trailstone.people import names, usernames
from trailstone.people.importing.decoding import decoded
from trailstone.people.importing.faults import Fault, Unreadable
from trailstone.people.importing.limits import Limits
from trailstone.people.importing.table import Row, Table, table
from trailstone.people.importing.wanted import Person, Section, Wanted, good_id, person_faults

ORGS, TERMS, CLASSES, USERS, PLACES = "orgs.csv", "academicsessions.csv", "classes.csv", "users.csv", "enrollments.csv"
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
SHOWN: Final = {TERMS: "academicSessions.csv"}
MOST_FAULTS: Final = 500


@dataclass(slots=True)
class _Reading:
    """The tables while they are read. ``gone``: keys of rows that are there and do not count, by file."""

    tables: Mapping[str, Table]
    today: date
    wanted: Wanted = field(default_factory=lambda: Wanted(lenient=True))
    gone: dict[str, set[str]] = field(default_factory=dict)

    def live(self, part: str) -> Iterable[Row]:
        """The rows of a file that are not marked as deleted; those without a good key of their own are faults."""
        gone, seen = self.gone.setdefault(part, set()), set[str]()
        for row in self.tables[part].rows if part in self.tables else ():
            key = row.get("sourcedid")
            if row.get("status").casefold() == "tobedeleted":
                gone.add(key)
            elif part != PLACES and (not key or not good_id(key) or key in seen):
                self.fault(part, row.number, f"The sourcedId “{key[:60]}” is empty, too long, or in the file twice.")
            else:
                seen.add(key)
                yield row

    def fault(self, part: str, row: int, text: str) -> None:
        if len(self.wanted.faults) < MOST_FAULTS:
            self.wanted.faults.append(Fault(row, text, SHOWN.get(part, part)))


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
    reading = _Reading(tables, today)
    for name, found in tables.items():
        reading.wanted.faults += [Fault(each.row, each.text, SHOWN.get(name, name)) for each in found.faults]
    _refuse_changes_only(files, limits)
    org = _school(reading, school, school_id)
    _classes(reading, org, _ended(reading))
    users = _users(reading)
    _places(reading, users)
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


def _school(reading: _Reading, name: str, source_id: str) -> str:
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


def _ended(reading: _Reading) -> set[str]:
    """The terms that are over."""
    over = set()
    for row in reading.live(TERMS):
        last = _day(row.get("enddate"))
        if last is None:
            reading.fault(TERMS, row.number, f"“{row.get('enddate')[:20]}” is no date. OneRoster writes 2027-06-30.")
        elif last < reading.today:
            over.add(row.get("sourcedid"))
    return over


def _classes(reading: _Reading, org: str, ended: set[str]) -> None:
    past = reading.gone.setdefault(CLASSES, set())
    for row in reading.live(CLASSES):
        key, name = row.get("sourcedid"), " ".join(names.shown(row.get("title")).split())
        terms = {term.strip() for term in row.get("termsourcedids").split(",") if term.strip()}
        elsewhere = org and row.get("schoolsourcedid") not in ("", org)
        if elsewhere or (terms and terms <= ended):
            past.add(key)
        elif not name or len(name) > names.LONGEST:
            reading.fault(CLASSES, row.number, f"A class needs a title of at most {names.LONGEST} letters.")
        else:
            reading.wanted.sections[key] = Section(key, name, key, row.number)
            reading.wanted.places[key] = {}


def _users(reading: _Reading) -> dict[str, Row]:
    """Those who may sign in, by their key."""
    users = {}
    for row in reading.live(USERS):
        if row.get("enableduser").casefold() == "false":
            reading.gone[USERS].add(row.get("sourcedid"))
        else:
            users[row.get("sourcedid")] = row
    return users


def _places(reading: _Reading, users: Mapping[str, Row]) -> None:
    for row in reading.live(PLACES):
        section, user, last = row.get("classsourcedid"), row.get("usersourcedid"), row.get("enddate")
        if section in reading.gone[CLASSES] or user in reading.gone[USERS] or _is_over(last, reading.today):
            continue
        known = (section in reading.wanted.sections, user in users)
        if all(known):
            _place(reading, section, users[user], row)
        else:
            what = "class" if not known[0] else "user"
            reading.fault(PLACES, row.number, f"No {what} has the sourcedId “{(user if known[0] else section)[:60]}”.")


def _place(reading: _Reading, section: str, user: Row, row: Row) -> None:
    takes: Mapping[str, Callable[[], None]] = {
        "student": lambda: _learner(reading, section, user, row.number),
        "teacher": lambda: _teacher(reading.wanted, section, user),
    }
    takes.get(row.get("role").casefold(), lambda: None)()


def _learner(reading: _Reading, section: str, user: Row, row: int) -> None:
    key = user.get("sourcedid")
    if key not in reading.wanted.people:
        first = user.get("preferredgivenname", "preferredfirstname", "givenname")
        name = names.tidy(
            f"{first} {user.get('preferredfamilyname', 'preferredlastname', 'familyname')}".replace(",", " ")
        )
        username = user.get("username").lower()
        usable = username if usernames.ALLOWED.fullmatch(username) else ""
        faults = person_faults(name, key, "")
        for said in faults:
            reading.fault(USERS, user.number, said)
        if not faults:
            reading.wanted.people[key] = Person(key, name, key, usable, user.number)
    if key in reading.wanted.people:
        reading.wanted.place(section, key, row)


def _teacher(wanted: Wanted, section: str, user: Row) -> None:
    username = user.get("username").lower()
    if usernames.ALLOWED.fullmatch(username):
        wanted.teachers.setdefault(section, []).append(username)


def _told(files: Mapping[str, bytes]) -> Iterable[str]:
    unused = [name for name in UNUSED if name in files]
    return [f"Not used, because enrollments say it for each class: {', '.join(unused)}."] if unused else []


def _is_over(last: str, today: date) -> bool:
    day = _day(last)
    return day is not None and day < today


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
