"""Draws from the seeded generator that a template is given; nothing here knows another source of chance."""

from collections.abc import Iterable, Sequence
from math import gcd
from random import Random
from typing import TypeVar

from exercises.exact import Fraction

T = TypeVar("T")


class Reroll(Exception):
    """Raised by a template whose draw is of no use; the next draw is tried, at most 200 times."""


def number_below(rng: Random, n: int) -> int:
    """A whole number from 0 to n - 1, each as likely: bits are drawn until they give one. ValueError when n < 1.

    It takes the bits that `rng.randrange(n)` takes, at half of its cost, and will do so whatever becomes of that one.
    """
    if n < 1:
        raise ValueError("nothing to draw from")
    bits = n.bit_length()
    drawn = rng.getrandbits(bits)
    while drawn >= n:
        drawn = rng.getrandbits(bits)
    return drawn


def integer(rng: Random, lo: int, hi: int) -> int:
    """A whole number from lo to hi, both included."""
    return lo + number_below(rng, hi - lo + 1)


def integers(rng: Random, lo: int, hi: int, count: int) -> list[int]:
    """Several, as `integer` draws them one after the other."""
    if lo > hi:
        raise ValueError("nothing to draw from")
    last, drawn = hi - lo, list[int]()
    bits, draw = (last + 1).bit_length(), rng.getrandbits
    for _ in range(count):
        number = draw(bits)
        while number > last:
            number = draw(bits)
        drawn.append(lo + number)
    return drawn


def nonzero(rng: Random, lo: int, hi: int) -> int:
    """A whole number from lo to hi, both included, never 0."""
    if not lo <= 0 <= hi:
        return integer(rng, lo, hi)
    drawn = integer(rng, lo, hi - 1)
    return drawn if drawn < 0 else drawn + 1


def fraction(rng: Random, max_num: int, dens: Iterable[int], negative: bool = False) -> Fraction:
    """A fraction in lowest terms: numerator 1 to max_num (or its negative), denominator one of dens."""
    drawn = pick(rng, [(n, d) for d in dens for n in range(1, max_num + 1) if gcd(n, d) == 1])
    sign = pick(rng, (-1, 1)) if negative else 1
    return Fraction(sign * drawn[0], drawn[1])


def pick(rng: Random, seq: Sequence[T]) -> T:
    """One member of a sequence (a list or tuple: the order of a set is no fixed thing)."""
    return seq[number_below(rng, len(seq))]


def picks(rng: Random, seq: Sequence[T], count: int) -> list[T]:
    """Several, as `pick` draws them one after the other: the same member may come again."""
    return [seq[place] for place in integers(rng, 0, len(seq) - 1, count)]


def pick_distinct(rng: Random, seq: Sequence[T], n: int) -> tuple[T, ...]:
    """n members from different places of the sequence, in drawn order."""
    return tuple(rng.sample(seq, n))


def shuffled(rng: Random, seq: Iterable[T]) -> tuple[T, ...]:
    """The members in a drawn order, by the bits that `rng.shuffle` takes."""
    members, draw = list(seq), rng.getrandbits
    for last in range(len(members) - 1, 0, -1):
        bits = (last + 1).bit_length()
        place = draw(bits)
        while place > last:
            place = draw(bits)
        members[last], members[place] = members[place], members[last]
    return tuple(members)
