"""What teachers arranged for learners, back from the journal: without the reasons, which it does not hold."""

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from trailstone.people.models import Classroom, School, User
from trailstone.practice.models import Arrangement

Record = dict[str, Any]
REASON: Final = "Brought back from the journal, which keeps no reasons."


def lacking(made: Mapping[str, Record], ended: Mapping[str, Record]) -> tuple[list[Record], list[Record]]:
    """Of what was arranged and of what was ended: the records that the school lacks. Nothing is written.

    Left out: people and classes that are not in it, and what was arranged anew since the restore.
    """
    people = {str(key) for key in User.objects.values_list("pk", flat=True)}
    rooms = {str(key) for key in Classroom.objects.values_list("pk", flat=True)}
    there = list(_stored())
    ends = {str(one.id): one.ended_at for one in there}
    in_force = {_what(one) for one in there if one.ended_at is None}
    new = [
        record for key, record in made.items()
        if key not in ends and {record["learner_id"], record["by_id"]} <= people and record["classroom_id"] in rooms
        and (key in ended or (record["learner_id"], record["classroom_id"], record["kind"]) not in in_force)
    ]  # fmt: skip
    open_now = {key for key, at in ends.items() if at is None} | {record["id"] for record in new}
    return new, [one for key, one in ended.items() if key in open_now and one["ended_by_id"] in people]


def write(made: Iterable[Record], ended: Iterable[Record]) -> None:
    """Arrange and end what ``lacking`` said, within the caller's transaction."""
    ends = {record["id"]: record for record in ended}
    rows = [_row(record, ends.get(record["id"])) for record in made]
    Arrangement.objects.bulk_create(rows, ignore_conflicts=True)
    for key, end in ends.items():
        mine = Arrangement.objects.filter(school_id=end["school_id"], id=UUID(key), ended_at=None)
        mine.update(ended_by_id=end["ended_by_id"], ended_at=end["ended_at"])


def _row(record: Record, end: Record | None) -> Arrangement:
    """A row that is ended from the first: only one may be in force."""
    over = {name: end[name] for name in ("ended_by_id", "ended_at")} if end else {}
    return Arrangement(**{name: fact for name, fact in record.items() if name != "is"}, **over, reason=REASON)


def _stored() -> Iterable[Arrangement]:
    """All that was ever arranged: a few rows a class."""
    return Arrangement.objects.filter(school_id__in=list(School.objects.values_list("pk", flat=True)))


def _what(one: Arrangement) -> tuple[str, str, str]:
    return str(one.learner_id), str(one.classroom_id), one.kind
