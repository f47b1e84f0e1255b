"""The owner's page at a fixed moment, on a data folder of its own."""

import pytest
import time_machine
from django.test import Client

from tests.trailstone.cast import MONDAY


@pytest.fixture(autouse=True)
def monday():
    """Pages ask the clock."""
    with time_machine.travel(MONDAY, tick=False):
        yield MONDAY


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    """The site's data folder."""
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()
    settings.STATIC_ROOT = settings.DATA / "static"
    settings.STATIC_ROOT.mkdir()
    return settings.DATA


@pytest.fixture
def as_(school):
    """``as_(school.ben)``: a browser in which Ben is signed in."""

    def signed_in(person):
        client = Client()
        client.force_login(person)
        return client

    return signed_in
