"""What a learner can sit down to, and what each kind of it allows."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Activity(StrEnum):
    """A kind of activity that can change a level. The text is what is stored."""

    EXERCISE = "exercise"
    QUIZ = "quiz"
    UNIT_TEST = "unit-test"
    COURSE_CHALLENGE = "course-challenge"
    MASTERY_CHALLENGE = "mastery-challenge"

    @property
    def words(self) -> str:
        """The activity as a teacher says it: "unit test"."""
        return self.value.replace("-", " ")


@dataclass(frozen=True, slots=True)
class Rules:
    """What one kind of activity allows."""

    questions: int  # the usual number; `mastery.selection.question_count` says how many in a given case
    mixed: bool  # several skills in one sitting, judged skill by skill
    hints_before_first: bool  # a hint may be opened before the first answer (which then counts as wrong)
    restart: bool  # the attempt may be dropped and begun again, after RESTART_AFTER_MISSES
    bonus: bool  # one more question after exactly one miss
    assignable: bool  # a teacher may assign it


# fmt: off
RULES: Final[Mapping[Activity, Rules]] = MappingProxyType({
    #                                 questions mixed  hints  restart bonus  assignable
    Activity.EXERCISE:          Rules(4,        False, True,  True,   True,  True),
    Activity.QUIZ:              Rules(5,        True,  False, True,   False, True),
    Activity.UNIT_TEST:         Rules(10,       True,  False, True,   False, True),
    Activity.COURSE_CHALLENGE:  Rules(30,       True,  False, False,  False, True),
    Activity.MASTERY_CHALLENGE: Rules(6,        True,  False, False,  False, False),
})
# fmt: on

RESTART_AFTER_MISSES: Final = 2


def offers_restart(activity: Activity, misses: int) -> bool:
    """Whether a learner with this many misses so far is offered to begin again."""
    return RULES[activity].restart and misses >= RESTART_AFTER_MISSES


def offers_bonus(activity: Activity, right: int, asked: int, *, same_for_all: bool = False) -> bool:
    """Whether a finished row of questions earns a bonus question: an exercise with exactly one miss.

    `same_for_all` is an assignment in which every learner gets the same questions: no bonus there.
    """
    return RULES[activity].bonus and asked - right == 1 and not same_for_all
