"""The mastery challenge: when it opens, and which three skills it asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Generic, TypeVar

from mastery.levels import Level

Skill = TypeVar("Skill")

MIN_FAMILIAR: Final = 3
MIN_PROFICIENT: Final = 1
SKILLS: Final = 3
REST: Final = timedelta(hours=12)  # from one start to the next; also the time there is to finish
LONGER: Final = 2 * REST  # the time there is to finish with the accommodation "extra time"

TIES: Final = (Level.PROFICIENT, Level.FAMILIAR, Level.MASTERED)


@dataclass(frozen=True, slots=True)
class ChallengeState:
    """Whether a learner's mastery challenge is open in a course, and if not, why not."""

    missing_familiar: int  # skills still to bring to Familiar or higher; 0 when there are enough
    missing_proficient: int  # skills still to bring to Proficient or higher
    opens_at: datetime | None  # when the rest since the last one ends; None when it is over

    @property
    def ready(self) -> bool:
        """A challenge may be started now."""
        return not (self.missing_familiar or self.missing_proficient or self.opens_at)


def challenge_state(levels: Iterable[int], last_started: datetime | None, now: datetime) -> ChallengeState:
    """What stands between a learner and the next mastery challenge.

    `levels`: of all skills of the course. `last_started`: the learner's latest challenge in this course,
    finished, running or lapsed. Both times are aware.
    """
    levels = tuple(levels)
    familiar = sum(level >= Level.FAMILIAR for level in levels)
    proficient = sum(level >= Level.PROFICIENT for level in levels)
    resting = last_started is not None and not has_lapsed(last_started, now)
    return ChallengeState(
        missing_familiar=max(0, MIN_FAMILIAR - familiar),
        missing_proficient=max(0, MIN_PROFICIENT - proficient),
        opens_at=lapses_at(last_started) if last_started is not None and resting else None,
    )


def challenge_ready(levels: Iterable[int], last_started: datetime | None, now: datetime) -> bool:
    """Whether a challenge may be started now: at least 3 skills Familiar or higher, at least 1 of all
    Proficient or higher, and none started in the last 12 hours."""
    return challenge_state(levels, last_started, now).ready


def lapses_at(started: datetime, *, extra: bool = False) -> datetime:
    """When an unfinished challenge lapses without any change, and the next one may open. ``extra``: with extra time."""
    return started + (LONGER if extra else REST)


def has_lapsed(started: datetime, now: datetime, *, extra: bool = False) -> bool:
    """Whether the time to finish is over. At that very moment the next may open: never two at once."""
    return now >= lapses_at(started, extra=extra)


@dataclass(frozen=True, slots=True)
class Practised(Generic[Skill]):
    """A skill as the choice of a challenge sees it. `last`: when it was last practised; None = long ago."""

    skill: Skill
    level: Level
    last: datetime | None = None


def challenge_skills(skills: Iterable[Practised[Skill]]) -> tuple[Skill, ...]:
    """The three skills of the next challenge: Familiar or higher, longest not practised first.

    Ties go to Proficient, Familiar, Mastered in this order, then to the order handed in. Fewer than three
    where fewer are Familiar or higher.
    """
    fit = [each for each in skills if each.level >= Level.FAMILIAR]
    return tuple(each.skill for each in sorted(fit, key=_turn)[:SKILLS])


def _turn(each: Practised[Skill]) -> tuple[bool, float, int]:
    moment = each.last.timestamp() if each.last is not None else 0.0
    return each.last is not None, moment, TIES.index(each.level)
