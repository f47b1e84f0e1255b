"""The skills report: a unit's (or course's) skills across, the learners of the class down, a level in each cell."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from mastery import Level
from trailstone.content.catalogue import CourseMap, SkillMap
from trailstone.people.models import Classroom, User
from trailstone.progress import queries as progress


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
    columns = course.by_unit[unit_id].skills if unit_id is not None else tuple(course.skills.values())
    learners = list(classroom.learners)
    packed = progress.levels_of(classroom.school_id, [who.pk for who in learners], course)
    counted = columns if unit_id is not None else course.counting
    rows = tuple(_row(who, packed[who.pk], columns, counted) for who in learners)
    title = course.by_unit[unit_id].title if unit_id is not None else ""
    shown = tuple(_column(skill, [row.levels[place] for row in rows]) for place, skill in enumerate(columns))
    return SkillsReport(course.id, course.title, unit_id, title, shown, rows)


def _row(who: User, packed: bytes, columns: Sequence[SkillMap], counted: Sequence[SkillMap]) -> SkillsRow:
    found = progress.standing(packed, counted)
    levels = tuple(int(progress.level(packed, skill)) for skill in columns)
    return SkillsRow(who.pk, who.name, who.username, levels, found.percent, found.points, found.possible)


def _column(skill: SkillMap, levels: Sequence[int]) -> SkillColumn:
    often = Counter(levels)
    counts = (often[0], often[1], often[2], often[3], often[4])
    return SkillColumn(skill.id, skill.slug, skill.name, skill.unit_id, skill.standards, counts)
