"""Equal values, by trying the same random points on both sides (Schwartz, 1980; Zippel, 1979).

Two different rational expressions of this size agree at one random point modulo 2**61 - 1 with a chance below
one in 10**15; the points come from the texts themselves, so that a comparison has the same outcome for ever.
Roots have no sign modulo a prime: with them, and with letters in exponents, the points are floating numbers.
"""

from collections.abc import Iterator, Mapping
from math import isclose, isfinite
from random import Random

from exercises.exact import Fraction
from exercises.parser.bars import without_bars
from exercises.parser.errors import Undefined
from exercises.parser.fields import EXACT, FLOATING, MODULAR, PRIME, value
from exercises.parser.nodes import Node, has_root, letters
from exercises.parser.tex import to_tex

POINTS, TRIES = 4, 40
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
    parts = without_bars(a, b)
    a, b = parts[0]
    if has_root(a) or has_root(b):
        pairs = list(floating_pairs(a, b))
        (x0, y0), any_zero = pairs[0], any(close(x, 0) != close(y, 0) for x, y in pairs)
        return not any_zero and all(close(x * y0, y * x0) for x, y in pairs)
    exact = [pair for part in parts for pair in modular_pairs(*part)]
    x0, y0 = next((pair for pair in exact if any(pair)), exact[0])
    return all((x == 0) == (y == 0) and x * y0 % PRIME == y * x0 % PRIME for x, y in exact)


def modular_pairs(a: Node, b: Node) -> list[tuple[int, int]]:
    """The values of both at the same points modulo the prime."""
    names = sorted(letters(a) | letters(b))
    rng = Random(f"{to_tex(a)}|{to_tex(b)}")
    count = POINTS if names else 1
    points = ({name: rng.randrange(PRIME) for name in names} for _ in range(count))
    return [(value(a, at, MODULAR), value(b, at, MODULAR)) for at in points]


def floating_pairs(a: Node, b: Node, between: tuple[float, float] = REAL) -> Iterator[tuple[float, float]]:
    """The values of both at points where at least one has a value; nan where only one has."""
    names = sorted(letters(a) | letters(b))
    rng = Random(f"{to_tex(a)}|{to_tex(b)}")
    found = 0
    for _ in range(TRIES):
        at = {name: rng.uniform(*between) for name in names}
        x, y = floating(a, at), floating(b, at)
        if isfinite(x) or isfinite(y):
            found += 1
            yield x, y
        if found == POINTS:
            return
    if not found:
        raise Undefined("no value anywhere")


def has_value(node: Node, between: tuple[float, float]) -> bool:
    """Whether it has a value at one of many points."""
    names, rng = sorted(letters(node)), Random(to_tex(node))
    points = ({name: rng.uniform(*between) for name in names} for _ in range(TRIES if names else 1))
    return any(isfinite(floating(node, at)) for at in points)


def floating(node: Node, at: Mapping[str, float]) -> float:
    """The floating value, or nan where there is none."""
    try:
        return value(node, at, FLOATING)
    except Undefined:
        return float("nan")


def close(x: float, y: float) -> bool:
    """Equal but for rounding; nan equals nothing."""
    return isclose(x, y, rel_tol=1e-9, abs_tol=1e-11)
