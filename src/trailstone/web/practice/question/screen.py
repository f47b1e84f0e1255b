"""What the player says about one question: put together from the sitting and, after an answer, its verdict."""

import uuid
from dataclasses import dataclass, field
from uuid import UUID

from django.urls import reverse

from exercises import NOT_GRADABLE, Question, Response, Verdict, grade
from mastery.activities import RULES
from trailstone.content.catalogue import LessonMap, SkillMap
from trailstone.practice.models import Kind, State
from trailstone.practice.sitting import Place, Sitting
from trailstone.web.components.bars import MOST_PEBBLES
from trailstone.web.practice.about import About, about, skill_name
from trailstone.web.practice.answers import right_answer, state_of

NEUTRAL, NOT_YET, ASK, RIGHT, TOLD = "", "retry", "info", "ok", "told"
SIGNS = {NEUTRAL: "pencil-line", NOT_YET: "rotate-ccw", ASK: "info", RIGHT: "check", TOLD: "book-open"}


@dataclass(frozen=True)
class Screen:
    """One question as the page shows it. ``mood`` is the state of the verdict bar."""

    sitting: Sitting
    place: Place
    question: Question
    mood: str
    verdict: Verdict | None
    typed: Response
    notice: str = ""
    key: UUID = field(default_factory=uuid.uuid4)
    hint_key: UUID = field(default_factory=uuid.uuid4)
    skip_key: UUID = field(default_factory=uuid.uuid4)
    solution_key: UUID = field(default_factory=uuid.uuid4)

    @property
    def number(self) -> int:
        """The question's number, from 1."""
        return self.place.position + 1

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self.sitting.places)

    @property
    def of(self) -> str:
        """Where in the activity."""
        return f"Question {self.number} of {self.count}"

    @property
    def title(self) -> str:
        """The page's title."""
        return f"{self.about.title}, {self.of.lower()}"

    @property
    def pad_key(self) -> str:
        """What the scratchpad is kept under."""
        return f"{self.sitting.id}:{self.number}"

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
    def about(self) -> About:
        """What the attempt is about."""
        return about(self.sitting)

    @property
    def skill(self) -> SkillMap | None:
        """The skill asked, unless it left the course."""
        return self.about.course.skills.get(self.place.skill_id)

    @property
    def lesson(self) -> LessonMap | None:
        """The lesson of the skill asked."""
        unit = self.about.unit
        lessons = unit.lessons if unit and self.skill else ()
        return next((one for one in lessons if self.skill and one.id == self.skill.lesson_id), None)

    @property
    def skill_name(self) -> str:
        """The name of the skill asked."""
        return skill_name(self.about.course, self.place.skill_id, self.place.slug)

    @property
    def mixed(self) -> bool:
        """Several skills in one sitting."""
        return RULES[self.sitting.activity].mixed

    @property
    def calculator(self) -> bool:
        """A calculator may be used here."""
        return self.question.calculator or bool(self.skill and self.skill.calculator)

    @property
    def steps(self) -> list[str]:
        """The states of the pebbles; the one on the page is "now" until it is done."""
        states = [state_of(place) for place in self.sitting.places]
        return [*states[: self.number - 1], self.own_step, *states[self.number :]]

    @property
    def own_step(self) -> str:
        """The state of this question's pebble."""
        return state_of(self.place) if self.place.done else "now"

    @property
    def as_bar(self) -> bool:
        """Too many pebbles for a row: a bar with words in their place."""
        return self.count > MOST_PEBBLES

    @property
    def percent(self) -> float:
        """How many questions are done, for the bar."""
        return 100 * sum(place.done for place in self.sitting.places) / self.count

    @property
    def done(self) -> bool:
        """The learner may go on."""
        return self.place.done

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
    def solution_allowed(self) -> bool:
        """The worked answer may be asked for."""
        return self.sitting.state == State.OPEN and self.sitting.solution_allowed(self.place)

    @property
    def close(self) -> bool:
        """What was typed is what a known slip gives."""
        chosen = self.question.answer.kind in ("choice", "multi", "drop")
        return not chosen and bool(self.verdict and self.verdict.misconception)

    @property
    def right_answer(self) -> tuple[str, ...]:
        """What is right; told only when the question is done."""
        return right_answer(self.question) if self.done else ()

    @property
    def skipped(self) -> bool:
        """It ended with a skip."""
        return any(step.kind == Kind.SKIP for step in self.place.steps)

    @property
    def hinted_first(self) -> bool:
        """A hint was opened before the first answer."""
        return bool(self.place.steps) and self.place.steps[0].kind == Kind.HINT

    @property
    def last(self) -> bool:
        """There is no question after this one."""
        return self.sitting.current is None

    @property
    def next_url(self) -> str:
        """Where Enter leads once the question is done."""
        current = self.sitting.current
        if current is not None:
            return reverse("question", args=[self.sitting.id, current.position + 1])
        return reverse("bonus" if self.sitting.bonus_offered else "results", args=[self.sitting.id])


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
