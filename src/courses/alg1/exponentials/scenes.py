"""Situations that grow or shrink by a factor: how they are told, and how their numbers are read back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from exercises import Reroll, decimal, integer, money, pick
from exercises.exact import Fraction


@dataclass(frozen=True, slots=True)
class Scene:
    """`told` is the story, `asks` what f(t) counts; each `every` units of time the amount is multiplied by `base`.

    `reached` asks for the moment of an amount: "are there {v} bacteria".
    """

    name: str
    told: str
    asks: str
    unit: str
    thing: str
    start: int
    base: Fraction
    every: int = 1
    reached: str = ""

    @property
    def percent(self) -> bool:
        """Whether the story tells a percentage."""
        return "%" in self.told


GROWS = (
    (
        "town",
        "A town has {a} inhabitants, and their number grows by {p}% each year.",
        "the number of inhabitants",
        "year",
        "people",
        (2, 90, 1000),
        (1, 9),
    ),
    (
        "account",
        "{m} are put into an account that pays {p}% interest each year, and nothing is taken out.",
        "the amount in the account in dollars",
        "year",
        "$",
        (2, 60, 100),
        (1, 7),
    ),
    (
        "forest",
        "A young forest holds {a} tonnes of wood, and that amount grows by {p}% each year.",
        "the amount of wood in tonnes",
        "year",
        "tonnes",
        (2, 80, 10),
        (3, 15),
    ),
    (
        "podcast",
        "A podcast has {a} listeners, and each month {p}% more than in the month before.",
        "the number of listeners",
        "month",
        "listeners",
        (4, 90, 10),
        (5, 60),
    ),
)
FALLS = (
    (
        "van",
        "A delivery van costs {m} and loses {p}% of its value each year.",
        "its value in dollars",
        "year",
        "$",
        (12, 60, 1000),
        (8, 25),
    ),
    (
        "medicine",
        "A patient is given {a} mg of a medicine. Each hour the body breaks down {p}% of what is there.",
        "the amount left in mg",
        "hour",
        "mg",
        (5, 80, 10),
        (8, 40),
    ),
    (
        "ice",
        "A block of ice weighs {a} kg and loses {p}% of its weight each hour.",
        "its weight in kg",
        "hour",
        "kg",
        (2, 50, 10),
        (4, 20),
    ),
    (
        "village",
        "A village has {a} inhabitants, and each year {p}% fewer than in the year before.",
        "the number of inhabitants",
        "year",
        "people",
        (4, 90, 100),
        (2, 9),
    ),
)
Row = tuple[str, str, str, str, str, tuple[int, int, int], tuple[int, int]]


def by_percent(rng: Random, easy: bool = False) -> Scene:
    """A story with a percentage; an easy one has values that can be worked out by hand."""
    grows = rng.random() < 0.5
    row: Row = pick(rng, GROWS if grows else FALLS)
    name, text, asks, unit, thing, (lo, hi, times), rates = row
    p = pick(rng, (10, 20, 50, 25)) if easy else integer(rng, *rates)
    start = integer(rng, lo, hi) * times
    if easy and (name in ("town", "account", "village") or (name == "forest" and p > 25)):
        raise Reroll
    told = text.format(a=start, p=p, m=money(start))
    return Scene(name, told, asks, unit, thing, start, Fraction(100 + p if grows else 100 - p, 100))


FACTORS = (
    (
        "cells",
        "A dish holds {a} bacteria, and their number {v} every {n}.",
        "the number of bacteria",
        "bacteria",
        "hour",
        "are there {v} bacteria",
    ),
    (
        "video",
        "{a} people have seen a video, and that number {v} every {n}.",
        "the number of people who have seen it",
        "people",
        "day",
        "have {v} people seen it",
    ),
    (
        "weed",
        "A water plant covers {a} square metres of a lake, and the area {v} every {n}.",
        "the area in square metres",
        "m²",
        "week",
        "does it cover {v} square metres",
    ),
    (
        "flies",
        "A laboratory has {a} fruit flies, and their number {v} every {n}.",
        "the number of fruit flies",
        "flies",
        "day",
        "are there {v} fruit flies",
    ),
    (
        "iodine",
        "A sample holds {a} mg of a radioactive substance, and the amount {v} every {n}.",
        "the amount left in mg",
        "mg",
        "day",
        "are {v} mg left",
    ),
    (
        "pressure",
        "A tyre with a leak has a pressure of {a} units, and the pressure {v} every {n}.",
        "the pressure in units",
        "units",
        "hour",
        "is the pressure {v} units",
    ),
)
VERBS = {
    "doubles": Fraction(2),
    "triples": Fraction(3),
    "becomes four times as large": Fraction(4),
    "is halved": Fraction(1, 2),
    "falls to a third": Fraction(1, 3),
}


def by_factor(rng: Random, every: int | None = None) -> Scene:
    """A story with doubling, halving and so on, each time after one or several units of time."""
    name, text, asks, thing, unit, reached = pick(rng, FACTORS)
    falls = name in ("iodine", "pressure")
    verb = pick(rng, ("is halved", "is halved", "falls to a third") if falls else tuple(VERBS)[:3])
    n = every or pick(rng, (1, 1, 2, 3, 4, 5, 6, 8))
    start = integer(rng, 2, 40) * (27 if verb == "falls to a third" else 16 if falls else 1)
    told = text.format(a=start, v=verb, n=f"{n} {unit}s" if n > 1 else unit)
    return Scene(name, told, asks, unit, thing, start, VERBS[verb], n, reached)


NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def walked(text: str, times: int) -> list[Fraction]:
    """The amounts after 0, 1, 2, ... steps (of one or several units of time), step by step from the words."""
    story = text.replace("\\$", "")
    numbers = [Fraction(found.replace(",", "")) for found in NUMBER.findall(story)]
    follow: Callable[[Fraction], Fraction]
    if "%" in story:
        share = numbers[1] / 100
        loses = re.search(r"loses|breaks down|fewer", story)
        follow = (lambda v: v - v * share) if loses else (lambda v: v + v * share)
    else:
        verb = next(verb for verb in VERBS if verb in story)
        follow = {"doubles": lambda v: v + v, "triples": lambda v: v + v + v, "is halved": lambda v: v / 2,
                  "falls to a third": lambda v: v / 3}.get(verb, lambda v: 4 * v)  # fmt: skip
    found = [numbers[0]]
    while len(found) <= times:
        found.append(follow(found[-1]))
    return found


def span(text: str) -> int:
    """After how many units of time the factor comes each time."""
    found = re.search(r"every (\d+) ", text)
    return int(found[1]) if found else 1


def base_shown(base: Fraction, percent: bool) -> str:
    """TeX of a base: a decimal for percentages, else a number or fraction in brackets."""
    if base.denominator == 1:
        return str(base.numerator)
    return decimal(base) if percent else rf"\left(\frac{{{base.numerator}}}{{{base.denominator}}}\right)"
