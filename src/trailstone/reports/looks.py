"""What in a class is worth a teacher's look: who is stuck, away, lower than a week ago, late, or behind a goal."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from mastery import Level
from trailstone.assignments.queries import Missing
from trailstone.content.catalogue import SkillMap, courses
from trailstone.progress.queries import level
from trailstone.reports.aims import Aim, LiveGoal
from trailstone.reports.changes import Changed, Pair, lowered

MISSES: Final = 3  # missed questions on one skill in seven days: stuck


class Kind(StrEnum):
    STUCK = "stuck"
    DROPPED = "dropped"
    LATE = "late"
    MISSING = "missing"
    DANGER = "danger"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Look:
    """Some learners of a class, by name, and what about: a skill for STUCK, a goal for LATE and DANGER, an assignment
    for MISSING, else nothing."""

    kind: Kind
    learners: tuple[UUID, ...]
    skill: SkillMap | None = None
    goal_id: UUID | None = None
    assignment_id: UUID | None = None
    title: str = ""


def often_missed(misses: Counter[Pair]) -> list[tuple[UUID, SkillMap]]:
    """Who missed MISSES or more on a skill that the site has."""
    often = [pair for pair, count in misses.items() if count >= MISSES]
    return [(who, found) for who, skill in often if (found := _skill(skill))]


def still_low(often: Iterable[tuple[UUID, SkillMap]], packed: Mapping[tuple[str, UUID], bytes]) -> list[Pair]:
    """Which of them are not Proficient in it. ``packed``: levels by course and learner."""
    return [
        (who, skill.id) for who, skill in often if level(packed[skill.course_id, who], skill) < Level.PROFICIENT
    ]  # fmt: skip


def stuck(pairs: Iterable[Pair], people: Collection[UUID]) -> tuple[Look, ...]:
    """The skills that some of ``people`` are stuck on: the one with most learners first."""
    by_skill: defaultdict[int, set[UUID]] = defaultdict(set)
    for who, skill in pairs:
        if who in people:
            by_skill[skill].add(who)
    rows = sorted(by_skill.items(), key=lambda row: (-len(row[1]), row[0]))
    return tuple(Look(Kind.STUCK, _ordered(who, people), skill=_skill(skill)) for skill, who in rows)


def dropped(changes: Iterable[Changed], people: Collection[UUID]) -> tuple[Look, ...]:
    """Who is lower in some skill than before the ``changes``, see ``lowered``."""
    return _one(Kind.DROPPED, {who for who, _skill in lowered(changes)}, people)


def away(joined: Mapping[UUID, date], active: Mapping[UUID, date], since: date) -> tuple[Look, ...]:
    """Who was in the class before ``since`` and did nothing from that day on."""
    quiet = {who for who, day in joined.items() if day < since and active.get(who, date.min) < since}
    return _one(Kind.AWAY, quiet, joined)


def not_done(found: Iterable[Missing], people: Collection[UUID]) -> tuple[Look, ...]:
    """The assignments that some of ``people`` have not done in time."""
    rows = ((one, _ordered(set(one.learners), people)) for one in found)
    return tuple(Look(Kind.MISSING, who, assignment_id=one.assignment_id, title=one.title) for one, who in rows if who)


def of_goals(kind: Kind, aims: Iterable[Aim], people: Collection[UUID]) -> tuple[Look, ...]:
    """One row a goal, with the learners whose shares these are."""
    by_goal: defaultdict[LiveGoal, set[UUID]] = defaultdict(set)
    for aim in aims:
        by_goal[aim.goal].add(aim.learner_id)
    return tuple(Look(kind, _ordered(who, people), goal_id=goal.id, title=goal.title) for goal, who in by_goal.items())


def _one(kind: Kind, who: set[UUID], people: Collection[UUID]) -> tuple[Look, ...]:
    found = _ordered(who, people)
    return (Look(kind, found),) if found else ()


def _ordered(who: set[UUID], people: Collection[UUID]) -> tuple[UUID, ...]:
    return tuple(each for each in people if each in who)


def _skill(skill_id: int) -> SkillMap | None:
    return next((course.skills[skill_id] for course in courses().values() if skill_id in course.skills), None)
