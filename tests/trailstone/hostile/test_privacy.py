"""What one person is and does stays with them and their teachers: not in the log, not on a classmate's page."""

import logging
import re
from itertools import product

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils.module_loading import import_string

from tests.trailstone.cast import PASSWORD, set_levels
from tests.trailstone.hostile.bodies import NEW, bodies
from tests.trailstone.hostile.scene import ACTORS, ask
from tests.trailstone.hostile.table import expected, who_may
from trailstone.people.models import User

TYPED = "977canary"
TOKEN = re.compile(r"[A-Za-z0-9]{64}")


@pytest.fixture
def named(scene):
    """Everybody has a name and a user name that nothing else can look like."""
    for number, user in enumerate(User.objects.all()):
        user.name, user.username = f"Canary{number} Person{number}", f"canary{number}.user"
        user.save()
    for one in [*scene.people.values(), scene.town.gita, scene.town.pia]:
        one.refresh_from_db()
    return scene


@pytest.fixture
def logged(caplog):
    """``logged()``: everything the log holds, tracebacks as well, as the lines of the site are written."""
    caplog.set_level(logging.INFO)
    how = dict(settings.LOGGING["formatters"]["line"])
    line = import_string(how.pop("()"))(how["format"], style=how["style"])
    return lambda: "\n".join(map(line.format, caplog.records))


def secrets_of(scene, client):
    people = [word for user in User.objects.all() for word in (user.name, *user.name.split(), user.username)]
    tokens = [client.cookies[name].value for name in ("sessionid", "csrftoken") if name in client.cookies]
    return [*people, PASSWORD, NEW, TYPED, scene.town.cast.room.code, *tokens]


def run(scene):
    """A day: everybody opens everything and sends every form; somebody mistypes a password and an answer."""
    sent, client = bodies(scene.town), Client()
    username = scene.people["self"].username
    for password in (PASSWORD + "x", PASSWORD):
        client.post("/sign-in/", {"username": username, "password": password})
    client.get("/account/")
    ask(client, "post", scene.address("answer"), {"value": TYPED, "choice": TYPED})
    ask(client, "post", scene.address("api:answer"), {"client_key": TYPED, "response": {"value": TYPED}})
    for name, method in product(expected(), ("get", "post")):
        for actor in {who_may(name, method) or "self", "nobody", "stranger"}:
            ask(scene.client(actor), method, scene.address(name, actor), sent.get(name))
    return client


def test_the_log_of_a_whole_run_names_nobody_and_keeps_nothing_secret(named, logged):
    client = run(named)
    assert logged().count("\n") > 50
    assert [secret for secret in secrets_of(named, client) if secret in logged()] == []


@pytest.mark.parametrize("name", ["answer", "roster", "add-learners", "sign-in", "join-code", "account"])
def test_the_report_of_an_error_names_nobody(named, logged, name):
    """A fault of our own in the middle of a form: no outage, which has a page of its own."""
    actor = {"answer": "self", "account": "self", "sign-in": "nobody", "join-code": "nobody"}.get(name, "teacher")
    client, body = named.client(actor), bodies(named.town)[name]

    def give_up(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE", "SAVEPOINT")) or "people_user" in sql:
            raise RuntimeError("something of ours broke")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(give_up):
        reply = client.post(named.address(name), body)
    assert reply.status_code == 500
    assert "something of ours broke" in logged()
    told = [
        secret for secret in [*secrets_of(named, client), "Ina Berg", "ina.berg"] if secret in logged() + reply.text
    ]
    assert told == []


def test_no_page_of_a_learner_carries_anybody_elses_name_or_key(named):
    """But the names of their teachers, and their own."""
    me = named.people["self"]
    others = User.objects.exclude(pk=me.pk)
    keys = {str(user.pk) for user in others}
    teachers = {user.name for user in others if user.teaches}
    found = {}
    for name, row in expected().items():
        if row["get"][ACTORS.index("self")] == "ok" and name != "join-code":
            text = ask(named.client("self"), "get", named.address(name))[0].text
            seen = set(re.findall(r"Canary\d+ Person\d+", text)) - teachers - {me.name}
            seen |= set(re.findall(r"canary\d+\.user", text)) - {me.username}
            seen |= {key for key in keys if key in text}
            if seen:
                found[name] = seen
    assert found == {}


def test_a_learners_pages_are_the_same_whatever_classmates_do(named):
    """No level, no count, no place in a list comes through."""
    pages = ("class-page", "learner-home", "my-progress", "course", "unit", "api:my_goals", "api:one_course")
    before = [shown(named, name) for name in pages]
    for learner in (named.people["mate"], named.town.pia):
        learner.aims.all().delete()
        set_levels(learner, {skill.slug: 2 for skill in named.town.unit.skills})
    assert [shown(named, name) for name in pages] == before


def shown(scene, name):
    return TOKEN.sub("", ask(scene.client("self"), "get", scene.address(name))[0].text)
