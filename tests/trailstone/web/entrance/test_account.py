"""Account, own password, reading settings."""

import json
from urllib.parse import unquote

import pytest
from django.urls import reverse

from tests.trailstone.cast import PASSWORD

NEW = {"what": "password", "old": PASSWORD, "new": "three-old-maples", "again": "three-old-maples"}


def cookie_of(reply):
    return json.loads(unquote(reply.cookies["reading"].value))


def test_a_changed_password_works_and_the_session_goes_on(as_, school):
    ben = as_(school.ben)
    assert ben.post(reverse("account"), NEW).url == reverse("account")
    assert ben.get(reverse("account")).status_code == 200
    school.ben.refresh_from_db()
    assert school.ben.check_password("three-old-maples")


@pytest.mark.parametrize(("change", "said"), [
    ({"old": "wrong"}, "not your present password"),
    ({"again": "another one"}, "not the same password"),
    ({"new": "short", "again": "short"}, "too short"),
])  # fmt: skip
def test_a_refused_password_changes_nothing(as_, school, change, said):
    reply = as_(school.ben).post(reverse("account"), NEW | change)
    assert reply.status_code == 422
    assert said in reply.text
    school.ben.refresh_from_db()
    assert school.ben.check_password(PASSWORD)


def test_a_teacher_corrects_the_own_name(as_, school):
    as_(school.ada).post(reverse("account"), {"what": "name", "name": "  Ada   Okafor "})
    school.ada.refresh_from_db()
    assert school.ada.name == "Ada Okafor"


def test_a_learners_name_is_the_teachers_to_correct(as_, school):
    ben = as_(school.ben)
    assert 'name="name"' not in ben.get(reverse("account")).text
    assert ben.post(reverse("account"), {"what": "name", "name": "Batman"}).status_code == 422
    school.ben.refresh_from_db()
    assert school.ben.name == "Ben"


@pytest.mark.parametrize("page", ["account", "learner-home", "courses"])
def test_who_must_change_the_password_does_that_first(as_, school, page):
    school.ben.must_change_password = True
    school.ben.save()
    ben = as_(school.ben)
    assert ben.get("/").url == reverse("new-password")
    assert ben.get(reverse(page)).url == reverse("new-password")
    ben.post(reverse("new-password"), NEW)
    assert ben.get(reverse(page)).status_code == 200


def test_reading_settings_are_on_the_account_and_in_the_cookie(as_, school):
    ben = as_(school.ben)
    reply = ben.post(reverse("reading"), {"theme": "dark", "text": "130", "font": "wingdings", "next": "/account/"})
    assert reply.url == "/account/"
    assert cookie_of(reply) == {"theme": "dark", "text": "130"}
    ben.cookies.pop("reading")
    page = ben.get(reverse("account")).text
    assert 'data-theme="dark" data-text="130"' in page


def test_every_choice_of_the_form_can_be_kept(as_, school):
    """The account keeps what the page offers; two lists of choices must not drift apart."""
    from trailstone.people import reading as kept
    from trailstone.web.components import reading as offered

    assert {name: tuple(value for value, _ in rows) for name, rows in offered.CHOICES.items()} == dict(kept.CHOICES)


def test_one_setting_leaves_the_others(as_, school):
    ben = as_(school.ben)
    ben.post(reverse("reading"), {"theme": "dark"})
    ben.post(reverse("reading"), {"motion": "off"})
    school.ben.refresh_from_db()
    assert school.ben.reading == {"theme": "dark", "motion": "off"}


def test_a_script_gets_an_empty_reply(as_, school):
    reply = as_(school.ben).post(reverse("reading"), {"theme": "dark"}, headers={"sec-fetch-mode": "cors"})
    assert reply.status_code == 204


def test_a_guest_reads_by_the_cookie(client, school):
    client.post(reverse("reading"), {"theme": "contrast"})
    assert 'data-theme="contrast"' in client.get(reverse("sign-in")).text


def test_signing_in_brings_the_own_settings(client, school):
    school.ben.reading = {"theme": "dark"}
    school.ben.save()
    reply = client.post(reverse("sign-in"), {"username": "ben", "password": PASSWORD})
    assert cookie_of(reply) == {"theme": "dark"}


def test_a_teacher_asks_for_the_summary_of_the_week_and_ends_it(client, school, settings):
    settings.MAIL = {"EMAIL_HOST": "mail.example.org"}
    client.force_login(school.ada)
    account = reverse("account")
    client.post(account, {"what": "letter", "email": "ada@school.example", "wanted": "on"})
    school.ada.refresh_from_db()
    assert (school.ada.email, school.ada.weekly_letter) == ("ada@school.example", True)
    client.post(account, {"what": "letter", "email": "ada@school.example"})
    school.ada.refresh_from_db()
    assert school.ada.weekly_letter is False


def test_a_wrong_address_is_refused_and_kept_as_typed(client, school, settings):
    settings.MAIL = {"EMAIL_HOST": "mail.example.org"}
    client.force_login(school.ada)
    reply = client.post(reverse("account"), {"what": "letter", "email": "ada@", "wanted": "on"})
    assert reply.status_code == 422
    assert 'value="ada@"' in reply.text


def test_without_mail_the_summary_is_shown_as_not_available(client, school, settings):
    settings.MAIL = {}
    client.force_login(school.ada)
    page = client.get(reverse("account")).text
    assert "TRAILSTONE_MAIL" in page
    assert 'value="letter"' not in page


def test_learners_are_not_asked_about_letters(client, school):
    client.force_login(school.ben)
    assert "Summary of the week" not in client.get(reverse("account")).text
