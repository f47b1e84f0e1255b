"""What a form or a program sends to each address that takes a POST: everything filled in as it should be."""

from pathlib import Path

from django.conf import settings

from tests.browser.town import TERM
from tests.trailstone.cast import PASSWORD
from tests.trailstone.practising import right
from trailstone.goals.models import Goal
from trailstone.people.importing import scope as scopes
from trailstone.people.importing.limits import PAGE
from trailstone.people.importing.plan import plan
from trailstone.people.importing.reading import of_text
from trailstone.practice import queries

KEY = "0f0e0d0c-0b0a-4090-8080-706050403020"
NEW = "lantern-meadow-river"
IMPORTED = "name\nIna Berg\n"
STEPS = ("hint", "solution", "skip")


def units_due():
    """The unit goals of the town, as they are."""
    goals = Goal.objects.filter(archived_at=None, unit__isnull=False)
    return {f"due-{goal.unit_id}": goal.due.isoformat() for goal in goals}


def seen(town):
    """The fingerprint that the look at IMPORTED hands out."""
    colleague = town.cast.room.teachings.exclude(teacher=town.cast.ada).get().teacher
    scope = scopes.of_teacher(colleague, town.cast.room)
    return plan(of_text(IMPORTED.encode(), PAGE), scope, whole=False).fingerprint


def bodies(town):
    """By the name of the address. A body has one change in it that can be seen in the database, where there is one."""
    step = {"client_key": KEY} | {f"{step}_key": KEY for step in STEPS}
    given = right(queries.sitting(town.cast.ben, town.attempts["open"]).places[1])
    person = {"name": "Ina Berg", "username": "ina.berg", "password": NEW}
    password = {"what": "password", "old": PASSWORD, "new": NEW, "again": NEW}
    goal = {"kind": "course", "course": "tiny", "who": "all", "due": TERM.isoformat(), "target": "70"}
    return {
        "api:begin_attempt": {"activity": "exercise", "course": "alg1", "skill": town.unit.skills[0].slug},
        "api:answer": {"client_key": KEY, "response": given},
        **{f"api:{act}": {"client_key": KEY} for act in STEPS},
        "first-run": {"school_name": "Mine", "time_zone": "UTC", "again": NEW} | person,
        "office": {"folder": str(Path(settings.DATA) / "backups")},
        "office-backup": {},
        "sign-in": {"username": "dina", "password": PASSWORD},
        "join": {"code": town.cast.room.code},
        "join-code": person,
        "account": password,
        "new-password": password,
        "teachers": person,
        "reading": {"theme": "dark"},
        "answer": step | given,
        **dict.fromkeys(STEPS, step),
        "bonus": {"take": "yes"},
        "dashboard": {"seen": "1"},
        "new-class": {"do": "create", "name": "7Z", "courses": ["tiny"], "pasted": "Ina Berg"},
        "roster": {"do": "rename", "learner": str(town.cast.ben.pk), "name": "Benny"},
        "add-learners": {"do": "add", "pasted": "Ina Berg"},
        "import-roster": {"do": "import", "kept": IMPORTED, "seen": seen(town)},
        "groups": {"do": "make", "name": "Back table", "learner": [str(town.cast.ben.pk)]},
        "learner-notes": {"do": "write", "text": "Rang home."},
        "learner-assignments": {"do": "extend", "assignment": str(town.assignments["check"])}
        | {"until_day": TERM.isoformat(), "until_time": "16:00"},
        "corrections": {"do": "level", "skill": str(town.unit.skills[0].id), "level": "1", "reason": "Shown on paper."},
        "login-cards": {"learner": [str(town.cast.ben.pk)]},
        "class-settings": {"do": "name", "name": "8Z"},
        "edit-courses": {"course": ["tiny", "alg1"]},
        "placement": {"due": TERM.isoformat(), f"course-{town.cast.ben.pk}": "tiny"},
        "new-goal": goal,
        "assignments": {"do": "move", "days": "3", "assignment": [str(town.assignments["check"])]},
        "assign": {"do": "assign", "item": f"exercise|alg1|skill:{town.unit.skills[6].id}"}
        | {"due_day": TERM.isoformat(), "due_time": "16:00"},
        "assignment": {"do": "archive"},
        "starter": {"do": "dismiss"},
        "roadmap": {"year": "1", "do": "save", "due-tiny/one": TERM.isoformat()} | units_due(),
        "goals": {"learner": [str(town.gita.pk)]},
        "goal": {"do": "target", "target": "70"},
        "problem": {"what": "words", "note": "Again."},
    }
