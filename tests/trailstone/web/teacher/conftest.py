"""The teacher pages at a fixed moment: Monday, noon in the school of the cast."""

import pytest
import time_machine
from django.test import Client

from tests.trailstone.cast import MONDAY
from trailstone.content import catalogue


@pytest.fixture(autouse=True)
def monday():
    """Pages ask the clock."""
    with time_machine.travel(MONDAY, tick=False):
        yield MONDAY


@pytest.fixture(autouse=True)
def looked_once(monkeypatch):
    """The look at the courses every few seconds is no statement of any page: on a slow machine it would be counted."""
    monkeypatch.setattr(catalogue, "FRESH_FOR", 600.0)
    catalogue.CATALOGUE.forget()


@pytest.fixture
def as_(school):
    """``as_(school.ada)``: a browser in which Ms Ada is signed in."""

    def signed_in(person):
        client = Client()
        client.force_login(person)
        return client

    return signed_in


@pytest.fixture
def ada(as_, school):
    """Ms Ada's browser."""
    return as_(school.ada)
