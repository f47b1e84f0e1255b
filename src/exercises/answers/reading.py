"""Reading one typed number: shared by the kinds whose answers are numbers."""

import re
from dataclasses import dataclass
from functools import lru_cache

from exercises.answers.units import apart, same_unit
from exercises.exact import Fraction
from exercises.parser import Node, Undefined, Unreadable, evaluate, parse, to_tex
from exercises.parser.nodes import Num, letters
from exercises.parser.shapes import in_lowest_terms, is_number, unsigned

MAX_LENGTH = 300
TYPE_A_NUMBER = "Type a number, for example 7 or 3/4."
LOWEST_TERMS = "Write it in lowest terms."
ZERO_BELOW = "There is a division by 0, and that has no value."
TOO_LONG = "That is too long for me to read. Write it shorter."
NAMED = re.compile(r"\s*[A-Za-z]?\s*=(?!=)")
SEVERAL = re.compile(r"(?:or|and)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as it was typed."""

    value: Fraction
    node: Node

    @property
    def tex(self) -> str:
        """Its TeX."""
        return to_tex(self.node)

    @property
    def reduced(self) -> bool:
        """Whether it is in lowest terms."""
        return in_lowest_terms(self.node)

    @property
    def places(self) -> int:
        """How many decimals were typed."""
        number = unsigned(self.node)
        return len(number.text.partition(".")[2]) if isinstance(number, Num) else 0

    def cuts_off(self, exact: Fraction | int) -> bool:
        """Whether it is a decimal of two or more places that stands for a value no decimal can give."""
        return (
            self.places >= 2
            and self.value != exact
            and not terminates(Fraction(exact))
            and abs(self.value - exact) < Fraction(1, 10**self.places)
        )


def terminates(value: Fraction) -> bool:
    """Whether the decimals end."""
    bottom = value.denominator
    return pow(10, bottom.bit_length(), bottom) == 0


@lru_cache(maxsize=256)  # a wrong answer is compared with every named mistake; a text reads the same for ever
def read_number(text: str, unit: str = "") -> Reading:
    """The number in a text, perhaps after "x =" and before its unit.

    Unreadable for anything else, with what to do: for blanks, letters, other units, work left to do.
    """
    if len(text) > MAX_LENGTH:
        raise Unreadable(TOO_LONG)
    if not text.strip():
        raise Unreadable(TYPE_A_NUMBER)
    number, typed_unit = apart(NAMED.sub("", text, count=1))
    if typed_unit and number.strip(" -+") and not (unit and same_unit(typed_unit, unit)):
        raise Unreadable(other_unit(typed_unit, unit))
    if typed_unit and not (unit and same_unit(typed_unit, unit)):
        raise Unreadable(TYPE_A_NUMBER)
    return literal(parse(number))


def literal(node: Node) -> Reading:
    """The reading of a tree that is one number; Unreadable when work is left to do."""
    try:
        value = evaluate(node)
    except Undefined as problem:
        below = "division" in str(problem) and not letters(node)
        raise Unreadable(ZERO_BELOW if below else TYPE_A_NUMBER) from problem
    if not is_number(node):
        raise Unreadable("Work it out first, then type the one number that you get.")
    return Reading(value, node)


def other_unit(typed: str, unit: str) -> str:
    """What to say when a number is followed by something that is not its unit."""
    if SEVERAL.match(typed):
        return "Type one number only."
    if unit:
        return f"Give your answer in {'dollars' if unit == '$' else unit}."
    return f"Type the number only, without '{typed}'." if typed.isalpha() and len(typed) < 20 else TYPE_A_NUMBER
