"""Making the district, a school a transaction: it may be stopped at any moment, and the next start goes on."""

import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.core.management import call_command
from django.db import connection, transaction

from bench.district.rows import insert
from bench.reports import made_up_course
from trailstone.content.catalogue import CourseMap
from trailstone.goals.models import ClassCourse
from trailstone.ids import uuid7
from trailstone.people.models import Classroom, Enrolment, Role, School, Teaching, User
from trailstone.progress.models import CourseProgress, WeekOfWork
from trailstone.progress.packing import SUMS, sums
from trailstone.progress.weeks import monday

CLASS, WEEKS = 35, 4
AT = datetime(2026, 9, 7, 8, 0, tzinfo=UTC)
PERSON = (
    "id", "password", "school_id", "role", "name", "username", "email", "is_active", "must_change_password",
    "reading", "created_at",
)  # fmt: skip
PACKED = ("school_id", "learner_id", "course_id", "levels", *SUMS, "updated_at")


def make(learners: int, schools: int, today: date) -> CourseMap:
    """The district, or what is still missing of it, with a line of progress; its course."""
    call_command("migrate", verbosity=0)
    course = made_up_course()
    _leader()
    began, made = time.monotonic(), set(School.objects.values_list("pk", flat=True))
    missing = [number for number in range(1, schools + 1) if number not in made]
    for number in missing:
        with transaction.atomic():
            _school(number, learners // schools, course, monday(today))
        _tell(number / schools, len(course.skills) * learners, time.monotonic() - began)
    if missing:
        print(file=sys.stderr)
        _statistics()
    return course


def _tell(share: float, levels: int, seconds: float) -> None:
    """A bar of 40 signs, over itself."""
    bar = "#" * round(40 * share)
    line = f"\r  {bar:<40} {share:4.0%} of {levels / 1e6:.1f} M levels, {seconds:.0f} s"
    print(line, end="", file=sys.stderr, flush=True)


def _statistics() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def _leader() -> None:
    """Who reads the totals; a member of the first school, which is made later in the same way as all."""
    School.objects.get_or_create(pk=1000, defaults={"name": "District office", "time_zone": "UTC", "created_at": AT})
    about = {"school_id": 1000, "role": Role.DISTRICT, "name": "Leader", "created_at": AT}
    User.objects.get_or_create(username="leader", defaults=about)


def _school(number: int, learners: int, course: CourseMap, week: date) -> None:
    rng = Random(number)
    School.objects.create(pk=number, name=f"School {number:02}", time_zone="UTC", created_at=AT)
    people = [uuid7() for _ in range(learners)]
    rooms = [uuid7() for _ in range(-(-learners // CLASS))]
    teachers = [uuid7() for _ in rooms]
    staff = [_person(number, each, place, Role.TEACHER) for place, each in enumerate(teachers)]
    staff[0] = _person(number, teachers[0], 0, Role.OWNER)
    insert(User, PERSON, [*staff, *(_person(number, each, place, Role.LEARNER) for place, each in enumerate(people))])
    classes = ((each, number, f"Class {place:02}", each.hex[-12:].upper(), True, "standard", AT)
               for place, each in enumerate(rooms))  # fmt: skip
    insert(Classroom, ("id", "school_id", "name", "code", "code_open", "policy", "created_at"), classes)
    insert(
        Teaching, ("classroom_id", "teacher_id", "since"), ((*pair, AT) for pair in zip(rooms, teachers, strict=True))
    )
    insert(ClassCourse, ("classroom_id", "course_id", "position"), ((each, course.id, 0) for each in rooms))
    places = ((rooms[place // CLASS], each, AT) for place, each in enumerate(people))
    insert(Enrolment, ("classroom_id", "learner_id", "joined_at"), places)
    insert(CourseProgress, PACKED, (_packed(number, each, course, rng) for each in people))
    insert(WeekOfWork, ("school_id", "learner_id", "week", "seconds", "activities", "to_proficient"),
           _weeks(number, people, week, rng))  # fmt: skip


def _person(school: int, key: UUID, place: int, role: Role) -> Sequence[Any]:
    username = f"{role}.{school}.{place}"
    return key, "!", school, str(role), f"{role.label} {place} of {school}", username, "", True, False, "{}", AT


def _packed(school: int, learner: UUID, course: CourseMap, rng: Random) -> Sequence[Any]:
    """A learner who has come so far: much of what lies behind is known well, a little of what lies ahead."""
    skill, reached = rng.betavariate(3, 2), rng.betavariate(2, 2)
    behind = rng.choices(range(5), cum_weights=(1, 12, 30, 60 + 40 * skill, 100 + 120 * skill), k=course.slots)
    ahead = round(reached * course.slots)
    levels = bytes(behind[:ahead]).ljust(course.slots, b"\0")
    return school, learner, course.id, levels, *sums(course, levels).values(), AT


def _weeks(school: int, learners: Sequence[UUID], week: date, rng: Random) -> Iterator[Sequence[Any]]:
    for back in range(WEEKS):
        for learner in learners:
            if rng.random() < 0.8:
                seconds = round(60 * rng.gammavariate(1.6, 18))
                yield school, learner, week - timedelta(weeks=back), seconds, seconds // 400 + 1, rng.randrange(6)
