"""A story that leads to two equations: how it reads, its equations, how it is solved, how a check acts it out."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from exercises import Step
from exercises.exact import Fraction
from exercises.geometry import Exact

Gap = Callable[[Sequence[int], Fraction, Fraction], Fraction]
"""By how much a sentence of the story fails for these numbers of its text and these two amounts; 0 when it holds."""


@dataclass(frozen=True, slots=True)
class Tale:
    """`letters` stand for the two things of `stand`; `equations` say the two sentences, which are `about` these.

    `wrong` holds slips for each equation. `asks` and `units` are for each letter; `steps` lead from the equations
    to both values, which are `answer`. `slips` are wrong values for each of them, where the two together mean nothing.
    """

    name: str
    numbers: tuple[int, ...]
    text: str
    letters: tuple[str, str]
    stand: tuple[str, str]
    equations: tuple[str, str]
    about: tuple[str, str]
    wrong: tuple[Mapping[str, str], Mapping[str, str]]
    answer: tuple[int, int]
    asks: tuple[str, str]
    units: tuple[str, str]
    steps: tuple[Step, ...]
    slips: tuple[Mapping[str, Exact], Mapping[str, Exact]] | None = None

    def let(self) -> str:
        """What the letters stand for, as a sentence."""
        (u, v), (first, second) = self.letters, self.stand
        return f"Let ${u}$ be {first} and ${v}$ {second}."


GAPS: Mapping[str, tuple[Gap, Gap]] = {
    "total": (
        lambda n, u, v: u + v - n[0],
        lambda n, u, v: u * n[1] + v * n[2] - n[3],
    ),
    "purchases": (
        lambda n, u, v: n[0] * u + n[1] * v - n[2],
        lambda n, u, v: n[3] * u + n[4] * v - n[5],
    ),
    "difference": (lambda n, u, v: u + v - n[0], lambda n, u, v: u - (v + n[1])),
    "times": (lambda n, u, v: u + v - n[0], lambda n, u, v: u - v * n[1]),
    "rectangle": (lambda n, u, v: u + v + u + v - n[0], lambda n, u, v: u - (v + n[1])),
    "river": (
        lambda n, u, v: sum([u + v] * n[1], Fraction(0)) - n[0],
        lambda n, u, v: sum([u - v] * n[3], Fraction(0)) - n[2],
    ),
    "plans": (lambda n, u, v: n[0] + n[1] * u - v, lambda n, u, v: n[2] + n[3] * u - v),
}
"""The two sentences of each kind of story, acted out with the numbers in the order of the text."""


def numbers_in(text: str) -> list[int]:
    """The whole numbers of a text."""
    return [int(found.replace(",", "")) for found in re.findall(r"\d[\d,]*", text)]


def acted_out(name: str, text: str) -> list[tuple[int, int]]:
    """All pairs of whole amounts up to 400 that fit both sentences: each first amount is tried with each second one
    that the first sentence leaves possible."""
    (first, second), numbers = GAPS[name.split()[0]], numbers_in(text)
    found = []
    for u in range(401):
        left, at_one = (Fraction(first(numbers, Fraction(u), Fraction(v))) for v in (0, 1))
        v = left / (left - at_one)
        if v.denominator == 1 and v >= 0 and not second(numbers, Fraction(u), v):
            found.append((u, int(v)))
    return found
