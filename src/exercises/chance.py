"""Draws from the seeded generator that a template is given; nothing here knows another source of chance."""

from collections.abc import Iterable, Sequence
from math import gcd
from random import Random
from typing import TypeVar

from exercises.exact import Fraction

T = TypeVar("T")


class Reroll(Exception):
    """Raised by a template whose draw is of no use; the next draw is tried, at most 200 times."""


def integer(rng: Random, lo: int, hi: int) -> int:
    """A whole number from lo to hi, both included."""
    return rng.randint(lo, hi)


def nonzero(rng: Random, lo: int, hi: int) -> int:
    """A whole number from lo to hi, both included, never 0."""
    return pick(rng, [n for n in range(lo, hi + 1) if n != 0])


def fraction(rng: Random, max_num: int, dens: Iterable[int], negative: bool = False) -> Fraction:
    """A fraction in lowest terms: numerator 1 to max_num (or its negative), denominator one of dens."""
    drawn = pick(rng, [(n, d) for d in dens for n in range(1, max_num + 1) if gcd(n, d) == 1])
    sign = pick(rng, (-1, 1)) if negative else 1
    return Fraction(sign * drawn[0], drawn[1])


def pick(rng: Random, seq: Sequence[T]) -> T:
    """One member of a sequence (a list or tuple: the order of a set is no fixed thing)."""
    return seq[rng.randrange(len(seq))]


def pick_distinct(rng: Random, seq: Sequence[T], n: int) -> tuple[T, ...]:
    """n members from different places of the sequence, in drawn order."""
    return tuple(rng.sample(seq, n))


def shuffled(rng: Random, seq: Iterable[T]) -> tuple[T, ...]:
    """The members in a drawn order."""
    members = list(seq)
    rng.shuffle(members)
    return tuple(members)
