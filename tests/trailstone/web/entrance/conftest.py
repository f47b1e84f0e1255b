"""The entrance at a fixed moment, seen by somebody who has not signed in."""

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from tests.trailstone.cast import MONDAY


@pytest.fixture(autouse=True)
def monday():
    """Pages ask the clock."""
    with time_machine.travel(MONDAY, tick=False):
        yield MONDAY


@pytest.fixture(autouse=True)
def nobody_has_guessed():
    """Counts of wrong passwords are kept in the process: no test may see another's."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def as_(school):
    """``as_(school.ben)``: a browser in which Ben is signed in."""

    def signed_in(person):
        client = Client()
        client.force_login(person)
        return client

    return signed_in
