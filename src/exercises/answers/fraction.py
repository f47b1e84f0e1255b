"""A fraction or whole number."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from exercises.answers.forms import number_spellings
from exercises.answers.number import judged_number
from exercises.answers.reading import read_number
from exercises.exact import Fraction
from exercises.parser import Unreadable
from exercises.say import num
from exercises.verdict import Response, Verdict, not_gradable, typed

AS_A_FRACTION = "A decimal cannot show this exactly. Write it as a fraction or whole number."


@dataclass(frozen=True, slots=True)
class FractionAnswer:
    """An exact value; decimals that end are accepted, others must be fractions (in lowest terms)."""

    value: int | Fraction
    simplified: bool = True
    kind: ClassVar[str] = "frac"

    def grade(self, response: Response) -> Verdict:
        """Read the field `value`."""
        try:
            reading = read_number(typed(response))
        except Unreadable as problem:
            return not_gradable(problem.message)
        return judged_number(reading, self.value, Fraction(0), self.simplified, AS_A_FRACTION)

    def like(self, value: Hashable) -> "FractionAnswer":
        """The same question about another value, in any form; TypeError when it is no exact number."""
        if not isinstance(value, int | Fraction):
            raise TypeError(f"{value!r} is not an exact number")
        return FractionAnswer(value, simplified=False)

    def show(self) -> str:
        """TeX."""
        return f"${num(self.value)}$"

    def examples(self) -> list[Response]:
        """The usual ways to type it."""
        return [{"value": way} for way in number_spellings(self.value)]

    def public(self) -> dict[str, object]:
        """How to type it."""
        return {"format": "a fraction such as 3/4 or a whole number"}
