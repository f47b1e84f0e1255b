"""The skills report: a unit's (or course's) skills across, the learners of the class down, a level in each cell."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from mastery import Level
from mastery.points import FULL
from trailstone.content.catalogue import CourseMap, SkillMap
from trailstone.people.models import Classroom
from trailstone.people.queries import named
from trailstone.progress import queries as progress
from trailstone.reports.replica import from_replica
from trailstone.reports.standing import Pick, picker, rounded, tally, worth_of


@dataclass(frozen=True, slots=True)
class SkillColumn:
    """A skill and how many learners of the class are on each level: ``counts[0]`` not started .. ``counts[4]``."""

    skill_id: int
    slug: str
    name: str
    unit_id: str
    standards: tuple[str, ...]
    counts: tuple[int, int, int, int, int]

    @property
    def below_familiar(self) -> int:
        """How many are on Attempted or have not started."""
        return self.counts[0] + self.counts[1]


@dataclass(frozen=True, slots=True)
class SkillsRow:
    """A learner, a level (0..4) for each column, and what the unit (or what counts of the course) adds up to."""

    learner_id: UUID
    name: str
    username: str
    levels: tuple[int, ...]
    percent: int
    points: int
    possible: int


@dataclass(frozen=True, slots=True)
class SkillsReport:
    """``unit_id`` and ``unit_title`` are None and "" for all units of the course. Rows are by name."""

    course_id: str
    course_title: str
    unit_id: str | None
    unit_title: str
    columns: tuple[SkillColumn, ...]
    rows: tuple[SkillsRow, ...]

    def learners_on(self, skill_id: int) -> Mapping[int, tuple[SkillsRow, ...]]:
        """Who is where in one skill: the rows by level, every level named. Raises KeyError: not a column."""
        at = {column.skill_id: place for place, column in enumerate(self.columns)}[skill_id]
        return {level: tuple(row for row in self.rows if row.levels[at] == level) for level in map(int, Level)}


def skills(classroom: Classroom, course: CourseMap, unit_id: str | None) -> SkillsReport:
    """The report on a unit, or on the whole course for None. Two queries.

    Raises:
        KeyError: the course has no such unit.
    """
    return cut(levels_in(classroom, course), unit_id)


@dataclass(frozen=True, slots=True)
class ClassLevels:
    """The learners of a class (key, name, user name) by name, each with the packed levels in the course."""

    course: CourseMap
    learners: tuple[tuple[UUID, str, str, bytes], ...]

    def of(self, among: Collection[UUID] | None) -> "ClassLevels":
        """Those among them alone; everybody for None."""
        if among is None:
            return self
        return ClassLevels(self.course, tuple(one for one in self.learners if one[0] in among))


@from_replica
def levels_in(classroom: Classroom, course: CourseMap) -> ClassLevels:
    """What every report on the class's levels in a course is cut from. Two queries."""
    learners = named(classroom)
    packed = progress.levels_of(classroom.school_id, [pk for pk, *_ in learners], course)
    return ClassLevels(course, tuple((pk, name, username, packed[pk]) for pk, name, username in learners))


def cut(found: ClassLevels, unit_id: str | None, standard: str = "") -> SkillsReport:
    """The report on a unit, or on the whole course for None, out of the class's levels; with a ``standard``, on the
    skills that carry its code alone, and percents are of those. No query.

    Raises:
        KeyError: the course has no such unit.
    """
    course = found.course
    unit = course.by_unit[unit_id] if unit_id is not None else None
    columns = unit.skills if unit else tuple(course.skills.values())
    columns = tuple(skill for skill in columns if standard in ("", *skill.standards))
    counted = columns if unit or standard else course.counting
    pick, counting = picker(columns), picker(counted)
    possible = FULL * len(counted)
    rows = tuple(_row(learner, pick, counting, possible) for learner in found.learners)
    by_skill = list(zip(*(row.levels for row in rows), strict=True)) or [()] * len(columns)
    shown = tuple(_column(skill, levels) for skill, levels in zip(columns, by_skill, strict=True))
    return SkillsReport(course.id, course.title, unit_id, unit.title if unit else "", shown, rows)


def _row(learner: tuple[UUID, str, str, bytes], pick: Pick, counting: Pick, possible: int) -> SkillsRow:
    pk, name, username, packed = learner
    points = sum(counting(worth_of(packed)))
    return SkillsRow(pk, name, username, tuple(pick(packed)), rounded(points, possible), points, possible)


def _column(skill: SkillMap, levels: Sequence[int]) -> SkillColumn:
    return SkillColumn(skill.id, skill.slug, skill.name, skill.unit_id, skill.standards, tally(levels))
