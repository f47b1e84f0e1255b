"""A number typed in any usual form."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from exercises.verdict import Response, Verdict


@dataclass(frozen=True, slots=True)
class Number:
    """An exact value; a typed number within `tolerance` of it is right.

    `unit` is accepted after the number. `simplified` asks for fractions in lowest terms.
    """

    value: int | Fraction
    tolerance: Fraction = Fraction(0)
    unit: str = ""
    simplified: bool = True
    kind: ClassVar[str] = "num"

    def grade(self, response: Response) -> Verdict:
        raise NotImplementedError

    def show(self) -> str:
        raise NotImplementedError

    def examples(self) -> list[Response]:
        raise NotImplementedError

    def public(self) -> dict[str, object]:
        raise NotImplementedError
