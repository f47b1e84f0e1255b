"""Skeleton."""

from dataclasses import dataclass
from typing import ClassVar

from exercises.verdict import Response, Verdict


@dataclass(frozen=True, slots=True)
class Equation:
    """Equation."""

    text: str
    solved_for: str = ""
    kind: ClassVar[str] = "eq"

    def grade(self, response: Response) -> Verdict:
        raise NotImplementedError

    def show(self) -> str:
        raise NotImplementedError

    def examples(self) -> list[Response]:
        raise NotImplementedError

    def public(self) -> dict[str, object]:
        raise NotImplementedError
