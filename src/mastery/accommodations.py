"""What a teacher may arrange for one learner. None of it touches what counts as right, or a row of the table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from mastery.activities import Activity
from mastery.policies import NO_DROP


class Accommodation(StrEnum):
    """An arrangement. The text is what is stored, also with each attempt that was begun under it."""

    NO_DROP = "no-drop"
    EXTRA_TIME = "extra-time"
    FEWER_QUESTIONS = "fewer-questions"
    READ_ALOUD = "read-aloud"


@dataclass(frozen=True, slots=True)
class Terms:
    """An arrangement in the teacher's words: its name, and exactly what it changes."""

    title: str
    changes: str


# fmt: off
TERMS: Final[Mapping[Accommodation, Terms]] = MappingProxyType({
    Accommodation.NO_DROP: Terms(
        NO_DROP.title,
        "The policy \"no-drop\" weighs this learner's work: a level rises as usual and never falls.",
    ),
    Accommodation.EXTRA_TIME: Terms(
        "Extra time",
        "Time counts in one activity only: a mastery challenge may be finished within 24 hours instead of 12.",
    ),
    Accommodation.FEWER_QUESTIONS: Terms(
        "Fewer questions a sitting",
        "An exercise always has 4 questions, a quiz 3 instead of 5, a unit test and a course challenge half as many. "
        "Each skill is weighed by the same table, over the questions that were asked on it. Skills that were not asked "
        "keep their level and come first the next time. A mastery challenge keeps its 6: two for each skill.",
    ),
    Accommodation.READ_ALOUD: Terms(
        "Read aloud",
        "Each question is read aloud as soon as it opens, and again with a button. Its words and its marking stay.",
    ),
})
# fmt: on

SHORTEST_EXERCISE: Final = 4
KEPT: Final = frozenset({Activity.MASTERY_CHALLENGE})  # two questions for each skill: fewer would weigh it otherwise


def fewer(activity: Activity, count: int) -> int:
    """How many questions are asked instead of ``count`` of a learner with ``FEWER_QUESTIONS``.

    An exercise is never shorter than 4: with less, three of four would no longer be good.
    """
    if activity in KEPT:
        return count
    if activity is Activity.EXERCISE:
        return min(count, SHORTEST_EXERCISE)
    return (count + 1) // 2


def named(text: str) -> frozenset[Accommodation]:
    """The arrangements that are stored as a text, as in "extra-time read-aloud"."""
    return frozenset(Accommodation(word) for word in text.split())
