"""Situations that grow in one of three ways, and the words that tell which."""

import re
from collections.abc import Callable
from random import Random

from courses.alg1.quadratic_functions.kinds import EXP, LIN, QUAD
from exercises import integer, money, person, pick

Told = tuple[str, str, str]
"""The kind, the story, and why."""


def story(rng: Random) -> Told:
    """A story with its kind."""
    return pick(rng, STORIES)(rng)


def fare(rng: Random) -> Told:
    """A fixed price and so much for each unit."""
    start, each = integer(rng, 2, 9), integer(rng, 2, 6)
    thing, unit = pick(rng, (("A taxi ride", "kilometre"), ("Hiring a kayak", "hour"), ("Printing a banner", "metre")))
    return (LIN, f"{thing} costs {money(start)} and {money(each)} more for each {unit}. The price depends on the "
                 "number of "
            f"{unit}s.", f"Each {unit} adds the same {money(each)}.")  # fmt: skip


def pours(rng: Random) -> Told:
    """A tank that empties evenly."""
    each, whole = integer(rng, 3, 15), 100 * integer(rng, 3, 9)
    return (LIN, f"A tank holds {whole} litres, and {each} litres flow out every minute. The water left depends on "
                 "the time.",
            f"Every minute takes away the same {each} litres.")  # fmt: skip


def saves(rng: Random) -> Told:
    """Equal savings."""
    name, each = person(rng), 5 * integer(rng, 1, 8)
    return (LIN, f"{name} puts {money(each)} into a tin every week. The amount in the tin depends on the number of "
                 "weeks.",
            f"Every week adds the same {money(each)}.")  # fmt: skip


def square_area(rng: Random) -> Told:
    """An area that depends on a length."""
    thing, length = pick(rng, (("square carpet", "side"), ("round tablecloth", "radius"), ("square mirror", "side"),
                               ("round pizza", "radius"), ("square solar panel", "side")))  # fmt: skip
    return (QUAD, f"A {thing} costs the same amount for each square centimetre. The price depends on its {length}.",
            f"The area is a number times the square of the {length}.")  # fmt: skip


def falls(rng: Random) -> Told:
    """Free fall."""
    thing = pick(rng, ("A stone", "A coconut", "A flowerpot", "A hammer on the moon"))
    return (QUAD, f"{thing} falls, and the distance that it has fallen is a fixed number times the square of the time. "
            "The distance depends on the time.", "The time is squared.")  # fmt: skip


def thrown(rng: Random) -> Told:
    """Up and down again."""
    thing, speed = pick(rng, ("basketball", "tennis ball", "juggling club", "bean bag")), integer(rng, 8, 20)
    return (
        QUAD,
        f"A {thing} is thrown straight up at {speed} metres per second, rises, stops, and falls back faster "
        "and "
        "faster. Its height depends on the time.",
        "It goes up and comes back: there is a turning point.",
    )


def revenue(rng: Random) -> Told:
    """Price times a number that falls with the price."""
    less, goods = integer(rng, 2, 9), pick(rng, ("tickets", "lamps", "cakes", "notebooks"))
    return (
        QUAD,
        f"For each dollar that the price goes up, {less} fewer {goods} are sold. The revenue is the price "
        "times the "
        f"number of {goods} sold. It depends on the price.",
        "The number sold is linear in the price, and multiplied by the price it makes a square.",
    )


def percent(rng: Random) -> Told:
    """Growth by a share."""
    rate = integer(rng, 2, 9)
    what = pick(rng, ("The number of people in a town", "The amount in a savings account", "The price of a house",
                      "The number of trout in a lake"))  # fmt: skip
    return (EXP, f"{what} grows by {rate}% each year. It depends on the number of years.",
            f"Each year multiplies it by $1.0{rate}$.")  # fmt: skip


def decays(rng: Random) -> Told:
    """Shrinking by a share."""
    rate = integer(rng, 11, 35)
    what, unit = pick(
        rng,
        (
            ("The amount of a medicine in the blood", "hour"),
            ("The value of a delivery van", "year"),
            ("The pressure in a leaking tyre", "day"),
            ("The brightness under water", "metre"),
        ),
    )
    way = "with each metre of depth" if unit == "metre" else f"each {unit}"
    return (EXP, f"{what} falls by {rate}% {way}. It depends on the number of {unit}s.",
            f"Each {unit} leaves {100 - rate}% of it.")  # fmt: skip


def doubles(rng: Random) -> Told:
    """Doubling."""
    what, unit = pick(rng, (("The number of bacteria in a dish", "hour"), ("The number of people who know a "
                                                                           "rumour", "day"),
                            ("The area of a pond that is covered with duckweed", "week")))  # fmt: skip
    word = pick(rng, ("doubles", "triples"))
    return (EXP, f"{what} {word} every {unit}. It depends on the number of {unit}s.",
            f"Each {unit} multiplies it by {2 if word == 'doubles' else 3}.")  # fmt: skip


STORIES: tuple[Callable[[Random], Told], ...] = (
    fare,
    pours,
    saves,
    square_area,
    falls,
    thrown,
    revenue,
    percent,
    decays,
    doubles,
    fare,
    percent,
)

SIGNS = (
    (EXP, re.compile(r"by \d+% (?:each|with each)|doubles every|triples every")),
    (QUAD, re.compile(r"square of the time|stops, and falls back|price times the number|each square centimetre")),
    (LIN, re.compile(r"more for each|flow out every minute|into a tin every week")),
)
"""Words that tell what repeats: a factor, a square or a product, a fixed amount."""


def kind_told(text: str) -> str:
    """The kind, told from the words alone."""
    return next(kind for kind, words in SIGNS if words.search(text))
