"""The activity overview: what every learner of a class did in some days. Who did nothing is a row of zeros."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count

from mastery import Activity, Level
from trailstone.people import calendar
from trailstone.people.models import Classroom, School
from trailstone.people.queries import named
from trailstone.practice.models import Attempt, State
from trailstone.progress.models import LevelChange
from trailstone.reports.queries.activity import last_active
from trailstone.reports.replica import from_replica
from trailstone.reports.standing import tally
from trailstone.reports.work import LEARNER, as_text, minutes_in_all, moment, steps

Pair = tuple[str, int]  # learner (as the database writes the key), skill
Levels = tuple[int, int]  # at the start and at the end of the days


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """A learner. ``exercises`` and ``others`` (quizzes, tests, challenges) were finished in these days.

    ``worked``: skills with at least one step in these days; ``up`` and ``down``: skills higher or lower at the end than
    at the start; ``to_proficient``: below Proficient at the start, at or above at the end; ``without``: worked on and
    no higher. ``counts``: the skills worked on, by their level at the end.
    """

    learner_id: UUID
    name: str
    username: str
    minutes: int
    exercises: int
    others: int
    worked: int
    up: int
    down: int
    to_proficient: int
    without: int
    counts: tuple[int, int, int, int, int]
    last_active: date | None


@dataclass(frozen=True, slots=True)
class ActivityReport:
    """The days from ``first`` to ``last`` of the school; ``rows`` by name."""

    first: date
    last: date
    rows: tuple[ActivityRow, ...]


@dataclass(slots=True)
class _Work:
    """What one learner did."""

    moments: list[str] = field(default_factory=list)  # as the database writes them
    skills: set[int] = field(default_factory=set)
    finished: Counter[str] = field(default_factory=Counter)


@from_replica
def activity(classroom: Classroom, first: date, last: date) -> ActivityReport:
    """The report on these days. Six queries, whatever the size of the class."""
    school = classroom.school
    since, until = calendar.start_of_day(school, first), calendar.end_of_day(school, last)
    learners = named(classroom)
    keys = [pk for pk, *_ in learners]
    work = _work(school, keys, since, until)
    moved = _moved(school, keys, since, until)
    still = _still(school, {(who, skill) for who in work for skill in work[who].skills} - moved.keys(), since)
    seen = {who: calendar.day_of(school, at) for who, at in last_active(school, keys).items()}
    worked, levels = {UUID(who): done for who, done in work.items()}, _by_learner({**still, **moved})
    rows = (
        _row(school, who, worked.get(who[0], _Work()), levels.get(who[0], {}), seen.get(who[0])) for who in learners
    )
    return ActivityReport(first, last, tuple(rows))


def total(rows: Sequence[ActivityRow]) -> ActivityRow:
    """The rows added up: skills count once for each learner."""
    names = ("minutes", "exercises", "others", "worked", "up", "down", "to_proficient", "without")
    sums = {name: sum(getattr(row, name) for row in rows) for name in names}
    levels = (sum(row.counts[level] for row in rows) for level in Level)
    none, attempted, familiar, proficient, mastered = levels
    days = [row.last_active for row in rows if row.last_active]
    counts = (none, attempted, familiar, proficient, mastered)
    return ActivityRow(UUID(int=0), "", "", counts=counts, last_active=max(days, default=None), **sums)


def _work(school: School, keys: Collection[UUID], since: datetime, until: datetime) -> Mapping[str, _Work]:
    found: defaultdict[str, _Work] = defaultdict(_Work)
    fields = (as_text(LEARNER), "question__skill_id", as_text("at"))
    rows = list(steps(school, keys, since, until).values_list(*fields))
    for who, _skill, at in rows:
        found[who].moments.append(at)
    for who, skill in {(who, skill) for who, skill, _at in rows}:
        found[who].skills.add(skill)
    ended = Attempt.objects.filter(school_id=school.pk, learner_id__in=keys, state=State.FINISHED)
    ended = ended.filter(finished_at__gte=since, finished_at__lt=until).order_by()
    for who, kind, often in ended.values_list(as_text("learner_id"), "activity").annotate(often=Count("id")):
        found[who].finished[kind] = often
    return found


def _moved(school: School, keys: Collection[UUID], since: datetime, until: datetime) -> Mapping[Pair, Levels]:
    """Of skills weighed in these days, the level before the first change and after the last."""
    changes = LevelChange.objects.filter(school_id=school.pk, learner_id__in=keys, at__gte=since, at__lt=until)
    fields = (as_text("learner_id"), "skill_id", "before", "after")
    found: dict[Pair, Levels] = {}
    for who, skill, before, after in changes.order_by("at", "id").values_list(*fields):
        found[who, skill] = (found[who, skill][0] if (who, skill) in found else before, after)
    return found


def _still(school: School, pairs: Collection[Pair], since: datetime) -> Mapping[Pair, Levels]:
    """Of skills worked on and not weighed in these days (nothing was finished), the level before them, twice."""
    found = dict.fromkeys(pairs, (0, 0))
    who, skills = {UUID(who) for who, _ in pairs}, {skill for _, skill in pairs}
    changes = LevelChange.objects.filter(school_id=school.pk, learner_id__in=who, skill_id__in=skills, at__lt=since)
    fields = (as_text("learner_id"), "skill_id", "after")
    for one, skill, after in changes.order_by("at", "id").values_list(*fields):
        if (one, skill) in found:
            found[one, skill] = (after, after)
    return found


def _by_learner(levels: Mapping[Pair, Levels]) -> Mapping[UUID, Mapping[int, Levels]]:
    found: defaultdict[str, dict[int, Levels]] = defaultdict(dict)
    for (who, skill), both in levels.items():
        found[who][skill] = both
    return {UUID(who): both for who, both in found.items()}


def _row(
    school: School, who: tuple[UUID, str, str], work: _Work, levels: Mapping[int, Levels], seen: date | None
) -> ActivityRow:
    up = {skill for skill, (before, after) in levels.items() if after > before}
    exercises = work.finished[Activity.EXERCISE]
    return ActivityRow(
        *who,
        minutes=minutes_in_all(school, map(moment, sorted(work.moments))),  # text of one form is in order too
        exercises=exercises,
        others=sum(work.finished.values()) - exercises,
        worked=len(work.skills),
        up=len(up),
        down=sum(after < before for before, after in levels.values()),
        to_proficient=_risen(levels.values()),
        without=len(work.skills - up),
        counts=tally([levels[skill][1] for skill in work.skills]),
        last_active=seen,
    )


def _risen(levels: Iterable[Levels]) -> int:
    return sum(before < Level.PROFICIENT <= after for before, after in levels)
