"""Which table is in force. A policy is data: a table, what a level is worth, and words for teachers."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from mastery.levels import LADDER
from mastery.outcomes import Outcome
from mastery.points import POINTS
from mastery.transitions import TRANSITIONS, F, M, P, Row, Table


@dataclass(frozen=True, eq=False)
class Policy:
    """A way to turn outcomes into levels. The name is recorded with each change of level."""

    name: str
    title: str  # for the list a teacher chooses from
    summary: str
    table: Table
    points: Mapping[int, int]  # what each level is worth


def _never_lower(row: Row) -> Row:
    n, a, f, p, m = map(max, LADDER, row)
    return n, a, f, p, m


STANDARD: Final = Policy(
    name="standard",
    title="Standard",
    summary="Levels rise and fall as in the table.",
    table=TRANSITIONS,
    points=POINTS,
)

QUIZ_CAP: Final = Policy(
    name="quiz-cap",
    title="Quizzes up to Proficient",
    summary="As standard, but a quiz lifts a skill no higher than Proficient.",
    table=MappingProxyType({**TRANSITIONS, Outcome.QUIZ_RIGHT: (F, F, P, P, M)}),
    points=POINTS,
)

NO_DROP: Final = Policy(
    name="no-drop",
    title="Levels never fall",
    summary="As standard, but a level never falls. For a learner with an accommodation.",
    table=MappingProxyType({outcome: _never_lower(row) for outcome, row in TRANSITIONS.items()}),
    points=POINTS,
)

POLICIES: Final[Mapping[str, Policy]] = MappingProxyType(
    {policy.name: policy for policy in (STANDARD, QUIZ_CAP, NO_DROP)}
)
