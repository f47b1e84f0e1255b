"""The map of a school: its classes down, the units of a course across, how far each class is in each cell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast

from trailstone.content.catalogue import CourseMap, UnitMap, courses
from trailstone.goals.models import ClassCourse
from trailstone.people.models import Classroom, Enrolment, School, Teaching
from trailstone.progress.models import CourseProgress
from trailstone.progress.packing import SUMS
from trailstone.reports.queries.mastery import MasteryColumn, column
from trailstone.reports.replica import from_replica
from trailstone.reports.standing import Block, Counts, Part, mean, middle, parts, percents


@dataclass(frozen=True, slots=True)
class Heat:
    """A class in a unit: the median and the mean of its learners' percents, None in an empty class."""

    median: int | None
    mean: int | None

    @classmethod
    def of(cls, found: Sequence[int]) -> "Heat":
        """From the percents."""
        return cls(middle(sorted(found)), mean(sum(found), len(found)))


@dataclass(frozen=True, slots=True)
class ClassHeat:
    """A live class that works on the course: how its learners stand in the course, and in each unit."""

    class_id: UUID
    name: str
    teachers: tuple[str, ...]
    learners: int
    course: MasteryColumn
    units: tuple[Heat, ...]

    @property
    def percent(self) -> int:
        """The median of the course; -1 of an empty class, which so stands below all others."""
        return -1 if self.course.median is None else self.course.median

    @property
    def username(self) -> str:
        """What rows of one name are ordered by."""
        return str(self.class_id)


@dataclass(frozen=True, slots=True)
class SchoolMap:
    """``rows`` by name; ``units`` are those of the cells; ``whole`` and ``all_units``: all learners of these classes
    together, each once."""

    course: CourseMap
    units: tuple[UnitMap, ...]
    rows: tuple[ClassHeat, ...]
    learners: int
    whole: MasteryColumn
    all_units: tuple[MasteryColumn, ...]


def courses_taught(school: School) -> tuple[CourseMap, ...]:
    """The courses that live classes of the school work on, in the order of the site. One query."""
    live = ClassCourse.objects.filter(classroom__school=school, classroom__archived_at=None)
    held = set(live.order_by().values_list("course_id", flat=True))
    return tuple(course for course in courses().values() if course.id in held)


@from_replica
def school_map(school: School, course: CourseMap) -> SchoolMap:
    """The map of a course. Four queries, whatever the size of the school."""
    rooms = _rooms(school, course)
    members, teachers, packed = _members(rooms), _teachers(rooms), _packed(school, course)
    everybody = list(dict.fromkeys(who for room in members.values() for who in room))
    all_parts, place = parts(course), {who: number for number, who in enumerate(everybody)}
    block = Block([packed[who].levels for who in everybody], course.slots)
    found = [_percents(part, block) for part in all_parts]
    rows = []
    for key, (pk, name) in rooms.items():
        here, own = members[key], _own(found, [place[who] for who in members[key]])
        whole = column(all_parts[0], own[0], _together(course, [packed[who].counts for who in here]))
        rows.append(ClassHeat(pk, name, teachers[key], len(here), whole, tuple(map(Heat.of, own[1:]))))
    whole, *units = (column(part, each, block.counts(part)) for part, each in zip(all_parts, found, strict=True))
    shown = tuple(part.unit for part in all_parts if part.unit)
    return SchoolMap(course, shown, tuple(rows), len(everybody), whole, tuple(units))


def _together(course: CourseMap, counts: Sequence[tuple[int, int, int, int]]) -> Counts:
    """How many levels of these learners are 0 .. 4, from the sums kept with each row."""
    attempted, familiar, proficient, mastered = map(sum, zip(*counts, strict=True)) if counts else (0, 0, 0, 0)
    none = len(course.counting) * len(counts) - attempted - familiar - proficient - mastered
    return none, attempted, familiar, proficient, mastered


def _percents(part: Part, block: Block) -> list[int]:
    table = percents(part.possible)
    return [table[points] for points in block.points(part)]


def _own(found: Sequence[Sequence[int]], places: Sequence[int]) -> list[list[int]]:
    """Of everybody's percents, part by part, those at these places."""
    return [[each[place] for place in places] for each in found]


def _rooms(school: School, course: CourseMap) -> Mapping[str, tuple[UUID, str]]:
    live = Classroom.objects.filter(school=school, archived_at=None, class_courses__course_id=course.id)
    found = live.values_list(_text("pk"), "pk", "name")
    return {key: (pk, name) for key, pk, name in sorted(found, key=lambda room: (room[2].casefold(), room[1]))}


def _members(rooms: Mapping[str, object]) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    places = Enrolment.objects.filter(classroom__in=list(rooms), removed_at=None)
    for room, who in places.values_list(_text("classroom_id"), _text("learner_id")):
        found[room].append(who)
    return found


def _teachers(rooms: Mapping[str, object]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    rows = Teaching.objects.filter(classroom__in=list(rooms)).order_by("since", "pk")
    for room, name in rows.values_list(_text("classroom_id"), "teacher__name"):
        found[room] += (name,)
    return found


class Packed(NamedTuple):
    """A learner's levels, and how many of those that count are 1 .. 4."""

    levels: bytes
    counts: tuple[int, int, int, int]


def _packed(school: School, course: CourseMap) -> Mapping[str, Packed]:
    """Everybody's row; zeros for those without one."""
    nothing = Packed(bytes(course.slots), (0, 0, 0, 0))
    rows = CourseProgress.objects.filter(school_id=school.pk, course_id=course.id)
    found: defaultdict[str, Packed] = defaultdict(lambda: nothing)
    for who, levels, *counts in rows.values_list(_text("learner_id"), "levels", *SUMS[2:]):
        found[who] = Packed(bytes(levels).ljust(course.slots, b"\0"), (counts[0], counts[1], counts[2], counts[3]))
    return found


def _text(key: str) -> Cast:
    """A key as text: making 6,000 UUIDs of a school and hashing them takes longer than reading their rows."""
    return Cast(key, TextField())
