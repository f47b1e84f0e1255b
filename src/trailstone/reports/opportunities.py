"""Opportunities: the skills that learners of a class are stuck on, the one with most of them first."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db.models import Case, Count, F, QuerySet, Sum, Value, When, Window
from django.db.models.functions import RowNumber

from mastery import Level
from trailstone.content.catalogue import CourseMap, SkillMap, UnitMap
from trailstone.people.models import Classroom
from trailstone.practice.models import Answer, Kind
from trailstone.progress.queries import level
from trailstone.reports.queries.skills import levels_in
from trailstone.reports.replica import from_replica
from trailstone.reports.work import FIRST

IN_A_ROW: Final = 3  # first answers, all wrong
WHO: Final = "question__attempt__learner_id"
Pair = tuple[UUID, int]  # learner, skill


@dataclass(frozen=True, slots=True)
class Stuck:
    """A learner who is stuck on a skill: on Attempted, or with the last three answers ``in_a_row`` wrong, or both."""

    learner_id: UUID
    name: str
    level: Level
    in_a_row: bool


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A skill with those who are stuck on it, by name. ``slip``: the named mistake they make most, as words; "" when
    none has a name."""

    skill: SkillMap
    unit: UnitMap
    place: int
    who: tuple[Stuck, ...]
    slip: str

    @property
    def stuck(self) -> int:
        """How many are stuck."""
        return len(self.who)

    @property
    def attempted(self) -> int:
        """How many of them are on Attempted."""
        return sum(one.level == Level.ATTEMPTED for one in self.who)

    @property
    def in_a_row(self) -> int:
        """How many of them had the last three answers wrong."""
        return sum(one.in_a_row for one in self.who)


@from_replica
def opportunities(
    classroom: Classroom, course: CourseMap, among: Collection[UUID] | None = None
) -> tuple[Opportunity, ...]:
    """The skills of a course that anybody (of ``among``, when given) is stuck on: most learners first, then in the
    order of the course. Four queries."""
    here = levels_in(classroom, course).of(among).learners
    keys = [pk for pk, *_ in here]
    wrong, slips = _wrong_in_a_row(classroom, keys, course), _slips(classroom, keys, course)
    rows = []
    for place, skill in enumerate(course.skills.values()):
        stuck = [
            Stuck(pk, name, level(packed, skill), (pk, skill.id) in wrong)
            for pk, name, _username, packed in here
            if level(packed, skill) == Level.ATTEMPTED or (pk, skill.id) in wrong
        ]
        if stuck:
            slip = _most(slips.get(skill.id, {}), {one.learner_id for one in stuck})
            rows.append(Opportunity(skill, course.by_unit[skill.unit_id], place, tuple(stuck), slip))
    return tuple(sorted(rows, key=lambda row: (-row.stuck, row.place)))


def _wrong_in_a_row(classroom: Classroom, keys: Collection[UUID], course: CourseMap) -> frozenset[Pair]:
    """Whose last IN_A_ROW first answers on a skill were all wrong. One query, which gives these pairs alone."""
    latest: dict[str, Any] = {
        "partition_by": [F(WHO), F("question__skill_id")],
        "order_by": [F("at").desc(), F("id").desc()],
    }
    right = Case(When(mark="right", then=Value(1)), default=Value(0))
    steps = _steps(classroom, keys, course).filter(number=FIRST)
    placed = steps.annotate(place=Window(RowNumber(), **latest), rights=Window(Sum(right), **latest))
    return frozenset(placed.filter(place=IN_A_ROW, rights=0).values_list(WHO, "question__skill_id"))


def _slips(classroom: Classroom, keys: Collection[UUID], course: CourseMap) -> Mapping[int, Mapping[Pair, int]]:
    """By skill, how often each learner made each named mistake. One query."""
    wrong = _steps(classroom, keys, course).filter(kind=Kind.ANSWER, mark="wrong").exclude(misconception="")
    rows = wrong.values_list("question__skill_id", WHO, "misconception").annotate(often=Count("id"))
    found: defaultdict[int, dict[Any, int]] = defaultdict(dict)
    for skill, who, name, often in rows:
        found[skill][who, name] = often
    return found


def _steps(classroom: Classroom, keys: Collection[UUID], course: CourseMap) -> QuerySet[Answer]:
    of_course = {"question__skill_id__in": list(course.skills), f"{WHO}__in": keys}
    return Answer.objects.filter(school_id=classroom.school_id, **of_course).order_by()


def _most(slips: Mapping[Any, int], who: Collection[UUID]) -> str:
    """The mistake that these learners made most often, as words."""
    counts: defaultdict[str, int] = defaultdict(int)
    for (learner, name), often in slips.items():
        counts[name] += often if learner in who else 0
    most = min(counts, key=lambda name: (-counts[name], name), default="")
    return most.replace("-", " ") if counts.get(most) else ""
