"""The teacher pages at a fixed moment: Monday, noon in the school of the cast."""

import pytest
import time_machine
from django.test import Client

from tests.trailstone.cast import MONDAY


@pytest.fixture(autouse=True)
def monday():
    """Pages ask the clock."""
    with time_machine.travel(MONDAY, tick=False):
        yield MONDAY


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
