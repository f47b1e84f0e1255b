"""What a learner did in some days: minutes, questions, stones, and every change of a level."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from mastery import Level
from mastery.corrections import SET
from trailstone.goals.models import Aim
from trailstone.people import calendar
from trailstone.people.models import School, User
from trailstone.progress.models import LevelChange, ReadMark
from trailstone.reports.work import FIRST, minutes, steps

MOVED: Final = ("attempt_id", "skill_id", "skill__name", "before", "after", "at", "outcome")


@dataclass(frozen=True, slots=True)
class Moved:
    """What one finished attempt, or a teacher, did to one skill; ``attempt_id`` is then the correction's."""

    attempt_id: UUID
    skill_id: int
    name: str
    before: Level
    after: Level
    at: datetime
    was_set: bool = False  # by a teacher: no stone was gained by work

    @property
    def up(self) -> bool:
        """The level rose."""
        return self.after > self.before


@dataclass(frozen=True, slots=True)
class Day:
    """One day: whole minutes of learning, questions that were answered or skipped, stones gained."""

    date: date
    minutes: int
    questions: int
    stones: int


@dataclass(frozen=True, slots=True)
class Story:
    """The days of a span, oldest first, and the changes of levels in it, latest first."""

    days: tuple[Day, ...]
    moves: tuple[Moved, ...]

    @property
    def minutes(self) -> int:
        """Minutes of learning in all."""
        return sum(day.minutes for day in self.days)

    @property
    def questions(self) -> int:
        """Questions in all."""
        return sum(day.questions for day in self.days)

    @property
    def stones(self) -> int:
        """Stones gained in all: a rise by two levels is two stones."""
        return sum(day.stones for day in self.days)


def story(learner: User, first: date, last: date) -> Story:
    """What the learner did from the school's day ``first`` to ``last``. Two queries."""
    since, until = span_of(learner.school, first, last)
    taken = steps(learner.school, [learner.pk], since, until).order_by("at", "id")
    return told(learner.school, first, last, moves(learner, since, until), taken.values_list("at", "number"))


def span_of(school: School, first: date, last: date) -> tuple[datetime, datetime]:
    """The first moment of some days of the school, and the first one after them."""
    return calendar.start_of_day(school, first), calendar.end_of_day(school, last)


def told(
    school: School, first: date, last: date, found: Sequence[Moved], taken: Iterable[tuple[datetime, int]]
) -> Story:
    """The story out of the changes of these days, and of the steps in them in order: moment and number. No query."""
    stones = stones_by_day(school, found)
    moments: defaultdict[date, list[datetime]] = defaultdict(list)
    questions: Counter[date] = Counter()
    for at, number in taken:
        moments[calendar.day_of(school, at)].append(at)
        questions[calendar.day_of(school, at)] += number == FIRST
    span = [first + timedelta(days=day) for day in range((last - first).days + 1)]
    days = tuple(Day(day, minutes(moments[day]), questions[day], stones[day]) for day in span)
    return Story(days, tuple(one for one in found if one.before != one.after))


def moves(learner: User, since: datetime, until: datetime) -> list[Moved]:
    """What finished attempts did to skills in a span, latest first, also where the level stayed. One query."""
    rows = LevelChange.objects.filter(school_id=learner.school_id, learner_id=learner.pk, at__gte=since, at__lt=until)
    return [moved(*row) for row in rows.order_by("-at", "-id").values_list(*MOVED)]


def moved(attempt: UUID, skill: int, name: str, before: int, after: int, at: datetime, outcome: str) -> Moved:
    """A row of the log of levels: its columns MOVED."""
    return Moved(attempt, skill, name, Level(before), Level(after), at, outcome == SET)


def stones_by_day(school: School, found: Iterable[Moved]) -> Counter[date]:
    """How many stones were gained on each day."""
    counts: Counter[date] = Counter()
    for one in found:
        counts[calendar.day_of(school, one.at)] += 0 if one.was_set else max(0, one.after - one.before)
    return counts


def read_lessons(learner: User, lesson_ids: Collection[str]) -> frozenset[str]:
    """Which of these lessons' articles the learner has read. One query."""
    rows = ReadMark.objects.filter(school_id=learner.school_id, learner_id=learner.pk, lesson_id__in=lesson_ids)
    return frozenset(rows.values_list("lesson_id", flat=True))


def uncelebrated(learner: User) -> frozenset[int]:
    """The learner's shares in goals that are achieved and not celebrated yet. One query."""
    mine = Aim.objects.filter(learner=learner, celebrated_at=None, unassigned_at=None).exclude(achieved_at=None)
    return frozenset(mine.values_list("pk", flat=True))
