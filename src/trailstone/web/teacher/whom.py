"""Reports on a part of the class: the learners of a group that the address names."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar
from uuid import UUID

from django.http import Http404, QueryDict

from trailstone.people.models import Classroom
from trailstone.people.queries import GroupRow, groups_of


class OfLearner(Protocol):
    """A row about a learner."""

    @property
    def learner_id(self) -> UUID:
        """Whom it is about."""


Row = TypeVar("Row", bound=OfLearner)


@dataclass(frozen=True, slots=True)
class Whom:
    """The groups of the class, and the one that is asked for (None: everybody)."""

    groups: tuple[GroupRow, ...]
    group: GroupRow | None

    def of(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """The rows about those asked for."""
        return tuple(row for row in rows if self.group is None or row.learner_id in self.group.learners)

    @property
    def learners(self) -> tuple[UUID, ...] | None:
        """The keys of those asked for; None for everybody."""
        return self.group.learners if self.group else None


def asked_whom(query: QueryDict, room: Classroom) -> Whom:
    """What ``group`` in the address names; 404 when the class has no such group. Two queries."""
    groups, asked = groups_of(room), query.get("group", "")
    found = next((group for group in groups if str(group.id) == asked), None)
    if asked and found is None:
        raise Http404
    return Whom(groups, found)
