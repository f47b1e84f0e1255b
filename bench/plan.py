"""What the clients will send: learners in the middle of Algebra 1, every answer known beforehand."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from random import Random
from uuid import UUID

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from exercises import Response
from mastery import Activity
from trailstone.content.catalogue import CourseMap, SkillMap, course_map
from trailstone.operate.demo import answering
from trailstone.people import passes
from trailstone.people.models import Role, School, User
from trailstone.practice.models import Asked, Attempt
from trailstone.practice.questions import question, template_of
from trailstone.practice.sitting import Place

TOKEN = "b" * 32  # cookie and header hold the same: what Django asks of a token
CHALLENGE = 30
TRIES = 1.4  # answers a question, about


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer: to the question ``number`` (from 1) of an attempt. ``last``: with it the attempt is finished."""

    attempt: UUID
    number: int
    response: Response
    client_key: UUID
    last: bool


@dataclass(frozen=True, slots=True)
class Work:
    """One learner's answers in order."""

    learner: User
    session: str
    answers: tuple[Sent, ...]

    def cookies(self) -> str:
        """The Cookie header of a browser in which the learner has just opened a question."""
        given = passes.issued(self.learner, self.session, timezone.now())
        return f"sessionid={self.session}; csrftoken={TOKEN}; {passes.COOKIE}={given}"


def new_school(at: datetime) -> School:
    """The school of the bench."""
    return School.objects.create(pk=1, name="Bench", time_zone="UTC", created_at=at)


def learner(school: School, name: str, at: datetime, role: Role = Role.LEARNER) -> User:
    """Somebody without a password: they are signed in from here."""
    return User.objects.create(school=school, role=role, name=name, username=name, created_at=at)


def signed_in(user: User) -> str:
    """The key of a session in which ``user`` has signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def works(school: School, count: int, at: datetime, prefix: str, answers: float) -> list[Work]:
    """The work of ``count`` learners, begun an hour ago: a course challenge, the unit tests, exercises, until there
    are at least so many answers for each (or the course has no more)."""
    rng, begun = Random(8), at - timedelta(hours=1)
    return [_work(learner(school, f"{prefix}{n}", at), begun, rng, answers) for n in range(count)]


def _work(user: User, begun: datetime, rng: Random, wanted: float) -> Work:
    attempts: list[Attempt] = []
    asked: list[Asked] = []
    for activity, subject, skills in _activities(course_map("alg1"), rng):
        if len(asked) >= wanted / TRIES:
            break
        attempt = _attempt(user, activity, subject, begun, len(skills))
        attempts.append(attempt)
        asked += [_asked(attempt, position, skill, rng) for position, skill in enumerate(skills)]
    Attempt.objects.bulk_create(attempts)
    Asked.objects.bulk_create(asked)
    slugs = {skill.id: skill.slug for skill in course_map("alg1").skills.values()}
    places = groupby(asked, key=lambda one: one.attempt_id)
    answers = [sent for attempt_id, rows in places for sent in _answers(attempt_id, list(rows), slugs, rng)]
    return Work(user, signed_in(user), tuple(answers))


def _activities(course: CourseMap, rng: Random) -> Iterator[tuple[Activity, str, Sequence[SkillMap]]]:
    skills = list(course.skills.values())
    yield Activity.COURSE_CHALLENGE, f"course:{course.id}", [rng.choice(skills) for _ in range(CHALLENGE)]
    for unit in course.units:
        yield Activity.UNIT_TEST, f"unit:{unit.id}", unit.skills
    for skill in skills:
        yield Activity.EXERCISE, f"skill:{skill.id}", [skill] * skill.questions


def _attempt(user: User, activity: Activity, subject: str, begun: datetime, count: int) -> Attempt:
    return Attempt(
        school_id=user.school_id, learner=user, course_id="alg1", activity=activity, subject=subject,
        policy="standard", started_at=begun, asked=count,
    )  # fmt: skip


def _asked(attempt: Attempt, position: int, skill: SkillMap, rng: Random) -> Asked:
    return Asked(
        school_id=attempt.school_id, attempt_id=attempt.id, position=position, skill_id=skill.id,
        version=template_of(skill.slug).version, seed=rng.randrange(2**31),
    )  # fmt: skip


def _answers(attempt_id: UUID, rows: Sequence[Asked], slugs: dict[int, str], rng: Random) -> Iterator[Sent]:
    """Every second question first with a mistake."""
    for row in rows:
        place = Place(row.position, row.skill_id, slugs[row.skill_id], row.version, row.seed, False, ())
        asked = question(place.slug, place.version, place.seed)
        mistake = answering.wrong(asked, rng) if row.position % 2 else None
        if mistake:
            yield Sent(attempt_id, row.position + 1, mistake, uuid.uuid4(), last=False)
        yield Sent(attempt_id, row.position + 1, answering.right(asked), uuid.uuid4(), last=row is rows[-1])
