"""An attempt with its questions and what was done with each: a value, folded from the rows of the log.

A value never changes, so what follows from it is worked out once; a step makes a new one that shares the other places.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.utils.functional import cached_property  # without the lock of Python 3.11's

from exercises import Question
from mastery import Activity
from mastery.accommodations import Accommodation
from mastery.activities import RULES, offers_bonus, offers_restart
from trailstone.practice.models import Kind, State
from trailstone.practice.questions import question

WORKED_ANSWER_AFTER = 2  # wrong answers to one question before the worked answer is offered


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the log: an answer, a hint opened, the solution seen, a skip."""

    number: int
    kind: Kind
    response: dict[str, str | list[str]]
    mark: str
    misconception: str
    client_key: UUID
    at: datetime

    @property
    def is_right(self) -> bool:
        """A right answer."""
        return self.mark == "right"


@dataclass(frozen=True)
class Place:
    """One question of the attempt and its steps, in order."""

    position: int
    skill_id: int
    slug: str
    version: int
    seed: int
    bonus: bool
    steps: tuple[Step, ...]

    @property
    def question(self) -> Question:
        """What is asked."""
        return question(self.slug, self.version, self.seed)

    @cached_property
    def answers(self) -> tuple[Step, ...]:
        """The answers given, right and wrong."""
        return tuple(step for step in self.steps if step.kind == Kind.ANSWER)

    @cached_property
    def hints(self) -> int:
        """How many hints were opened."""
        return sum(step.kind == Kind.HINT for step in self.steps)

    @cached_property
    def decided(self) -> bool:
        """The first answer (or a hint, the solution or a skip before it) is in: it counts for the level."""
        return bool(self.steps)

    @cached_property
    def counts_right(self) -> bool:
        """Right at once, with no hint opened before."""
        return bool(self.steps) and self.steps[0].is_right

    @cached_property
    def solved(self) -> bool:
        """A right answer was given, at once or later."""
        return any(step.is_right for step in self.steps)

    @cached_property
    def solution_seen(self) -> bool:
        """The worked answer was shown on request."""
        return any(step.kind == Kind.SOLUTION for step in self.steps)

    @cached_property
    def done(self) -> bool:
        """The learner may move on: solved, solution seen, or skipped."""
        return any(step.is_right or step.kind in (Kind.SOLUTION, Kind.SKIP) for step in self.steps)

    @cached_property
    def misses(self) -> int:
        """How many wrong answers were given."""
        return sum(not step.is_right for step in self.answers)


@dataclass(frozen=True)
class Sitting:
    """A learner's attempt: what it is about, its places in order, and what may be done next."""

    id: UUID
    school_id: int
    learner_id: UUID
    course_id: str
    activity: Activity
    subject: str
    policy: str
    state: State
    started_at: datetime
    finished_at: datetime | None
    places: tuple[Place, ...]
    arranged: frozenset[Accommodation] = frozenset()
    assignment_id: UUID | None = None  # it asks what all learners of this assignment are asked

    @cached_property
    def questions(self) -> tuple[Place, ...]:
        """The fixed list, without the bonus question."""
        return tuple(place for place in self.places if not place.bonus)

    @cached_property
    def bonus(self) -> Place | None:
        """The bonus question, once it was taken."""
        return next((place for place in self.places if place.bonus), None)

    @cached_property
    def current(self) -> Place | None:
        """The first place that is not done; None when all are."""
        return next((place for place in self.places if not place.done), None)

    @cached_property
    def right(self) -> int:
        """Questions that count as right, the bonus wiping a miss."""
        bonus = self.bonus
        return sum(p.counts_right for p in self.questions) + bool(bonus and bonus.counts_right)

    @cached_property
    def missed(self) -> int:
        """Decided questions that do not count as right."""
        return sum(place.decided and not place.counts_right for place in self.questions)

    @cached_property
    def bonus_offered(self) -> bool:
        """All is done with exactly one miss, and the bonus question was not taken yet."""
        asked = len(self.questions)
        same = self.assignment_id is not None
        missed_one = offers_bonus(self.activity, asked - self.missed, asked, same_for_all=same)
        return self.state == State.OPEN and self.current is None and self.bonus is None and missed_one

    @cached_property
    def complete(self) -> bool:
        """Nothing is left to do or to offer: the attempt can be finished."""
        return self.state == State.OPEN and self.current is None and not self.bonus_offered

    @cached_property
    def restart_offered(self) -> bool:
        """The learner may drop this attempt and begin again."""
        return self.state == State.OPEN and offers_restart(self.activity, self.missed)

    def hint_allowed(self, place: Place) -> bool:
        """A hint may be opened now: always in an exercise, after the first answer elsewhere."""
        rest = len(place.question.hints) > place.hints
        return not place.done and rest and (place.decided or RULES[self.activity].hints_before_first)

    def solution_allowed(self, place: Place) -> bool:
        """The worked answer may be shown: after two misses, or when every hint is open."""
        all_hints = place.hints == len(place.question.hints)
        return place.decided and not place.done and (place.misses >= WORKED_ANSWER_AFTER or all_hints)

    def place(self, position: int) -> Place | None:
        """The place at a position (from 0)."""
        return self.places[position] if 0 <= position < len(self.places) else None

    def with_step(self, position: int, step: Step) -> "Sitting":
        """The same sitting after one more step."""
        place = self.places[position]
        after = replace(place, steps=(*place.steps, step))
        return replace(self, places=(*self.places[:position], after, *self.places[position + 1 :]))

    @cached_property
    def last_at(self) -> datetime:
        """When something last happened in it."""
        return max((step.at for place in self.places for step in place.steps), default=self.started_at)
