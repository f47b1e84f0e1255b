"""Whether a number with roots is written as far worked out as it can be."""

from math import gcd

from exercises.answers.surds import outside
from exercises.exact import Fraction
from exercises.parser.nodes import Node, Num, Product, Quotient, Root, has_root, walk
from exercises.parser.shapes import factors, in_lowest_terms, is_number, is_whole, terms, unsigned

ROOT_LEFT = "This has the right value. Simplify the root: take out every square factor."
ROOT_BELOW = "This has the right value. Write it without a root in the denominator."
COLLECT = "This has the right value. Work it out further: one whole part, one root, fractions in lowest terms."


def unfinished(node: Node) -> str:
    """What is still to be done; "" when it is done: a number in lowest terms, a multiple of a simple root, the
    sum of both, or such a sum of whole numbers over one number with nothing to cancel."""
    roots = [part for part in walk(node) if isinstance(part, Root)]
    if not all(is_simple(root) for root in roots):
        return ROOT_LEFT
    if any(isinstance(part, Quotient) and has_root(part.bottom) for part in walk(node)):
        return ROOT_BELOW
    return "" if is_finished_sum(node) or is_finished_fraction(node) else COLLECT


def is_simple(root: Root) -> bool:
    """The root of a whole number without a square factor."""
    inner = root.inner
    if not isinstance(inner, Num) or not inner.whole:
        return False
    return inner.value > 1 and outside(int(inner.value))[0] == 1


def is_finished_sum(node: Node) -> bool:
    """At most one number and one multiple of a root."""
    found = terms(node)
    with_root = [term for term in found if has_root(term)]
    plain = [term for term in found if not has_root(term)]
    return (
        len(with_root) <= 1
        and len(plain) <= 1
        and all(is_number(term) and in_lowest_terms(term) for term in plain)
        and all(is_multiple(term) for term in with_root)
    )


def is_multiple(term: Node) -> bool:
    """A root, perhaps times a number, perhaps over a whole number, in lowest terms."""
    inner = unsigned(term)
    if isinstance(inner, Quotient):
        return is_whole(inner.bottom) and is_multiple(inner.top) and cancelled([inner.top], inner.bottom)
    numbers = [factor for factor in factors(inner) if not isinstance(factor, Root)]
    roots = [factor for factor in factors(inner) if isinstance(factor, Root)]
    return len(roots) == 1 and len(numbers) <= 1 and all(is_number(n) and in_lowest_terms(n) for n in numbers)


def is_finished_fraction(node: Node) -> bool:
    """A finished sum of whole numbers over a whole number, with nothing to cancel; perhaps with a minus before."""
    inner = unsigned(node)
    if not isinstance(inner, Quotient) or not is_whole(inner.bottom) or not is_finished_sum(inner.top):
        return False
    return all(whole_factor(term) for term in terms(inner.top)) and cancelled(list(terms(inner.top)), inner.bottom)


def whole_factor(term: Node) -> int:
    """The whole number in a term, 1 for a root alone, 0 when there is a fraction in it."""
    inner = unsigned(term)
    if isinstance(inner, Quotient):
        return 0
    numbers = [unsigned(part) for part in (inner.factors if isinstance(inner, Product) else (inner,))]
    found = [number.value for number in numbers if isinstance(number, Num)]
    value = found[0] if found else Fraction(1)
    return int(value) if value.denominator == 1 else 0


def cancelled(tops: list[Node], bottom: Node) -> bool:
    """Whether the number below is not 1 and no number divides all terms above and the one below."""
    below = unsigned(bottom)
    size = int(below.value) if isinstance(below, Num) else 0
    return size > 1 and gcd(size, *map(whole_factor, tops)) == 1
