"""Opportunities: the skills that learners of a class are stuck on, the one with most of them first."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from django.db.models import Q

from mastery import Level
from trailstone.content.catalogue import CourseMap, SkillMap, UnitMap
from trailstone.people.models import Classroom
from trailstone.practice.models import Answer, Attempt, Kind
from trailstone.progress.queries import level
from trailstone.reports.queries.skills import levels_in
from trailstone.reports.replica import from_replica
from trailstone.reports.work import FIRST, LEARNER, as_text, read_keys

IN_A_ROW: Final = 3  # first answers, all wrong
Pair = tuple[UUID, int]  # learner, skill
STEP: Final = (
    as_text(LEARNER), "question__skill_id", "number", "kind", "mark", "misconception", as_text("at"), as_text("id"),
)  # fmt: skip


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


@dataclass(slots=True)
class _Steps:
    """What one learner did on one skill: when each question was decided (moment and key, as the database writes them)
    and whether it was right, and the named mistakes."""

    firsts: list[tuple[str, str, bool]] = field(default_factory=list)
    slips: list[str] = field(default_factory=list)

    @property
    def wrong_in_a_row(self) -> bool:
        """The last IN_A_ROW were all wrong."""
        last = sorted(self.firsts)[-IN_A_ROW:] if len(self.firsts) >= IN_A_ROW else ()
        return bool(last) and not any(right for _at, _id, right in last)


@from_replica
def opportunities(
    classroom: Classroom, course: CourseMap, among: Collection[UUID] | None = None
) -> tuple[Opportunity, ...]:
    """The skills of a course that anybody (of ``among``, when given) is stuck on: most learners first, then in the
    order of the course. Three queries."""
    here = levels_in(classroom, course).of(among).learners
    done = _steps(classroom, [pk for pk, *_ in here], course)
    wrong: defaultdict[int, set[UUID]] = defaultdict(set)
    for (who, skill_id), steps in done.items():
        if steps.wrong_in_a_row:
            wrong[skill_id].add(who)
    rows = []
    for place, skill in enumerate(course.skills.values()):
        slot, missed = skill.slot, wrong[skill.id]
        stuck = [
            Stuck(pk, name, level(packed, skill), pk in missed)
            for pk, name, _username, packed in here
            if packed[slot] == Level.ATTEMPTED or (missed and pk in missed)
        ]
        if stuck:
            slip = _most(done, [(one.learner_id, skill.id) for one in stuck])
            rows.append(Opportunity(skill, course.by_unit[skill.unit_id], place, tuple(stuck), slip))
    return tuple(sorted(rows, key=lambda row: (-row.stuck, row.place)))


def _steps(classroom: Classroom, keys: Collection[UUID], course: CourseMap) -> Mapping[Pair, _Steps]:
    """What decided every question, and every named mistake. One query, which begins with these learners' attempts:
    joined the other way round, it reads every answer of the school."""
    mine = Attempt.objects.filter(school_id=classroom.school_id, learner_id__in=keys).order_by().values("id")
    found = Answer.objects.filter(school_id=classroom.school_id, attempt_id__in=mine)
    found = found.filter(Q(number=FIRST) | ~Q(misconception=""), question__skill_id__in=list(course.skills))
    done: defaultdict[tuple[str, int], _Steps] = defaultdict(_Steps)
    for who, skill, number, kind, mark, slip, *when in found.order_by().values_list(*STEP):
        steps = done[who, skill]
        if number == FIRST:
            steps.firsts.append((*when, mark == "right"))
        if slip and kind == Kind.ANSWER and mark == "wrong":
            steps.slips.append(slip)
    learners = read_keys(who for who, _ in done)
    return {(learners[who], skill): steps for (who, skill), steps in done.items()}


def _most(done: Mapping[Pair, _Steps], pairs: Collection[Pair]) -> str:
    """The mistake that these learners made most often on the skill, as words."""
    counts: Counter[str] = Counter()
    for pair in pairs:
        counts.update(done[pair].slips if pair in done else ())
    most = min(counts, key=lambda name: (-counts[name], name), default="")
    return most.replace("-", " ")
