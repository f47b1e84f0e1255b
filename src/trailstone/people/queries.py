"""What may be asked about people and classes. The number of SQL statements never grows with the class."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from trailstone.people.models import Classroom, Enrolment, GroupPlace, Role, School, User


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class on a dashboard: ``learners`` counts those in it now; ``code`` as stored (see ``codes.spaced``)."""

    id: UUID
    name: str
    learners: int
    code: str
    code_open: bool
    archived: bool
    teachers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A learner of a class. ``removed_at`` is None for those in it now; ``last_login`` None for who never came."""

    id: UUID
    name: str
    username: str
    joined_at: datetime
    removed_at: datetime | None
    last_login: datetime | None


@dataclass(frozen=True, slots=True)
class TeacherRow:
    """A teacher of the school, with the number of live classes."""

    id: UUID
    name: str
    username: str
    owner: bool
    classes: int


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group of a class: ``learners`` are those in it who are in the class now, by name."""

    id: UUID
    name: str
    learners: tuple[UUID, ...]
    names: tuple[str, ...]


def is_set_up() -> bool:
    """Whether the first run is over."""
    return School.objects.exists()


def classes_taught(user: User) -> tuple[ClassRow, ...]:
    """The classes a teacher teaches, live ones first, by name. Two queries."""
    return _class_rows(Classroom.objects.filter(pk__in=user.taught_classes.values("pk")))


def classes_joined(user: User) -> tuple[ClassRow, ...]:
    """The live classes a learner is in, by name. Two queries."""
    return _class_rows(Classroom.objects.filter(pk__in=user.joined_classes.values("pk")))


def roster(classroom: Classroom) -> tuple[RosterRow, ...]:
    """Who is in the class now, by name. One query."""
    return _roster(Enrolment.objects.filter(classroom=classroom, removed_at=None))


def removed(classroom: Classroom) -> tuple[RosterRow, ...]:
    """Who was removed from the class and can be brought back, by name. One query."""
    return _roster(Enrolment.objects.filter(classroom=classroom).exclude(removed_at=None))


def teacher_names(classroom: Classroom) -> tuple[str, ...]:
    """The names of the class's teachers, longest there first."""
    return tuple(classroom.teachings.order_by("since", "pk").values_list("teacher__name", flat=True))


def teachers(school: School) -> tuple[TeacherRow, ...]:
    """The owner and the teachers of the school, by name. One query."""
    live = Count("teachings", filter=Q(teachings__classroom__archived_at=None))
    people = User.objects.filter(school=school, role__in=[Role.OWNER, Role.TEACHER], is_active=True)
    found = people.annotate(live=live).order_by("name", "username")
    return tuple(TeacherRow(user.pk, user.name, user.username, user.role == Role.OWNER, user.live) for user in found)


def groups_of(classroom: Classroom) -> tuple[GroupRow, ...]:
    """The groups of the class, by name, each with who is in it and in the class now. Two queries."""
    here = GroupPlace.objects.filter(group__classroom=classroom, group__removed_at=None).filter(
        learner__enrolments__classroom=classroom, learner__enrolments__removed_at=None
    )
    found: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    rows = here.order_by("learner__name", "learner__username").values_list("group_id", "learner_id", "learner__name")
    for group, learner, name in rows:
        found[group].append((learner, name))
    groups = sorted(classroom.groups.filter(removed_at=None), key=lambda group: (group.name.casefold(), group.pk))
    return tuple(
        GroupRow(each.pk, each.name, tuple(pk for pk, _ in found[each.pk]), tuple(name for _, name in found[each.pk]))
        for each in groups
    )


def _class_rows(classes: QuerySet[Classroom]) -> tuple[ClassRow, ...]:
    here = Count("enrolments", filter=Q(enrolments__removed_at=None))
    found = classes.annotate(here=here).prefetch_related("teachings__teacher")
    rows = [
        ClassRow(room.pk, room.name, room.here, room.code, room.code_open, room.archived_at is not None, _names(room))
        for room in found
    ]
    return tuple(sorted(rows, key=lambda row: (row.archived, row.name.casefold(), row.id)))


def _names(room: Classroom) -> tuple[str, ...]:
    return tuple(at.teacher.name for at in sorted(room.teachings.all(), key=lambda at: (at.since, at.pk)))


def _roster(places: QuerySet[Enrolment]) -> tuple[RosterRow, ...]:
    found = places.select_related("learner").order_by("learner__name", "learner__username")
    people = [(at.learner, at) for at in found]
    return tuple(
        RosterRow(who.pk, who.name, who.username, at.joined_at, at.removed_at, who.last_login) for who, at in people
    )
