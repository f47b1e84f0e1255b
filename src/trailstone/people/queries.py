"""What may be asked about people and classes. The number of SQL statements never grows with the class."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.contrib.auth.hashers import is_password_usable
from django.db.models import Count, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from trailstone.database.prepared import SOMEBODY, Prepared
from trailstone.people import calendar
from trailstone.people.models import (
    ClassChange,
    Classroom,
    CodeAlarm,
    Enrolment,
    Role,
    School,
    Teaching,
    User,
)

SECOND: Final = timedelta(seconds=1)
BY_NAME: Final = ("learner__name", "learner__username")
GUESSING: Final = timedelta(days=7)  # how long a teacher is told that somebody tried class codes


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
    nickname: str = ""
    no_card: bool = False  # no password was ever made, so nobody can sign in yet

    @property
    def called(self) -> str:
        """What the learner is called in the class."""
        return self.nickname or self.name


@dataclass(frozen=True, slots=True)
class TeacherRow:
    """A teacher of the school, with the number of live classes."""

    id: UUID
    name: str
    username: str
    owner: bool
    classes: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A line of a class's history: ``what`` was done, by whom, when."""

    at: datetime
    by: str
    what: str
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ColleagueRow:
    """A teacher of a class, longest there first. ``active``: whether they can sign in."""

    id: UUID
    name: str
    username: str
    active: bool


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
    return _class_rows(_counted(Classroom.objects.filter(pk__in=user.taught_classes.values("pk"))))


def classes_joined(user: User) -> tuple[ClassRow, ...]:
    """The live classes a learner is in, by name. Two queries."""
    return _class_rows(_JOINED.rows(user.pk))


def roster(classroom: Classroom) -> tuple[RosterRow, ...]:
    """Who is in the class now, by name. One query."""
    return _roster(Enrolment.objects.filter(classroom=classroom, removed_at=None))


def named(classroom: Classroom) -> list[tuple[UUID, str, str]]:
    """Who is in the class now, by name: key, what they are called in the class, user name. One query."""
    places = Enrolment.objects.filter(classroom=classroom, removed_at=None).order_by(*BY_NAME)
    rows = places.values_list("learner_id", "nickname", "learner__name", "learner__username")
    return [(key, nickname or name, username) for key, nickname, name, username in rows]


def nickname_in(classroom: str) -> Subquery:
    """For rows with a learner: the nickname in the class that ``classroom`` leads to, or "". No query of its own."""
    places = Enrolment.objects.filter(classroom=OuterRef(classroom), learner=OuterRef("learner"))
    return Subquery(places.values("nickname")[:1])


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


def colleagues(classroom: Classroom) -> tuple[ColleagueRow, ...]:
    """Who teaches the class. One query."""
    found = classroom.teachings.select_related("teacher").order_by("since", "pk")
    people = [each.teacher for each in found]
    return tuple(ColleagueRow(who.pk, who.name, who.username, who.is_active) for who in people)


def history(classroom: Classroom, most: int = 50) -> tuple[ChangeRow, ...]:
    """What was done to the class and to who is in it, latest first. One query."""
    found = ClassChange.objects.filter(classroom_id=classroom.pk).select_related("by").order_by("-at", "-pk")[:most]
    return tuple(ChangeRow(each.at, each.by.name, each.what, each.detail) for each in found)


def last_day_of_code(classroom: Classroom) -> date | None:
    """The school's last day on which the code works; None when it has no end. The class with its school."""
    return calendar.day_of(classroom.school, classroom.code_until - SECOND) if classroom.code_until else None


def called(keys: Collection[str]) -> Mapping[str, str]:
    """The names of the people and classes with these keys, which are no secret to whoever asks. Two queries."""
    people = User.objects.filter(pk__in=keys).values_list("pk", "name")
    rooms = Classroom.objects.filter(pk__in=keys).values_list("pk", "name")
    return {str(key): name for key, name in (*people, *rooms)} if keys else {}


def with_alarm(rooms: QuerySet[Classroom], at: datetime) -> QuerySet[Classroom]:
    """The same classes, each with what ``guessed_at`` reads."""
    latest = CodeAlarm.objects.filter(at__lte=at).order_by("-at").values("at")[:1]
    return rooms.annotate(latest_alarm=Subquery(latest))


def guessed_at(classroom: Classroom, at: datetime) -> datetime | None:
    """When somebody last tried very many class codes, in the last GUESSING; None when that is no matter for this class:
    its code is closed, or newer than that. At most one query; none when the class came ``with_alarm``."""
    if classroom.archived_at or not joinable(classroom, at):
        return None
    since = max(classroom.code_since or classroom.created_at, at - GUESSING)
    if hasattr(classroom, "latest_alarm"):
        alarm: datetime | None = classroom.latest_alarm
        return alarm if alarm and alarm > since else None
    return CodeAlarm.objects.filter(at__gt=since, at__lte=at).order_by("-at").values_list("at", flat=True).first()


def joinable(classroom: Classroom, at: datetime) -> bool:
    """Whether somebody with the code could join the class now."""
    ended = classroom.code_until is not None and classroom.code_until <= at
    return classroom.code_open and not ended and classroom.archived_at is None


def groups_of(classroom: Classroom) -> tuple[GroupRow, ...]:
    """The groups of the class, by name, each with who is in it and in the class now. One query."""
    here = Q(places__learner__enrolments__classroom=classroom, places__learner__enrolments__removed_at=None)
    groups = classroom.groups.filter(removed_at=None).annotate(
        here=FilteredRelation("places__learner__enrolments", condition=here)
    )
    columns = ("pk", "name", "here__learner_id", "here__nickname", "here__learner__name")
    rows = groups.order_by("here__learner__name", "here__learner__username").values_list(*columns)
    names: dict[UUID, str] = {}
    found: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    for group, title, learner, nickname, name in rows:
        names[group] = title
        found[group] += [(learner, nickname or name)] if learner else []
    return tuple(
        GroupRow(key, title, tuple(pk for pk, _ in found[key]), tuple(name for _, name in found[key]))
        for key, title in sorted(names.items(), key=lambda group: (group[1].casefold(), group[0]))
    )


def _counted(classes: QuerySet[Classroom]) -> QuerySet[Classroom, tuple[Any, ...]]:
    here = Count("enrolments", filter=Q(enrolments__removed_at=None))
    return classes.annotate(here=here).values_list("pk", "name", "here", "code", "code_open", "archived_at")


def _joined(learner_id: UUID) -> QuerySet[Classroom, tuple[Any, ...]]:
    return _counted(Classroom.objects.filter(pk__in=User(pk=learner_id).joined_classes.values("pk")))


def _teaching(class_ids: Collection[UUID]) -> QuerySet[Teaching, tuple[Any, ...]]:
    found = Teaching.objects.filter(classroom_id__in=class_ids).order_by("since", "pk")
    return found.values_list("classroom_id", "teacher__name")


_JOINED = Prepared(Classroom, _joined, (SOMEBODY,))
_TEACHING = Prepared(Teaching, _teaching, ((),))


def teachers_of(class_ids: Collection[UUID]) -> Mapping[UUID, tuple[str, ...]]:
    """The names of each class's teachers, longest there first. One query."""
    found: defaultdict[UUID, tuple[str, ...]] = defaultdict(tuple)
    for room, name in _TEACHING.rows(tuple(class_ids)):
        found[room] += (name,)
    return found


def _class_rows(classes: Iterable[Sequence[Any]]) -> tuple[ClassRow, ...]:
    found = list(classes)
    names = teachers_of([room[0] for room in found])
    rows = [
        ClassRow(key, name, here, code, code_open, archived_at is not None, names[key])
        for key, name, here, code, code_open, archived_at in found
    ]
    return tuple(sorted(rows, key=lambda row: (row.archived, row.name.casefold(), row.id)))


def _roster(places: QuerySet[Enrolment]) -> tuple[RosterRow, ...]:
    found = places.select_related("learner").order_by("learner__name", "learner__username")
    people = [(at.learner, at) for at in found]
    return tuple(
        RosterRow(
            who.pk, who.name, who.username, at.joined_at, at.removed_at, who.last_login,
            at.nickname, not is_password_usable(who.password),
        )
        for who, at in people
    )  # fmt: skip
