"""How an assignment stands for one learner: worked out from the log, never stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

A_SECOND: Final = timedelta(seconds=1)


class State(StrEnum):
    """How an assignment, or one thing of it, stands for a learner. The text is what exports and addresses say."""

    SCHEDULED = "scheduled"
    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    DONE_LATE = "done-late"
    MISSING = "missing"

    @property
    def words(self) -> str:
        """The state as a teacher reads it: "Not started"."""
        return self.value.replace("-", " ").capitalize()

    @property
    def done(self) -> bool:
        """Done, in time or late."""
        return self in {State.DONE, State.DONE_LATE}


class Phase(StrEnum):
    """How an assignment stands for its teacher, whoever has done it. ``OVER``: past its due date, and still open."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    OPEN = "open"
    OVER = "over"
    ARCHIVED = "archived"

    @property
    def words(self) -> str:
        """The phase as a teacher reads it."""
        return "Past due" if self is Phase.OVER else self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Done:
    """What there is of one thing: whether it was begun, and when it was finished first (None: not yet)."""

    begun: bool
    finished_at: datetime | None


def in_time(moment: datetime, due_at: datetime) -> bool:
    """Whether something that happened at ``moment`` is in time: the whole second of ``due_at`` still is."""
    return moment < due_at + A_SECOND


def state_of(*, starts_at: datetime, due_at: datetime, at: datetime, things: Sequence[Done]) -> State:
    """How it stands at the moment ``at`` with these things to do; ``due_at`` is the learner's own."""
    finished = [thing.finished_at for thing in things if thing.finished_at]
    whole = len(finished) == len(things)
    standing = (
        (at < starts_at, State.SCHEDULED),
        (whole and all(in_time(moment, due_at) for moment in finished), State.DONE),
        (whole, State.DONE_LATE),
        (not in_time(at, due_at), State.MISSING),
        (any(thing.begun for thing in things) or bool(finished), State.IN_PROGRESS),
    )
    return next((state for holds, state in standing if holds), State.NOT_STARTED)


def phase_of(
    *,
    published_at: datetime | None,
    archived_at: datetime | None,
    starts_at: datetime,
    due_at: datetime,
    at: datetime,
) -> Phase:
    """How the assignment itself stands at the moment ``at``."""
    standing = (
        (archived_at is not None, Phase.ARCHIVED),
        (published_at is None, Phase.DRAFT),
        (at < starts_at, Phase.SCHEDULED),
        (in_time(at, due_at), Phase.OPEN),
    )
    return next((phase for holds, phase in standing if holds), Phase.OVER)
