"""Who is let in, for how long, and what a guesser learns. Nothing that changes something comes without a token."""

import re
from itertools import product

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.sessions.models import Session
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory

from tests.trailstone.cast import PASSWORD
from tests.trailstone.hostile.bodies import NEW, bodies
from tests.trailstone.hostile.scene import ask, names
from tests.trailstone.hostile.table import expected, who_may
from trailstone.people import actions
from trailstone.people.models import User
from trailstone.web.entrance.sign_in import guesses

TABLE = expected()
TOKEN = re.compile(r'(?<=")[A-Za-z0-9]{64}(?=")')
SAFE = {"/account/": "/account/", "/courses/?a=1": "/courses/?a=1"}
ELSEWHERE = (
    "https://evil.example/", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
    "http:evil.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", " //evil.example",
    "\t//evil.example", "http://testserver@evil.example/", "https://testserver.evil.example/",
    "//testserver\\@evil.example", "ftp://testserver/", "https:///evil.example", "http:///evil.example",
)  # fmt: skip


def foreign():
    """A token that the site made for somebody else."""
    return get_token(RequestFactory().get("/"))


def test_no_post_goes_without_the_sites_own_token(scene):
    sent, let_in = bodies(scene.town), {}
    for name, token in product(TABLE.keys() - {"api:openapi-json"}, ({}, {"csrfmiddlewaretoken": foreign()})):
        client = scene.client(who_may(name, "post") or "self", enforce_csrf_checks=True)
        headers = {"X-CSRFToken": foreign()} if token else {}
        reply, written = ask(client, "post", scene.address(name), sent.get(name, {}) | token, **headers)
        if written or reply.status_code not in {403, 404, 405}:
            let_in[name] = reply.status_code
    assert let_in == {}


def test_a_token_from_another_site_does_not_count(scene):
    """The right token, but sent by a page elsewhere."""
    client = scene.client("self", enforce_csrf_checks=True)
    token = client.get("/api/v1/me").json()["csrf_token"]
    for header in ({"Origin": "https://evil.example"}, {"Origin": "null"}):
        reply = client.post("/account/reading/", {"theme": "dark", "csrfmiddlewaretoken": token}, headers=header)
        assert reply.status_code == 403
    assert client.post("/account/reading/", {"theme": "dark", "csrfmiddlewaretoken": token}).status_code == 302


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_signing_in_never_leads_to_another_site(client, school, wanted):
    reply = client.post("/sign-in/", {"username": "ben", "password": PASSWORD, "next": wanted})
    assert reply.url == "/"
    assert client.get("/sign-in/", {"next": wanted}).url == "/"
    assert client.post("/account/reading/", {"next": wanted}).url == "/"


@pytest.mark.parametrize("wanted", SAFE)
def test_signing_in_leads_on_within_the_site(client, school, wanted):
    assert client.post("/sign-in/", {"username": "ben", "password": PASSWORD, "next": wanted}).url == SAFE[wanted]


def signed_in(username="ben", password=PASSWORD):
    client = Client()
    client.post("/sign-in/", {"username": username, "password": password})
    return client


def test_a_session_given_before_signing_in_is_worth_nothing_after(school):
    thief, victim = Client(), Client()
    thief.get("/sign-in/")
    victim.cookies["sessionid"] = "a" * 32
    victim.post("/sign-in/", {"username": "ben", "password": PASSWORD})
    assert victim.cookies["sessionid"].value != "a" * 32
    thief.cookies["sessionid"] = "a" * 32
    assert thief.get("/learn/").status_code == 302


def test_a_new_password_ends_the_other_sessions_and_not_this_one(school):
    here, there = signed_in(), signed_in()
    here.post("/account/password/", {"old": PASSWORD, "new": NEW, "again": NEW})
    assert (here.get("/learn/").status_code, there.get("/learn/").status_code) == (200, 302)
    assert there.get("/api/v1/me").status_code == 401


def test_a_new_login_card_ends_the_learners_sessions(school, monday):
    there = signed_in()
    actions.reset_password(actor=school.ada, classroom=school.room, learner=school.ben.pk, at=monday)
    assert there.get("/learn/").status_code == 302


def test_who_is_put_out_is_out_with_the_next_request(school):
    there = signed_in()
    assert there.get("/learn/").status_code == 200
    User.objects.filter(pk=school.ben.pk).update(is_active=False)
    assert (there.get("/learn/").status_code, there.get("/api/v1/me").status_code) == (302, 401)
    assert signed_in().get("/learn/").status_code == 302


def test_who_left_a_class_or_whose_class_is_archived_is_out_of_it_at_once(school, monday):
    there, page = signed_in(), f"/classes/{school.room.pk}/"
    assert there.get(page).status_code == 200
    actions.remove_learner(actor=school.ada, classroom=school.room, learner=school.ben.pk, at=monday)
    assert there.get(page).status_code == 404
    assert there.get("/api/v1/classes").json() == []


def test_signing_out_ends_the_session_for_good(school):
    here = signed_in()
    kept = here.cookies["sessionid"].value
    here.post("/sign-out/")
    thief = Client()
    thief.cookies["sessionid"] = kept
    assert thief.get("/learn/").status_code == 302
    assert not Session.objects.filter(session_key=kept).exists()


def test_no_page_of_a_person_is_kept_by_a_browser_or_a_proxy(scene):
    for name in ("learner-home", "class-page", "question", "results", "account", "api:me", "api:attempt"):
        assert "no-store" in ask(scene.client("self"), "get", scene.address(name))[0].headers["Cache-Control"]


def test_before_a_password_of_their_own_nothing_is_open_but_choosing_one(scene):
    """Neither a page nor the API."""
    client, open_ = Client(), set()
    client.force_login(scene.town.gita)
    for name, _ in names():
        reply = ask(client, "get", scene.address(name))[0]
        if reply.status_code == 200:
            open_.add(name)
    assert open_ == {
        "new-password",
        "join",
        "join-code",
        "healthz",
        "readyz",
        "metrics",
        "data-dictionary",
        "api:openapi-json",
    }


def test_known_and_unknown_names_cost_and_say_the_same(client, school, monkeypatch):
    """As many hashes, the same page but for the name, and the same pause: also for somebody who was put out."""
    User.objects.filter(pk=school.dina.pk).update(is_active=False)
    hashed, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *given: hashed.append(given) or encode(*given))
    told = {}
    for name in ("ben", "dina", "xyz"):
        hashed.clear()
        for password in [PASSWORD + "x"] * (guesses.BY_NAME + 1):
            reply = client.post("/sign-in/", {"username": name, "password": password})
        told[name] = (len(hashed), reply.status_code, TOKEN.sub("", reply.text.replace(f'"{name}"', "")))
    assert len(set(told.values())) == 1
