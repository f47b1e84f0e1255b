"""A story with one unknown: how it reads, the equation that it leads to, and how its numbers are read back."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from courses.alg1.equations.balance import Side, root, undoing
from courses.alg1.slips import apart
from exercises import Number, Question, Reroll, Step, many, num
from exercises.exact import Fraction

T = TypeVar("T")

TRIES = 500

SHORT_UNITS = ("km", "kg", "km/h")
"""Units that have no plural."""

Holds = Callable[[int, Sequence[int]], bool]
"""Whether a value for what is asked fits the story with these numbers, told without an equation."""


@dataclass(frozen=True, slots=True)
class Tale:
    """A story ready to ask. `text` holds `numbers` in this order; `unknown` is what $x$ stands for."""

    name: str
    numbers: tuple[int, ...]
    text: str
    unknown: str
    unit: str
    plan: str
    equation: str
    reason: str
    left: Side
    right: Side
    wrong: Mapping[str, Fraction | int]
    opening: tuple[Step, ...] = ()


def ask(tale: Tale) -> Question:
    """The question for a story whose answer is a whole number above 1."""
    value = root(tale.left, tale.right)
    if value.denominator != 1 or value < 2:
        raise Reroll
    meaning = Step(f"Let $x$ be {tale.unknown}.", "One letter for what the story asks.")
    setting = Step(f"The story says: ${tale.equation}$.", tale.reason)
    solving = (*tale.opening, *undoing(tale.left, tale.right, "x"))
    unit = tale.unit if tale.unit in SHORT_UNITS else many(tale.unit)
    final = Step(f"The answer is {num(value)} {unit}.", "Check it in the story, not only in the equation.")
    return Question(
        key=(tale.name, *tale.numbers),
        prompt=tale.text,
        answer=Number(value, unit=unit),
        hints=(
            f"Let $x$ be {tale.unknown}. Write the other quantities with $x$.",
            tale.plan,
            setting.text,
            *([" ".join(step.text for step in solving[:-1])] if solving[1:] else []),
            f"{solving[-1].text} {final.text}",
        ),
        solution=(meaning, setting, *solving, final),
        wrong=apart(value, {name: Fraction(slip) for name, slip in tale.wrong.items() if slip > 0}),
        after=unit,
    )


def persistent(make: Callable[[Random], T], rng: Random, tries: int = TRIES) -> T:
    """A draw of this very story: its own unusable draws are tried again, so that no story becomes rare."""
    for _ in range(tries):
        try:
            return make(rng)
        except Reroll:
            continue
    raise Reroll


def whole(value: Fraction | int) -> int:
    """The number when it is whole and above 0; otherwise the draw is of no use."""
    if Fraction(value).denominator != 1 or value < 1:
        raise Reroll
    return int(value)


def numbers_in(text: str) -> list[int]:
    """The whole numbers of a text in order."""
    return [int(digits) for digits in re.findall(r"\d+", text)]


def only_fit(text: str, holds: Holds, limit: int = 1500) -> int:
    """The one value from 1 to `limit` that fits the story. AssertionError when there is none or another."""
    numbers = numbers_in(text)
    found = [value for value in range(1, limit + 1) if holds(value, numbers)]
    assert len(found) == 1, (found, text)
    return found[0]
