"""The last seven days of some classes at a glance. The number of SQL statements grows neither with the classes nor
with the learners in them, only with the courses that goals are about."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from mastery.corrections import SET
from trailstone.assignments.queries import Missing, missing
from trailstone.goals import scope
from trailstone.goals.models import Aim
from trailstone.people import calendar
from trailstone.people.models import Classroom, Enrolment, School
from trailstone.progress.models import LevelChange
from trailstone.progress.queries import Standing
from trailstone.reports import looks
from trailstone.reports.looks import Changed, Kind, Look, Pair
from trailstone.reports.queries.activity import last_active
from trailstone.reports.work import FIRST, minutes_in_all, steps

DAYS: Final = 7  # today included
SOON: Final = timedelta(days=14)  # a goal that is due by then, and behind an even pace, is in danger


@dataclass(frozen=True, slots=True)
class ClassWeek:
    """One class: who is in it, how many of them worked, about how many ``minutes``, the ``stones`` gained (a rise by
    two levels is two), how many shares in goals there are and are on track, and what is worth a look.

    ``names``: by learner, in the order of names. ``last_active``: the latest day anybody worked.
    """

    names: Mapping[UUID, str]
    active: int
    minutes: int
    stones: int
    shares: int
    on_track: int
    last_active: date | None
    looks: tuple[Look, ...]

    @property
    def learners(self) -> int:
        """How many are in the class."""
        return len(self.names)

    @property
    def needing(self) -> int:
        """How many learners are in some row of what is worth a look."""
        return len({who for look in self.looks for who in look.learners})


@dataclass(frozen=True, slots=True)
class _Week:
    """What all the classes need, asked once."""

    school: School
    today: date
    since: date
    joined: Mapping[UUID, Mapping[UUID, date]]  # by class, by learner in the order of names
    names: Mapping[UUID, str]
    days: Mapping[UUID, date]  # when each learner was last active
    spent: Mapping[UUID, int]  # minutes
    stuck: Sequence[Pair]
    changes: Mapping[UUID, Sequence[Changed]]
    aims: Mapping[UUID, Sequence[Aim]]
    standings: Mapping[int, Standing]
    missing: Mapping[UUID, Sequence[Missing]]


def weeks(rooms: Sequence[Classroom], at: datetime) -> Mapping[UUID, ClassWeek]:
    """The week of each class, by its key. ``rooms``: of one school, with the school loaded."""
    if not rooms:
        return {}
    week = _asked(rooms, at)
    return {room.pk: _class_week(room, week) for room in rooms}


def on_track(*, percent: int, target: int, began: date, due: date, today: date) -> bool:
    """Whether a share is as far on ``today`` as an even pace from the day it was set to the due date asks for."""
    span, gone = max((due - began).days, 1), (today - began).days
    return percent >= target or (today <= due and percent * span >= target * gone)


def _asked(rooms: Sequence[Classroom], at: datetime) -> _Week:
    school = rooms[0].school
    today = calendar.today(school, at)
    since = today - timedelta(days=DAYS - 1)
    start = calendar.start_of_day(school, since)
    joined, names = _members(rooms)
    changes, pardoned = _changes(school, names, start)
    spent, misses = _steps(school, names, start, calendar.end_of_day(school, today), pardoned)
    aims = _aims(rooms, names)
    return _Week(
        school=school,
        today=today,
        since=since,
        joined=joined,
        names=names,
        days={who: calendar.day_of(school, when) for who, when in last_active(school, names).items()},
        spent=spent,
        stuck=looks.stuck_pairs(misses, school.pk),
        changes=changes,
        aims=_by_class(aims),
        standings=scope.standings(aims, school.pk),
        missing=missing(rooms, at),
    )


def _members(rooms: Sequence[Classroom]) -> tuple[Mapping[UUID, Mapping[UUID, date]], Mapping[UUID, str]]:
    places = Enrolment.objects.filter(classroom__in=rooms, removed_at=None).order_by(
        "learner__name", "learner__username"
    )
    joined: defaultdict[UUID, dict[UUID, date]] = defaultdict(dict)
    names: dict[UUID, str] = {}
    fields = ("classroom_id", "learner_id", "learner__name", "nickname", "joined_at")
    for room, who, name, nickname, when in places.values_list(*fields):
        joined[room][who] = calendar.day_of(rooms[0].school, when)
        names[who] = nickname or name
    return joined, names


def _steps(
    school: School, people: Collection[UUID], start: datetime, end: datetime, pardoned: Collection[UUID]
) -> tuple[Mapping[UUID, int], Counter[Pair]]:
    """Minutes by learner, and missed questions by learner and skill, without those of ``pardoned`` attempts."""
    fields = ("question__attempt__learner_id", "question__skill_id", "attempt_id", "number", "mark", "at")
    moments: defaultdict[UUID, list[datetime]] = defaultdict(list)
    misses: Counter[Pair] = Counter()
    for who, skill, attempt, number, mark, when in steps(school, people, start, end).values_list(*fields):
        moments[who].append(when)
        misses[who, skill] += number == FIRST and mark != "right" and attempt not in pardoned
    spent = {who: minutes_in_all(school, found) for who, found in moments.items()}
    return spent, misses


def _changes(
    school: School, people: Collection[UUID], start: datetime
) -> tuple[Mapping[UUID, Sequence[Changed]], frozenset[UUID]]:
    """The changes of levels by learner, and which attempts among them are pardoned."""
    rows = LevelChange.objects.filter(school_id=school.pk, at__gte=start, learner_id__in=people).order_by("at", "id")
    found: defaultdict[UUID, list[Changed]] = defaultdict(list)
    pardoned = set()
    fields = ("learner_id", "skill_id", "before", "after", "outcome", "attempt_id", "pardoned")
    for who, skill, before, after, outcome, attempt, counts_not in rows.values_list(*fields):
        found[who].append(Changed(who, skill, before, after, outcome == SET))
        if counts_not:
            pardoned.add(attempt)
    return found, frozenset(pardoned)


def _aims(rooms: Sequence[Classroom], people: Collection[UUID]) -> list[Aim]:
    live = Aim.objects.filter(goal__classroom__in=rooms, goal__archived_at=None, unassigned_at=None)
    found = live.filter(learner_id__in=people).select_related("goal__course", "goal__unit")
    return list(found.order_by("goal__created_at", "goal_id", "pk"))


def _by_class(aims: Iterable[Aim]) -> Mapping[UUID, Sequence[Aim]]:
    found: defaultdict[UUID, list[Aim]] = defaultdict(list)
    for aim in aims:
        found[aim.goal.classroom_id].append(aim)
    return found


def _class_week(room: Classroom, week: _Week) -> ClassWeek:
    joined = week.joined.get(room.pk, {})
    aims = [aim for aim in week.aims.get(room.pk, ()) if aim.learner_id in joined]
    changes = [change for who in joined for change in week.changes.get(who, ())]
    days = {who: week.days[who] for who in joined if who in week.days}
    return ClassWeek(
        names={who: week.names[who] for who in joined},
        active=sum(day >= week.since for day in days.values()),
        minutes=sum(week.spent.get(who, 0) for who in joined),
        stones=sum(max(0, change.after - change.before) for change in changes if not change.was_set),
        shares=len(aims),
        on_track=sum(_is_on_track(aim, week) for aim in aims),
        last_active=max(days.values(), default=None),
        looks=(
            *looks.stuck(week.stuck, joined),
            *looks.dropped(changes, joined),
            *looks.not_done(week.missing.get(room.pk, ()), joined),
            *looks.of_goals(Kind.LATE, [aim for aim in aims if _is_late(aim, week)], joined),
            *looks.of_goals(Kind.DANGER, [aim for aim in aims if _is_in_danger(aim, week)], joined),
            *looks.away(joined, days, week.since),
        ),
    )


def _is_on_track(aim: Aim, week: _Week) -> bool:
    percent, began = week.standings[aim.pk].percent, calendar.day_of(week.school, aim.since)
    reached = aim.achieved_at is not None
    return reached or on_track(percent=percent, target=aim.goal.target, began=began, due=aim.due, today=week.today)


def _is_late(aim: Aim, week: _Week) -> bool:
    return aim.due < week.today and aim.achieved_at is None


def _is_in_danger(aim: Aim, week: _Week) -> bool:
    return week.today <= aim.due <= week.today + SOON and not _is_on_track(aim, week)
