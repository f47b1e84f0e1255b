"""A school with a year behind it, for measuring how long it takes to carry about.

A few learners live it as the demo's do; their work is then given to all the others under new ids, so that every row is
one the site itself might have written and every level replays.
"""

import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from django.core.management import call_command
from django.db import models, transaction

from trailstone.content.actions import load_courses
from trailstone.content.catalogue import course_map
from trailstone.operate.demo.cast import PASSWORD, Character
from trailstone.operate.demo.learning import Learner
from trailstone.people import actions as people
from trailstone.people.models import Role, User
from trailstone.practice.models import Answer, Asked, Attempt
from trailstone.progress.models import CourseProgress, LevelChange, WeekOfWork

LIVED = 10
FIRST = datetime(2026, 9, 7, 14, 0, tzinfo=UTC)


def make(learners: int, answers: int) -> int:
    """A school of so many learners with at least so many answers each; how many rows the log of answers has."""
    call_command("migrate", verbosity=0)
    load_courses()
    with transaction.atomic():
        everybody = _people(learners)
        for number, learner in enumerate(everybody[:LIVED]):
            live(learner, answers, Random(number), FIRST)
    for number, learner in enumerate(everybody[LIVED:]):
        with transaction.atomic():
            same_work(everybody[number % LIVED], learner)
    return Answer.objects.count()


def _people(count: int) -> list[User]:
    owner = people.first_run(
        school_name="Bench", time_zone="UTC", name="Owner", username="owner", password=PASSWORD, at=FIRST
    )
    return User.objects.bulk_create(
        User(school=owner.school, role=Role.LEARNER, name=f"Learner {n}", username=f"learner.{n}", created_at=FIRST)
        for n in range(count)
    )


def live(learner: User, answers: int, rng: Random, at: datetime) -> None:
    """Afternoons of practice from ``at`` on until there are so many answers; who has seen everything begins anew."""
    course = course_map("alg1")
    living = Learner(learner, Character(learner.name, rng.uniform(0.4, 0.9), 1), course, rng, at)
    own = Attempt.objects.filter(learner=learner).values("id")
    while Answer.objects.filter(attempt_id__in=own).count() < answers:
        living.afternoon(at)
        living.tested.clear()
        living.seen.clear()
        at += timedelta(days=1)


def same_work(source: User, target: User) -> None:
    """Everything ``source`` did, done by ``target`` too."""
    attempts = Attempt.objects.filter(learner=source)
    ids = {attempt.id: uuid.uuid4() for attempt in attempts}

    def attempt(row: Any) -> None:
        row.id, row.learner_id = ids[row.id], target.pk

    def part(row: Any) -> None:
        row.id, row.attempt_id = uuid.uuid4(), ids[row.attempt_id]

    def step(row: Any) -> None:
        part(row)
        row.client_key = uuid.uuid4()

    def change(row: Any) -> None:
        part(row)
        row.learner_id = target.pk

    def progress(row: Any) -> None:
        row.learner_id = target.pk

    _copy(Attempt, attempts, attempt)
    _copy(Asked, Asked.objects.filter(attempt_id__in=ids), part)
    _copy(Answer, Answer.objects.filter(attempt_id__in=ids), step)
    _copy(LevelChange, LevelChange.objects.filter(learner=source), change)
    _copy(CourseProgress, CourseProgress.objects.filter(learner=source), progress)
    _copy(WeekOfWork, WeekOfWork.objects.filter(learner=source), progress)


def _copy(model: type[models.Model], rows: Iterable[Any], alter: Callable[[Any], None]) -> None:
    found = list(rows)
    for row in found:
        alter(row)
    model._default_manager.bulk_create(found)
