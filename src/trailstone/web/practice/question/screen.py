"""What the player says about one question: put together from the sitting and, after an answer, its verdict."""

import uuid
from dataclasses import dataclass, field
from uuid import UUID

from exercises import NOT_GRADABLE, Response, Verdict, grade
from mastery.accommodations import Accommodation
from trailstone.practice.models import Kind
from trailstone.practice.sitting import Place, Sitting
from trailstone.web.practice.question.aid import Aided

NEUTRAL, NOT_YET, ASK, RIGHT, TOLD = "", "retry", "info", "ok", "told"
SIGNS = {NEUTRAL: "pencil-line", NOT_YET: "rotate-ccw", ASK: "info", RIGHT: "check", TOLD: "book-open"}


@dataclass(frozen=True)
class Screen(Aided):
    """One question as the page shows it. ``mood`` is the state of the verdict bar; each form has a key of its own."""

    mood: str
    verdict: Verdict | None
    typed: Response
    notice: str = ""
    key: UUID = field(default_factory=uuid.uuid4)
    hint_key: UUID = field(default_factory=uuid.uuid4)
    skip_key: UUID = field(default_factory=uuid.uuid4)
    solution_key: UUID = field(default_factory=uuid.uuid4)

    @property
    def bar(self) -> str:
        """The class of the verdict bar."""
        return "info" if self.mood == TOLD else self.mood

    @property
    def sign(self) -> str:
        """The icon of the verdict bar."""
        return SIGNS[self.mood]

    @property
    def told(self) -> bool:
        """It ended without a right answer: the worked answer stands open."""
        return self.mood == TOLD

    @property
    def close(self) -> bool:
        """What was typed is what a known slip gives."""
        chosen = self.question.answer.kind in ("choice", "multi", "drop")
        return not chosen and bool(self.verdict and self.verdict.misconception)

    @property
    def read_aloud(self) -> bool:
        """It is read aloud by itself: arranged for this learner."""
        return Accommodation.READ_ALOUD in self.sitting.arranged

    @property
    def skipped(self) -> bool:
        """It ended with a skip."""
        return any(step.kind == Kind.SKIP for step in self.place.steps)


def screen(
    sitting: Sitting, place: Place, *, verdict: Verdict | None = None, typed: Response | None = None, notice: str = ""
) -> Screen:
    """The screen of a question. Without a verdict, what the log says of the last answer stands. Raises ``FAULTS``."""
    asked = place.question
    last = place.answers[-1] if place.answers else None
    if verdict is None and last is not None:
        verdict = grade(asked, last.response)
    shown = typed if typed is not None else last.response if last else {}
    return Screen(sitting, place, asked, _mood(place, verdict), verdict, shown, notice)


def _mood(place: Place, verdict: Verdict | None) -> str:
    if place.done:
        return RIGHT if place.solved else TOLD
    if verdict and verdict.mark is NOT_GRADABLE:
        return ASK
    return NOT_YET if place.steps and place.steps[-1].kind == Kind.ANSWER else NEUTRAL
