"""The school of a run: classes of thirty with a teacher, goals and some weeks behind them. Needs Django set up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from bench import year
from trailstone.content.catalogue import course_map
from trailstone.goals import actions as goals
from trailstone.people import actions as people
from trailstone.people.models import Classroom, Enrolment, Role, Teaching, User

PASSWORD: Final = "maple-tiger-4827"  # noqa: S105 - of people who exist for minutes
CLASS: Final = 30
LIVED: Final = 6  # learners who really live their weeks; the others get the same work under new ids
ANSWERS: Final = 40  # of each learner before the run, at least


@dataclass(frozen=True, slots=True)
class Room:
    """A class as its teacher's browser needs it."""

    id: UUID
    teacher: str
    learners: tuple[str, ...]
    goal: UUID
    pupil: UUID  # one of them, whose page the teacher opens


def make(learners: int) -> list[Room]:
    """The school, in some seconds: about 15 for a thousand learners."""
    now = datetime.now(UTC)
    began = now - timedelta(weeks=4)
    owner = people.first_run(
        school_name="Load", time_zone="UTC", name="Owner", username="owner", password=PASSWORD, at=began
    )
    secret = make_password(PASSWORD)  # one for all: checking it costs the same
    everybody = _accounts(owner, Role.LEARNER, learners, secret, began)
    _live(everybody, began)
    teachers = _accounts(owner, Role.TEACHER, -(-learners // CLASS), secret, began)
    places = range(0, learners, CLASS)
    return [
        _room(owner, teacher, everybody[at : at + CLASS], began, now)
        for teacher, at in zip(teachers, places, strict=True)
    ]


def _accounts(owner: User, role: Role, count: int, secret: str, at: datetime) -> list[User]:
    return User.objects.bulk_create(
        User(
            school=owner.school,
            role=role,
            name=f"{role.label} {n}",
            username=f"{role}.{n}",
            password=secret,
            created_at=at,
        )
        for n in range(count)
    )


def _live(everybody: Sequence[User], began: datetime) -> None:
    with transaction.atomic():
        for number, learner in enumerate(everybody[:LIVED]):
            year.live(learner, ANSWERS, Random(number), began)
        for number, learner in enumerate(everybody[LIVED:]):
            year.same_work(everybody[number % min(LIVED, len(everybody))], learner)


def _room(owner: User, teacher: User, learners: Sequence[User], began: datetime, now: datetime) -> Room:
    room = people.open_class(actor=owner, name=f"Class of {teacher.name}", at=began)
    Teaching.objects.create(classroom=room, teacher=teacher, since=began)
    Enrolment.objects.bulk_create(Enrolment(classroom=room, learner=one, joined_at=began) for one in learners)
    goal = _goals(teacher, room, began, now)
    return Room(room.pk, teacher.username, tuple(one.username for one in learners), goal, learners[0].pk)


def _goals(teacher: User, room: Classroom, began: datetime, now: datetime) -> UUID:
    course, due = course_map("alg1"), (now + timedelta(days=60)).date()
    goals.edit_courses(actor=teacher, classroom=room, course_ids=[course.id], at=began)
    about: dict[str, Any] = {"actor": teacher, "classroom": room, "learners": None, "due": due, "at": began}
    goals.place(course_id=course.id, **about)
    goals.set_unit_goals(unit_ids=[unit.id for unit in course.units[:2]], **about)
    found: UUID = room.goals.get(unit=None).pk
    return found
