"""Situations that make a sequence: what they say, which term is which, and how their numbers are read back."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from courses.alg1.sequences.runs import Run, arithmetic, geometric
from exercises import integer, money, person, pick
from exercises.exact import Fraction


@dataclass(frozen=True, slots=True)
class Situation:
    """`text` tells it, `asks` names the n-th term in words with {n} for n, `unit` stands behind a number.

    `run` has what belongs to n = 1 as its first term; `told` is the number that the text names as the start.
    """

    name: str
    run: Run
    text: str
    asks: str
    unit: str
    told: Fraction
    places: tuple[int, int] = (6, 30)


def seats(rng: Random) -> Situation:
    """Rows of seats."""
    first, more = integer(rng, 12, 30), integer(rng, 2, 6)
    place = pick(rng, ("An open-air theatre", "A concert hall", "A circus tent", "A lecture hall"))
    text = f"{place} has {first} seats in the first row and {more} more in each row behind it."
    return Situation("seats", arithmetic(first, more), text, "the number of seats in row {n}", "seats", Fraction(first))


def tin(rng: Random) -> Situation:
    """Savings with a start before the first week."""
    start, each, name = 5 * integer(rng, 2, 30), integer(rng, 3, 25), person(rng)
    text, asks = f"{name} has {money(start)} and saves {money(each)} more every week.", "the amount after {n} weeks"
    return Situation("tin", arithmetic(start + each, each), text, asks, "$", Fraction(start), (5, 40))


def training(rng: Random) -> Situation:
    """Longer every day."""
    first, more, name = 5 * integer(rng, 2, 8), pick(rng, (2, 3, 4, 5)), person(rng)
    thing = pick(rng, ("practises the kora", "rides a bicycle", "swims", "practises calligraphy", "skips rope"))
    text = f"{name} {thing} for {first} minutes on day 1 and for {more} minutes more each day than on the day before."
    asks = "the number of minutes on day {n}"
    return Situation("training", arithmetic(first, more), text, asks, "minutes", Fraction(first), (6, 20))


def tank(rng: Random) -> Situation:
    """Water that runs out."""
    each = integer(rng, 4, 20)
    start = each * integer(rng, 40, 60)
    text = f"There are {start} litres in a tank. Every minute {each} litres run out."
    asks = "the number of litres left after {n} minutes"
    return Situation("tank", arithmetic(start - each, -each), text, asks, "litres", Fraction(start), (6, 35))


STACKS = (("chair", 80, 7), ("stool", 46, 6), ("basket", 30, 4), ("bucket", 28, 5), ("cup", 11, 2), ("tray", 6, 2),
          ("flowerpot", 18, 3))  # fmt: skip


def stacked(rng: Random) -> Situation:
    """Chairs, cups or trays in a stack."""
    thing, first, more = pick(rng, STACKS)
    first += integer(rng, 0, 9)
    text = f"One {thing} is {first} cm high. In a stack each further {thing} adds {more} cm."
    asks = f"the height in cm of a stack of {{n}} {thing}s"
    return Situation("stacked", arithmetic(first, more), text, asks, "cm", Fraction(first), (5, 20))


CROWDS = (("cells", "in a dish", "hour"), ("shares", "of a picture", "hour"), ("water lentils", "on a pond", "week"),
          ("readers", "of a blog", "month"))  # fmt: skip


def cells(rng: Random) -> Situation:
    """Doubling or tripling from the first hour, week or month on."""
    first, times, (what, where, step) = integer(rng, 2, 40), pick(rng, (2, 2, 3)), pick(rng, CROWDS)
    verb = {2: "doubles", 3: "triples"}[times]
    text = f"In {step} 1 there are {first} {what} {where}, and in every {step} after it the number {verb}."
    asks = f"the number of {what} in {step} {{n}}"
    return Situation("cells", geometric(first, times), text, asks, what, Fraction(first), (5, 9))


def bounces(rng: Random) -> Situation:
    """A ball that loses height; the height of the fall is not a bounce."""
    ratio = pick(rng, (Fraction(1, 2), Fraction(3, 5), Fraction(4, 5), Fraction(2, 5), Fraction(3, 4)))
    start = Fraction(integer(rng, 1, 6)) * ratio.denominator**3
    while start < 60:
        start *= 2
    text = (
        f"A ball falls from a height of {start} cm. After each bounce it rises to {ratio * 100}% of the height before."
    )
    asks = "the height in cm that it reaches after bounce {n}"
    return Situation("bounces", geometric(start * ratio, ratio), text, asks, "cm", start, (2, 3))


def value(rng: Random) -> Situation:
    """A machine that loses a share of its value."""
    percent = pick(rng, (10, 20, 25, 50))
    ratio = Fraction(100 - percent, 100)
    start = Fraction(integer(rng, 2, 12)) * ratio.denominator**3
    while start < 600:
        start *= 2
    thing = pick(rng, ("A machine", "A rickshaw", "A boat engine", "A camera", "A van"))
    text = f"{thing} costs {money(start)} when new. Each year it loses {percent}% of the value that it has."
    asks = "its value in dollars after {n} years"
    return Situation("value", geometric(start * ratio, ratio), text, asks, "$", start, (2, 3))


def prize(rng: Random) -> Situation:
    """A prize that grows by the same factor."""
    first, times = integer(rng, 2, 9), pick(rng, (2, 3, 4))
    word = {2: "twice", 3: "three times", 4: "four times"}[times]
    text = f"In a quiz the first right answer brings {first} points, each further one {word} as many as the one before."
    asks = "the number of points for right answer number {n}"
    return Situation("prize", geometric(first, times), text, asks, "points", Fraction(first), (5, 7))


SUMS: tuple[Callable[[Random], Situation], ...] = (seats, tin, training, tank, stacked)
PRODUCTS: tuple[Callable[[Random], Situation], ...] = (cells, cells, bounces, value, prize)

Next = Callable[[Fraction], Fraction]


def numbers_in(text: str) -> list[int]:
    """The whole numbers of a text in order, without commas in them."""
    return [int(found.replace(",", "")) for found in re.findall(r"\d[\d,]*", text.replace("\\$", ""))]


def walked(name: str, text: str, count: int) -> list[Fraction]:
    """The first terms, step by step from the numbers of the text."""
    n, words = [*numbers_in(text), 0, 0], text
    plans: Mapping[str, tuple[Fraction, Next, bool]] = {
        "seats": (Fraction(n[0]), lambda v: v + n[1], False),
        "tin": (Fraction(n[0]), lambda v: v + n[1], True),
        "training": (Fraction(n[0]), lambda v: v + n[2], False),
        "tank": (Fraction(n[0]), lambda v: v - n[1], True),
        "stacked": (Fraction(n[0]), lambda v: v + n[1], False),
        "cells": (Fraction(n[1]), lambda v: v + v + (v if "triples" in words else 0), False),
        "bounces": (Fraction(n[0]), lambda v: v * n[1] / 100, True),
        "value": (Fraction(n[0]), lambda v: v - v * n[1] / 100, True),
        "prize": (Fraction(n[0]), lambda v: v * (2 if "twice" in words else 3 if "three times" in words else 4), False),
    }
    at, follow, before = plans[name]
    terms = [follow(at) if before else at]
    while len(terms) < count:
        terms.append(follow(terms[-1]))
    return terms
