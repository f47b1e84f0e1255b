"""Situations that repeat, told without asking anything: the kind of sequence that they make."""

import re
from random import Random

from exercises import integer, money, person, pick

Told = tuple[str, str, str]
"""The kind, the story, and why."""


def story(rng: Random) -> Told:
    """A story with its kind."""
    return pick(rng, STORIES)(rng)


def saves(rng: Random) -> Told:
    """A fixed amount of money each week."""
    name, each = person(rng), 5 * integer(rng, 1, 12)
    return (
        "arithmetic",
        f"{name} has some money in a tin and puts {money(each)} more into it every week. Look at the amounts at the "
        "end of each week.",
        f"Each week the same {money(each)} are added.",
    )


def stairs(rng: Random) -> Told:
    """Equal stairs."""
    up = integer(rng, 15, 21)
    return (
        "arithmetic",
        f"Each stair of a staircase is {up} cm high. Look at the heights of the stairs above the floor, one after the "
        "other.",
        f"From stair to stair {up} cm are added.",
    )


def burns(rng: Random) -> Told:
    """A candle."""
    down = integer(rng, 2, 6)
    return (
        "arithmetic",
        f"A candle gets {down} cm shorter in each hour that it burns. Look at its lengths after each hour.",
        f"Each hour the same {down} cm go away.",
    )


def rows(rng: Random) -> Told:
    """Rows of seats."""
    more = integer(rng, 2, 6)
    return (
        "arithmetic",
        f"In a theatre each row has {more} seats more than the row before it. Look at the numbers of seats in the "
        "rows.",
        f"From row to row {more} seats are added.",
    )


def folds(_: Random) -> Told:
    """Layers of paper."""
    return (
        "geometric",
        "A large sheet of paper is folded in half again and again. Look at the numbers of layers after each fold.",
        "Each fold doubles the number of layers.",
    )


def bounces(rng: Random) -> Told:
    """A ball."""
    percent = 5 * integer(rng, 8, 18)
    return (
        "geometric",
        f"A ball bounces. After each bounce it rises to {percent}% of the height that it fell from. Look at the "
        "heights one after the other.",
        f"Each height is {percent}% of the one before: the same factor each time.",
    )


def cells(rng: Random) -> Told:
    """Cells that split."""
    minutes = 5 * integer(rng, 4, 12)
    return (
        "geometric",
        f"In a dish each cell splits into two every {minutes} minutes, and none dies. Look at the numbers of cells "
        f"every {minutes} minutes.",
        "The number doubles each time.",
    )


def loses_value(rng: Random) -> Told:
    """A share of the value goes."""
    percent = integer(rng, 8, 25)
    thing = pick(rng, ("motorbike", "delivery van", "tractor", "laptop", "printing machine"))
    return (
        "geometric",
        f"A {thing} loses {percent}% of its current value every year. Look at its values at the end of each year.",
        f"Each year {100 - percent}% of the value is left: the same factor each time.",
    )


def grows_by_percent(rng: Random) -> Told:
    """A share of the people comes."""
    percent = integer(rng, 2, 9)
    place = pick(rng, ("in a town", "on an island", "in a district", "in a valley"))
    return (
        "geometric",
        f"The number of people {place} grows by {percent}% of what it is, every year. Look at the numbers "
        "year by year.",
        f"Each year the number is multiplied by $1.0{percent}$.",
    )


def stacks(rng: Random) -> Told:
    """Squares."""
    things = pick(rng, ("square tiles", "square mirrors", "square mats"))
    return (
        "neither",
        f"Larger and larger squares are laid with {things}: 1 by 1, 2 by 2, 3 by 3 and so on. Look at the numbers "
        "used for each square.",
        "They are $1, 4, 9, 16$: differences and quotients both change.",
    )


def shared(rng: Random) -> Told:
    """A prize among more and more."""
    whole = 60 * integer(rng, 1, 9)
    return (
        "neither",
        f"A prize of {money(whole)} is shared equally, first by 1 person, then by 2, by 3, by 4 and so on. Look at "
        "the share of one person.",
        "Dividing by $1, 2, 3, 4$ is another step each time.",
    )


def faster(rng: Random) -> Told:
    """Savings that grow."""
    name, start, more = person(rng), integer(rng, 1, 5), integer(rng, 1, 4)
    return (
        "neither",
        f"{name} saves {money(start)} in the first week, and in each week after it {money(more)} more than in the "
        "week before. Look at the total in the tin at the end of each week.",
        "What is put in gets larger from week to week, so the total grows by different amounts.",
    )


STORIES = (saves, stairs, burns, rows, folds, bounces, cells, loses_value, grows_by_percent, stacks, shared, faster)

SIGNS = (
    ("neither", re.compile(r"1 by 1, 2 by 2|shared equally|in each week after it")),
    ("geometric", re.compile(r"\d% of|splits into two|folded in half|% of its current")),
    (
        "arithmetic",
        re.compile(r"more into it every week|Each stair|shorter in each hour|seats more than the row before"),
    ),
)
"""Words that tell what repeats: a share of what is there, or a fixed amount."""


def kind_of_story(text: str) -> str:
    """The kind, told from the words alone."""
    return next(kind for kind, words in SIGNS if words.search(text))
