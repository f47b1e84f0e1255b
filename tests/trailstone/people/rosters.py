"""Rosters for the tests: lists and exports, and what became of them."""

import csv
import io
import zipfile

from tests.trailstone.cast import MONDAY, TODAY
from trailstone.people import queries
from trailstone.people.actions import import_roster
from trailstone.people.importing import scope as scopes
from trailstone.people.importing.limits import PAGE
from trailstone.people.importing.plan import plan
from trailstone.people.importing.reading import wanted_of

USERS = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName"
ORGS = "sourcedId,name,type,parentSourcedId"
TERMS = "sourcedId,title,type,startDate,endDate"
CLASSES = "sourcedId,title,schoolSourcedId,termSourcedIds"
PLACES = "sourcedId,classSourcedId,userSourcedId,role,beginDate,endDate"


def read(school, sent, limits=PAGE):
    """``sent``: text, bytes, or files by name."""
    data = sent.encode() if isinstance(sent, str) else sent
    files = data if isinstance(data, dict) else {"list.csv": data}
    return wanted_of(files, limits, school=school.school, today=TODAY)


def look(school, sent, *, who=None, room=None, whole=True, chosen=""):
    """The plan for 8B of Ms Ada, who owns the site, unless told otherwise."""
    scope = scopes.of_teacher(who or school.ada, room or school.room)
    return plan(read(school, sent), scope, whole=whole, chosen=chosen)


def bring(school, sent, *, who=None, room=None, whole=True, chosen="", **more):
    scope = scopes.of_teacher(who or school.ada, room or school.room)
    about = {"sure": True, "at": MONDAY} | more
    return import_roster(scope=scope, wanted=read(school, sent), whole=whole, chosen=chosen, **about)


def bring_school(school, sent, **more):
    """As whoever runs the site."""
    about = {"sure": True, "at": MONDAY, "whole": True} | more
    return import_roster(scope=scopes.of_school(school.ada), wanted=read(school, sent), **about)


def told(plan):
    """Each change: kind and name."""
    return [(change.kind.value, change.name) for change in plan.changes]


def faults(plan):
    return [(fault.row, fault.text) for fault in plan.faults]


def names_in(room):
    return [row.name for row in queries.roster(room)]


def sheet(*rows):
    page = io.StringIO()
    csv.writer(page).writerows(rows)
    return page.getvalue()


def export(users=(), classes=("m1,Maths 8B,s1,",), places=(), orgs=("s1,Hillside School,school,",), **files):
    """The files of a OneRoster export, by name. A place is "class user [role]"."""
    rows = [each.split() for each in places]
    lines = [f"p{n},{row[0]},{row[1]},{(row[2:] or ['student'])[0]},," for n, row in enumerate(rows)]
    tables = {
        "orgs.csv": (ORGS, orgs), "classes.csv": (CLASSES, classes), "users.csv": (USERS, users),
        "enrollments.csv": (PLACES, lines),
    }  # fmt: skip
    made = {name: "\n".join([head, *body]).encode() for name, (head, body) in tables.items()}
    return made | {name.replace("_", "."): text.encode() for name, text in files.items()}


def user(key, first, last, username="", status="", enabled="true"):
    return f"{key},{status},,{enabled},s1,student,{username},{first},{last}"


def packed(files, how=zipfile.ZIP_DEFLATED):
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return page.getvalue()
