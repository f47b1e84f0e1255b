"""What a learner did in some days: minutes, questions, stones, and every change of a level."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from mastery import Level
from mastery.corrections import SET
from trailstone.goals.models import Aim
from trailstone.people import calendar
from trailstone.people.models import User
from trailstone.progress.models import LevelChange, ReadMark
from trailstone.reports.work import FIRST, minutes, steps


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
    school = learner.school
    since, until = calendar.start_of_day(school, first), calendar.end_of_day(school, last)
    found = moves(learner, since, until)
    stones = stones_by_day(learner, found)
    moments: defaultdict[date, list[datetime]] = defaultdict(list)
    questions: Counter[date] = Counter()
    taken = steps(school, [learner.pk], since, until).order_by("at", "id")
    for at, number in taken.values_list("at", "number"):
        moments[calendar.day_of(school, at)].append(at)
        questions[calendar.day_of(school, at)] += number == FIRST
    span = [first + timedelta(days=day) for day in range((last - first).days + 1)]
    days = tuple(Day(day, minutes(moments[day]), questions[day], stones[day]) for day in span)
    return Story(days, tuple(one for one in found if one.before != one.after))


def moves(learner: User, since: datetime, until: datetime) -> list[Moved]:
    """What finished attempts did to skills in a span, latest first, also where the level stayed. One query."""
    rows = LevelChange.objects.filter(school_id=learner.school_id, learner_id=learner.pk, at__gte=since, at__lt=until)
    names = ("attempt_id", "skill_id", "skill__name", "before", "after", "at", "outcome")
    return [
        Moved(attempt, skill, name, Level(before), Level(after), at, outcome == SET)
        for attempt, skill, name, before, after, at, outcome in rows.order_by("-at", "-id").values_list(*names)
    ]


def stones_by_day(learner: User, found: Iterable[Moved]) -> Counter[date]:
    """How many stones were gained on each day."""
    counts: Counter[date] = Counter()
    for one in found:
        counts[calendar.day_of(learner.school, one.at)] += 0 if one.was_set else max(0, one.after - one.before)
    return counts


def read_lessons(learner: User, lesson_ids: Collection[str]) -> frozenset[str]:
    """Which of these lessons' articles the learner has read. One query."""
    rows = ReadMark.objects.filter(school_id=learner.school_id, learner_id=learner.pk, lesson_id__in=lesson_ids)
    return frozenset(rows.values_list("lesson_id", flat=True))


def uncelebrated(learner: User) -> frozenset[int]:
    """The learner's shares in goals that are achieved and not celebrated yet. One query."""
    mine = Aim.objects.filter(learner=learner, celebrated_at=None, unassigned_at=None).exclude(achieved_at=None)
    return frozenset(mine.values_list("pk", flat=True))
