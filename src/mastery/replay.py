"""A level is the replay of what was shown. What is stored is a cache of this."""

from collections.abc import Iterable

from mastery.levels import Level
from mastery.outcomes import Outcome
from mastery.policies import STANDARD, Policy


def next_level(level: Level, outcome: Outcome, policy: Policy = STANDARD) -> Level:
    """The level after one finished activity: one cell of the policy's table."""
    return policy.table[outcome][level]


def replay(outcomes: Iterable[Outcome], policy: Policy = STANDARD, *, start: Level = Level.NOT_STARTED) -> Level:
    """The level that a history of one skill adds up to, oldest outcome first, under one policy."""
    return replay_recorded(((outcome, policy) for outcome in outcomes), start=start)


def replay_recorded(history: Iterable[tuple[Outcome, Policy]], *, start: Level = Level.NOT_STARTED) -> Level:
    """As `replay`, each outcome under the policy that was recorded with it.

    A class that changes its policy does not change the past: levels earned before stay earned.
    """
    level = start
    for outcome, policy in history:
        level = next_level(level, outcome, policy)
    return level
