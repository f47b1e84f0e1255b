"""What was done to a goal or an assignment: rows of a log that is only ever added to, as sentences."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from trailstone.goals.wording import people
from trailstone.people.models import User

Detail = Mapping[str, Any]
GONE = "somebody who left"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What was done, when and by whom. ``what`` is a word of the log's own list."""

    at: datetime
    by: str
    what: str
    sentence: str


def changes(log: QuerySet[Any, Any], say: Callable[[str, Detail, str], str]) -> tuple[ChangeRow, ...]:
    """The rows of a log, latest first; each has ``at``, ``by``, ``what`` and ``detail``. Two statements.

    ``say`` makes the sentence, of what was done, its detail and the names of the learners it was about.
    """
    rows: list[Any] = list(log.select_related("by").order_by("-at", "-pk"))
    keys = {UUID(key) for row in rows for key in row.detail.get("learners", ())}
    names = dict(User.objects.filter(pk__in=keys).values_list("pk", "name"))
    return tuple(ChangeRow(row.at, row.by.name, row.what, say(row.what, row.detail, _who(row, names))) for row in rows)


def _who(row: Any, names: Mapping[UUID, str]) -> str:
    keys: Sequence[str] = row.detail.get("learners", ())
    return people([names.get(UUID(key), GONE) for key in keys] or ["nobody"])
