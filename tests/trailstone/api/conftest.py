import json
import uuid

import pytest
import time_machine
from django.test import Client

from tests.trailstone.cast import MONDAY
from tests.trailstone.practising import right, wrong
from trailstone.practice import queries


class Caller:
    """Somebody of the cast as a program: JSON in, JSON out."""

    def __init__(self, user=None):
        self.user, self.client = user, Client(raise_request_exception=True)
        if user:
            self.client.force_login(user)

    def get(self, path, **query):
        return self.client.get(f"/api/v1/{path}", query)

    def post(self, path, body=None):
        sent = body if isinstance(body, bytes) else json.dumps(body or {})
        return self.client.post(f"/api/v1/{path}", sent, content_type="application/json")

    def start(self, activity="exercise", **what):
        started = self.post("attempts", {"activity": activity, "course": "alg1", **what})
        assert started.status_code == 200, started.content
        return started.json()

    def step(self, attempt, act, number=1, key=None, **body):
        body = {"client_key": str(key or uuid.uuid4()), **body}
        return self.post(f"attempts/{attempt['id']}/questions/{number}/{act}", body)

    def place(self, attempt, number=1):
        return queries.sitting(self.user, uuid.UUID(attempt["id"])).places[number - 1]

    def right(self, attempt, number=1, key=None):
        return self.step(attempt, "answer", number, key, response=right(self.place(attempt, number)))

    def wrong(self, attempt, number=1, key=None):
        return self.step(attempt, "answer", number, key, response=wrong(self.place(attempt, number)))


@pytest.fixture(autouse=True)
def monday():
    """Pages ask the clock: today's date, and midnight in Nairobi, must not come in between. The clock goes on."""
    with time_machine.travel(MONDAY, tick=True):
        yield MONDAY


@pytest.fixture
def caller():
    return Caller


@pytest.fixture
def ben_calls(school):
    return Caller(school.ben)


@pytest.fixture
def exercise(ben_calls, school):
    return ben_calls.start(skill=school.alg1.units[1].skills[0].slug)
