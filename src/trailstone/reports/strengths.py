"""Strengths and gaps after a unit test or a course challenge: by unit and skill, for one learner or a whole class, and
what changed since it was taken before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from mastery import Activity
from trailstone.content.catalogue import CourseMap, SkillMap, UnitMap
from trailstone.practice.models import Attempt, State
from trailstone.progress.models import LevelChange
from trailstone.reports.standing import rounded

CHECKS: Final = (Activity.COURSE_CHALLENGE, Activity.UNIT_TEST)
Person = tuple[UUID, str]  # key, name


@dataclass(frozen=True, slots=True)
class Result:
    """Right of asked questions, the latest time and the time before (0 of 0: it was not asked then)."""

    right: int
    asked: int
    right_before: int
    asked_before: int

    @property
    def percent(self) -> int:
        """Right of asked, rounded half up."""
        return rounded(self.right, self.asked)

    @property
    def before(self) -> int | None:
        """The same of the time before; None when it was not asked then."""
        return rounded(self.right_before, self.asked_before) if self.asked_before else None

    @property
    def change(self) -> int | None:
        """Percent points up or down since the time before."""
        return None if self.before is None else self.percent - self.before


@dataclass(frozen=True, slots=True)
class SkillResult:
    """A skill that was asked, and who ``missed`` a question on it the latest time."""

    skill: SkillMap
    result: Result
    missed: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class UnitResult:
    """A unit with the skills of it that were asked, in order."""

    unit: UnitMap
    result: Result
    skills: tuple[SkillResult, ...]

    @property
    def strengths(self) -> tuple[SkillResult, ...]:
        """The skills that nobody missed."""
        return tuple(one for one in self.skills if not one.missed)

    @property
    def gaps(self) -> tuple[SkillResult, ...]:
        """The skills that somebody missed, the one that most missed first."""
        missed = [one for one in self.skills if one.missed]
        return tuple(sorted(missed, key=lambda one: (one.result.percent, -len(one.missed))))

    @property
    def missed(self) -> tuple[Person, ...]:
        """Who missed anything in it."""
        return tuple(dict.fromkeys(person for one in self.skills for person in one.missed))


@dataclass(frozen=True, slots=True)
class Checked:
    """A test or challenge: how many have ``taken`` it, and ``again``; the whole, and its units in order."""

    taken: int
    again: int
    whole: Result
    units: tuple[UnitResult, ...]


def checked(
    school_id: int,
    people: Sequence[Person],
    course: CourseMap,
    thing: tuple[str, str],
    upto: datetime | None = None,
) -> Checked:
    """The latest finished try of each of these people at ``thing`` (activity and subject), beside the one before; not
    later than ``upto``, when given. Two queries."""
    latest, before = _tries(school_id, people, thing, upto)
    rows = LevelChange.objects.filter(school_id=school_id, attempt_id__in=[*latest, *before])
    sums: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    missed: defaultdict[int, set[UUID]] = defaultdict(set)
    for attempt, who, skill, right, asked in rows.values_list("attempt_id", "learner_id", "skill_id", "right", "asked"):
        place = 0 if attempt in latest else 2
        sums[skill][place] += right
        sums[skill][place + 1] += asked
        if attempt in latest and right < asked:
            missed[skill].add(who)
    found = [_unit(unit, sums, missed, people) for unit in course.units]
    units = tuple(one for one in found if one.skills)
    return Checked(len(latest), len(before), _together(one.result for one in units), units)


def taken_by(
    school_id: int, people: Sequence[Person], courses: Iterable[CourseMap]
) -> tuple[tuple[str, str, str, int], ...]:
    """The tests and challenges of these courses that any of them finished: activity, course, subject, and how many
    did; the ones taken by most first. One query."""
    mine = Attempt.objects.filter(school_id=school_id, learner_id__in=[key for key, _ in people], state=State.FINISHED)
    mine = mine.filter(activity__in=CHECKS, course_id__in=[course.id for course in courses]).order_by()
    pairs = mine.values_list("activity", "course_id", "subject", "learner_id").distinct()
    counts: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    for activity, course, subject, _learner in pairs:
        counts[activity, course, subject] += 1
    return tuple((*thing, count) for thing, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])))


def _tries(
    school_id: int, people: Sequence[Person], thing: tuple[str, str], upto: datetime | None
) -> tuple[set[UUID], set[UUID]]:
    """The latest try of each, and the one before it."""
    activity, subject = thing
    found = Attempt.objects.filter(school_id=school_id, learner_id__in=[key for key, _ in people], state=State.FINISHED)
    found = found.filter(activity=activity, subject=subject)
    found = found.filter(finished_at__lte=upto) if upto else found
    by_learner: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for learner, attempt in found.order_by("finished_at", "id").values_list("learner_id", "id"):
        by_learner[learner].append(attempt)
    return {each[-1] for each in by_learner.values()}, {each[-2] for each in by_learner.values() if len(each) > 1}


def _unit(
    unit: UnitMap, sums: Mapping[int, Sequence[int]], missed: Mapping[int, set[UUID]], people: Sequence[Person]
) -> UnitResult:
    skills = []
    for skill in unit.skills:
        right, asked, right_before, asked_before = sums.get(skill.id, (0, 0, 0, 0))
        if asked:
            who = tuple(person for person in people if person[0] in missed.get(skill.id, ()))
            skills.append(SkillResult(skill, Result(right, asked, right_before, asked_before), who))
    return UnitResult(unit, _together(one.result for one in skills), tuple(skills))


def _together(results: Iterable[Result]) -> Result:
    found = list(results)
    return Result(
        sum(one.right for one in found),
        sum(one.asked for one in found),
        sum(one.right_before for one in found),
        sum(one.asked_before for one in found),
    )
