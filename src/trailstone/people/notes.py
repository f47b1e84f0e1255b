"""What the teachers of a class noted about a learner."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from trailstone.people.models import Classroom, LearnerNote


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note. ``by_id`` wrote it, called ``by``; ``changed_at`` is None while the words are the first ones."""

    id: UUID
    by_id: UUID
    by: str
    text: str
    at: datetime
    changed_at: datetime | None


def notes_about(classroom: Classroom, learner_id: UUID) -> tuple[NoteRow, ...]:
    """The notes about a learner that were not removed, latest first. One query. For teachers of the class alone."""
    found = LearnerNote.objects.filter(classroom=classroom, learner=learner_id, removed_at=None)
    rows = found.select_related("by").order_by("-at", "-pk")
    return tuple(NoteRow(one.pk, one.by_id, one.by.name, one.text, one.at, one.changed_at) for one in rows)
