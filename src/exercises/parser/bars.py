"""Absolute values taken apart: on which stretches of numbers each pair of bars keeps or turns the sign inside.

Between two neighbouring zeros of what stands in bars no sign changes, so a comparison on every stretch is exact.
"""

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise, product
from math import isqrt

from exercises.exact import Fraction
from exercises.parser.errors import Undefined, Unreadable
from exercises.parser.fields import EXACT, value
from exercises.parser.nodes import Abs, Neg, Node, children, has_root, letters, rebuilt, walk
from exercises.parser.polynomials import Polynomial, polynomial

Pair = tuple[Node, Node]

MOST, STRETCHES = 4, 12
SIMPLER = "I can only read absolute value bars around something simple, such as |2x - 3|. Write it without bars."


def without_bars(a: Node, b: Node, positive: bool = False) -> list[Pair]:
    """Both expressions without bars, on each stretch of their letters' numbers; themselves when they have none.

    `positive`: the letters stand for positive numbers only. Unreadable for many bars, for bars in roots' company that
    do not keep one sign, and around anything whose zeros are not rational.
    """
    bars = {part for node in (a, b) for part in walk(node) if isinstance(part, Abs)}
    if not bars:
        return [(a, b)]
    if len(bars) > MOST:
        raise Unreadable(SIMPLER)
    found = list(islice(_places(bars, sorted(letters(a) | letters(b)), positive), STRETCHES + 1))
    pairs = list(dict.fromkeys((_opened(a, at), _opened(b, at)) for at in found))
    if len(found) > STRETCHES or (len(pairs) > 1 and (has_root(a) or has_root(b))):
        raise Unreadable(SIMPLER)
    return pairs


def _places(bars: set[Abs], names: list[str], positive: bool) -> Iterator[dict[str, Fraction]]:
    """One place on every stretch."""
    ends: dict[str, set[Fraction]] = {name: {Fraction(0)} if positive else set() for name in names}
    for bar in bars:
        for inside in _signed(bar.inner):
            for name, zeros in _zeros(inside).items():
                ends[name] |= zeros
    along = [_between(sorted(end for end in ends[name] if end >= 0 or not positive), positive) for name in names]
    return (dict(zip(names, place, strict=True)) for place in product(*along))


def _between(ends: list[Fraction], positive: bool) -> list[Fraction]:
    """A number before, between and behind the ends."""
    if not ends:
        return [Fraction(1)]
    before = [] if positive else [ends[0] - 1]
    return [*before, *((low + high) / 2 for low, high in pairwise(ends)), ends[-1] + 1]


def _signed(node: Node) -> Iterator[Node]:
    """A tree with the bars in it taken away, kept and turned in every way."""
    if isinstance(node, Abs):
        for inner in _signed(node.inner):
            yield from (inner, Neg(inner))
        return
    for parts in product(*(list(_signed(child)) for child in children(node))):
        yield rebuilt(node, parts)


def _zeros(inside: Node) -> Mapping[str, set[Fraction]]:
    """By letter where an expression can change its sign; Unreadable unless that is told exactly."""
    try:
        terms = polynomial(inside)
    except Undefined as problem:
        raise Unreadable(SIMPLER) from problem
    names = {name for monomial in terms for name, _ in monomial}
    if len(terms) == 1:
        return {name: {Fraction(0)} for name in names}
    if len(names) > 1:
        raise Unreadable(SIMPLER)
    return {name: _rational_zeros(terms, name) for name in names}


def _rational_zeros(terms: Polynomial, name: str) -> set[Fraction]:
    """The zeros of a polynomial in one letter of degree 1 or 2."""
    c, b, a = (terms.get(((name, power),) if power else (), Fraction(0)) for power in range(3))
    if len(terms) > (c != 0) + (b != 0) + (a != 0):
        raise Unreadable(SIMPLER)
    if not a:
        return {-c / b}
    under = b * b - 4 * a * c
    if under < 0:
        return set()
    root = Fraction(isqrt(under.numerator), isqrt(under.denominator))
    if root * root != under:
        raise Unreadable(SIMPLER)
    return {(-b - root) / (2 * a), (-b + root) / (2 * a)}


def _opened(node: Node, at: Mapping[str, Fraction]) -> Node:
    """A tree without its bars, as it is around this place."""
    parts = tuple(_opened(child, at) for child in children(node))
    if isinstance(node, Abs):
        return Neg(parts[0]) if value(parts[0], at, EXACT) < 0 else parts[0]
    return rebuilt(node, parts)
