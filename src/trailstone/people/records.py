"""What was done to a class, written down: who, when, what."""

from datetime import datetime
from uuid import UUID

from trailstone.people.models import ClassChange, Classroom, User


def note(actor: User, classroom: Classroom, what: str, at: datetime, **detail: object) -> None:
    """One line in the history of the class; within the caller's transaction. Keys are written as text."""
    plain = {key: str(value) if isinstance(value, UUID) else value for key, value in detail.items()}
    ClassChange.objects.create(
        school_id=classroom.school_id, classroom_id=classroom.pk, by=actor, at=at, what=what, detail=plain
    )  # fmt: skip
