"""The five levels of a skill, lowest first."""

from enum import IntEnum


class Level(IntEnum):
    """How well a learner knows one skill.

    Ordered, so ``>=``, ``max`` and ``sorted`` work. The number is what is stored (one byte a skill).
    """

    NOT_STARTED = 0
    ATTEMPTED = 1
    FAMILIAR = 2
    PROFICIENT = 3
    MASTERED = 4

    @property
    def words(self) -> str:
        """The level as a teacher says it: "Not started"."""
        return self.name.capitalize().replace("_", " ")

    @property
    def letter(self) -> str:
        """One letter for dense tables: N, A, F, P, M."""
        return self.name[0]


LADDER = tuple(Level)
