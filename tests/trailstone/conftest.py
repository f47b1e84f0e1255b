"""The school of the app tests; see ``cast.py`` for who is who."""

from random import Random

import pytest

from tests.trailstone.cast import raise_curtain
from tests.trailstone.kept import Kept
from trailstone.content import catalogue
from trailstone.content.catalogue import CATALOGUE
from trailstone.practice.log import TOGETHER

SCHOOL = Kept(raise_curtain)


@pytest.fixture(autouse=True)
def fresh_catalogue(monkeypatch):
    """Courses are kept in the process: no test may see another's.

    The look at them every few seconds is no statement of any page: on a slow machine it would be counted.
    """
    monkeypatch.setattr(catalogue, "FRESH_FOR", 600.0)
    CATALOGUE.forget()
    yield
    CATALOGUE.forget()


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """Argon2 is slow on purpose; the tests have nobody to keep out."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def school(db):
    """Ms Ada with Ben, Cho and Dina in 8B, Mr Lund with Eli in 9C, Algebra 1 and a tiny course."""
    return SCHOOL()


@pytest.fixture
def ben(school):
    return school.ben


@pytest.fixture
def cho(school):
    return school.cho


@pytest.fixture
def alg1(school):
    return school.alg1


@pytest.fixture
def rng():
    return Random(7)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """The tests' database; before it goes, the writing thread lets go of it."""
    yield
    TOGETHER.rest()
