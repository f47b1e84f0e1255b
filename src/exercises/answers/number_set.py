"""Several numbers in any order."""

import re
from collections.abc import Hashable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from exercises.answers.pair import split, unreduced
from exercises.answers.reading import LOWEST_TERMS, MAX_LENGTH, TOO_LONG, Reading, read_number
from exercises.answers.solution_sets import words
from exercises.parser import Unreadable
from exercises.parser.normal import normal
from exercises.say import num
from exercises.verdict import Response, Verdict, judged, not_gradable, typed

TYPE_NUMBERS = "Type the numbers with commas between them, or 'no solution'."
BRACES = re.compile(r"\\?\{(.*?)\\?\}", re.DOTALL)
BETWEEN = re.compile(r"\b(?:or|and)\b")


@dataclass(frozen=True, slots=True)
class NumberSet:
    """Exactly these numbers, each typed at least once; the empty set is "no solution"."""

    values: AbstractSet[int | Fraction]
    simplified: bool = True
    kind: ClassVar[str] = "set"

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", frozenset(self.values))

    def grade(self, response: Response) -> Verdict:
        """Read the field `value`."""
        text = typed(response)
        try:
            readings = numbers(text)
        except Unreadable as problem:
            return not_gradable(problem.message)
        read = ", ".join(reading.tex for reading in readings) or "\\text{no solution}"
        if {reading.value for reading in readings} != self.values:
            return judged(False, read)
        return not_gradable(LOWEST_TERMS, read) if self.simplified and unreduced(readings) else judged(True, read)

    def like(self, value: Hashable) -> "NumberSet":
        """The same question about other numbers (a frozen set, a tuple, or one number)."""
        if isinstance(value, frozenset | tuple):
            return NumberSet(frozenset(value), simplified=False)
        if isinstance(value, int | Fraction):
            return NumberSet(frozenset((value,)), simplified=False)
        raise TypeError(f"{value!r} is not a set of numbers")

    def show(self) -> str:
        """The numbers in TeX from small to large."""
        return f"${', '.join(num(value) for value in sorted(self.values))}$" if self.values else "no solution"

    def examples(self) -> list[Response]:
        """In both orders, in braces, with "or", with one twice."""
        if not self.values:
            return [{"value": way} for way in ("no solution", "No solutions", "none", "∅")]
        texts = [str(Fraction(value)) for value in sorted(self.values)]
        comma = ", ".join(texts)
        ways = [comma, ",".join(reversed(texts)), f"{{{comma}}}", f"\\left\\{{{comma}\\right\\}}"]
        ways += [" or ".join(f"x = {text}" for text in texts), f"{comma}, {texts[0]}", "; ".join(texts)]
        return [{"value": way.replace("-", "−") if i % 2 else way} for i, way in enumerate(ways)]

    def public(self) -> dict[str, object]:
        """How to type it."""
        return {"format": "numbers with commas between them, or 'no solution'"}


def numbers(text: str) -> list[Reading]:
    """The numbers in a text, none for "no solution"; Unreadable when one cannot be read."""
    if len(text) > MAX_LENGTH:
        raise Unreadable(TOO_LONG)
    if words(text) == "none":
        return []
    plain = normal(text)
    braces = BRACES.fullmatch(plain)
    items = [part for piece in BETWEEN.split(braces[1] if braces else plain) for part in split(piece)]
    if not all(item.strip() for item in items):
        raise Unreadable(TYPE_NUMBERS)
    return [read_number(each) for item in items for each in both_signs(item)]


def both_signs(item: str) -> list[str]:
    """`±3` as 3 and -3."""
    if "\\pm" not in item:
        return [item]
    return [item.replace("\\pm", "", 1), item.replace("\\pm", "-", 1)]
