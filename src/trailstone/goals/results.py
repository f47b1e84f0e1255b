"""What setting a goal did, for the sentence the teacher reads."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trailstone.goals.wording import day, people


@dataclass(frozen=True, slots=True)
class Moved:
    """A learner who had the goal, and the due date it had."""

    name: str
    was: date


@dataclass(frozen=True, slots=True)
class Placed:
    """What setting one goal did. Names are in the order of the class."""

    goal_id: UUID
    title: str
    due: date
    target: int
    added: tuple[str, ...] = ()  # have the goal now
    moved: tuple[Moved, ...] = ()  # had it; the due date changed
    kept: tuple[str, ...] = ()  # had it with this very date
    achieved: tuple[str, ...] = ()  # are at the target already
    target_was: int | None = None  # the target before, when it changed

    @property
    def changed(self) -> bool:
        """Whether anything is different now."""
        return bool(self.added or self.moved or self.target_was)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What happened, in whole sentences."""
        told = (
            self.added and f"{self.title}: goal set for {people(self.added)}, due {day(self.due)}.",
            *self._moves(),
            self.kept and f"{self.title}: {people(self.kept)} had this goal, due {day(self.due)}, already.",
            self.target_was and f"{self.title}: the target is {self.target} % for all now (was {self.target_was} %).",
            self.achieved and f"{self.title}: already achieved by {people(self.achieved)}.",
        )
        return tuple(sentence for sentence in told if isinstance(sentence, str))

    def _moves(self) -> list[str]:
        by_date: defaultdict[date, list[str]] = defaultdict(list)
        for moved in self.moved:
            by_date[moved.was].append(moved.name)
        return [
            f"{self.title}: {people(names)} had this goal; its date moved from {day(was)} to {day(self.due)}."
            for was, names in sorted(by_date.items())
        ]
