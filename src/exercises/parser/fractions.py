"""Quotients of polynomials: for comparing equations that have a letter in a denominator."""

from exercises.exact import Fraction
from exercises.parser.errors import Undefined
from exercises.parser.fields import Field, no_value, value
from exercises.parser.nodes import Node, letters
from exercises.parser.polynomials import Polynomial, constant, negative, plus, power, times

Rational = tuple[Polynomial, Polynomial]
"""Top and bottom."""

ONE = constant(Fraction(1))
MAX_PAIRS = 40  # of terms that are multiplied; equations of stories need few


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


def product(a: Polynomial, b: Polynomial) -> Polynomial:
    """The product; Undefined when it has more terms than a story needs."""
    if len(a) * len(b) > MAX_PAIRS:
        raise Undefined("too many terms")
    return times(a, b)


def added(a: Rational, b: Rational) -> Rational:
    """The sum over one denominator."""
    return (
        (plus(a[0], b[0]), a[1])
        if a[1] == b[1]
        else (plus(product(a[0], b[1]), product(b[0], a[1])), product(a[1], b[1]))
    )


def turned(a: Rational) -> Rational:
    """One over it."""
    if not a[0]:
        raise Undefined("division by zero")
    return a[1], a[0]


def raised(a: Rational, exponent: int) -> Rational:
    """A power."""
    if abs(exponent) > 2:
        raise Undefined("too large for a story")
    base = a if exponent >= 0 else turned(a)
    return power(base[0], abs(exponent)), power(base[1], abs(exponent))


RATIONALS: Field[Rational] = Field(
    lambda number: (constant(number), ONE),
    added,
    lambda a, b: (product(a[0], b[0]), product(a[1], b[1])),
    lambda a: (negative(a[0]), a[1]),
    turned,
    raised,
    no_value,
)
