"""An ordered pair."""

import re
from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from exercises.answers.forms import number_spellings
from exercises.answers.reading import LOWEST_TERMS, MAX_LENGTH, TOO_LONG, Reading, read_number
from exercises.exact import Fraction
from exercises.parser import Unreadable
from exercises.parser.normal import normal
from exercises.say import num
from exercises.verdict import Response, Verdict, judged, not_gradable, typed

TYPE_A_PAIR = "Type a pair of numbers in brackets, for example (7, 3/4)."
IN_BRACKETS = re.compile(r"\((.*)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers in this order: `(2, -1)`."""

    value: tuple[int | Fraction, int | Fraction]
    simplified: bool = True
    kind: ClassVar[str] = "pair"

    def grade(self, response: Response) -> Verdict:
        """Read the field `value`, or the fields `x` and `y`."""
        try:
            readings = [read_number(part) for part in parts(response)]
        except Unreadable as problem:
            return not_gradable(problem.message)
        read = f"({', '.join(reading.tex for reading in readings)})"
        if tuple(reading.value for reading in readings) != self.value:
            return judged(False, read)
        return not_gradable(LOWEST_TERMS, read) if self.simplified and unreduced(readings) else judged(True, read)

    def like(self, value: Hashable) -> "Pair":
        """The same question about another pair; TypeError when it is no pair."""
        if not (isinstance(value, tuple) and len(value) == 2):
            raise TypeError(f"{value!r} is not a pair")
        return Pair(value, simplified=False)

    def show(self) -> str:
        """TeX."""
        return f"$({num(self.value[0])}, {num(self.value[1])})$"

    def examples(self) -> list[Response]:
        """With and without brackets and spaces, in two fields, and with a semicolon."""
        x, y = (str(Fraction(number)) for number in self.value)
        ways = [f"({x}, {y})", f"({x},{y})", f"{x}, {y}", f"( {x} ; {y} )", f"\\left({x},{y}\\right)"]
        ways.append(f"x = {x}, y = {y}")
        spelled = ({"x": a, "y": b} for a in number_spellings(self.value[0]) for b in (y,))
        return [*({"value": way} for way in ways), *spelled]

    def public(self) -> dict[str, object]:
        """How to type it."""
        return {"fields": ["x", "y"], "format": "a pair such as (7, 3/4)"}


def parts(response: Response) -> tuple[str, str]:
    """The two texts; Unreadable when there are not two."""
    if "x" in response or "y" in response:
        x, y = typed(response, "x"), typed(response, "y")
        if not x.strip() or not y.strip():
            raise Unreadable("Fill in both numbers of the pair.")
        return x, y
    text = typed(response)
    if len(text) > MAX_LENGTH:
        raise Unreadable(TOO_LONG)
    inside = IN_BRACKETS.fullmatch(normal(text))
    found = split(re.sub(r"\band\b", ",", inside[1] if inside else normal(text)))
    if len(found) != 2:
        raise Unreadable(TYPE_A_PAIR)
    first, second = found
    if first.lstrip().startswith("y") and second.lstrip().startswith("x"):
        return second, first
    return first, second


def split(text: str) -> list[str]:
    """The parts between semicolons, or commas when there is no semicolon."""
    return text.split(";" if ";" in text else ",")


def unreduced(readings: list[Reading]) -> bool:
    """Whether a fraction is not in lowest terms."""
    return not all(reading.reduced for reading in readings)
