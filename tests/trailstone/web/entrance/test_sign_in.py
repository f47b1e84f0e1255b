"""Signing in and out: one sentence for every wrong pair, and a limit on guessing that spares a whole school."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from tests.trailstone.cast import MONDAY, PASSWORD
from trailstone.web.entrance.sign_in import guesses
from trailstone.web.entrance.sign_in.views import NO_MATCH, PAUSED


def try_(client, username, password, **more):
    return client.post(reverse("sign-in"), {"username": username, "password": password, **more})


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
        guesses.note_wrong(f"pupil{number}", "127.0.0.1")
        guesses.note_wrong(f"pupil{number}", "127.0.0.1")
    assert try_(client, "ben", PASSWORD).status_code == 302


def test_one_address_cannot_try_a_password_on_everybody(client, school):
    for number in range(guesses.BY_ADDRESS):
        guesses.note_wrong(f"name{number}", "127.0.0.1")
    assert str(PAUSED) in try_(client, "ben", PASSWORD).text


def test_the_right_password_ends_the_count(client, school):
    for _ in range(guesses.BY_NAME - 1):
        try_(client, "ben", "wrong")
    try_(client, "ben", PASSWORD)
    client.post(reverse("sign-out"))
    try_(client, "ben", "wrong")
    assert try_(client, "ben", PASSWORD).status_code == 302


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
