"""How many questions an activity asks, and on which skills. Chance is handed in."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Final, Generic, TypeVar

from mastery.accommodations import fewer as fewer_than
from mastery.activities import RULES, Activity

Skill = TypeVar("Skill")

EXERCISE_LENGTHS: Final = (4, 7)
LONG_UNIT: Final = 18  # skills; a longer unit's test asks one question for each two skills
AUTHOR_MAY_SAY: Final = frozenset({Activity.EXERCISE, Activity.QUIZ, Activity.UNIT_TEST})


@dataclass(frozen=True, slots=True)
class Askable(Generic[Skill]):
    """A skill that an activity can ask.

    `unit`: anything that tells units apart; only a course challenge looks at it. `tested_last_time`: asked
    in the learner's last finished attempt at this same activity. `supply`: how many different questions the
    skill can give in one attempt; None = more than any activity asks.
    """

    skill: Skill
    unit: Hashable = None
    tested_last_time: bool = False
    supply: int | None = None


def question_count(activity: Activity, skills: int, author_says: int | None = None, *, fewer: bool = False) -> int:
    """How many questions an activity over this many skills has, while the skills can give that many.

    `author_says`: an author's own number; of an exercise 4 or 7, of a quiz or unit test any from 1.
    `fewer`: the learner has the accommodation of that name. Raises ValueError for a number an author cannot say.
    """
    count = _usual_count(activity, skills, author_says)
    return fewer_than(activity, count) if fewer else count


def select_questions(
    activity: Activity,
    skills: Sequence[Askable[Skill]],
    *,
    rng: Random,
    author_says: int | None = None,
    fewer: bool = False,
) -> tuple[Skill, ...]:
    """The skill of each question of a new attempt, in the order they are asked.

    Spread over the skills (a course challenge: over the units), so that no skill is asked again before every
    other has had its turn; those not tested last time first. Skills that are not in the result are "not
    tested". Fewer questions than usual where the skills cannot give more; none where there is no skill.
    The same rng state and the same skills in the same order give the same questions.
    """
    count = question_count(activity, len(skills), author_says, fewer=fewer)
    turns = [turn for unit in _units(activity, skills) for turn in _turns(_in_order(unit, rng), count)]
    if activity is Activity.COURSE_CHALLENGE:
        rng.shuffle(turns)  # which units get one more is chance, where freshness does not decide
    asked = [skill for _, _, skill in sorted(turns, key=lambda turn: turn[:2])[:count]]
    rng.shuffle(asked)
    return tuple(asked)


def _usual_count(activity: Activity, skills: int, author_says: int | None) -> int:
    if author_says is not None:
        return _author_count(activity, author_says)
    if activity is Activity.UNIT_TEST and skills > LONG_UNIT:
        return (skills + 1) // 2
    return RULES[activity].questions


def _author_count(activity: Activity, count: int) -> int:
    if activity not in AUTHOR_MAY_SAY:
        raise ValueError(f"The length of a {activity.words} is fixed.")
    if activity is Activity.EXERCISE and count not in EXERCISE_LENGTHS:
        raise ValueError(f"An exercise has 4 or 7 questions, not {count}.")
    if count < 1:
        raise ValueError(f"A {activity.words} needs at least one question, not {count}.")
    return count


def _units(activity: Activity, skills: Iterable[Askable[Skill]]) -> Iterable[list[Askable[Skill]]]:
    units: dict[Hashable, list[Askable[Skill]]] = defaultdict(list)
    for each in skills:
        units[each.unit if activity is Activity.COURSE_CHALLENGE else None].append(each)
    return units.values()


def _in_order(skills: Iterable[Askable[Skill]], rng: Random) -> list[Askable[Skill]]:
    """Those not tested last time first, chance otherwise."""
    shuffled = list(skills)
    rng.shuffle(shuffled)
    return sorted(shuffled, key=lambda each: each.tested_last_time)


def _turns(skills: Sequence[Askable[Skill]], count: int) -> Iterator[tuple[int, bool, Skill]]:
    """A unit's first `count` turns: (place in the unit, stale, skill); round after round over its skills."""
    rounds = ((turn, each) for turn in range(count) for each in skills if each.supply is None or turn < each.supply)
    for place, (turn, each) in enumerate(islice(rounds, count)):
        yield place, turn > 0 or each.tested_last_time, each.skill
