"""What finishing an activity showed about one skill: the only thing a policy looks at."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from mastery.activities import RULES, Activity

Skill = TypeVar("Skill")


class Outcome(StrEnum):
    """What one finished activity showed about one skill.

    The text is stored with each change of level and never changes its meaning. A quiz has names of its own
    because a policy may treat it unlike the other mixed activities.
    """

    EXERCISE_PERFECT = "exercise-perfect"
    EXERCISE_GOOD = "exercise-good"
    EXERCISE_LOW = "exercise-low"
    MIXED_RIGHT = "mixed-right"
    MIXED_SPLIT = "mixed-split"
    MIXED_WRONG = "mixed-wrong"
    QUIZ_RIGHT = "quiz-right"
    QUIZ_SPLIT = "quiz-split"
    QUIZ_WRONG = "quiz-wrong"

    @property
    def is_exercise(self) -> bool:
        """From an exercise; otherwise from a mixed activity."""
        return self.value.startswith("exercise-")

    @classmethod
    def exercise(cls, right: int, asked: int, *, bonus_right: bool = False) -> "Outcome":
        """The outcome of an exercise with `right` of `asked` questions right at the first answer.

        `bonus_right`: the bonus question after a single miss was right, which wipes the miss.
        Raises ValueError for counts that cannot be, or a bonus without exactly one miss.
        """
        _check(right, asked)
        if bonus_right and asked - right != 1:
            raise ValueError(f"A bonus question needs exactly one miss, not {right} right of {asked}.")
        if right == asked or bonus_right:
            return cls.EXERCISE_PERFECT
        return cls.EXERCISE_GOOD if 10 * right >= 7 * asked else cls.EXERCISE_LOW

    @classmethod
    def mixed(cls, right: int, asked: int, activity: Activity | str) -> "Outcome":
        """The outcome for one skill in a mixed activity: `right` of the `asked` questions on this skill.

        Raises ValueError for counts that cannot be (a skill that was not asked has no outcome), and for an
        activity that is not mixed.
        """
        _check(right, asked)
        activity = Activity(activity)
        if not RULES[activity].mixed:
            raise ValueError(f"An {activity.words} is not a mixed activity.")
        kind = "quiz" if activity is Activity.QUIZ else "mixed"
        how = "right" if right == asked else "split" if right else "wrong"
        return cls(f"{kind}-{how}")


def weigh(
    activity: Activity, answers: Iterable[tuple[Skill, bool]], *, bonus_right: bool = False
) -> dict[Skill, Outcome]:
    """One outcome for each skill that was asked, in the order first asked.

    `answers`: for each question of the finished attempt (not the bonus question) its skill and whether the
    first answer was right; a skip is False. A skill that was not asked is not in the result.
    """
    marks: dict[Skill, list[bool]] = {}
    for skill, right in answers:
        marks.setdefault(skill, []).append(right)
    if RULES[activity].mixed:
        return {skill: Outcome.mixed(sum(row), len(row), activity) for skill, row in marks.items()}
    return {skill: Outcome.exercise(sum(row), len(row), bonus_right=bonus_right) for skill, row in marks.items()}


def _check(right: int, asked: int) -> None:
    if asked < 1 or not 0 <= right <= asked:
        raise ValueError(f"{right} right of {asked} asked cannot be.")
