"""A plain list: one learner a row, with headings as people write them."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Final

from trailstone.people import names
from trailstone.people.importing.faults import Fault, Unreadable
from trailstone.people.importing.limits import Limits
from trailstone.people.importing.table import Row, Table, table
from trailstone.people.importing.wanted import Person, Section, Wanted, person_faults, section_faults

HEADINGS: Final = {
    "id": ("id", "sourcedid", "sourceid", "learnerid", "studentid", "pupilid", "upn", "sisid", "usersisid"),
    "name": ("name", "fullname", "learner", "student", "pupil", "learnername", "studentname", "pupilname"),
    "first": ("firstname", "givenname", "forename", "first", "preferredname"),
    "last": ("lastname", "familyname", "surname", "last"),
    "username": ("username", "login", "loginname", "loginid"),
    "class": ("class", "classname", "section", "sectionname", "coursename", "classtitle"),
    "class id": ("classid", "classsourcedid", "sectionid", "sectionsisid"),
}
KNOWN: Final = {one for all_of in HEADINGS.values() for one in all_of}
NO_HEADINGS: Final = (
    "The first row names no column that is known. Call them, for example: id, name, user name (or: first name, last "
    "name). Only the name is needed."
)


def read(text: str, limits: Limits) -> Wanted:
    """What the list wants. Raises Unreadable as ``table`` does, or when it names no column with names of people."""
    found = table(text, limits)
    _refuse_nameless(found)
    wanted = Wanted(faults=list(found.faults))
    ignored = [each for each in found.headings if each and each not in KNOWN]
    if ignored:
        wanted.notes.append(f"These columns are not used: {', '.join(ignored[:12])}.")
    for row in found.rows:
        _take(wanted, row)
    return wanted


def written(wanted: Wanted, sections: Iterable[str]) -> str:
    """The same as a plain list again, of these classes: what a page keeps between the look and the import."""
    page = StringIO(newline="")
    sheet = csv.writer(page)
    sheet.writerow(["class id", "class", "id", "name", "user name"])
    for key in sections:
        section = wanted.sections[key]
        for one in map(wanted.people.__getitem__, wanted.places.get(key, {})):
            sheet.writerow([section.source_id, section.name, one.source_id, one.name, one.username])
    return page.getvalue()


def _refuse_nameless(found: Table) -> None:
    named = {*HEADINGS["name"], *HEADINGS["first"], *HEADINGS["last"]}
    if not named & set(found.headings):
        raise Unreadable(NO_HEADINGS)
    if not found.rows and not found.faults:
        raise Unreadable("There are headings, and no learner below them.")


def _take(wanted: Wanted, row: Row) -> None:
    cells = {what: row.get(*headings) for what, headings in HEADINGS.items()}
    name = names.tidy(cells["name"]) or names.tidy(f"{cells['first']} {cells['last']}".replace(",", " "))
    source_id, username = cells["id"], cells["username"].lower()
    called = " ".join(names.shown(cells["class"]).split())
    found = [*person_faults(name, source_id, username), *section_faults(called, cells["class id"])]
    wanted.faults += [Fault(row.number, said) for said in found]
    if found:
        return
    section = _section(wanted, cells["class id"], called, row.number)
    key = _key(source_id, username, name, section.key)
    person = Person(key, name, source_id, username, row.number)
    known = wanted.people.setdefault(key, person)
    said = _clash(wanted, known, person, section)
    if said:
        wanted.faults.append(Fault(row.number, said))
    else:
        wanted.place(section.key, key, row.number)


def _key(source_id: str, username: str, name: str, section: str) -> str:
    if source_id or username:
        return f"id {source_id}" if source_id else f"user {username}"
    return f"name {section} {name.casefold()}"


def _section(wanted: Wanted, source_id: str, name: str, row: int) -> Section:
    key = source_id or name.casefold()
    return wanted.sections.setdefault(key, Section(key, name, source_id, row))


def _clash(wanted: Wanted, known: Person, person: Person, section: Section) -> str:
    """Why this row cannot stand beside the one that names the same learner; "" when it can."""
    here = person.key in wanted.places.get(section.key, {})
    by_name = not (person.source_id or person.username)
    if not by_name and (known.name, known.username) != (person.name, person.username):
        return f"This id is that of {known.name} in row {known.row}. Every learner has their own."
    if here and not by_name:
        return f"This learner is in row {known.row} already."
    return (
        f"{person.name} is in row {known.row} already. If these are two, give each an id or a user name."
        if here
        else ""
    )
