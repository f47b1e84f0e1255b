"""Learners at the player, with a browser that scripts (``htmx``) or one that does not (plain)."""

import uuid

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import right, wrong
from trailstone.practice import queries, start


class Learner:
    """Somebody at the player. ``htmx`` says which of the two ways the forms are sent."""

    def __init__(self, user, *, htmx=False):
        self.user, self.client, self.htmx = user, Client(), htmx
        self.client.force_login(user)

    @property
    def headers(self):
        return {"HX-Request": "true"} if self.htmx else {}

    def sitting(self, attempt_id):
        return queries.sitting(self.user, attempt_id)

    def see(self, name, *args):
        return self.client.get(reverse(name, args=args), headers=self.headers)

    def do(self, name, attempt_id, number, **fields):
        """One step; without scripts the redirect is followed, as a browser would."""
        url = reverse(name, args=[attempt_id, number])
        return self.client.post(url, fields, headers=self.headers, follow=not self.htmx)

    def answer(self, attempt_id, response, *, number=None, key=None):
        number = number or self.sitting(attempt_id).current.position + 1
        return self.do("answer", attempt_id, number, client_key=key or uuid.uuid4(), **response)

    def right(self, attempt_id, times=1):
        for _ in range(times):
            reply = self.answer(attempt_id, right(self.sitting(attempt_id).current))
        return reply

    def wrong(self, attempt_id):
        return self.answer(attempt_id, wrong(self.sitting(attempt_id).current))

    def miss(self, attempt_id):
        """Wrong, then right."""
        self.wrong(attempt_id)
        return self.right(attempt_id)


@pytest.fixture(autouse=True)
def monday():
    """Pages ask the clock: today's date, and midnight in Nairobi, must not come in between. The clock goes on."""
    with time_machine.travel(MONDAY, tick=True):
        yield MONDAY


@pytest.fixture
def plain(ben):
    return Learner(ben)


@pytest.fixture
def scripted(ben):
    return Learner(ben, htmx=True)


@pytest.fixture(params=["plain", "htmx"])
def learner(ben, request):
    return Learner(ben, htmx=request.param == "htmx")


@pytest.fixture
def other(cho):
    return Learner(cho)


@pytest.fixture
def skill(alg1):
    return alg1.skill_by_slug("alg1/equations/solve-multi-step-equations")


@pytest.fixture
def exercise(ben, alg1, skill, rng):
    return start.start_exercise(learner=ben, course=alg1, skill=skill, at=timezone.now(), rng=rng)


@pytest.fixture
def quiz(ben, alg1, rng):
    unit = alg1.by_unit["alg1/equations"]
    return start.start_quiz(learner=ben, course=alg1, unit=unit, quiz=unit.quizzes[0], at=timezone.now(), rng=rng)
