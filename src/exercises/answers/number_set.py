"""Several numbers in any order."""

import re
from collections.abc import Hashable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import ClassVar

from exercises.answers.number import NO_DECIMAL as NO_DECIMAL_FOR_FRACTION
from exercises.answers.pair import split
from exercises.answers.reading import LOWEST_TERMS, MAX_LENGTH, NAMED, TOO_LONG, Reading, read_number
from exercises.answers.solution_sets import words
from exercises.answers.surd_forms import unfinished
from exercises.answers.surds import Exact, Surd, exact
from exercises.exact import Fraction
from exercises.parser import Node, Undefined, Unreadable, parse, to_tex
from exercises.parser.nodes import has_root, letters
from exercises.parser.normal import normal
from exercises.say import num
from exercises.verdict import Response, Verdict, judged, not_gradable, typed

TYPE_NUMBERS = "Type the numbers with commas between them, or 'no solution'."
TYPE_ROOTS = "Type numbers only, for example 3 + sqrt(2), with commas between them, or 'no solution'."
NEGATIVE_ROOT = "There is a root of a negative number, and that is no real number. Check it, or type 'no solution'."
TOO_LARGE = "I cannot work with these numbers. Simplify the roots, or check for a division by 0."
NO_DECIMAL = "A decimal cannot show this number exactly. Write it with a root, for example sqrt(2)."
NO_BRACKETS = "Leave out the brackets around the numbers: commas between them are enough."
IN_BRACKETS = re.compile(r"\s*\((?:[^()]|\([^()]*\))*[,;](?:[^()]|\([^()]*\))*\)\s*")
INDEXED = re.compile(r"^\s*[A-Za-z](?:_?[0-9]|_\{[0-9]\})\s*=")
BRACES = re.compile(r"\\?\{(.*?)\\?\}", re.DOTALL)
PLUS_MINUS = re.compile(r"\+\s*/?\s*-")
BETWEEN = re.compile(r"\b(?:or|and)\b")
ROOT = re.compile(r"sqrt", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rooted:
    """A number with a root in it, as it was typed."""

    value: Exact
    node: Node

    @property
    def tex(self) -> str:
        """Its TeX."""
        return to_tex(self.node)

    @property
    def to_do(self) -> str:
        """What is still to be worked out; "" when nothing is."""
        return unfinished(self.node)


@dataclass(frozen=True, slots=True)
class NumberSet:
    """Exactly these numbers, each typed at least once; the empty set is "no solution".

    The numbers are rational or have square roots (`root_of`); roots must be simplified when `simplified`.
    """

    values: AbstractSet[Exact]
    simplified: bool = True
    kind: ClassVar[str] = "set"

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", frozenset(self.values))

    def grade(self, response: Response) -> Verdict:
        """Read the field `value`."""
        try:
            readings = numbers(typed(response))
        except Unreadable as problem:
            return not_gradable(problem.message)
        read = ", ".join(reading.tex for reading in readings) or "\\text{no solution}"
        if {reading.value for reading in readings} != self.values:
            ask = self.rounded(readings)
            return not_gradable(ask, read) if ask else judged(False, read)
        ask = next(filter(None, map(to_do, readings)), "") if self.simplified else ""
        return not_gradable(ask, read) if ask else judged(True, read)

    def rounded(self, readings: list[Reading | Rooted]) -> str:
        """What to ask for when each number typed is right or a right one cut off to decimals; "" otherwise."""
        off = [reading for reading in readings if reading.value not in self.values]
        cut = [next((value for value in self.values if is_cut(reading, value)), None) for reading in off]
        if None in cut:
            return ""
        return NO_DECIMAL if any(isinstance(value, Surd) for value in cut) else NO_DECIMAL_FOR_FRACTION if cut else ""

    def like(self, value: Hashable) -> "NumberSet":
        """The same question about other numbers (a frozen set, a tuple, or one number)."""
        if isinstance(value, frozenset | tuple):
            return NumberSet(frozenset(value), simplified=False)
        if isinstance(value, int | Fraction | Surd):
            return NumberSet(frozenset((value,)), simplified=False)
        raise TypeError(f"{value!r} is not a set of numbers")

    def show(self) -> str:
        """The numbers in TeX from small to large."""
        return f"${', '.join(map(number_tex, sorted(self.values)))}$" if self.values else "no solution"

    def examples(self) -> list[Response]:
        """In both orders, in braces, with "or", with one twice, in TeX."""
        if not self.values:
            return [{"value": way} for way in ("no solution", "No solutions", "none", "∅")]
        texts = [str(value) if isinstance(value, Surd) else str(Fraction(value)) for value in sorted(self.values)]
        comma = ", ".join(texts)
        ways = [comma, ",".join(reversed(texts)), f"{{{comma}}}", f"\\left\\{{{comma}\\right\\}}"]
        ways += [" or ".join(f"x = {text}" for text in texts), f"{comma}, {texts[0]}", "; ".join(texts)]
        ways += [", ".join(map(number_tex, self.values))]
        return [{"value": way.replace("-", "−") if i % 2 else way} for i, way in enumerate(ways)]

    def public(self) -> dict[str, object]:
        """How to type it."""
        return {"format": "numbers with commas between them, or 'no solution'"}


def numbers(text: str) -> list[Reading | Rooted]:
    """The numbers in a text, none for "no solution"; Unreadable when one cannot be read."""
    if len(text) > MAX_LENGTH:
        raise Unreadable(TOO_LONG)
    if words(text) == "none":
        return []
    return [read_one(each) for item in parted(text) for each in both_signs(item)]


def parted(text: str) -> list[str]:
    """The texts of the numbers; Unreadable where one is empty or brackets stand around all."""
    plain = normal(text)
    braces = BRACES.fullmatch(plain)
    items = [part for piece in BETWEEN.split(braces[1] if braces else plain) for part in split(piece)]
    if not all(item.strip() for item in items):
        raise Unreadable(TYPE_NUMBERS)
    if IN_BRACKETS.fullmatch(plain):
        raise Unreadable(NO_BRACKETS)
    return [INDEXED.sub("", item) for item in items]


def read_one(item: str) -> Reading | Rooted:
    """One number, with or without a root."""
    if not ROOT.search(item):
        return read_number(item)
    node = parse(NAMED.sub("", item, count=1))
    if letters(node) or not has_root(node):
        raise Unreadable(TYPE_ROOTS)
    try:
        return Rooted(exact(node), node)
    except Undefined as problem:
        raise Unreadable(NEGATIVE_ROOT if "negative" in str(problem) else TOO_LARGE) from problem


def to_do(reading: Reading | Rooted) -> str:
    """What is still to be done to a right number; "" when nothing is."""
    if isinstance(reading, Rooted):
        return reading.to_do
    return "" if reading.reduced else LOWEST_TERMS


def is_cut(reading: Reading | Rooted, right: Exact) -> bool:
    """Whether a decimal stands for this number, cut off or rounded."""
    if isinstance(reading, Rooted) or not reading.places:
        return False
    if not isinstance(right, Surd):
        return reading.cuts_off(right)
    return abs(float(reading.value) - float(right)) < 10.0**-reading.places


def number_tex(value: Exact) -> str:
    """TeX of one number."""
    return value.tex if isinstance(value, Surd) else num(value)


def both_signs(item: str) -> list[str]:
    """`±3` as 3 and -3, `1 ± sqrt(2)` as the sum and the difference; `+-` and `+/-` are read as ±."""
    item = PLUS_MINUS.sub(r"\\pm ", item)
    if "\\pm" not in item:
        return [item]
    head, _, tail = item.partition("\\pm")
    plus = "+" if head.strip() and head.rstrip()[-1] not in "=({" else ""
    return [f"{head}{plus}{tail}", f"{head}-{tail}"]
