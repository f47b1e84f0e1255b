"""Stories in which the same amount, or the same share, comes or goes at each step; and what tells them apart."""

import re
from collections.abc import Callable
from random import Random

from exercises import decimal, integer, money, person, pick
from exercises.exact import Fraction

LIN, EXP = "linear", "exponential"
Told = tuple[str, str, str, str]
"""The kind, the story, what changes at each step, and the unit of time."""


def wage(rng: Random) -> Told:
    """A rise by an amount."""
    name, more = person(rng), 50 * integer(rng, 1, 9)
    return LIN, f"{name}'s monthly pay goes up by {money(more)} every year.", f"{money(more)} are added", "year"


def rise(rng: Random) -> Told:
    """A rise by a percentage."""
    name, p = person(rng), integer(rng, 2, 7)
    return EXP, f"{name}'s monthly pay goes up by {p}% every year.", f"it is multiplied by $1.0{p}$", "year"


def candle(rng: Random) -> Told:
    """Burning down."""
    cm = integer(rng, 2, 5)
    return LIN, f"A burning candle gets {cm} cm shorter every hour.", f"{cm} cm are taken away", "hour"


def coffee(rng: Random) -> Told:
    """Cooling down."""
    p = integer(rng, 6, 20)
    return (
        EXP,
        f"A cup of tea cools. The difference between its temperature and that of the room shrinks by {p}% every "
        "minute. "
        "Look at this difference.",
        f"it is multiplied by ${decimal(Fraction(100 - p, 100))}$",
        "minute",
    )


def tank(rng: Random) -> Told:
    """Filling up."""
    litres = 5 * integer(rng, 2, 12)
    return (
        LIN,
        f"A pump moves {litres} litres of water into a tank every minute.",
        f"{litres} litres are added",
        "minute",
    )


def leak(rng: Random) -> Told:
    """Losing a share."""
    p = integer(rng, 5, 30)
    return (EXP, f"Each day a balloon loses {p}% of the gas that is in it.",
            f"it is multiplied by ${decimal(Fraction(100 - p, 100))}$", "day")  # fmt: skip


def chain(rng: Random) -> Told:
    """Passing on."""
    n = integer(rng, 2, 4)
    return (
        EXP,
        f"A message is passed on: on each day, everybody who got it the day before sends it to {n} new people. Look at "
        "the number of people who get it on each day.",
        f"it is multiplied by ${n}$",
        "day",
    )


def bricks(rng: Random) -> Told:
    """Building a wall."""
    n = 10 * integer(rng, 3, 15)
    return LIN, f"{person(rng)} builds a wall and lays {n} bricks every day.", f"{n} bricks are added", "day"


def fold(rng: Random) -> Told:
    """Thickness of folded paper."""
    thing = pick(rng, ("sheet of paper", "bed sheet", "map", "towel"))
    return EXP, f"A {thing} is folded in half again and again. Look at its thickness after each fold.", (
        "it is multiplied by $2$"), "fold"  # fmt: skip


def road(rng: Random) -> Told:
    """Steady speed."""
    km = integer(rng, 12, 25)
    return (
        LIN,
        f"{person(rng)} rides a bicycle along a canal and covers {km} km every hour.",
        f"{km} km are added",
        "hour",
    )


def interest(rng: Random) -> Told:
    """Compound interest."""
    p = integer(rng, 1, 6)
    return (EXP, f"{person(rng)} leaves money in an account that pays {p}% interest a year on all that is in it.",
            f"it is multiplied by $1.0{p}$", "year")  # fmt: skip


def simple(rng: Random) -> Told:
    """Interest on the first amount only."""
    p = integer(rng, 1, 6)
    return (
        LIN,
        f"{person(rng)} lends money and gets {p}% of the first amount each year. What is paid in is never added to it. "
        "Look at the total with all payments.",
        "the same amount is added",
        "year",
    )


def tournament(rng: Random) -> Told:
    """Half of the players go."""
    n = pick(rng, (64, 128, 256, 512))
    return (
        EXP,
        f"{n} players begin a chess tournament, and after every round the loser of each game goes home. Look at the "
        "number "
        "of players left.",
        "it is multiplied by $\\frac{1}{2}$",
        "round",
    )


TALES: tuple[Callable[[Random], Told], ...] = (
    wage, rise, candle, coffee, tank, leak, chain, bricks, fold, road, interest, simple, tournament,
)  # fmt: skip
SIGNS = (
    (LIN, re.compile(r"of the first amount")),
    (
        EXP,
        re.compile(
            r"\d% (?:every|of the gas)|shrinks by|interest a year on all|folded in half|to \d new people|loser of each"
        ),
    ),
    (LIN, re.compile(r"goes up by \\\$|cm shorter|litres of water into|bricks every|km every")),
)


def kind_told(text: str) -> str:
    """The kind, told from the words alone."""
    return next(kind for kind, words in SIGNS if words.search(text))
