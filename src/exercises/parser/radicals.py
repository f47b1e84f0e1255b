"""How powers and roots are written: a root that is simplified, one power, exponents that are positive."""

from exercises.parser.nodes import (
    Node,
    Num,
    Power,
    Quotient,
    Root,
    Sum,
    Var,
    is_fractional,
    walk,
)
from exercises.parser.same import same_value
from exercises.parser.shapes import (
    cancelled,
    factors,
    is_number,
    is_whole,
    monomial,
    on_one_bar,
    symbols,
    terms,
    unsigned,
)

Radical = tuple[object, ...]
"""The letters outside, the root as it is written, the letters below the bar."""


def is_radical(node: Node) -> bool:
    """A sum of terms without brackets in which every root is simplified and like roots are added; or such a sum
    over a number or term without common factor."""
    inner = unsigned(node)
    if isinstance(inner, Quotient) and isinstance(inner.top, Sum):
        below = monomial(inner.bottom) is not None
        return below and is_radical(inner.top) and cancelled(list(inner.top.terms), inner.bottom)
    found = [radical(term) for term in terms(node)]
    return None not in found and len(set(found)) == len(found)


def radical(term: Node) -> Radical | None:
    """What makes terms like each other, such as `x` and `sqrt(2y)` in `3x sqrt(2y)`; None when something in the
    term is still to be worked out."""
    inner = on_one_bar(unsigned(term))
    if isinstance(inner, Quotient) and not is_number(inner):
        top, bottom = radical(inner.top), monomial(inner.bottom)
        if top is None or bottom is None or not cancelled([inner.top], inner.bottom):
            return None
        return (*top, bottom)
    roots = [factor for factor in factors(inner) if isinstance(factor, Root)]
    outside = symbols(factor for factor in factors(inner) if not isinstance(factor, Root))
    if outside is None or len(roots) > 1 or not all(map(is_finished, roots)):
        return None
    return (outside, *(radicand(root) for root in roots))


def radicand(root: Root) -> tuple[int, int, object]:
    """The index, the number and the letters under a root."""
    numbers = [int(number.value) for number in map(unsigned, factors(root.inner)) if isinstance(number, Num)]
    return root.index, (numbers or [1])[0], monomial(root.inner)


def is_finished(root: Root) -> bool:
    """Whether nothing can be taken out of a root: its number and letters have no power as high as its index,
    and it is no root of a lower index in disguise."""
    index, number, powers = radicand(root)
    inside = root.inner
    if not isinstance(powers, tuple) or not all(is_whole(f) or isinstance(f, Var | Power) for f in factors(inside)):
        return False
    exponents = [power for _, power in powers]
    if not all(isinstance(power, int) and 0 < power < index for power in exponents) or number == 1 > len(exponents):
        return False
    return power_free(number, index) and not any(
        index % lower == 0 and all(power % lower == 0 for power in exponents) and is_power(number, lower)
        for lower in range(2, index + 1)
    )


def power_free(number: int, index: int) -> bool:
    """Whether no number above 1 to this power divides it; large numbers are taken as free."""
    return number > 0 and not any(number % base**index == 0 for base in range(2, min(1000, number) + 1))


def is_power(number: int, index: int) -> bool:
    """Whether it is a whole number to this power."""
    base = round(number ** (1 / index)) if number < 10**12 else 0
    return bool(base**index == number)


def is_one_power(node: Node, right: Node) -> bool:
    """Whether it is one power with the same base as the right answer's."""
    if not isinstance(right, Power) or not isinstance(node, Power):
        return False
    return not any(isinstance(part, Power | Root) for part in walk(node.base)) and same_value(node.base, right.base)


def has_no_root_sign(node: Node) -> bool:
    """Whether all roots are written as exponents, and no power stands within a power."""
    powers = [part for part in walk(node) if isinstance(part, Power)]
    return not any(isinstance(part, Root) for part in walk(node)) and not any(
        isinstance(part, Power) for power in powers for part in walk(power.base)
    )


def has_no_fraction_exponent(node: Node) -> bool:
    """Whether all roots are written with root signs."""
    return not any(is_fractional(part) for part in walk(node))


def has_positive_exponents(node: Node) -> bool:
    """Whether no exponent is zero or negative."""
    return not any(isinstance(part, Power) and part.exponent <= 0 for part in walk(node))
