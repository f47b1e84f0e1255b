"""The lane: a pass of a minute lets its holder take the steps of a question, and nothing else."""

import json
import uuid
from datetime import timedelta
from threading import Event

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.trailstone.lane.loop import ask
from tests.trailstone.practising import right, wrong
from trailstone.api import quick
from trailstone.api.written import as_json
from trailstone.database.together import Together
from trailstone.lane import pages
from trailstone.people import passes
from trailstone.people.models import User
from trailstone.practice import log, queries, start
from trailstone.practice.models import Answer

pytestmark = pytest.mark.django_db(transaction=True)
API = {"content_type": "application/json"}
HTMX = {"HX-Request": "true"}


@pytest.fixture
def attempt(ben, alg1, rng):
    skill = alg1.units[1].skills[0]
    return start.start_exercise(learner=ben, course=alg1, skill=skill, at=timezone.now(), rng=rng)


@pytest.fixture
def browser(ben, attempt):
    """Ben's browser, in which the question is open."""
    browser = Client()
    browser.force_login(ben)
    assert browser.get(f"/practice/{attempt}/1/").status_code == 200
    return browser


@pytest.fixture
def taken(monkeypatch):
    """The ways of the pages' lane that led to a reply."""
    found = []

    def noted(name, way):
        def act(request, **where):
            reply = way(request, **where)
            found.append(name)
            return reply

        return act

    monkeypatch.setattr(pages, "WAYS", {name: noted(name, way) for name, way in pages.WAYS.items()})
    return found


def place(learner, attempt):
    return queries.sitting(learner, attempt).current


def answer(browser, attempt, response, *, key=None, number=1, **more):
    body = json.dumps({"client_key": str(key or uuid.uuid4()), "response": response})
    return ask(browser, f"/api/v1/attempts/{attempt}/questions/{number}/answer", body, **more)


def on_page(browser, attempt, act, fields, number=1):
    return browser.post(f"/practice/{attempt}/{number}/{act}/", fields, headers=HTMX)


def later(seconds):
    return time_machine.travel(timezone.now() + timedelta(seconds=seconds), tick=True)


def test_a_pass_comes_with_the_question_and_scripts_cannot_read_it(browser):
    given = browser.cookies[passes.COOKIE]
    assert (given["httponly"], given["samesite"], given["max-age"]) == (True, "Lax", passes.SECONDS)


def test_the_steps_of_a_page_are_taken_without_reading_a_row(browser, ben, attempt, taken):
    now = place(ben, attempt)
    first, second = wrong(now), right(now)
    on_page(browser, attempt, "answer", {**first, "client_key": uuid.uuid4()})
    with CaptureQueriesContext(connection) as asked:
        on_page(browser, attempt, "hint", {"hint_key": uuid.uuid4()})
        reply = on_page(browser, attempt, "answer", {**second, "client_key": uuid.uuid4()})
    assert [one["sql"] for one in asked] == []
    assert taken == ["answer", "hint", "answer"]
    assert 'id="player"' in reply.text
    assert Answer.objects.count() == 3


@pytest.mark.parametrize("act", ["answer", "hint", "skip"])
def test_the_steps_of_a_program_are_taken_without_reading_a_row(browser, ben, attempt, act):
    body = {"client_key": str(uuid.uuid4())} | ({"response": right(place(ben, attempt))} if act == "answer" else {})
    with CaptureQueriesContext(connection) as asked:
        reply = ask(browser, f"/api/v1/attempts/{attempt}/questions/1/{act}", json.dumps(body))
    assert [one["sql"] for one in asked] == []
    assert (reply.quick, reply.status_code) == (True, 200)
    assert Answer.objects.get().kind == act


def test_the_last_step_of_an_activity_goes_the_ordinary_way(browser, ben, attempt):
    replies = [answer(browser, attempt, right(place(ben, attempt)), number=number) for number in (1, 2, 3, 4)]
    assert [reply.quick for reply in replies] == [True, True, True, False]
    assert replies[-1].json()["attempt"]["state"] == "finished"


def test_a_mastery_challenge_that_has_lapsed_is_told_so_in_the_ordinary_way(browser, ben, alg1, attempt, rng):
    skills = alg1.units[1].skills[:3]
    challenge = start.start_mastery_challenge(learner=ben, course=alg1, skills=skills, at=timezone.now(), rng=rng)
    browser.get(f"/practice/{challenge}/1/")
    assert answer(browser, challenge, right(place(ben, challenge))).quick
    with later(13 * 3600):
        browser.force_login(ben)
        browser.get(f"/practice/{attempt}/1/")  # a pass of now; what is known of the challenge is old
        reply = answer(browser, challenge, right(place(ben, challenge)), number=2)
    assert (reply.quick, reply.status_code) == (False, 409)
    assert Answer.objects.count() == 1


def test_the_quick_reply_is_the_ordinary_one_to_the_byte(browser, ben, attempt):
    response, key = right(place(ben, attempt)), uuid.uuid4()
    first = answer(browser, attempt, response, key=key)
    del browser.cookies[passes.COOKIE]
    ordinary = answer(browser, attempt, response, key=key)
    assert (first.quick, ordinary.quick) == (True, False)
    assert first.content == ordinary.content
    assert Answer.objects.count() == 1


def test_the_quick_reply_carries_the_headers_of_every_page(browser, ben, attempt):
    response, key = right(place(ben, attempt)), uuid.uuid4()
    first = answer(browser, attempt, response, key=key)
    del browser.cookies[passes.COOKIE]
    ordinary = answer(browser, attempt, response, key=key)
    assert (first.quick, ordinary.quick) == (True, False)
    own = {"content-length", "x-request-id", "vary"}
    assert without(own, first.headers) == without(own, ordinary.headers)


def without(names, headers):
    return {name.lower(): value for name, value in headers.items() if name.lower() not in names}


def test_the_addresses_of_the_quick_way_are_those_of_the_api(attempt):
    for act in quick.STEPS:
        address = reverse(f"api:{act}", args=[attempt, 7])
        assert quick.step_at(address) == (attempt, 6, act)
    assert quick.step_at(reverse("api:finish", args=[attempt])) is None
    assert quick.step_at(f"/api/v1/attempts/{attempt}/questions/7/finish") is None


def test_a_step_that_is_refused_says_the_same_on_the_lane(browser, ben, cho, attempt):
    own = [(1, {"value": "3x +"}), (3, right(place(ben, attempt))), (9, {"value": "1"}), (1, {"value": ["a"] * 99})]
    for number, response in own:
        key = uuid.uuid4()
        first = answer(browser, attempt, response, number=number, key=key)
        assert not first.quick
        kept = browser.cookies.pop(passes.COOKIE)
        ordinary = answer(browser, attempt, response, number=number, key=key)
        browser.cookies[passes.COOKIE] = kept.value
        assert (first.status_code, first.json()) == (ordinary.status_code, ordinary.json())
    assert not Answer.objects.exists()


def test_a_database_that_is_out_is_asked_once_and_told_plainly(browser, ben, attempt, monkeypatch):
    response, asked = right(place(ben, attempt)), []

    def out(at, rows):
        asked.append(rows)
        raise OperationalError("database is locked")

    together = Together(out)
    monkeypatch.setattr(log, "TOGETHER", together)
    browser.raise_request_exception = False
    reply = answer(browser, attempt, response)
    assert (reply.status_code, len(asked)) == (503, 1)
    assert "Try again in a moment" in reply.json()["detail"]
    together.rest()


def test_a_step_of_a_program_makes_no_connection_of_its_own(browser, ben, attempt, monkeypatch):
    assert answer(browser, attempt, right(place(ben, attempt))).quick  # the writing thread has its own from now on
    made, create = [], connections.create_connection
    monkeypatch.setattr(connections, "create_connection", lambda alias: made.append(alias) or create(alias))
    assert answer(browser, attempt, right(place(ben, attempt)), number=2).quick
    assert made == []


def test_a_reply_is_put_together_while_its_row_is_on_the_way(browser, ben, attempt, monkeypatch):
    put_together, rows_in_time = Event(), []

    def waits(at, rows):
        rows_in_time.append(put_together.wait(20))
        return log.write(at, rows)

    def noted(shape):
        put_together.set()
        return as_json(shape)

    together = Together(waits)
    monkeypatch.setattr(log, "TOGETHER", together)
    monkeypatch.setattr(quick, "as_json", noted)
    assert answer(browser, attempt, right(place(ben, attempt))).quick
    assert rows_in_time == [True]
    together.rest()


def test_a_reply_that_fails_neither_loses_its_answer_nor_writes_it_twice(browser, ben, attempt, monkeypatch):
    def fails(shape):
        raise TypeError("no form in JSON")

    monkeypatch.setattr(quick, "as_json", fails)
    reply = answer(browser, attempt, right(place(ben, attempt)))
    assert (reply.quick, reply.status_code) == (False, 200)
    assert Answer.objects.count() == 1


def test_a_pass_opens_nothing_but_the_steps_of_a_question(browser, ben, attempt):
    response, session = right(place(ben, attempt)), browser.cookies["sessionid"].value
    Session.objects.all().delete()
    assert browser.get("/learn/").status_code == 302
    assert browser.get("/api/v1/me").status_code == 401
    assert browser.get(f"/api/v1/attempts/{attempt}").status_code == 401
    assert browser.post("/api/v1/attempts", "{}", **API).status_code == 401
    assert browser.post(f"/api/v1/attempts/{attempt}/finish", "{}", **API).status_code == 401
    browser.cookies["sessionid"] = session  # the site took it back: somebody kept it
    assert answer(browser, attempt, response).status_code == 200


def test_a_pass_is_worth_nothing_after_a_minute(browser, ben, attempt):
    response = right(place(ben, attempt))
    Session.objects.all().delete()
    with later(passes.SECONDS + 1):
        assert answer(browser, attempt, response).status_code == 401
    with later(-5):
        assert answer(browser, attempt, response).status_code == 401
    assert not Answer.objects.exists()


@pytest.mark.parametrize("change", ["is_active", "password", "must_change_password"])
def test_who_is_put_out_is_out_of_the_lane_within_a_minute(browser, ben, attempt, change):
    response = right(place(ben, attempt))
    value = {"is_active": False, "password": "another", "must_change_password": True}[change]
    User.objects.filter(pk=ben.pk).update(**{change: value})
    with later(passes.SECONDS + 1):
        assert answer(browser, attempt, response).status_code in (401, 403)
        assert on_page(browser, attempt, "answer", response).status_code in (302, 401)
    assert not Answer.objects.exists()


def test_an_old_pass_is_renewed_the_ordinary_way(browser, ben, attempt):
    before = browser.cookies[passes.COOKIE].value
    with later(passes.SECONDS + 1):
        reply = answer(browser, attempt, wrong(place(ben, attempt)))
        assert (reply.quick, reply.status_code) == (False, 200)
        assert browser.cookies[passes.COOKIE].value != before
        reply = answer(browser, attempt, right(place(ben, attempt)))
        assert (reply.quick, reply.status_code) == (True, 200)


def test_after_signing_out_a_browser_answers_nothing(browser, ben, attempt):
    response = right(place(ben, attempt))
    browser.post("/sign-out/")
    assert answer(browser, attempt, response).status_code == 401


def test_a_pass_counts_with_its_own_session_only(browser, ben, cho, attempt):
    response = right(place(ben, attempt))
    thief = Client()
    thief.force_login(cho)
    thief.cookies[passes.COOKIE] = browser.cookies[passes.COOKIE].value
    assert answer(thief, attempt, response).status_code == 404
    del thief.cookies["sessionid"]
    assert answer(thief, attempt, response).status_code == 401
    assert not Answer.objects.exists()


def forged(value, cho):
    """Ways to change a pass."""
    learner, school, role, then, mac = value.split(".")
    return {
        "another learner": ".".join([cho.pk.hex, school, role, then, mac]),
        "another school": ".".join([learner, "2", role, then, mac]),
        "another role": ".".join([learner, school, "owner", then, mac]),
        "another time": ".".join([learner, school, role, str(int(then) + 30), mac]),
        "no signature": ".".join([learner, school, role, then, ""]),
        "half a signature": ".".join([learner, school, role, then, mac[:32]]),
        "nothing": "",
        "dots": "....",
        "not text": "\udcff.é.☃",
    }


def test_a_forged_pass_is_no_pass(browser, ben, cho, attempt):
    response, given = right(place(ben, attempt)), browser.cookies[passes.COOKIE].value
    Session.objects.all().delete()
    for how, value in forged(given, cho).items():
        browser.cookies[passes.COOKIE] = value.encode("utf-8", "replace").decode("latin-1")
        reply = answer(browser, attempt, response)
        assert (reply.quick, reply.status_code) == (False, 401), how


def test_the_lane_asks_for_the_sites_own_token(ben, attempt):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ben)
    token = browser.get("/api/v1/me").json()["csrf_token"]
    browser.get(f"/api/v1/attempts/{attempt}")
    response = right(place(ben, attempt))
    assert browser.cookies[passes.COOKIE].value
    assert answer(browser, attempt, response).status_code == 403
    elsewhere = {"X-CSRFToken": token, "Origin": "https://evil.example"}
    assert answer(browser, attempt, response, headers=elsewhere).status_code == 403
    assert answer(browser, attempt, response, headers={"X-CSRFToken": token}).status_code == 200


def test_who_must_choose_a_password_first_gets_no_pass(ben):
    ben.must_change_password = True
    assert passes.issued(ben, "a" * 32, timezone.now()) == ""
    ben.must_change_password, ben.is_active = False, False
    assert passes.issued(ben, "a" * 32, timezone.now()) == ""


def test_what_a_pass_does_not_say_is_read_from_the_account(ben):
    now = timezone.now()
    holder = passes.holder(passes.issued(ben, "a" * 32, now), "a" * 32, now)
    assert (holder.pk, holder.school_id, holder.role) == (ben.pk, ben.school_id, ben.role)
    assert (holder.name, holder.reading) == (ben.name, ben.reading)
