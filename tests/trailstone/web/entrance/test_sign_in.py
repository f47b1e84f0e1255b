"""Signing in and out: one sentence for every wrong pair, and a limit on guessing that spares a whole school."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.trailstone.cast import MONDAY, PASSWORD
from trailstone.web.entrance.sign_in import guesses
from trailstone.web.entrance.sign_in.views import NO_MATCH, PAUSED


def try_(client, username, password, **more):
    return client.post(reverse("sign-in"), {"username": username, "password": password, **more})


def mistype(name, address="127.0.0.1"):
    guesses.Tries(name, address, timezone.now()).wrong()


def test_a_learner_comes_to_the_learners_page_and_a_teacher_to_the_classes(client, school):
    assert try_(client, "ben", PASSWORD).url == reverse("home")
    assert client.get("/").url == reverse("learner-home")
    other = Client()
    try_(other, "ms.ada", PASSWORD)
    assert other.get("/").url == reverse("dashboard")


def test_capitals_and_blanks_around_a_user_name_do_not_matter(client, school):
    assert try_(client, "  Ben ", PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("username", "password"), [("ben", "wrong"), ("nobody.here", PASSWORD), ("ben", PASSWORD + " ")]
)
def test_a_wrong_pair_and_an_unknown_name_say_the_same(client, school, username, password):
    reply = try_(client, username, password)
    assert reply.status_code == 422
    assert str(NO_MATCH) in reply.text
    assert f'value="{username}"' in reply.text  # what was typed is not lost


def test_an_unknown_name_is_hashed_all_the_same(client, school, monkeypatch):
    """Both take as long, so the time tells a guesser nothing."""
    from django.contrib.auth.hashers import MD5PasswordHasher

    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *given: hashed.append(given) or encode(*given))
    try_(client, "nobody.here", PASSWORD)
    assert len(hashed) == 1


def test_somebody_who_left_the_school_cannot_sign_in(client, school):
    school.ben.is_active = False
    school.ben.save()
    assert str(NO_MATCH) in try_(client, "ben", PASSWORD).text


def test_empty_fields_are_named(client, school):
    reply = try_(client, "", "")
    assert reply.status_code == 422
    assert reply.text.count("Please fill this in.") >= 2


@pytest.mark.parametrize(("wanted", "comes"), [
    ("/courses/", "/courses/"),
    ("https://evil.example/", "/"),
    ("//evil.example/", "/"),
    ("javascript:alert(1)", "/"),
])  # fmt: skip
def test_the_way_on_is_always_a_page_of_this_site(client, school, wanted, comes):
    assert try_(client, "ben", PASSWORD, next=wanted).url == comes


def test_a_page_that_needs_a_sign_in_is_reached_after_it(client, school):
    asked = client.get(reverse("account"))
    assert asked.url == "/sign-in/?next=/account/"
    assert '<input type="hidden" name="next" value="/account/">' in client.get(asked.url).text


def test_ten_wrong_passwords_for_a_name_begin_a_pause_of_five_minutes(client, school):
    for _ in range(guesses.BY_NAME):
        assert str(NO_MATCH) in try_(client, "ben", "wrong").text
    reply = try_(client, "ben", PASSWORD)
    assert reply.status_code == 422
    assert str(PAUSED) in reply.text
    with time_machine.travel(MONDAY + timedelta(seconds=guesses.PAUSE_SECONDS + 1), tick=False):
        assert try_(client, "ben", PASSWORD).status_code == 302


def test_a_pause_is_the_same_for_a_name_that_nobody_has(client, school):
    for _ in range(guesses.BY_NAME):
        try_(client, "nobody.here", "wrong")
    assert str(PAUSED) in try_(client, "nobody.here", "wrong").text


def test_others_behind_the_same_address_are_not_locked_out(client, school):
    for number in range(600):  # a whole school mistypes once
        mistype(f"pupil{number}")
        mistype(f"pupil{number}")
    assert try_(client, "ben", PASSWORD).status_code == 302


def test_one_address_cannot_try_a_password_on_everybody(client, school):
    for number in range(guesses.BY_ADDRESS):
        mistype(f"name{number}")
    assert str(PAUSED) in try_(client, "ben", PASSWORD).text


def test_the_right_password_ends_the_count(client, school):
    for _ in range(guesses.BY_NAME - 1):
        try_(client, "ben", "wrong")
    try_(client, "ben", PASSWORD)
    client.post(reverse("sign-out"))
    try_(client, "ben", "wrong")
    assert try_(client, "ben", PASSWORD).status_code == 302


def test_a_pause_holds_in_every_process_and_after_a_restart(client, school):
    """It stands in the database: nothing of it is kept in the process."""
    for _ in range(guesses.BY_NAME):
        mistype("ben", "10.0.0.9")
    cache.clear()
    assert str(PAUSED) in try_(client, "ben", PASSWORD).text


def test_a_right_password_writes_nothing_into_the_table_of_guesses(client, school):
    with CaptureQueriesContext(connection) as asked:
        try_(client, "ben", PASSWORD)
    about = [query["sql"].split()[0] for query in asked if "people_guesses" in query["sql"]]
    assert about == ["SELECT"]


def test_a_wrong_password_costs_one_statement_more(client, school):
    mistype("somebody")  # the address's window has begun
    with CaptureQueriesContext(connection) as asked:
        try_(client, "ben", "wrong")
    about = [query["sql"].split()[0] for query in asked if "people_guesses" in query["sql"]]
    assert about == ["SELECT", "INSERT"]


def test_a_spray_over_the_school_from_one_address_is_noted_in_the_log_once(school, caplog):
    for number in range(guesses.BY_ADDRESS + 2):
        mistype(f"name{number}", "10.9.8.7")
    (line,) = [record.getMessage() for record in caplog.records if "wrong passwords" in record.getMessage()]
    assert "10.9.8.7" not in line


def test_who_is_signed_in_does_not_see_the_form(as_, school):
    assert as_(school.ben).get(reverse("sign-in")).url == "/"


def test_signing_out_clears_what_the_browser_keeps(as_, school):
    ben = as_(school.ben)
    reply = ben.post(reverse("sign-out"))
    assert reply.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert ben.get("/account/").status_code == 302


def test_signing_out_is_never_a_link(as_, school):
    ben = as_(school.ben)
    assert ben.get(reverse("sign-out")).status_code == 405
    assert ben.get("/account/").status_code == 200


def test_a_new_session_begins_at_the_sign_in(client, school):
    client.get(reverse("sign-in"))
    before = client.session.session_key
    try_(client, "ben", PASSWORD)
    assert client.session.session_key != before
