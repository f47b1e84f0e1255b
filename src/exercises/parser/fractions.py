"""Quotients of polynomials: for comparing equations that have a letter in a denominator."""

from fractions import Fraction

from exercises.parser.errors import Undefined
from exercises.parser.fields import Field, value
from exercises.parser.nodes import Node, letters
from exercises.parser.polynomials import Polynomial, constant, negative, no_root, plus, power, times

Rational = tuple[Polynomial, Polynomial]
"""Top and bottom."""

ONE = constant(Fraction(1))


def top(node: Node) -> Polynomial:
    """What is left when the denominators are multiplied away, nothing cancelled; Undefined for roots and for
    what is large or divides by 0."""
    at: dict[str, Rational] = {name: ({((name, 1),): Fraction(1)}, ONE) for name in letters(node)}
    return value(node, at, RATIONALS)[0]


def multiples(a: Polynomial, b: Polynomial) -> bool:
    """Whether one is the other times a number that is not 0."""
    if not a or a.keys() != b.keys():
        return False
    return len({a[monomial] / b[monomial] for monomial in a}) == 1


def added(a: Rational, b: Rational) -> Rational:
    """The sum over one denominator."""
    return (plus(a[0], b[0]), a[1]) if a[1] == b[1] else (plus(times(a[0], b[1]), times(b[0], a[1])), times(a[1], b[1]))


def turned(a: Rational) -> Rational:
    """One over it."""
    if not a[0]:
        raise Undefined("division by zero")
    return a[1], a[0]


def raised(a: Rational, exponent: int) -> Rational:
    """A power."""
    base = a if exponent >= 0 else turned(a)
    return power(base[0], abs(exponent)), power(base[1], abs(exponent))


RATIONALS: Field[Rational] = Field(
    lambda number: (constant(number), ONE),
    added,
    lambda a, b: (times(a[0], b[0]), times(a[1], b[1])),
    lambda a: (negative(a[0]), a[1]),
    turned,
    raised,
    lambda a: (no_root(a[0]), ONE),
)
