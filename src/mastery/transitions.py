"""The rule of the product, as a table. Read a row: what was shown; a column: where the learner was."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mastery.levels import LADDER, Level
from mastery.outcomes import Outcome

Row = tuple[Level, Level, Level, Level, Level]
Table = Mapping[Outcome, Row]

N, A, F, P, M = LADDER

# fmt: off
TRANSITIONS: Final[Table] = MappingProxyType({
    #                    from:  N  A  F  P  M
    Outcome.EXERCISE_PERFECT:  (P, P, P, P, M),
    Outcome.EXERCISE_GOOD:     (F, F, F, F, P),
    Outcome.EXERCISE_LOW:      (A, A, A, F, F),
    Outcome.MIXED_RIGHT:       (F, F, P, M, M),  # the only way into M, and only from P
    Outcome.MIXED_SPLIT:       (A, A, F, P, M),
    Outcome.MIXED_WRONG:       (A, A, A, F, P),
    Outcome.QUIZ_RIGHT:        (F, F, P, M, M),  # a quiz is a mixed activity like the others here
    Outcome.QUIZ_SPLIT:        (A, A, F, P, M),
    Outcome.QUIZ_WRONG:        (A, A, A, F, P),
})
# fmt: on
