"""Equal values, by trying the same places on both sides (Schwartz, 1980; Zippel, 1979).

Rational expressions are worked out modulo the prime p = 2**61 - 1. Top and bottom of one with at most 200 letters
(tokens.MAX_TOKENS) that grow to the 64th power at most (powers.MAX_GROWTH) have a degree of at most 12,800, so the
difference of two of them has at most 25,600 / p, about one in 10**14, of its places as zeros. They are tried at two
places, drawn once and for all: two different expressions (that differ by no multiple of p) agree at both with a chance
below one in 10**27, and a comparison has the same outcome for ever. Who makes one that agrees on purpose has to
know the right one.
Roots have no sign modulo a prime: with them, and with letters in exponents, the places are floating numbers, and
come from the texts themselves.
"""

from collections.abc import Iterator, Mapping
from math import isclose, isfinite
from random import Random
from string import ascii_letters

from exercises.exact import Fraction
from exercises.parser.bars import without_bars
from exercises.parser.errors import Undefined
from exercises.parser.fields import EXACT, FLOATING, MODULAR, PRIME, value
from exercises.parser.nodes import Node, has_root, letters
from exercises.parser.tex import to_tex

POINTS, TRIES = 4, 40
RNG = Random(PRIME)
FIRST, SECOND, THIRD = ({letter: RNG.randrange(PRIME) for letter in ascii_letters} for _ in range(3))
REAL, POSITIVE = (-4.0, 4.0), (0.4, 2.6)


def evaluate(node: Node, at: Mapping[str, Fraction | int] | None = None) -> Fraction:
    """The exact value at these numbers; Undefined for 0 in a denominator, roots that are not rational, or a
    letter without a number."""
    return value(node, {name: Fraction(number) for name, number in (at or {}).items()}, EXACT)


def same_value(a: Node, b: Node, positive: bool = False) -> bool:
    """Whether two expressions have the same value wherever both have one; Undefined if one never has, Unreadable when
    bars stand around what cannot be told.

    With `positive` the letters stand for positive numbers only, so that the root of `x^2` is `x`.
    """
    try:
        return all(value(a, at, MODULAR) == value(b, at, MODULAR) for at in (FIRST, SECOND))
    except Undefined:  # they have roots or bars, or no value
        return all(same_plain(x, y, positive) for x, y in without_bars(a, b, positive))


def same_plain(a: Node, b: Node, positive: bool) -> bool:
    """The same for two without bars."""
    if has_root(a) or has_root(b):
        between = POSITIVE if positive else REAL
        if not (has_value(a, between) and has_value(b, between)):
            raise Undefined("no value anywhere")
        return all(close(x, y) for x, y in floating_pairs(a, b, between))
    return all(x == y for x, y in modular_pairs(a, b))


def proportional(a: Node, b: Node) -> bool:
    """Whether one is the other times a constant that is not 0; Unreadable as `same_value`."""
    try:
        return same_ratio(modular_pairs(a, b))
    except Undefined:  # as above
        parts = without_bars(a, b)
    a, b = parts[0]
    if has_root(a) or has_root(b):
        pairs = list(floating_pairs(a, b))
        (x0, y0), any_zero = pairs[0], any(close(x, 0) != close(y, 0) for x, y in pairs)
        return not any_zero and all(close(x * y0, y * x0) for x, y in pairs)
    return same_ratio([pair for part in parts for pair in modular_pairs(*part)])


def same_ratio(pairs: list[tuple[int, int]]) -> bool:
    """Whether the numbers of all pairs have one ratio modulo the prime, that is neither 0 nor without end."""
    x0, y0 = next((pair for pair in pairs if any(pair)), pairs[0])
    return all((x == 0) == (y == 0) and x * y0 % PRIME == y * x0 % PRIME for x, y in pairs)


def modular_pairs(a: Node, b: Node) -> list[tuple[int, int]]:
    """The values of both modulo the prime: at one place more than `same_value` tries, as one tells the ratio."""
    return [(value(a, at, MODULAR), value(b, at, MODULAR)) for at in (FIRST, SECOND, THIRD)]


def floating_pairs(a: Node, b: Node, between: tuple[float, float] = REAL) -> Iterator[tuple[float, float]]:
    """The values of both at places where at least one has a value; nan where only one has."""
    pairs = ((floating(a, at), floating(b, at)) for at in places(between, a, b))
    found = 0
    for x, y in pairs:
        if isfinite(x) or isfinite(y):
            found += 1
            yield x, y
        if found == POINTS:
            return
    if not found:
        raise Undefined("no value anywhere")


def has_value(node: Node, between: tuple[float, float]) -> bool:
    """Whether it has a value at one of many places."""
    return any(isfinite(floating(node, at)) for at in places(between, node))


def places(between: tuple[float, float], *nodes: Node) -> Iterator[Mapping[str, float]]:
    """Numbers for the letters, drawn by the texts; once none where there is no letter."""
    names = sorted(frozenset().union(*map(letters, nodes)))
    if not names:
        yield {}
        return
    rng = Random("|".join(map(to_tex, nodes)))
    for _ in range(TRIES):
        yield {name: rng.uniform(*between) for name in names}


def floating(node: Node, at: Mapping[str, float]) -> float:
    """The floating value, or nan where there is none."""
    try:
        return value(node, at, FLOATING)
    except Undefined:
        return float("nan")


def close(x: float, y: float) -> bool:
    """Equal but for rounding; nan equals nothing."""
    return isclose(x, y, rel_tol=1e-9, abs_tol=1e-11)
