"""The last seven days of some classes at a glance: eight SQL statements, or nine where an article is due, whatever the
number of classes, learners, goals and courses."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from trailstone.assignments.queries import Missing, missing
from trailstone.goals.scope import levels_by_course
from trailstone.people import calendar
from trailstone.people.models import Classroom, Enrolment, School
from trailstone.people.queries import BY_NAME
from trailstone.reports import looks
from trailstone.reports.aims import Aim, GoalNow, Goals, LiveGoal, goals_now, live_goals, percents_of
from trailstone.reports.changes import Changed, Pair, changed_since
from trailstone.reports.looks import Kind, Look
from trailstone.reports.queries.activity import last_worked
from trailstone.reports.work import FIRST, LEARNER, as_text, minutes_in_all, moment, read_keys, steps

DAYS: Final = 7  # today included
SOON: Final = timedelta(days=14)  # a goal that is due by then, and behind an even pace, is in danger


@dataclass(frozen=True, slots=True)
class ClassWeek:
    """One class: who is in it, how many of them worked, about how many ``minutes``, the ``stones`` gained (a rise by
    two levels is two), how many shares in goals there are and are on track, and what is worth a look.

    ``names``: by learner, in the order of names. ``last_active``: the latest day anybody worked. ``goals``: those that
    were not removed.
    """

    names: Mapping[UUID, str]
    active: int
    minutes: int
    stones: int
    shares: int
    on_track: int
    last_active: date | None
    looks: tuple[Look, ...]
    goals: tuple[GoalNow, ...]

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
    goals: Mapping[UUID, Goals]
    percents: Mapping[Aim, int]
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
    members = _members(rooms)
    changes = changed_since(school, members.names, start)
    pardoned = {change.pardoned for change in changes if change.pardoned}
    spent, misses = _steps(school, members.names, start, calendar.end_of_day(school, today), pardoned)
    goals = live_goals(rooms)
    often = looks.often_missed(misses)
    pairs = {aim.pair for aims in goals.values() for aim in aims} | {(skill.course_id, who) for who, skill in often}
    packed = levels_by_course(pairs, school.pk)
    return _Week(
        school=school,
        today=today,
        since=since,
        joined=members.joined,
        names=members.names,
        days=members.days,
        spent=spent,
        stuck=looks.still_low(often, packed),
        changes=_by_learner(changes),
        goals=_by_class(goals),
        percents=percents_of(goals, packed),
        missing=missing(rooms, at),
    )


@dataclass(frozen=True, slots=True)
class _Members:
    """Who is in the classes: by class when each joined, in the order of names; what they are called in the last of
    their classes, and on which day they last began or finished something."""

    joined: Mapping[UUID, Mapping[UUID, date]]
    names: Mapping[UUID, str]
    days: Mapping[UUID, date]


def _members(rooms: Sequence[Classroom]) -> _Members:
    school = rooms[0].school
    places = Enrolment.objects.filter(classroom__in=rooms, removed_at=None).order_by(*BY_NAME)
    joined: defaultdict[UUID, dict[UUID, date]] = defaultdict(dict)
    names: dict[UUID, str] = {}
    days: dict[UUID, date] = {}
    fields = ("classroom_id", "learner_id", "learner__name", "nickname", "joined_at")
    for room, who, name, nickname, when, *worked in places.values_list(*fields, *last_worked(school, "learner_id")):
        joined[room][who] = calendar.day_of(school, when)
        names[who] = nickname or name
        if moments := [moment for moment in worked if moment]:
            days[who] = calendar.day_of(school, max(moments))
    return _Members(joined, names, days)


def _steps(
    school: School, people: Collection[UUID], start: datetime, end: datetime, pardoned: Collection[UUID]
) -> tuple[Mapping[UUID, int], Counter[Pair]]:
    """Minutes by learner, and missed questions by learner and skill, without those of ``pardoned`` attempts."""
    fields = (as_text(LEARNER), "question__skill_id", as_text("attempt_id"), "number", "mark", as_text("at"))
    moments: defaultdict[str, list[str]] = defaultdict(list)
    missed: Counter[tuple[str, int]] = Counter()
    for who, skill, attempt, number, mark, when in steps(school, people, start, end).values_list(*fields):
        moments[who].append(when)
        if number == FIRST and mark != "right" and (not pardoned or UUID(attempt) not in pardoned):
            missed[who, skill] += 1
    spent = {UUID(who): minutes_in_all(school, map(moment, found)) for who, found in moments.items()}
    keys = read_keys(who for who, _ in missed)
    return spent, Counter({(keys[who], skill): often for (who, skill), often in missed.items()})


def _by_learner(changes: Sequence[Changed]) -> Mapping[UUID, Sequence[Changed]]:
    found: defaultdict[UUID, list[Changed]] = defaultdict(list)
    for change in changes:
        found[change.learner_id].append(change)
    return found


def _by_class(goals: Goals) -> Mapping[UUID, Goals]:
    found: defaultdict[UUID, dict[LiveGoal, tuple[Aim, ...]]] = defaultdict(dict)
    for goal, aims in goals.items():
        found[goal.class_id][goal] = aims
    return found


def _class_week(room: Classroom, week: _Week) -> ClassWeek:
    joined = week.joined.get(room.pk, {})
    goals = week.goals.get(room.pk, {})
    aims = [aim for found in goals.values() for aim in found if aim.learner_id in joined]
    changes = [change for who in joined for change in week.changes.get(who, ())]
    days = {who: week.days[who] for who in joined if who in week.days}
    # Who works on at what was begun before these days has neither begun nor finished anything in them.
    days |= {who: max(days.get(who, week.since), week.since) for who in joined if week.spent.get(who)}
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
        goals=goals_now(goals, week.percents, joined),
    )


def _is_on_track(aim: Aim, week: _Week) -> bool:
    percent, began = week.percents[aim], calendar.day_of(week.school, aim.since)
    return aim.achieved or on_track(
        percent=percent, target=aim.goal.target, began=began, due=aim.due, today=week.today
    )  # fmt: skip


def _is_late(aim: Aim, week: _Week) -> bool:
    return aim.due < week.today and not aim.achieved


def _is_in_danger(aim: Aim, week: _Week) -> bool:
    return week.today <= aim.due <= week.today + SOON and not _is_on_track(aim, week)
