"""Geometric sequences with numbers that can be handled."""

from random import Random

from courses.alg1.sequences.runs import Run, geometric
from exercises import Reroll, integer, pick
from exercises.exact import Fraction

GROWING = (2, 2, 3, 3, 4, 5, 6, 10)
SHRINKING = (
    Fraction(1, 2),
    Fraction(1, 2),
    Fraction(1, 3),
    Fraction(2, 3),
    Fraction(1, 4),
    Fraction(1, 5),
    Fraction(1, 10),
)
STEEPER = (Fraction(3, 2), Fraction(5, 2), Fraction(4, 3))
LARGEST = 5000


def run(rng: Random, negative: bool = True) -> Run:
    """Four whole terms at least; the ratio may be a fraction, and negative when that is allowed."""
    ratios: tuple[int | Fraction, ...] = pick(rng, (GROWING, GROWING, GROWING, SHRINKING, SHRINKING, STEEPER))
    ratio = Fraction(pick(rng, ratios))
    first = Fraction(integer(rng, 1, 12)) * ratio.denominator**3
    if negative and rng.random() < 0.2:
        ratio = -ratio
    if negative and rng.random() < 0.15:
        first = -first
    found = geometric(first, ratio)
    if max(map(abs, found.terms(4))) > LARGEST:
        raise Reroll
    return found


def rising(rng: Random) -> Run:
    """The same with positive terms only."""
    return run(rng, negative=False)
