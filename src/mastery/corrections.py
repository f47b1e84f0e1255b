"""A teacher's corrections: an attempt that counts no longer, a level that was set. They are replayed with the rest."""

from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from mastery.levels import Level
from mastery.outcomes import Outcome
from mastery.policies import Policy
from mastery.replay import next_level

SET: Final = "set-level"  # stands where an outcome stands, for a level that a teacher set
TEACHER: Final = "teacher"  # stands where a policy stands


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a finished attempt showed about one skill, and the policy that was recorded with it."""

    attempt: Hashable
    skill: int
    outcome: Outcome
    policy: Policy


@dataclass(frozen=True, slots=True)
class LevelSet:
    """A teacher set the level of one skill. What comes after goes on from there."""

    correction: Hashable
    skill: int
    level: Level


Fact = Weighed | LevelSet


@dataclass(frozen=True, slots=True)
class Move:
    """What one fact did to its skill; nothing when it is ``pardoned``."""

    fact: Fact
    before: Level
    after: Level
    pardoned: bool = False


def move(before: Level, fact: Fact, *, pardoned: bool = False) -> Move:
    """What a fact does to a skill that stands at ``before``."""
    if isinstance(fact, LevelSet):
        return Move(fact, before, fact.level)
    after = before if pardoned else next_level(before, fact.outcome, fact.policy)
    return Move(fact, before, after, pardoned)


def retold(story: Iterable[Fact], pardoned: Collection[Hashable] = frozenset()) -> Iterator[Move]:
    """The whole story, oldest fact first, with every level it led through. ``pardoned``: attempts that do not count."""
    levels: dict[int, Level] = {}
    for fact in story:
        before = levels.get(fact.skill, Level.NOT_STARTED)
        told = move(before, fact, pardoned=isinstance(fact, Weighed) and fact.attempt in pardoned)
        levels[fact.skill] = told.after
        yield told


def levels_after(moves: Iterable[Move]) -> dict[int, Level]:
    """Where each skill of a story ended."""
    return {told.fact.skill: told.after for told in moves}
