"""How an expression is written, whatever its value: a number in lowest terms, simplified, expanded, factored."""

from collections.abc import Iterable
from math import gcd

from exercises.exact import Fraction
from exercises.parser.errors import Undefined
from exercises.parser.nodes import Abs, Mixed, Neg, Node, Num, Power, Product, Quotient, Sum, Var, letters, walk
from exercises.parser.polynomials import polynomial, splits
from exercises.parser.tex import to_tex

Monomial = tuple[tuple[str, int | Fraction], ...]

ONE = Num(Fraction(1), "1")


def unsigned(node: Node) -> Node:
    """What stands behind the minus signs."""
    return unsigned(node.inner) if isinstance(node, Neg) else node


def is_whole(node: Node) -> bool:
    """A whole number, perhaps with a minus sign."""
    number = unsigned(node)
    return isinstance(number, Num) and number.whole


def is_number(node: Node) -> bool:
    """A number with nothing left to work out: whole, decimal, mixed, or one whole number over another."""
    inner = unsigned(node)
    if isinstance(inner, Quotient):
        return is_whole(inner.top) and is_whole(inner.bottom)
    return isinstance(inner, Num | Mixed)


def in_lowest_terms(node: Node) -> bool:
    """Whether a number (see is_number) is reduced: no `2/4`, `6/1` or `1 3/2`."""
    inner = unsigned(node)
    if isinstance(inner, Mixed):
        return gcd(inner.top, inner.bottom) == 1 and 0 < inner.top < inner.bottom
    if isinstance(inner, Quotient):
        top, bottom = unsigned(inner.top), unsigned(inner.bottom)
        return (
            isinstance(top, Num)
            and isinstance(bottom, Num)
            and bottom.value != 1
            and gcd(int(top.value), int(bottom.value)) == 1
        )
    return True


def terms(node: Node) -> tuple[Node, ...]:
    """The terms side by side; one for anything that is no sum."""
    return node.terms if isinstance(node, Sum) else (node,)


def factors(node: Node) -> tuple[Node, ...]:
    """The factors side by side; one for anything that is no product."""
    return node.factors if isinstance(node, Product) else (node,)


def monomial(term: Node) -> Monomial | None:
    """The letters and powers of a term such as `-3/4 x^2 y`, `x/2` or `3/x`; None when something in it is
    still to be worked out (brackets, two numbers, `2/4`, `x x`)."""
    inner = on_one_bar(unsigned(term))
    if isinstance(inner, Quotient) and not is_number(inner):
        return over(inner)
    return symbols(factors(inner))


def on_one_bar(term: Node) -> Node:
    """A product with one fraction of letters in it as one fraction: `1/r^4 s^7` is `s^7/r^4`, `k/5 x` is `kx/5`."""
    parts = factors(term)
    fractions = [part for part in parts if isinstance(part, Quotient) and not is_number(part)]
    if len(parts) < 2 or len(fractions) != 1:
        return term
    above = (piece for part in parts for piece in (factors(part.top) if part is fractions[0] else (part,)))
    top = tuple(part for part in above if part != ONE)
    return Quotient(top[0] if len(top) == 1 else Product(top), fractions[0].bottom) if top else term


def symbols(parts: Iterable[Node]) -> Monomial | None:
    """The letters and powers of factors with nothing left to work out; None for others."""
    found: list[tuple[str, int | Fraction]] = []
    numbers = 0
    for factor in parts:
        if isinstance(factor, Var):
            found.append((factor.name, 1))
        elif isinstance(factor, Power) and isinstance(factor.base, Var) and factor.exponent not in (0, 1):
            found.append((factor.base.name, factor.exponent))
        elif isinstance(factor, Abs) and letters(factor) and is_simplified(factor.inner):
            found.append((to_tex(factor), 1))
        elif is_number(factor) and in_lowest_terms(factor):
            numbers += 1
        else:
            return None
    distinct = len({name for name, _ in found}) == len(found)
    return tuple(sorted(found)) if distinct and numbers <= 1 else None


def over(fraction: Quotient) -> Monomial | None:
    """The letters and powers of a fraction of two terms with nothing to cancel."""
    top, bottom = monomial(fraction.top), monomial(fraction.bottom)
    if top is None or bottom is None or {n for n, _ in top} & {n for n, _ in bottom}:
        return None
    if not cancelled([fraction.top], fraction.bottom):
        return None
    return tuple(sorted((*top, *((name, -power) for name, power in bottom))))


def coefficient(term: Node) -> int:
    """The whole number in a term, 1 if there is none."""
    numbers = [factor for factor in factors(unsigned(term)) if is_whole(factor)]
    number = unsigned(numbers[0]) if numbers else None
    return int(number.value) if isinstance(number, Num) else 1


def cancelled(tops: list[Node], bottom: Node) -> bool:
    """Whether no number divides all the terms above and the one below."""
    below = coefficient(bottom)
    return below != 0 and gcd(below, *map(coefficient, tops)) == 1


def is_expanded(node: Node) -> bool:
    """A sum of terms without brackets; like terms may still stand apart."""
    return all(monomial(term) is not None for term in terms(node))


def is_simplified(node: Node) -> bool:
    """A sum of terms without brackets, like terms collected; or such a sum over one without common factor."""
    inner = unsigned(node)
    if isinstance(inner, Quotient) and isinstance(inner.top, Sum):
        bottom_alone = monomial(inner.bottom) is not None
        return (
            is_simplified(inner.top)
            and is_simplified(inner.bottom)
            and (not bottom_alone or cancelled(list(inner.top.terms), inner.bottom))
        )
    if isinstance(inner, Quotient) and isinstance(inner.bottom, Sum):
        return is_simplified(inner.top) and is_simplified(inner.bottom)
    found = [monomial(term) for term in terms(node)]
    return None not in found and len(set(found)) == len(found)


def is_standard(node: Node) -> bool:
    """Simplified, and the terms stand from the highest degree to the lowest."""
    found = [monomial(term) or () for term in terms(node)]
    degrees = [sum(power for _, power in powers) for powers in found]
    return is_simplified(node) and degrees == sorted(degrees, reverse=True)


def is_product(node: Node) -> bool:
    """Written as factors: no sum on the outside."""
    inner = unsigned(node)
    return not isinstance(inner, Sum) and not (isinstance(inner, Quotient) and isinstance(inner.top, Sum))


def count(node: Node) -> int:
    """How many factors with a letter a product has, powers counted as often as they stand for."""
    inner = unsigned(node)
    if isinstance(inner, Product):
        return sum(map(count, inner.factors))
    if isinstance(inner, Power) and isinstance(inner.exponent, int):
        return count(inner.base) * max(inner.exponent, 0)
    if isinstance(inner, Quotient):
        return 0 if letters(inner.bottom) else count(inner.top)
    return 1 if letters(inner) else 0


def has_whole_factors(node: Node) -> bool:
    """Whether all numbers in the factors of a product are whole."""
    return not any(
        isinstance(part, Quotient | Mixed) or (isinstance(part, Num) and not part.whole) for part in walk(node)
    )


def is_factored(node: Node) -> bool:
    """A product whose brackets cannot be factored further over the rationals."""
    return is_product(node) and not any(factor_splits(factor) for factor in factors(unsigned(node)))


def factor_splits(factor: Node) -> bool:
    """Whether a factor can itself be factored."""
    base = factor.base if isinstance(factor, Power) else factor
    if not isinstance(base, Sum):
        return isinstance(base, Product | Power) and not is_factored(base)
    try:
        return splits(polynomial(base))
    except Undefined:
        return False
