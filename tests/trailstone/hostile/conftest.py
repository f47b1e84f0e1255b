"""Monday at noon, in a town where everybody tries everything."""

import logging

import pytest
import time_machine
from django.core.cache import cache

from tests.trailstone.cast import MONDAY
from tests.trailstone.hostile.scene import set_scene
from tests.trailstone.kept import Kept

SCENE = Kept(set_scene)


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(MONDAY, tick=False):
        cache.clear()
        yield MONDAY


@pytest.fixture(autouse=True)
def no_log(request):
    """Refusals are logged one by one, and thousands are wanted here; only some tests read them."""
    logging.disable(logging.NOTSET if "logged" in request.fixturenames else logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def scene(db):
    return SCENE()
