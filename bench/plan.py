"""What the clients will send: learners at work on Algebra 1, every answer known beforehand."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.test import Client

from exercises import Response
from trailstone.content.catalogue import course_map
from trailstone.operate.demo import answering
from trailstone.people.models import Role, School, User
from trailstone.practice import queries, start
from trailstone.practice.sitting import Place

TOKEN = "b" * 32  # cookie and header hold the same: what Django asks of a token


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer: to the question ``number`` (from 1) of an attempt."""

    attempt: UUID
    number: int
    response: Response
    client_key: UUID


@dataclass(frozen=True, slots=True)
class Work:
    """One learner's answers in order, with the cookies of a signed-in browser."""

    cookies: str
    answers: tuple[Sent, ...]


def new_school(at: datetime) -> School:
    """The school of the bench."""
    return School.objects.create(pk=1, name="Bench", time_zone="UTC", created_at=at)


def learner(school: School, name: str, at: datetime, role: Role = Role.LEARNER) -> User:
    """Somebody without a password: they are signed in from here."""
    return User.objects.create(school=school, role=role, name=name, username=name, created_at=at)


def signed_in(user: User) -> str:
    """The Cookie header of a browser in which ``user`` has signed in."""
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"].value
    return f"sessionid={session}; csrftoken={TOKEN}"


def work_of(user: User, at: datetime, rng: Random) -> Work:
    """A course challenge and the exercise of every skill; every second question first with a mistake."""
    course = course_map("alg1")
    about: dict[str, Any] = {"learner": user, "course": course, "at": at, "rng": rng}
    attempts = [start.start_course_challenge(**about)]
    attempts += [start.start_exercise(**about, skill=skill) for skill in course.skills.values()]
    answers = [sent for attempt in attempts for sent in _answers(user, attempt, rng)]
    return Work(signed_in(user), tuple(answers))


def _answers(user: User, attempt: UUID, rng: Random) -> list[Sent]:
    sitting = queries.sitting(user, attempt)
    if sitting is None:
        raise LookupError(attempt)
    return [one for place in sitting.places for one in _tries(attempt, place, rng)]


def _tries(attempt: UUID, place: Place, rng: Random) -> list[Sent]:
    mistake = answering.wrong(place.question, rng) if place.position % 2 else None
    tried = [mistake] if mistake else []
    return [Sent(attempt, place.position + 1, one, uuid.uuid4()) for one in [*tried, answering.right(place.question)]]


def works(school: School, count: int, at: datetime, prefix: str) -> list[Work]:
    """The work of ``count`` learners, begun an hour ago."""
    rng, begun = Random(8), at - timedelta(hours=1)
    return [work_of(learner(school, f"{prefix}{n}", at), begun, rng) for n in range(count)]
