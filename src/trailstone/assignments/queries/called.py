"""Finding the thing of an assignment that an attempt is about."""

from dataclasses import dataclass
from uuid import UUID

from trailstone.assignments.models import Assignment
from trailstone.assignments.naming import named, title_of


@dataclass(frozen=True, slots=True)
class Called:
    """A thing of an assignment, by key, and what the assignment is called."""

    assignment_id: UUID
    item_id: int
    title: str


def item_called(assignment_id: UUID, kind: str, subject: str) -> Called | None:
    """The thing of an assignment that an attempt (its activity and subject) is about; None when either is gone.

    Two statements. Whose assignment it is must be known: it is not asked here.
    """
    found = Assignment.objects.filter(pk=assignment_id, archived_at=None).prefetch_related("items").first()
    items = list(found.items.all()) if found else []
    item = next((item for item in items if (item.kind, item.subject) == (kind, subject)), None)
    if found is None or item is None:
        return None
    return Called(found.pk, item.pk, title_of(found, [named(each) for each in items]))
