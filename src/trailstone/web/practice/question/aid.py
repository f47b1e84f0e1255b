"""What helps with a question now: hints, the worked answer, a calculator."""

from dataclasses import dataclass

from exercises import Question
from trailstone.practice.models import Kind, State
from trailstone.web.practice.answers import right_answer
from trailstone.web.practice.question.where import Where


@dataclass(frozen=True)
class Aided(Where):
    """A question in its place, and what of its help is open."""

    question: Question

    @property
    def hints(self) -> tuple[str, ...]:
        """The hints that were opened."""
        return self.question.hints[: self.place.hints]

    @property
    def hints_left(self) -> int:
        """How many hints were not opened."""
        return len(self.question.hints) - self.place.hints

    @property
    def hint_allowed(self) -> bool:
        """One more hint may be opened now."""
        return self.sitting.state == State.OPEN and self.sitting.hint_allowed(self.place)

    @property
    def hint_costs(self) -> bool:
        """The next hint makes the question a miss."""
        return not self.place.decided

    @property
    def hints_wait(self) -> bool:
        """Hints open only after the first answer here."""
        return not self.place.decided and self.mixed

    @property
    def hinted_first(self) -> bool:
        """A hint was opened before the first answer."""
        return bool(self.place.steps) and self.place.steps[0].kind == Kind.HINT

    @property
    def solution_allowed(self) -> bool:
        """The worked answer may be asked for."""
        return self.sitting.state == State.OPEN and self.sitting.solution_allowed(self.place)

    @property
    def calculator(self) -> bool:
        """A calculator may be used here."""
        return self.question.calculator or bool(self.skill and self.skill.calculator)

    @property
    def right_answer(self) -> tuple[str, ...]:
        """What is right; told only when the question is done."""
        return right_answer(self.question) if self.done else ()
