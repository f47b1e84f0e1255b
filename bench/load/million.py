"""One class of a thousand in a course of two hundred skills, with a million answers in the log. Needs Django set up.

The rows of the log are written as COPY (PostgreSQL) or as one prepared statement (SQLite): ten times faster than one by
one, and a minute instead of ten.
"""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

from django.contrib.auth.hashers import make_password
from django.db import connection, models, transaction

from bench.load.school import PASSWORD
from trailstone.content.catalogue import CATALOGUE, CourseMap, course_map
from trailstone.content.models import Course, Lesson, Placement, Skill, Unit
from trailstone.goals import actions as goals
from trailstone.people import actions as people
from trailstone.people.models import Classroom, Enrolment, Role, User
from trailstone.practice.models import Answer, Asked, Attempt, State
from trailstone.progress.actions import store

SKILLS, UNITS = 200, 10
ATTEMPT: Final = 8  # answers of an attempt: two questions, four tries each
SOME: Final = 20_000  # rows that are held at a time


def make(learners: int, answers: int) -> Classroom:
    """The class; its teacher is the owner of the site."""
    began = datetime.now(UTC) - timedelta(weeks=30)
    owner = people.first_run(
        school_name="Load", time_zone="UTC", name="Owner", username="owner", password=PASSWORD, at=began
    )
    course = _course()
    everybody = User.objects.bulk_create(
        User(
            school=owner.school,
            role=Role.LEARNER,
            name=f"Learner {n}",
            username=f"learner.{n}",
            password=make_password(PASSWORD) if not n else "!",
            created_at=began,
        )
        for n in range(learners)
    )
    room = people.open_class(actor=owner, name="Everybody", at=began)
    Enrolment.objects.bulk_create(Enrolment(classroom=room, learner=one, joined_at=began) for one in everybody)
    goals.edit_courses(actor=owner, classroom=room, course_ids=[course.id], at=began)
    with transaction.atomic():
        _levels(everybody, course, began)
    with transaction.atomic():
        _log(everybody, -(-answers // (ATTEMPT * learners)), began)
    return room


def _course() -> CourseMap:
    course = Course.objects.create(id="wide", title="Wide", position=9, version="1")
    for number in range(1, UNITS + 1):
        unit = Unit.objects.create(id=f"wide/u{number}", course=course, title=f"Unit {number}", position=number)
        Lesson.objects.create(id=f"{unit.id}/lesson", unit=unit, title="Lesson", position=1)
    for slot in range(SKILLS):
        lesson = f"wide/u{slot * UNITS // SKILLS + 1}/lesson"
        skill = Skill.objects.create(slug=f"wide/skill{slot}", name=f"Skill number {slot}")
        Placement.objects.create(course=course, lesson_id=lesson, skill=skill, position=slot + 1, slot=slot)
    CATALOGUE.forget()
    return course_map("wide")


def _levels(everybody: Iterable[User], course: CourseMap, at: datetime) -> None:
    rng = Random(3)
    for learner in everybody:
        store(learner.school_id, learner.pk, {course: {skill: rng.randrange(5) for skill in course.skills}}, at)


def _log(everybody: Sequence[User], each: int, began: datetime) -> None:
    """``each`` attempts of each learner, three hours apart."""
    skills, rng = list(course_map("alg1").skills.values()), Random(4)
    for some in (everybody[at : at + 50] for at in range(0, len(everybody), 50)):
        attempts = [
            Attempt(
                school_id=1, learner_id=learner.pk, course_id="alg1", activity="exercise", id=uuid.uuid4(),
                subject=f"skill:{skills[n % len(skills)].id}", policy="standard", state=State.FINISHED, asked=2,
                started_at=began + timedelta(hours=3 * n), finished_at=began + timedelta(hours=3 * n, minutes=9),
            )
            for learner in some for n in range(each)
        ]  # fmt: skip
        _write(Attempt, attempts)
        _write(Asked, (_question(one, place, rng) for one in attempts for place in (0, 1)))
        _write(Answer, (_answer(one, n) for one in attempts for n in range(ATTEMPT)))


def _question(attempt: Attempt, position: int, rng: Random) -> Asked:
    return Asked(
        school_id=1, id=uuid.uuid4(), attempt_id=attempt.id, position=position, version=1, seed=rng.getrandbits(40),
        skill_id=int(attempt.subject.partition(":")[2]),
    )  # fmt: skip


def _answer(attempt: Attempt, number: int) -> Answer:
    last = number % 4 == 3
    return Answer(
        school_id=1, id=uuid.uuid4(), attempt_id=attempt.id, position=number // 4, number=number % 4, kind="answer",
        response={"value": f"x = {number}"}, mark="right" if last else "wrong", client_key=uuid.uuid4(), ms=4000,
        misconception="" if last else "wrong-inverse", at=attempt.started_at + timedelta(seconds=30 * number),
    )  # fmt: skip


def _write(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    """Store new rows as fast as the database takes them."""
    fields = [field for field in model._meta.concrete_fields if field.column]
    names = ", ".join(f'"{field.column}"' for field in fields)
    values = ([field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields] for row in rows)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            marks = ", ".join(["%s"] * len(fields))
            cursor.executemany(f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({marks})', list(values))  # noqa: S608 - our own names
        else:
            _copy(cursor, f'COPY "{model._meta.db_table}" ({names}) FROM STDIN', values)


def _copy(cursor: Any, statement: str, rows: Iterator[list[Any]]) -> None:
    with cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
