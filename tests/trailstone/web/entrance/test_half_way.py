"""The database refuses in the middle of a sign-in: nothing is left of it, and the same form goes through."""

import re

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.sessions.backends.db import SessionStore
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from tests.trailstone.cast import PASSWORD
from tests.trailstone.web.entrance.test_account import NEW
from tests.trailstone.web.entrance.test_first_run import SCHOOL
from tests.trailstone.web.entrance.test_join import ANEW, here
from trailstone.people.models import School, User

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


def refuse(*given, **more):
    raise OperationalError("full")


@pytest.fixture
def refusing(monkeypatch):
    """From now on there is no room for the note of who came when, a sign-in's last; ``refusing.undo()`` makes some."""
    save = User.save

    def save_or_not(self, *given, update_fields=None, **more):
        return (refuse if update_fields == ["last_login"] else save)(self, *given, update_fields=update_fields, **more)

    with monkeypatch.context() as full:
        full.setattr(User, "save", save_or_not)
        yield full


def sent_twice(door, said, refusing):
    """A form whose first sending was refused: the replies to it and to the same once more."""
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    form = {"csrfmiddlewaretoken": TOKEN.search(browser.get(door).text)[1]} | said
    first = browser.post(door, form)
    yield first
    refusing.undo()
    yield browser.post(door, form)


def test_a_sign_in_can_be_sent_again_as_it_was(school, refusing):
    first, again = sent_twice(reverse("sign-in"), {"username": "ben", "password": PASSWORD}, refusing)
    assert (first.status_code, again.status_code) == (503, 302)


def test_a_newcomer_is_not_half_there_and_comes_in_with_the_same_form(school, refusing):
    replies = sent_twice(here(school.room), ANEW, refusing)
    assert next(replies).status_code == 503
    assert not User.objects.filter(username="fay.obi").exists()
    assert next(replies).url == reverse("class-page", args=[school.room.pk])


@pytest.mark.django_db
def test_a_school_is_not_half_made_and_is_made_with_the_same_form(refusing):
    replies = sent_twice(reverse("first-run"), SCHOOL, refusing)
    assert next(replies).status_code == 503
    assert not School.objects.exists()
    assert next(replies).url == reverse("dashboard")


def test_a_password_is_not_changed_without_the_session_that_knows_it(as_, school, monkeypatch):
    ben = as_(school.ben)
    ben.raise_request_exception = False
    with monkeypatch.context() as full:
        full.setattr(SessionStore, "create", refuse)
        assert ben.post(reverse("account"), NEW).status_code == 503
    school.ben.refresh_from_db()
    assert school.ben.check_password(PASSWORD)
    assert ben.post(reverse("account"), NEW).url == reverse("account")


@pytest.mark.parametrize("door", ["join", "account"])
def test_no_password_is_hashed_while_the_database_is_locked(as_, client, school, monkeypatch, door):
    outside, inside, encode = len(connection.savepoint_ids), [], MD5PasswordHasher.encode

    def noted(*given):
        inside.append(len(connection.savepoint_ids) > outside)
        return encode(*given)

    monkeypatch.setattr(MD5PasswordHasher, "encode", noted)
    if door == "join":
        assert client.post(here(school.room), ANEW).status_code == 302
    else:
        assert as_(school.ben).post(reverse("account"), NEW).status_code == 302
    assert inside
    assert not any(inside)
