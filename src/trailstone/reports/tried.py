"""What a learner tried lately: attempts, latest first, with what each did to levels."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from mastery import Activity, Level
from trailstone.content.catalogue import CourseMap, courses
from trailstone.people.models import User
from trailstone.practice.models import Attempt, State
from trailstone.progress.models import LevelChange

SHOWN: Final = 30


@dataclass(frozen=True, slots=True)
class Step:
    """What an attempt did to a skill; nothing when ``before`` is ``after``."""

    skill_id: int
    name: str
    before: Level
    after: Level


@dataclass(frozen=True, slots=True)
class Tried:
    """An attempt. ``title`` is what it was about, ``activity`` what it is called; ``right`` of ``asked`` at the end."""

    attempt_id: UUID
    activity: Activity
    title: str
    state: State
    at: datetime
    right: int
    asked: int
    steps: tuple[Step, ...]

    @property
    def moved(self) -> tuple[Step, ...]:
        """The skills whose level changed."""
        return tuple(step for step in self.steps if step.before != step.after)

    @property
    def finished(self) -> bool:
        """It was finished, so it counts."""
        return self.state == State.FINISHED


def tried(learner: User) -> tuple[Tried, ...]:
    """The learner's latest SHOWN attempts. Two queries."""
    mine = Attempt.objects.filter(school_id=learner.school_id, learner_id=learner.pk)
    found = list(mine.order_by("-started_at", "-id")[:SHOWN])
    steps = _steps(learner, [attempt.id for attempt in found])
    return tuple(_row(attempt, steps.get(attempt.id, ())) for attempt in found)


def _row(attempt: Attempt, steps: Collection[Step]) -> Tried:
    activity, at = Activity(attempt.activity), attempt.finished_at or attempt.started_at
    about = title(courses().get(attempt.course_id), attempt.subject)
    return Tried(attempt.id, activity, about, State(attempt.state), at, attempt.right, attempt.asked, tuple(steps))


def _steps(learner: User, attempts: Collection[UUID]) -> Mapping[UUID, list[Step]]:
    rows = LevelChange.objects.filter(school_id=learner.school_id, learner_id=learner.pk, attempt_id__in=attempts)
    found: defaultdict[UUID, list[Step]] = defaultdict(list)
    fields = ("attempt_id", "skill_id", "skill__name", "before", "after")
    for attempt, skill, name, before, after in rows.order_by("id").values_list(*fields):
        found[attempt].append(Step(skill, name, Level(before), Level(after)))
    return found


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
