"""The rows of a OneRoster export, one file after the other: which terms are over, the classes, who is in which."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from trailstone.people import names, usernames
from trailstone.people.importing.faults import Fault
from trailstone.people.importing.table import Row, Table
from trailstone.people.importing.wanted import Person, Section, Wanted, good_id, person_faults

ORGS, TERMS, CLASSES, USERS, PLACES = "orgs.csv", "academicsessions.csv", "classes.csv", "users.csv", "enrollments.csv"
SHOWN: Final = {TERMS: "academicSessions.csv"}
MOST_FAULTS: Final = 500


@dataclass(slots=True)
class Reading:
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


def ended(reading: Reading) -> set[str]:
    """The terms that are over."""
    over = set()
    for row in reading.live(TERMS):
        last = _day(row.get("enddate"))
        if last is None:
            reading.fault(TERMS, row.number, f"“{row.get('enddate')[:20]}” is no date. OneRoster writes 2027-06-30.")
        elif last < reading.today:
            over.add(row.get("sourcedid"))
    return over


def classes(reading: Reading, org: str, over: set[str]) -> None:
    """The classes of the school ``org`` ("" for any) that have a term which is not ``over``, or no term at all."""
    past = reading.gone.setdefault(CLASSES, set())
    for row in reading.live(CLASSES):
        key, name = row.get("sourcedid"), " ".join(names.shown(row.get("title")).split())
        terms = {term.strip() for term in row.get("termsourcedids").split(",") if term.strip()}
        elsewhere = org and row.get("schoolsourcedid") not in ("", org)
        if elsewhere or (terms and terms <= over):
            past.add(key)
        elif not name or len(name) > names.LONGEST:
            reading.fault(CLASSES, row.number, f"A class needs a title of at most {names.LONGEST} letters.")
        else:
            reading.wanted.sections[key] = Section(key, name, key, row.number)
            reading.wanted.places[key] = {}


def users_of(reading: Reading) -> dict[str, Row]:
    """Those who may sign in, by their key."""
    users = {}
    for row in reading.live(USERS):
        if row.get("enableduser").casefold() == "false":
            reading.gone[USERS].add(row.get("sourcedid"))
        else:
            users[row.get("sourcedid")] = row
    return users


def places(reading: Reading, users: Mapping[str, Row]) -> None:
    """Who learns and who teaches in those classes. An enrollment of nobody, or in no class, is a fault."""
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


def _place(reading: Reading, section: str, user: Row, row: Row) -> None:
    takes: Mapping[str, Callable[[], None]] = {
        "student": lambda: _learner(reading, section, user, row.number),
        "teacher": lambda: _teacher(reading.wanted, section, user),
    }
    takes.get(row.get("role").casefold(), lambda: None)()


def _learner(reading: Reading, section: str, user: Row, row: int) -> None:
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


def _is_over(last: str, today: date) -> bool:
    day = _day(last)
    return day is not None and day < today


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
