"""What a learner tried: attempts, latest first, with what each did to levels."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from mastery import Activity, Level
from trailstone.content.catalogue import CourseMap, courses
from trailstone.people import calendar
from trailstone.people.models import User
from trailstone.practice.models import Answer, Attempt, State
from trailstone.progress.models import LevelChange
from trailstone.reports.standing import rounded
from trailstone.reports.work import minutes

SHOWN: Final = 10  # when only the latest are asked for
STEP: Final = ("attempt_id", "skill_id", "skill__name", "before", "after")


@dataclass(frozen=True, slots=True)
class Step:
    """What an attempt did to a skill; nothing when ``before`` is ``after``."""

    skill_id: int
    name: str
    before: Level
    after: Level


@dataclass(frozen=True, slots=True)
class Tried:
    """An attempt. ``title`` is what it was about, ``activity`` what it is called; ``right`` of ``asked`` at the end.

    ``at``: when it was finished, else begun, by the school's clock. ``minutes``: of its own steps, so those of attempts
    that follow each other may come to a little more than the minutes of the day.
    """

    attempt_id: UUID
    activity: Activity
    title: str
    state: State
    at: datetime
    right: int
    asked: int
    steps: tuple[Step, ...]
    minutes: int = 0
    course: str = ""

    @property
    def up(self) -> int:
        """How many skills rose."""
        return sum(step.after > step.before for step in self.steps)

    @property
    def down(self) -> int:
        """How many skills fell."""
        return sum(step.after < step.before for step in self.steps)

    @property
    def same(self) -> int:
        """How many skills it asked and that stayed."""
        return len(self.steps) - self.up - self.down

    @property
    def percent(self) -> int:
        """Right of asked, rounded half up; -1 unless finished."""
        return rounded(self.right, self.asked) if self.finished else -1

    @property
    def moved(self) -> tuple[Step, ...]:
        """The skills whose level changed."""
        return tuple(step for step in self.steps if step.before != step.after)

    @property
    def finished(self) -> bool:
        """It was finished, so it counts."""
        return self.state == State.FINISHED


def latest(learner: User) -> list[Attempt]:
    """The learner's latest SHOWN attempts, as they were begun. One query."""
    mine = Attempt.objects.filter(school_id=learner.school_id, learner_id=learner.pk)
    return list(mine.order_by("-started_at", "-id")[:SHOWN])


def tried_between(learner: User, first: date, last: date) -> tuple[Tried, ...]:
    """Every attempt finished, or begun and not finished, on the school's days ``first`` to ``last``. Three queries."""
    since = calendar.start_of_day(learner.school, first)
    until = calendar.end_of_day(learner.school, last)
    mine = Attempt.objects.filter(school_id=learner.school_id, learner_id=learner.pk)
    ended = Q(finished_at__gte=since, finished_at__lt=until)
    begun = Q(finished_at=None, started_at__gte=since, started_at__lt=until)
    found = _rows(learner, mine.filter(ended | begun))
    return tuple(sorted(found, key=lambda one: (one.at, one.attempt_id), reverse=True))


def _rows(learner: User, attempts: Iterable[Attempt]) -> tuple[Tried, ...]:
    found = list(attempts)
    ids = [attempt.id for attempt in found]
    changes = LevelChange.objects.filter(school_id=learner.school_id, learner_id=learner.pk, attempt_id__in=ids)
    taken = Answer.objects.filter(school_id=learner.school_id, attempt_id__in=ids).order_by("at", "id")
    return rows_of(
        learner, found, changes.order_by("id").values_list(*STEP), taken.values_list("attempt_id", "at")
    )  # fmt: skip


def rows_of(
    learner: User,
    attempts: Iterable[Attempt],
    changes: Iterable[tuple[UUID, int, str, int, int]],
    taken: Iterable[tuple[UUID, datetime]],
) -> tuple[Tried, ...]:
    """These attempts out of what they changed (columns STEP, in order) and of their steps in order. No query."""
    steps: defaultdict[UUID, list[Step]] = defaultdict(list)
    for attempt, skill, name, before, after in changes:
        steps[attempt].append(Step(skill, name, Level(before), Level(after)))
    moments: defaultdict[UUID, list[datetime]] = defaultdict(list)
    for attempt, at in taken:
        moments[attempt].append(at)
    zone = ZoneInfo(learner.school.time_zone)
    return tuple(_row(one, steps.get(one.id, ()), minutes(moments[one.id]), zone) for one in attempts)


def _row(attempt: Attempt, steps: Collection[Step], spent: int, zone: ZoneInfo) -> Tried:
    activity, at = Activity(attempt.activity), (attempt.finished_at or attempt.started_at).astimezone(zone)
    course = courses().get(attempt.course_id)
    return Tried(
        attempt.id, activity, title(course, attempt.subject), State(attempt.state), at, attempt.right, attempt.asked,
        tuple(steps), spent, course.title if course else "",
    )  # fmt: skip


def title(course: CourseMap | None, subject: str) -> str:
    """What a subject of the log is about: the skill's, unit's or course's name; "" when the course lost it."""
    kind, _, rest = subject.partition(":")
    if course is None or kind == "course":
        return course.title if course else ""
    if kind == "skill":
        skill = course.skills.get(int(rest))
        return skill.name if skill else ""
    unit = course.by_unit.get(rest.rpartition(":")[0] if kind == "quiz" else rest)
    return unit.title if unit else ""
