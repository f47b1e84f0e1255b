"""Polynomials with rational coefficients: for judging whether something is factored."""

from collections.abc import Mapping
from functools import reduce
from itertools import product as pairs
from math import gcd, isqrt, lcm

from exercises.exact import Fraction
from exercises.parser.errors import Undefined
from exercises.parser.fields import Field, no_value, value
from exercises.parser.nodes import Node, letters

Monomial = tuple[tuple[str, int], ...]
Polynomial = Mapping[Monomial, Fraction]

MAX_TERMS = 60


def polynomial(node: Node) -> Polynomial:
    """The coefficients by monomial, without zeros; Undefined when it is no polynomial or a large one."""
    return value(node, {name: {((name, 1),): Fraction(1)} for name in letters(node)}, POLYNOMIALS)


def constant(number: Fraction) -> Polynomial:
    """A number as a polynomial."""
    return {(): number} if number else {}


def plus(a: Polynomial, b: Polynomial) -> Polynomial:
    """The sum."""
    total = {monomial: a.get(monomial, Fraction(0)) + b.get(monomial, Fraction(0)) for monomial in {**a, **b}}
    return {monomial: coefficient for monomial, coefficient in total.items() if coefficient}


def times(a: Polynomial, b: Polynomial) -> Polynomial:
    """The product; Undefined when it would be large."""
    if len(a) * len(b) > MAX_TERMS**2:
        raise Undefined("too many terms")
    total: dict[Monomial, Fraction] = {}
    for (m, c), (n, d) in pairs(a.items(), b.items()):
        both = merged(m, n)
        total[both] = total.get(both, Fraction(0)) + c * d
    return {monomial: coefficient for monomial, coefficient in total.items() if coefficient}


def merged(m: Monomial, n: Monomial) -> Monomial:
    """The product of two monomials."""
    powers = dict(m)
    for name, power in n:
        powers[name] = powers.get(name, 0) + power
    return tuple(sorted(powers.items()))


def negative(a: Polynomial) -> Polynomial:
    """The opposite."""
    return {monomial: -coefficient for monomial, coefficient in a.items()}


def inverse(a: Polynomial) -> Polynomial:
    """One over a number; Undefined for anything else."""
    if a.keys() != {()}:
        raise Undefined("not a number")
    return {(): 1 / a[()]}


def power(a: Polynomial, exponent: int) -> Polynomial:
    """A power that is not negative."""
    if exponent < 0:
        return inverse(power(a, -exponent))
    return reduce(times, [a] * exponent, constant(Fraction(1)))


POLYNOMIALS: Field[Polynomial] = Field(constant, plus, times, negative, inverse, power, no_value)


def splits(a: Polynomial) -> bool:
    """Whether a factor can be taken out over the rationals: a common number or letter, or a rational zero (of a
    polynomial of degree 2 or more in one letter, or in two when all its terms have the same degree)."""
    if len(a) < 2:
        return False
    if content(a).numerator != 1 or shared_letter(a):
        return True
    names = sorted({name for monomial in a for name, _ in monomial})
    if len(names) == 2 and len({degree(monomial) for monomial in a}) == 1:
        a = {tuple(part for part in monomial if part[0] == names[0]): number for monomial, number in a.items()}
        names = names[:1]
    return len(names) == 1 and rational_zero(single_letter(a))


def degree(monomial: Monomial) -> int:
    """The sum of the exponents."""
    return sum(power for _, power in monomial)


def content(a: Polynomial) -> Fraction:
    """The largest number that divides all coefficients."""
    tops, bottoms = [c.numerator for c in a.values()], [c.denominator for c in a.values()]
    return Fraction(gcd(*tops), lcm(*bottoms))


def shared_letter(a: Polynomial) -> bool:
    """Whether one letter stands in every term."""
    return bool(set.intersection(*({name for name, _ in monomial} for monomial in a)))


def single_letter(a: Polynomial) -> list[int]:
    """Whole coefficients of a polynomial in one letter, the constant first."""
    by_degree = {degree(monomial): coefficient for monomial, coefficient in a.items()}
    scale = 1 / content(a)
    return [int(by_degree.get(degree, Fraction(0)) * scale) for degree in range(max(by_degree) + 1)]


def rational_zero(coefficients: list[int]) -> bool:
    """Whether a polynomial with whole coefficients, of degree 2 or more, has a rational zero."""
    if len(coefficients) == 3:
        c, b, a = coefficients
        under = b * b - 4 * a * c
        return under >= 0 and isqrt(under) ** 2 == under
    if len(coefficients) < 3 or max(abs(coefficients[0]), abs(coefficients[-1])) > 10_000:
        return False
    zeros = (Fraction(s * t, b) for t in divisors(coefficients[0]) for b in divisors(coefficients[-1]) for s in (1, -1))
    return any(reduce(lambda total, c: total * zero + c, reversed(coefficients), Fraction(0)) == 0 for zero in zeros)


def divisors(n: int) -> list[int]:
    """The positive divisors."""
    return [d for d in range(1, abs(n) + 1) if n % d == 0]
