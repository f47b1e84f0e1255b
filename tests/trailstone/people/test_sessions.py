from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from trailstone.people.sessions import SessionStore

pytestmark = pytest.mark.django_db


def begun(school, who):
    browser = Client()
    browser.force_login(who)
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def test_a_session_holds_what_django_reads_of_it(school, django_assert_num_queries):
    for who in (school.ben, school.ada):
        key = begun(school, who)
        with django_assert_num_queries(1):
            held = SessionStore(key).load()
        assert held == db.SessionStore(key).load()
        assert held["_auth_user_id"] == str(who.pk)


def test_a_session_that_is_over_holds_nothing_and_lends_its_key_to_nobody(school):
    key = begun(school, school.ben)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    store = SessionStore(key)
    assert store.load() == {}
    assert store.session_key is None


def test_a_key_that_was_never_given_opens_nothing(school):
    begun(school, school.ben)
    assert SessionStore("x" * 32).load() == {}
    assert SessionStore(None).load() == {}
