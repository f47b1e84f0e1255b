"""Why a level changed or did not, in plain words for the teacher and for the learner."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from mastery.levels import Level
from mastery.outcomes import Outcome
from mastery.policies import STANDARD, Policy
from mastery.replay import next_level

# fmt: off
VERDICTS: Final[Mapping[Outcome, str]] = MappingProxyType({
    Outcome.EXERCISE_PERFECT: "perfect",
    Outcome.EXERCISE_GOOD:    "good",
    Outcome.EXERCISE_LOW:     "low",
    Outcome.MIXED_RIGHT:      "all right",
    Outcome.MIXED_SPLIT:      "split",
    Outcome.MIXED_WRONG:      "all wrong",
    Outcome.QUIZ_RIGHT:       "all right",
    Outcome.QUIZ_SPLIT:       "split",
    Outcome.QUIZ_WRONG:       "all wrong",
})

WAYS_UP: Final[Mapping[Outcome, tuple[str, ...]]] = MappingProxyType({
    Outcome.EXERCISE_PERFECT: ("its exercise",),
    Outcome.QUIZ_RIGHT:       ("a quiz",),
    Outcome.MIXED_RIGHT:      ("a unit test", "a challenge"),
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Explanation:
    """One finished activity and one skill, explained. Every text is whole sentences, or empty."""

    before: Level
    after: Level
    row: str  # where to look in the teachers' table: "exercise good, from Not started"
    teacher: str  # "3 of 4 right is good: from Not started to Familiar."
    learner: str  # "3 of 4 right. You are now Familiar."
    next_step: str  # how to go up from here, for the learner; empty at Mastered

    @property
    def direction(self) -> int:
        """1 up, 0 the same, -1 down."""
        return (self.after > self.before) - (self.after < self.before)


def explain(before: Level, outcome: Outcome, right: int, asked: int, policy: Policy = STANDARD) -> Explanation:
    """Explain what `outcome`, from `right` of `asked` questions on the skill, did to the level `before`.

    `right` leaves the bonus question out: 3 of 4 that is perfect was made so by the bonus question.
    """
    after = next_level(before, outcome, policy)
    score = f"{right} of {asked} right"
    if outcome is Outcome.EXERCISE_PERFECT and right < asked:
        score += " and the bonus question too"
    return Explanation(
        before=before,
        after=after,
        row=f"{row_name(outcome)}, from {before.words}",
        teacher=f"{score} is {VERDICTS[outcome]}: {_move(before, after)}.{_note(before, outcome, policy)}",
        learner=f"{score}. {_kindly(before, after)}",
        next_step=next_step(after, policy),
    )


def explain_set(before: Level, after: Level) -> Explanation:
    """Explain a level that a teacher set: no work is behind it, and no row of the table."""
    return Explanation(
        before=before,
        after=after,
        row="set by a teacher",
        teacher=f"Set by a teacher: {_move(before, after)}. The next attempts go on from there.",
        learner=f"Your teacher set this skill to {after.words}.",
        next_step=next_step(after),
    )


def explain_pardoned(level: Level, right: int, asked: int) -> Explanation:
    """Explain an attempt that a teacher pardoned: what it showed counts no longer."""
    return Explanation(
        before=level,
        after=level,
        row="pardoned",
        teacher=f"{right} of {asked} right, pardoned: the attempt does not count, the level {_move(level, level)}.",
        learner=f"Your teacher pardoned this attempt, so it does not count. You are still {level.words}.",
        next_step=next_step(level),
    )


def row_name(outcome: Outcome) -> str:
    """An outcome as the teachers' table calls it: "exercise good", "mixed all right", "quiz split"."""
    return f"{outcome.value.partition('-')[0]} {VERDICTS[outcome]}"


def next_step(level: Level, policy: Policy = STANDARD) -> str:
    """How a learner on this level goes up furthest in one activity; empty where there is no way up."""
    reach = {outcome: next_level(level, outcome, policy) for outcome in WAYS_UP}
    best = max(reach.values())
    if best <= level:
        return ""
    *others, last = (way for outcome, ways in WAYS_UP.items() if reach[outcome] == best for way in ways)
    where = f"{', '.join(others)} or {last}" if others else last
    return f"To be {best.words}, get every question on it right in {where}."


def _move(before: Level, after: Level) -> str:
    return f"stays {after.words}" if after == before else f"from {before.words} to {after.words}"


def _kindly(before: Level, after: Level) -> str:
    if after == Level.ATTEMPTED > before:
        return "You have made a start: this skill is now Attempted."
    if after < before:
        return f"This skill is {after.words} for now, and you can win it back."
    return f"You are {'still' if after == before else 'now'} {after.words}."


def _note(before: Level, outcome: Outcome, policy: Policy) -> str:
    usual = next_level(before, outcome, STANDARD)
    same = next_level(before, outcome, policy) == usual
    return "" if same else f' Policy "{policy.title}"; standard gives {usual.words}.'
