"""The learner pages at a fixed moment: Monday morning, in the school of the cast."""

from random import Random

import pytest
import time_machine
from django.test import Client

from tests.trailstone.cast import MONDAY
from trailstone.goals import actions as goals


@pytest.fixture(autouse=True)
def monday():
    """Pages ask the clock."""
    with time_machine.travel(MONDAY, tick=False):
        yield MONDAY


@pytest.fixture
def rng():
    return Random(5)


@pytest.fixture
def as_(school):
    """``as_(school.ben)``: a browser in which Ben is signed in."""

    def signed_in(person):
        client = Client()
        client.force_login(person)
        return client

    return signed_in


@pytest.fixture
def ben(as_, school):
    """Ben's browser."""
    return as_(school.ben)


@pytest.fixture
def course_goal(school):
    """``course_goal(school.ben, due=...)``: Ms Ada sets a course goal; gives the learner's share in it."""

    def set_goal(who, due, course_id="tiny", target=80):
        goals.place(
            actor=school.ada, classroom=school.room, course_id=course_id, learners=[who.pk], due=due, at=MONDAY,
            target=target,
        )  # fmt: skip
        return who.aims.get(goal__course_id=course_id, goal__unit=None)

    return set_goal


@pytest.fixture
def unit_goal(school):
    """``unit_goal(school.ben, "tiny/one", due=...)``: the same for a unit."""

    def set_goal(who, unit_id, due):
        goals.set_unit_goals(
            actor=school.ada, classroom=school.room, unit_ids=[unit_id], learners=[who.pk], due=due, at=MONDAY
        )
        return who.aims.get(goal__unit_id=unit_id)

    return set_goal
