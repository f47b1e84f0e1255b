"""The town of the browser's tests, with everybody who may knock at an address that is not theirs."""

import json
from dataclasses import dataclass, field
from functools import cache

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.client import ClientHandler
from django.urls import URLPattern, get_resolver, reverse

from tests.browser.town import EQUATIONS, FOUNDATIONS, LAST_WEEK, found
from tests.trailstone.cast import MONDAY, class_of, join, person
from tests.trailstone.practising import give
from trailstone.people.models import Classroom, Role, Teaching, User
from trailstone.practice import start

ACTORS = ("nobody", "self", "mate", "elsewhere", "teacher", "stranger", "owner", "suspended", "archived")
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
# Reading may renew a session, counts a wrong class code, and tells how far a file is.
NO_STATE = ("django_session", "people_guesses", "reports_download")
ATTEMPTS = {
    "results": "finished", "review": "finished", "why": "finished",
    "bonus": "bonus", "finish": "bonus", "restart": "restart", "teacher-why": "finished",
}  # fmt: skip
HANDLER = ClientHandler(enforce_csrf_checks=False)
QUERIES = {"api:skills": "?course=alg1"}


@dataclass
class Scene:
    """``browsers``: the session of each actor, begun while nobody was suspended. ``people``: who they are.

    *self* is Ben, whose attempts and goals are asked for, *mate* learns beside him, *elsewhere* in another class;
    *teacher* teaches Ben's class without owning the site, *stranger* another one, *owner* none; *suspended* was put out
    while signed in; *archived* asks for an archived class of their own.
    """

    town: object
    people: dict
    sessions: dict
    old_room: object
    known: dict = field(default_factory=dict)  # addresses that were made already

    def client(self, actor, **options):
        client = Client(raise_request_exception=False, **options)
        if not options:
            client.handler = HANDLER  # its middleware is loaded once
        if actor in self.sessions:
            client.cookies["sessionid"] = self.sessions[actor]
        return client

    def address(self, name, actor="self"):
        room = self.old_room if actor == "archived" else self.town.cast.room
        if (name, room.pk) not in self.known:
            self.known[name, room.pk] = reverse(name, kwargs=given(self.town, room, name)) + QUERIES.get(name, "")
        return self.known[name, room.pk]


def set_scene():
    town = found()
    school, room, below = town.cast.school, town.cast.room, town.cast.alg1.by_unit[FOUNDATIONS].skills
    town.attempts["restart"] = start.start_exercise(**town.about(town.cast.ben), skill=below[2])
    give(town.cast.ben, town.attempts["restart"], [False, False], at=LAST_WEEK)
    old = class_of(town.cast.ada, "Old 8A", "QQQQ2222")
    people = {
        "self": town.cast.ben, "mate": town.cast.cho, "elsewhere": town.cast.eli, "stranger": town.cast.lund,
        "teacher": person(school, "Ms Cox", Role.TEACHER), "owner": person(school, "Mrs Head", Role.OWNER),
        "suspended": join(room, person(school, "Sam")), "archived": join(old, person(school, "Ari")),
    }  # fmt: skip
    for classroom in (room, old):
        Teaching.objects.create(classroom=classroom, teacher=people["teacher"], since=MONDAY)
    class_of(people["teacher"], "8D", "RRRR2222")
    old.archived_at = MONDAY
    old.save()
    sessions = {actor: session_of(user) for actor, user in people.items()}
    User.objects.filter(pk=people["suspended"].pk).update(is_active=False)
    return Scene(town, people, sessions, old)


def session_of(user):
    client = Client()
    client.force_login(user)
    return client.cookies["sessionid"].value


def names(patterns=None, space="", parts=frozenset()):
    """The name of every address of the site, with the parts that it is made of."""
    for one in patterns or get_resolver().url_patterns:
        all_parts = parts | set(one.pattern.converters)
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}", all_parts
        else:
            yield from names(one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space, all_parts)


@cache
def parts_of(name):
    """The parts of an address."""
    return dict(names())[name]


def given(town, room, name):
    """What goes into an address: always something that is Ben's, or his class's."""
    ben, unit = town.cast.ben, town.unit
    skill = unit.skills[0]
    slug = skill.slug.rpartition("/")[2]
    act = name.removeprefix("api:")
    author = name == "author-preview"
    known = {
        "attempt_id": town.attempts[ATTEMPTS.get(act, "open")], "skill_id": skill.id,
        "number": 1 if name == "start-quiz" else 2,
        "assignment_id": town.assignments["check"], "item_id": town.items["check"],
        "class_id": room.pk, "group_id": town.group, "school_id": 1, "learner_id": ben.pk,
        "course": "alg1", "course_id": "alg1", "unit": "equations", "what": "unit-test",
        "lesson": unit.lessons[0].slug, "skill": skill.slug if author else slug, "code": room.code,
        "goal_id": town.cast.room.goals.get(unit_id=EQUATIONS).pk, "name": town.slip[1],
        "aim_id": ben.aims.get(goal__unit_id=FOUNDATIONS).pk,
    }  # fmt: skip
    if name == "move-learner":
        known["to_id"] = Classroom.objects.get(name="8D").pk
    if name == "problem-looked":
        known["problem_id"] = town.problem
    if name == "slip-answers":
        known["skill_id"] = town.slip[0]
    return {part: known[part] for part in parts_of(name)}


class Written:
    """The statements that changed something, sessions left out."""

    def __init__(self):
        self.statements = []

    def __call__(self, execute, sql, params, many, context):
        changes = sql.lstrip().upper().startswith(WRITES)
        if changes and not any(f'"{table}"' in sql for table in NO_STATE):
            self.statements.append(sql.split(" SET ")[0].split(" (")[0].split(" WHERE ")[0])
        return execute(sql, params, many, context)


def ask(client, method, address, data=None, kind=None, **headers):
    """One request that leaves nothing behind: the reply, and what it would have written.

    ``data``: the fields of a form, JSON for the API, or bytes of the content type ``kind`` as they are.
    """
    written = Written()
    if kind is None and "/api/" in address and method != "get":
        data, kind = json.dumps(data or {}), "application/json"
    about = {"headers": headers} | ({"content_type": kind} if kind else {})
    with transaction.atomic(), connection.execute_wrapper(written):
        reply = whole(getattr(client, method)(address, data, **about))
        transaction.set_rollback(True)
    return reply, written.statements


def whole(reply):
    """A file that is sent while it is made, read to its end like any other reply."""
    return HttpResponse(b"".join(reply), headers=dict(reply.items())) if reply.streaming else reply
