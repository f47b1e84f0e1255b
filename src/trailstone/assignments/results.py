"""What assigning did, for the sentence the teacher reads."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from trailstone.assignments import moments
from trailstone.goals.wording import people


@dataclass(frozen=True, slots=True)
class Given:
    """One assignment of one class after assigning, copying or adding learners. Names are in the order of the class.

    ``names``: those who have it now and had not before. ``already``: it was there before, so nothing was made.
    """

    assignment_id: UUID
    class_id: UUID
    class_name: str
    title: str
    names: tuple[str, ...]
    starts_at: datetime
    due_at: datetime
    zone: str
    draft: bool
    already: bool = False

    @property
    def sentence(self) -> str:
        """What happened, in one sentence."""
        due = moments.words(self.due_at, self.zone)
        if self.already:
            return f"{self.title}: {self.class_name} has this assignment, due {due}, already."
        if self.draft:
            return f"{self.title}: kept as a draft for {self.class_name}. Learners do not see it yet."
        who = people(self.names) if self.names else "nobody new"
        return f"{self.title}: assigned to {who} of {self.class_name}, due {due}."
