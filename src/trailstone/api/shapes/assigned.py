"""What goes out about assignments to the learner who has them."""

from datetime import datetime
from uuid import UUID

from ninja import Schema


class AssignedThing(Schema):
    """One thing to do. ``kind`` and ``subject`` name it; ``state`` as in ``MyAssignment``.

    ``right`` of ``asked`` is the best finished try since the start (None before one, and of an article);
    ``open_attempt`` waits to be gone on with.
    """

    id: int
    kind: str
    course_id: str
    subject: str
    title: str
    questions: int
    state: str
    percent: int | None
    right: int | None
    asked: int | None
    tries: int
    open_attempt: UUID | None


class MyAssignment(Schema):
    """One assignment of one learner. ``state``: not-started, in-progress, done, done-late or missing.

    ``due_at`` is the learner's own moment; ``zone`` is the time zone its teacher set it in.
    """

    id: UUID
    title: str
    instructions: str
    class_id: UUID
    class_name: str
    made_by: str
    starts_at: datetime
    due_at: datetime
    zone: str
    same_questions: bool
    active: bool
    state: str
    percent: int | None
    things: list[AssignedThing]
