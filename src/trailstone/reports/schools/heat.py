"""The map of a school: its classes down, the units of a course across, how far each class is in each cell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from trailstone.content.catalogue import CourseMap, UnitMap, courses
from trailstone.goals.models import ClassCourse
from trailstone.people.models import Classroom, Enrolment, School
from trailstone.progress.models import CourseProgress
from trailstone.progress.packing import SUMS
from trailstone.reports.queries.mastery import MasteryColumn, column
from trailstone.reports.replica import from_replica
from trailstone.reports.standing import Block, Counts, at, mean, middle, parts


class Heat(NamedTuple):
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
    """The map of a course. Three queries, whatever the size of the school."""
    rooms, members = _rooms(school, course), _members(school, course)
    everybody = list(dict.fromkeys(who for key in rooms for who in members[key]))
    place = {who: number for number, who in enumerate(everybody)}
    levels, *sums = _columns(school, course, everybody)
    block, all_parts = Block(levels, course.slots), parts(course)
    found = [block.percents(part) for part in all_parts]
    rows = []
    for key, room in rooms.items():
        here = at([place[who] for who in members[key]])
        own, counts = [here(each) for each in found], _together(course, [here(each) for each in sums])
        whole = column(all_parts[0], own[0], counts)
        rows.append(ClassHeat(room.pk, room.name, room.teachers, len(own[0]), whole, tuple(map(Heat.of, own[1:]))))
    whole = column(all_parts[0], found[0], _together(course, sums))
    units = (column(part, each, block.counts(part)) for part, each in zip(all_parts[1:], found[1:], strict=True))
    shown = tuple(part.unit for part in all_parts if part.unit)
    return SchoolMap(course, shown, tuple(rows), len(everybody), whole, tuple(units))


def _together(course: CourseMap, sums: Sequence[Sequence[int]]) -> Counts:
    """How many levels of some learners are 0 .. 4, from what is kept with each row of the levels 1 .. 4."""
    attempted, familiar, proficient, mastered = map(sum, sums)
    none = len(course.counting) * len(sums[0]) - attempted - familiar - proficient - mastered
    return none, attempted, familiar, proficient, mastered


class Room(NamedTuple):
    """A class of the map; ``teachers`` in the order in which they came."""

    pk: UUID
    name: str
    teachers: tuple[str, ...]


def _rooms(school: School, course: CourseMap) -> Mapping[str, Room]:
    """The classes by name. A row for each of their teachers, and one for a class that has none."""
    rows = _live(school, course).order_by("teachings__since", "teachings__pk")
    found: dict[str, Room] = {}
    for key, pk, name, teacher in rows.values_list(_text("pk"), "pk", "name", "teachings__teacher__name"):
        before = found[key].teachers if key in found else ()
        found[key] = Room(pk, name, before if teacher is None else (*before, teacher))
    return dict(sorted(found.items(), key=lambda each: (each[1].name.casefold(), each[1].pk)))


def _members(school: School, course: CourseMap) -> Mapping[str, Sequence[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    places = Enrolment.objects.filter(classroom__in=_live(school, course).values("pk"), removed_at=None)
    for room, who in places.values_list(_text("classroom_id"), _text("learner_id")):
        found[room].append(who)
    return found


def _live(school: School, course: CourseMap) -> QuerySet[Classroom]:
    return Classroom.objects.filter(school=school, archived_at=None, class_courses__course_id=course.id)


def _columns(school: School, course: CourseMap, people: Sequence[str]) -> Sequence[Sequence[Any]]:
    """Of these people, in their order: the packed levels, and how many of those that count are 1, 2, 3, 4. Zeros for
    those without a row."""
    rows = CourseProgress.objects.filter(school_id=school.pk, course_id=course.id)
    found = {row[0]: row for row in rows.values_list(_text("learner_id"), "levels", *SUMS[2:])}
    nothing = ("", b"", 0, 0, 0, 0)
    _keys, *columns = zip(*[found.get(who, nothing) for who in people], strict=True) if people else [()] * len(nothing)
    return columns


def _text(key: str) -> Cast:
    """A key as text: making 6,000 UUIDs of a school and hashing them takes longer than reading their rows."""
    return Cast(key, TextField())
