"""Monday at noon, in a town where everybody tries everything."""

import pytest
import time_machine
from django.core.cache import cache

from tests.trailstone.cast import MONDAY
from tests.trailstone.hostile.scene import set_scene


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(MONDAY, tick=False):
        cache.clear()
        yield MONDAY


@pytest.fixture
def scene(db):
    return set_scene()
