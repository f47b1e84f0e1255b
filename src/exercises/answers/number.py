"""A number typed in any usual form."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from exercises.answers.forms import number_spellings
from exercises.answers.reading import LOWEST_TERMS, Reading, read_number, terminates
from exercises.exact import Fraction
from exercises.parser import Unreadable
from exercises.say import decimal, money, num
from exercises.verdict import Response, Verdict, judged, not_gradable, typed

NO_DECIMAL = "A decimal cannot show this number exactly. Write it as a fraction in lowest terms."


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
        """Read the field `value`."""
        try:
            reading = read_number(typed(response), self.unit)
        except Unreadable as problem:
            return not_gradable(problem.message)
        return judged_number(reading, self.value, self.tolerance, self.simplified, NO_DECIMAL)

    def like(self, value: Hashable) -> "Number":
        """The same question about another value, in any form; TypeError when it is no exact number."""
        if not isinstance(value, int | Fraction):
            raise TypeError(f"{value!r} is not an exact number")
        return Number(value, Fraction(0), self.unit, simplified=False)

    def show(self) -> str:
        """TeX with the unit behind it; measured values are decimals when these end."""
        if self.unit == "$" and Fraction(self.value * 100).denominator == 1:
            return money(self.value)
        value = Fraction(self.value)
        shown = decimal(value) if self.unit and terminates(value) else num(value)
        return f"${shown}$" + (f" {self.unit}" if self.unit else "")

    def examples(self) -> list[Response]:
        """The usual ways to type it."""
        ways = number_spellings(self.value)
        return [{"value": way} for way in (*ways, *([f"{ways[0]} {self.unit}"] if self.unit else []))]

    def public(self) -> dict[str, object]:
        """How to type it."""
        return {"unit": self.unit, "format": "a number such as 7, -2.5 or 3/4"}


def judged_number(
    reading: Reading, right: int | Fraction, tolerance: Fraction, simplified: bool, no_decimal: str
) -> Verdict:
    """The verdict on a number that was read; a right value in a form that was not asked is not gradable."""
    if not tolerance and reading.cuts_off(right):
        return not_gradable(no_decimal, reading.tex)
    if abs(reading.value - right) > tolerance:
        return judged(False, reading.tex)
    if simplified and not reading.reduced:
        return not_gradable(LOWEST_TERMS, reading.tex)
    return judged(True, reading.tex)
