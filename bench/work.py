"""A month of a class's work, straight into the log: what the reports on work are measured on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.db import transaction

from trailstone.assignments.models import Assignment, Item, Share
from trailstone.content.catalogue import CourseMap, SkillMap
from trailstone.ids import uuid7
from trailstone.people.models import Classroom, Role, School, User
from trailstone.practice.models import Answer, Asked, Attempt, Kind, State
from trailstone.progress.actions import store
from trailstone.progress.models import LevelChange

DAYS, A_DAY, QUESTIONS, CHALLENGE, ASSIGNED = 20, 2, 4, 30, 15


@dataclass
class Rows:
    """The rows of the log that are to be written, and the dice they are thrown with."""

    rng: Random = field(default_factory=lambda: Random(6))
    attempts: list[Attempt] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    changes: list[LevelChange] = field(default_factory=list)

    def add(self, who: User, thing: tuple[str, str, str], skills: Sequence[SkillMap], at: datetime) -> None:
        """A finished attempt. ``thing``: course, activity, subject."""
        key, own, ended = uuid7(at), {"school_id": who.school_id}, at + timedelta(minutes=len(skills))
        steps = [list(self._moments(at, place)) for place in range(len(skills))]
        for place, (skill, moments) in enumerate(zip(skills, steps, strict=True)):
            one = {"attempt_id": key, "position": place}
            self.asked.append(Asked(**own, **one, id=uuid7(at), skill_id=skill.id, version=1, seed=place))
            self.answers += [_answer(own | one, number, moments) for number in range(len(moments))]
        self.changes += [self._change(who, key, skill, ended) for skill in dict.fromkeys(skills)]
        course, activity, subject = thing
        self.attempts.append(
            Attempt(
                **own, id=key, learner=who, course_id=course, activity=activity, subject=subject, policy="standard",
                state=State.FINISHED, started_at=at, finished_at=ended, asked=len(skills),
                right=sum(len(moments) == 1 for moments in steps),
            )
        )  # fmt: skip

    def write(self) -> None:
        """All of it, a table at a time."""
        Attempt.objects.bulk_create(self.attempts, batch_size=500)
        Asked.objects.bulk_create(self.asked, batch_size=500)
        Answer.objects.bulk_create(self.answers, batch_size=500)
        LevelChange.objects.bulk_create(self.changes, batch_size=500)

    def _moments(self, at: datetime, place: int) -> Iterator[datetime]:
        for number in range(1 if self.rng.random() < 0.7 else 2):
            yield at + timedelta(seconds=55 * place + 20 * number + self.rng.randrange(15))

    def _change(self, who: User, attempt: UUID, skill: SkillMap, at: datetime) -> LevelChange:
        before = self.rng.randrange(4)
        return LevelChange(
            school_id=who.school_id, id=uuid7(at), learner=who, skill_id=skill.id, attempt_id=attempt, at=at, asked=1,
            outcome="exercise-good", policy="standard", right=self.rng.randrange(2), before=before,
            after=before + self.rng.randrange(2),
        )  # fmt: skip


def _answer(own: dict[str, object], number: int, moments: Sequence[datetime]) -> Answer:
    right = number == len(moments) - 1
    return Answer(
        **own, id=uuid7(moments[number]), number=number, kind=Kind.ANSWER, response={"value": "7"},
        mark="right" if right else "wrong", misconception="" if right else "lost-sign",
        client_key=uuid7(moments[number]), at=moments[number],
    )  # fmt: skip


def a_month(teacher: User, room: Classroom, course: CourseMap, at: datetime) -> Assignment:
    """DAYS of school with A_DAY exercises for everybody, a challenge each, and ASSIGNED assignments: the first."""
    rows, skills, learners = Rows(), list(course.skills.values()), list(room.learners)
    challenge = practise(rows, learners, course, at)
    rows.write()
    things = [challenge[1:], *(("exercise", f"skill:{skill.id}") for skill in skills[1:ASSIGNED])]
    for number, (kind, subject) in enumerate(things):
        start = at - timedelta(days=DAYS - number)
        one = Assignment.objects.create(
            classroom=room, starts_at=start, due_at=start + timedelta(days=7), zone="UTC", for_all=True,
            made_by=teacher, made_at=start, published_at=start,
        )  # fmt: skip
        Item.objects.create(assignment=one, position=0, kind=kind, course_id=course.id, subject=subject)
        Share.objects.bulk_create(Share(assignment=one, learner=who, since=start) for who in learners)
    return Assignment.objects.filter(classroom=room).earliest("due_at")


def practise(rows: Rows, learners: Sequence[User], course: CourseMap, at: datetime) -> tuple[str, str, str]:
    """The month of these learners; returns the challenge that all of them took: course, activity, subject."""
    skills = list(course.skills.values())
    challenge = (course.id, "course-challenge", f"course:{course.id}")
    for who in learners:
        for day in range(DAYS):
            for number in range(A_DAY):
                begun, skill = at - timedelta(days=DAYS - day, minutes=30 - 10 * number), rows.rng.choice(skills)
                rows.add(who, (course.id, "exercise", f"skill:{skill.id}"), [skill] * QUESTIONS, begun)
        rows.add(who, challenge, rows.rng.sample(skills, CHALLENGE), at - timedelta(hours=20))
    return challenge


def the_school(school: School, course: CourseMap, at: datetime, count: int) -> None:
    """The same month for so many other learners of the school, who are in no class."""
    made = (
        User(school=school, role=Role.LEARNER, name=f"Other {n}", username=f"other{n}", created_at=at)
        for n in range(count)
    )
    for some in batched(User.objects.bulk_create(made), 100):
        rows = Rows(Random(len(some)))
        practise(rows, some, course, at)
        with transaction.atomic():
            rows.write()
            for who in some:
                store(school.pk, who.pk, {course: {skill: rows.rng.randrange(5) for skill in course.skills}}, at)


def batched(rows: Sequence[User], size: int) -> Iterator[Sequence[User]]:
    """So many at a time, for they stay in memory until they are written."""
    return (rows[at : at + size] for at in range(0, len(rows), size))
