"""The people of the tests and their school: one small world that every app test shares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import courses
from trailstone import events
from trailstone.content import actions as content
from trailstone.content.catalogue import CATALOGUE, CourseMap, course_map
from trailstone.content.models import Course, Lesson, Placement, Skill, Unit
from trailstone.goals.models import ClassCourse
from trailstone.ids import uuid7
from trailstone.people.models import Classroom, Enrolment, Role, School, Teaching, User
from trailstone.progress import actions as progress
from trailstone.progress.models import LevelChange

MONDAY = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)  # 12:00 in the school's Nairobi
TODAY = date(2027, 3, 1)
FRIDAY = date(2027, 3, 5)
PASSWORD = "stone-upon-stone"


@dataclass
class Cast:
    """Ms Ada owns the site and teaches 8B, where Ben, Cho and Dina learn; Eli is in Mr Lund's 9C. Both classes work on
    Algebra 1 and on a tiny course: unit ``tiny/one`` of 3 skills with a quiz after 2, ``tiny/two`` of 4."""

    school: School
    ada: User
    lund: User
    ben: User
    cho: User
    dina: User
    eli: User
    room: Classroom
    other: Classroom
    alg1: CourseMap
    tiny: CourseMap


def raise_curtain() -> Cast:
    """Make the school. The classes began four weeks before MONDAY."""
    school = School.objects.create(pk=1, name="Hillside School", time_zone="Africa/Nairobi", created_at=began())
    ada, lund = person(school, "Ms Ada", Role.OWNER), person(school, "Mr Lund", Role.TEACHER)
    room, other = class_of(ada, "8B", "HJKM2345"), class_of(lund, "9C", "PQRS6789")
    ben, cho, dina = (join(room, person(school, name)) for name in ("Ben", "Cho", "Dina"))
    eli = join(other, person(school, "Eli"))
    content.load_course(courses.course_map("alg1"))
    tiny_course()
    for each in (room, other):
        attach(each, "alg1", "tiny")
    return Cast(
        school, ada, lund, ben, cho, dina, eli, room, other, course_map("alg1"), course_map("tiny")
    )  # fmt: skip


def began() -> datetime:
    return MONDAY - timedelta(weeks=4)


def person(school: School, name: str, role: Role = Role.LEARNER) -> User:
    username = name.lower().replace(" ", ".")
    user = User(school=school, role=role, name=name, username=username, created_at=began())
    user.set_password(PASSWORD)
    user.save(force_insert=True)
    return user


def class_of(teacher: User, name: str, code: str) -> Classroom:
    room = Classroom.objects.create(school=teacher.school, name=name, code=code, created_at=began())
    Teaching.objects.create(classroom=room, teacher=teacher, since=began())
    return room


def join(room: Classroom, learner: User, at: datetime | None = None) -> User:
    Enrolment.objects.create(classroom=room, learner=learner, joined_at=at or began())
    return learner


def attach(room: Classroom, *course_ids: str) -> None:
    there = ClassCourse.objects.filter(classroom=room).count()
    for position, course_id in enumerate(course_ids, start=there):
        ClassCourse.objects.create(classroom=room, course_id=course_id, position=position)


def tiny_course(course_id: str = "tiny", sizes: Sequence[int] = (3, 4)) -> CourseMap:
    """A course with a unit of each size, one lesson a unit, a quiz after 2 skills: ``tiny/one/s1`` ..."""
    words = ("one", "two", "three", "four")
    course = Course.objects.create(id=course_id, title=course_id.capitalize(), position=9, version="1")
    slot = 0
    for number, (word, size) in enumerate(zip(words, sizes, strict=False), start=1):
        name = f"{course_id}/{word}"
        unit = Unit.objects.create(id=name, course=course, title=f"Unit {word}", position=number, quiz_after=[2])
        lesson = Lesson.objects.create(id=f"{name}/lesson", unit=unit, title=f"Lesson {word}", position=1)
        for place in range(1, size + 1):
            skill = Skill.objects.create(slug=f"{name}/s{place}", name=f"Skill {word} {place}")
            Placement.objects.create(course=course, lesson=lesson, skill=skill, position=slot + 1, slot=slot)
            slot += 1
    CATALOGUE.forget()
    return course_map(course_id)


def set_levels(learner: User, levels: Mapping[str, int], at: datetime = MONDAY) -> None:
    """Put skills (by slug) on levels, in the log and in the packed rows, and let the school hear of it."""
    skills = dict(Skill.objects.filter(slug__in=levels).values_list("slug", "pk"))
    assert set(skills) == set(levels), "no such skill"
    attempt = uuid7(at)
    before = progress.latest_levels(learner.school_id, learner.pk, skills.values())
    after = {skills[slug]: level for slug, level in levels.items()}
    LevelChange.objects.bulk_create(_change(learner, attempt, key, before.get(key, 0), after[key], at) for key in after)
    touched = [course for course in CATALOGUE.courses().values() if course.skills.keys() & after.keys()]
    for course in touched:
        known = progress.latest_levels(learner.school_id, learner.pk, course.skills)
        progress.store(learner.school_id, learner.pk, {course: known}, at)
    events.publish(events.LevelsChanged(learner.school_id, learner.pk, tuple(course.id for course in touched), at))


def set_unit(learner: User, unit_id: str, *levels: int, at: datetime = MONDAY) -> None:
    """Put the skills of a tiny unit on these levels, in order."""
    set_levels(learner, {f"{unit_id}/s{place}": level for place, level in enumerate(levels, start=1)}, at)


def _change(learner: User, attempt: UUID, skill: int, before: int, after: int, at: datetime) -> LevelChange:
    return LevelChange(
        school_id=learner.school_id, learner=learner, skill_id=skill, attempt_id=attempt, outcome="exercise-perfect",
        policy="standard", right=4, asked=4, before=before, after=after, at=at,
    )  # fmt: skip
