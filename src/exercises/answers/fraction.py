"""Skeleton."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from exercises.verdict import Response, Verdict


@dataclass(frozen=True, slots=True)
class FractionAnswer:
    """FractionAnswer."""

    value: int | Fraction
    simplified: bool = True
    kind: ClassVar[str] = "frac"

    def grade(self, response: Response) -> Verdict:
        raise NotImplementedError

    def show(self) -> str:
        raise NotImplementedError

    def examples(self) -> list[Response]:
        raise NotImplementedError

    def public(self) -> dict[str, object]:
        raise NotImplementedError
