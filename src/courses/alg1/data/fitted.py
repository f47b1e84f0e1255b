"""Scatter plots about a line: what is measured, in stories, and points that scatter about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from exercises import Axis, Grid, Reroll
from exercises.chance import integers, picks
from exercises.exact import Fraction
from exercises.geometry import Exact

Spot = tuple[int, int]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Pairing:
    """What is measured across and up, as axis names and in sentences, with units; slope and start in whole numbers.

    `zero` says whether an input of 0 makes sense for the story.
    """

    across: str
    up: str
    each: str
    input: str
    output: str
    unit: str
    slopes: tuple[int, int]
    starts: tuple[int, int]
    inputs: tuple[int, int]
    zero: bool


PAIRINGS = (
    Pairing("Study time in hours", "Points", "hour", "the number of hours that a student studied for a test",
            "the number of points in the test",
            "points", (3, 7), (20, 45), (0, 8), True),
    Pairing("Temperature in °C", "Ice creams sold", "degree", "the highest temperature of the day in degrees Celsius",
            "the number of ice creams sold", "ice creams", (4, 12), (10, 60), (5, 35), True),
    Pairing("Age in years", "Price in hundreds of dollars", "year", "the age of a used car in years",
            "its price in hundreds of dollars", "hundred dollars", (-14, -6), (150, 240), (1, 10), True),
    Pairing("Length in cm", "Mass in grams", "centimetre", "the length of a trout in centimetres", "its mass in"
                                                                                                   " grams", "grams",
            (24, 32), (-470, -380), (20, 40), False),
    Pairing("Time on the road in days", "Food left in kg", "day",
            "the number of days that a caravan has been on the road", "the food that is left, in kilograms",
            "kilograms", (-9, -3), (80, 140), (0, 9), True),
    Pairing("Height in thousands of metres", "Temperature in °C", "thousand metres",
            "the height of a place in thousands of metres", "the temperature there in degrees Celsius",
            "degrees Celsius", (-7, -5), (24, 34), (1, 4), True),
    Pairing("Distance in km", "Price in dollars", "kilometre", "the distance of a taxi ride in kilometres",
            "its price in dollars", "dollars", (2, 5), (3, 9), (2, 20), True),
    Pairing("Shoe length in cm", "Height in cm", "centimetre", "the length of a person's shoe in centimetres",
            "the person's height in centimetres", "centimetres", (4, 5), (42, 50), (22, 30), False),
)  # fmt: skip


def scattered(rng: Random, m: Exact, b: Exact, xs: Sequence[int], wobble: Sequence[int]) -> tuple[Spot, ...]:
    """Points with whole coordinates about y = mx + b, each off by one of `wobble`."""
    return tuple((x, round(m * x + b) + off) for x, off in zip(xs, picks(rng, wobble, len(xs)), strict=True))


TEN = Grid(Axis("x", 0, 10), Axis("y", 0, 20, 2), snap=(1, 1))


def least_squares(points: Sequence[tuple[Exact, Exact]]) -> tuple[Fraction, Fraction]:
    """Slope and start of the line with the smallest sum of squared residuals."""
    n = len(points)
    sx, sy = sum([x for x, _ in points]), sum([y for _, y in points])
    sxx, sxy = sum([x * x for x, _ in points]), sum([x * y for x, y in points])
    below = n * sxx - sx * sx
    if not below:
        raise Reroll
    m = Fraction(n * sxy - sx * sy) / below
    return m, (sy - m * sx) / n


def until(rng: Random, make: Callable[[Random], Made]) -> Made:
    """What `make` gives once a draw is of use. Reroll when 300 are not."""
    for _ in range(300):
        try:
            return make(rng)
        except Reroll:
            continue
    raise Reroll


def places(rng: Random, count: int, lo: int, hi: int) -> list[int]:
    """Whole inputs from lo to hi, spread over all of it."""
    xs = sorted(integers(rng, lo, hi, count))
    if len(set(xs)) < count or xs[0] > lo + 1 or xs[-1] < hi - 1:
        raise Reroll
    return xs
