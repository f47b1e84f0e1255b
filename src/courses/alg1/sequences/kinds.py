"""Beginnings of sequences that are arithmetic, geometric or neither, and how they are told apart."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random

from courses.alg1.sequences.geometric_runs import run as geometric_run
from courses.alg1.sequences.runs import arithmetic
from exercises import Reroll, integer, nonzero, pick
from exercises.exact import Fraction

SUM, PRODUCT, NEITHER = "arithmetic", "geometric", "neither"
KINDS = (SUM, PRODUCT, NEITHER)
Terms = tuple[Fraction, ...]


def terms_of(rng: Random, kind: str) -> Terms:
    """Four terms of a sequence of this kind."""
    if kind == SUM:
        bottom = 2 if rng.random() < 0.15 else 1
        found = arithmetic(Fraction(nonzero(rng, -20, 30), bottom), Fraction(nonzero(rng, -9, 12), bottom)).terms(4)
    elif kind == PRODUCT:
        found = geometric_run(rng).terms(4)
    else:
        found = tuple(map(Fraction, pick(rng, OTHERS)(rng)))
    if kind_of(found) != kind:
        raise Reroll
    return found


def squares(rng: Random) -> list[int]:
    """9, 16, 25, 36."""
    start = integer(rng, 1, 6)
    return [n * n for n in range(start, start + 4)]


def growing_steps(rng: Random) -> list[int]:
    """5, 7, 11, 17: the step grows."""
    first, step, more = integer(rng, 1, 20), integer(rng, 1, 5), integer(rng, 1, 4)
    return [first + n * step + more * n * (n - 1) // 2 for n in range(4)]


def added_up(rng: Random) -> list[int]:
    """3, 5, 8, 13: each term is the sum of the two before."""
    a, b = integer(rng, 1, 6), integer(rng, 2, 9)
    return [a, b, a + b, a + 2 * b]


def spoiled_sum(rng: Random) -> list[Fraction]:
    """Arithmetic but for the last term."""
    *rest, last = arithmetic(integer(rng, 2, 20), integer(rng, 2, 9)).terms(4)
    return [*rest, last + pick(rng, (-2, -1, 1, 2))]


def spoiled_product(rng: Random) -> list[Fraction]:
    """Geometric but for the last term."""
    *rest, last = geometric_run(rng).terms(4)
    return [*rest, last + pick(rng, (-2, -1, 1, 2))]


def shares(rng: Random) -> list[int]:
    """120, 60, 40, 30: a whole shared among 1, 2, 3, 4."""
    whole = 12 * integer(rng, 1, 20)
    return [whole // n for n in range(1, 5)]


OTHERS: tuple[Callable[[Random], Sequence[int | Fraction]], ...] = (
    squares, growing_steps, growing_steps, added_up, spoiled_sum, spoiled_product, shares,
)  # fmt: skip


def kind_of(terms: Terms) -> str:
    """Compares differences and quotients of neighbours."""
    if len({b - a for a, b in pairwise(terms)}) == 1:
        return SUM
    return PRODUCT if all(terms) and len({b / a for a, b in pairwise(terms)}) == 1 else NEITHER
