"""Joining a class with its code."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.trailstone.cast import MONDAY, PASSWORD
from trailstone.people import queries
from trailstone.people.errors import Refused
from trailstone.people.models import CodeAlarm, Enrolment, User
from trailstone.web.entrance.join import guesses

ANEW = {"name": "Fay Obi", "username": "fay.obi", "password": "three-old-maples"}


def here(room):
    return reverse("join-code", args=[room.code])


@pytest.mark.parametrize("typed", ["HJKM2345", "hjkm 2345", " hjkm-2345 "])
def test_a_code_opens_its_class_however_it_is_typed(client, school, typed):
    assert client.post(reverse("join"), {"code": typed}).url == here(school.room)


@pytest.mark.parametrize("typed", ["", "ZZZZ9999", "?"])
def test_a_wrong_code_is_said_in_a_sentence_and_stays_in_the_field(client, school, typed):
    reply = client.post(reverse("join"), {"code": typed})
    assert reply.status_code == 422
    assert "Please fill this in." in reply.text if not typed else "No class can be joined with this code" in reply.text
    assert not typed or f'value="{typed}"' in reply.text


def test_an_address_with_a_wrong_code_is_404_with_the_field_to_try_again(client, school):
    reply = client.get(reverse("join-code", args=["ZZZZ9999"]))
    assert reply.status_code == 404
    assert 'name="code"' in reply.text


def test_a_closed_code_reads_like_a_wrong_one(client, school):
    school.room.code_open = False
    school.room.save()
    assert client.get(here(school.room)).status_code == 404


def test_a_newcomer_gets_an_account_and_comes_to_the_class(client, school):
    reply = client.post(here(school.room), ANEW)
    assert reply.url == reverse("class-page", args=[school.room.pk])
    assert school.room.learners.filter(username="fay.obi").exists()
    assert client.get(reply.url).status_code == 200


@pytest.mark.parametrize(("field", "value", "said"), [
    ("name", " ", "Please fill this in."),
    ("username", "ben", "is taken"),
    ("username", "fay obi!", "letters a to z"),
    ("password", "short", "too short"),
    ("password", "password", "too common"),
])  # fmt: skip
def test_a_refused_newcomer_loses_nothing_and_leaves_nothing(client, school, field, value, said):
    people = User.objects.count()
    reply = client.post(here(school.room), ANEW | {field: value})
    assert reply.status_code == 422
    assert said in reply.text
    assert field == "name" or 'value="Fay Obi"' in reply.text
    assert "three-old-maples" not in reply.text
    assert User.objects.count() == people


def test_a_learner_who_is_signed_in_joins_with_one_button(as_, school):
    eli = as_(school.eli)
    assert "You are signed in as" in eli.get(here(school.room)).text
    assert eli.post(here(school.room)).url == reverse("class-page", args=[school.room.pk])
    assert school.room.learners.filter(pk=school.eli.pk).exists()


def test_looking_at_the_page_joins_nobody(as_, school):
    as_(school.eli).get(here(school.room))
    assert not school.room.learners.filter(pk=school.eli.pk).exists()


def test_joining_twice_changes_nothing(as_, school):
    ben = as_(school.ben)
    ben.post(here(school.room))
    assert Enrolment.objects.filter(learner=school.ben, classroom=school.room).count() == 1


def test_a_teacher_is_told_that_only_learners_join(as_, school):
    reply = as_(school.lund).post(here(school.room))
    assert reply.status_code == 422
    assert "Only learners join" in reply.text


def test_who_has_an_account_signs_in_and_comes_back_to_the_code(client, school):
    page = client.get(here(school.room))
    assert f"{reverse('sign-in')}?next={here(school.room)}" in page.text
    signed = client.post(
        reverse("sign-in"), {"username": "eli", "password": PASSWORD, "next": here(school.room)}
    )  # fmt: skip
    assert signed.url == here(school.room)


def guess(number, address="127.0.0.1"):
    """Whether a wrong code was looked at (and not found) rather than refused unseen."""
    with pytest.raises(Refused) as why:
        guesses.class_of(f"ZZ{number:06}", address, timezone.now())
    return not isinstance(why.value, guesses.Paused)


@pytest.mark.crawl
def test_ten_thousand_guesses_from_a_hundred_addresses_are_stopped(client, school):
    looked_at = sum(guess(number, f"10.0.0.{number % 100}") for number in range(10_000))
    assert looked_at == guesses.BY_ANYBODY
    reply = client.post(reverse("join"), {"code": school.room.code}, REMOTE_ADDR="10.0.0.200")
    assert (reply.status_code, guesses.PAUSED in reply.text) == (429, True)  # the right one too: nothing is told
    with time_machine.travel(MONDAY + timedelta(minutes=5, seconds=1), tick=False):
        assert client.post(reverse("join"), {"code": school.room.code}).url == here(school.room)


def test_one_address_is_stopped_and_others_go_on(client, school):
    assert sum(guess(number) for number in range(guesses.BY_ADDRESS + 5)) == guesses.BY_ADDRESS
    assert client.get(here(school.room)).status_code == 429
    assert client.get(here(school.room), REMOTE_ADDR="10.0.0.7").status_code == 200


def test_the_teachers_are_told_once_that_somebody_guesses(client, school):
    for number in range(guesses.BY_ADDRESS + 5):
        guess(number)
    assert CodeAlarm.objects.count() == 1
    assert queries.guessed_at(school.room, MONDAY + timedelta(hours=1)) is not None


def test_a_household_has_one_count_for_all_its_ipv6_addresses(client, school):
    for number in range(guesses.BY_ADDRESS):
        guess(number, f"2001:db8:1:2::{number:x}")
    assert client.get(here(school.room), REMOTE_ADDR="2001:db8:1:2:aaaa::1").status_code == 429
    assert client.get(here(school.room), REMOTE_ADDR="2001:db8:1:3::1").status_code == 200


def test_a_school_behind_one_address_that_mistypes_codes_is_not_locked_out(client, school):
    for number in range(600):
        guess(number)
        assert number % 100 or client.get(here(school.room)).status_code == 200
