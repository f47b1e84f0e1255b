"""The mastery report: the learners of a class down, the course and its units across, a percent in each cell."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from trailstone.content.catalogue import CourseMap, UnitMap
from trailstone.people.models import Classroom
from trailstone.reports.queries.skills import levels_in
from trailstone.reports.standing import Block, Counts, Part, mean, middle, parts, percents


@dataclass(frozen=True, slots=True)
class Share:
    """What a learner has of a unit or of the course: points, and the rounded percent of the possible ones."""

    percent: int
    points: int


@dataclass(frozen=True, slots=True)
class MasteryRow:
    """A learner: the share of what counts of the course, and of each unit."""

    learner_id: UUID
    name: str
    username: str
    course: Share
    units: tuple[Share, ...]

    @property
    def percent(self) -> int:
        """Of the course."""
        return self.course.percent


@dataclass(frozen=True, slots=True)
class MasteryColumn:
    """The course (``unit`` None) or a unit, as some learners stand in it. ``median`` and ``mean`` are of their
    percents, None of nobody; ``counts``: how many levels are 0 .. 4, all of them together."""

    unit: UnitMap | None
    possible: int
    median: int | None
    mean: int | None
    counts: Counts


@dataclass(frozen=True, slots=True)
class MasteryReport:
    """``columns``: the course first, then its units in order; ``rows`` are by name."""

    course_id: str
    course_title: str
    columns: tuple[MasteryColumn, ...]
    rows: tuple[MasteryRow, ...]


def mastery(classroom: Classroom, course: CourseMap, among: Collection[UUID] | None = None) -> MasteryReport:
    """The report on a course, on those ``among`` when given. Two queries."""
    found, all_parts = levels_in(classroom, course).of(among), parts(course)
    block = Block([packed for *_, packed in found.learners], course.slots)
    shares = [_shares(part, block.points(part)) for part in all_parts]
    rows = (_row(learner[:3], each) for learner, each in zip(found.learners, zip(*shares, strict=True), strict=True))
    shown = (
        column(part, [one.percent for one in each], block.counts(part))
        for part, each in zip(all_parts, shares, strict=True)
    )
    return MasteryReport(course.id, course.title, tuple(shown), tuple(rows))


def _row(learner: tuple[UUID, str, str], shares: Sequence[Share]) -> MasteryRow:
    return MasteryRow(*learner, shares[0], tuple(shares[1:]))


def _shares(part: Part, points: Sequence[int]) -> list[Share]:
    table = percents(part.possible)
    return [Share(table[each], each) for each in points]


def column(part: Part, found: Sequence[int], counts: Counts) -> MasteryColumn:
    """How learners who have ``found`` percent of a part, and ``counts`` of levels in it, stand in it together."""
    ordered = sorted(found)
    return MasteryColumn(part.unit, part.possible, middle(ordered), mean(sum(ordered), len(ordered)), counts)
