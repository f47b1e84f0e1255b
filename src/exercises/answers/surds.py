"""Numbers with square roots, exactly: `1 + sqrt(2)`, `(3 - sqrt(5))/2`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import gcd, sqrt

from exercises.exact import Fraction
from exercises.parser import Node, Undefined
from exercises.parser.fields import Field, exact_power, value
from exercises.say import num, signed

LARGEST = 10**6  # what may stand under a root: its square factors are found by trial
MOST = 4  # roots of different numbers in one sum

Parts = Mapping[int, Fraction]


@dataclass(frozen=True, slots=True)
class Surd:
    """A sum of rational multiples of roots: `parts` are (number under the root, factor), the number under the
    root free of squares (1 for the rational part), no factor 0, in ascending order."""

    parts: tuple[tuple[int, Fraction], ...]

    @property
    def rational(self) -> bool:
        """Whether no root is left."""
        return all(under == 1 for under, _ in self.parts)

    def __float__(self) -> float:
        return sum((float(factor) * sqrt(under) for under, factor in self.parts), 0.0)

    def __lt__(self, other: "Exact") -> bool:
        return float(self) < float(other)

    def __gt__(self, other: "Exact") -> bool:
        return float(self) > float(other)

    def __add__(self, other: "Exact") -> "Exact":
        return plain_number(add(surd(self), surd(other)))

    def __neg__(self) -> "Surd":
        return Surd(tuple((under, -factor) for under, factor in self.parts))

    def __str__(self) -> str:
        """As a learner types it: `3/2 - 1/2*sqrt(5)`."""
        terms = (f"{factor}*sqrt({under})" if under > 1 else str(factor) for under, factor in self.parts)
        return re.sub(r"(?<![\d/])1\*", "", " + ".join(terms).replace("+ -", "- "))

    @property
    def tex(self) -> str:
        """TeX over one denominator: `\\frac{3 - \\sqrt{5}}{2}`."""
        bottom = Fraction(1)
        for _, factor in self.parts:
            bottom *= (bottom * factor).denominator
        first, *rest = [(under, factor * bottom) for under, factor in self.parts]
        top = " ".join([_root(*first), *(signed(1 if f > 0 else -1, _root(u, abs(f))) for u, f in rest)])
        return top if bottom == 1 else _over(top, num(bottom), alone=not rest)


Exact = int | Fraction | Surd


def surd(number: Exact) -> Surd:
    """The number as a sum of roots."""
    return number if isinstance(number, Surd) else Surd(((1, Fraction(number)),) if number else ())


def root_of(square: int | Fraction, times: int | Fraction = 1, plus: int | Fraction = 0) -> Exact:
    """`plus + times * sqrt(square)`: a Fraction when the root is rational. Undefined for a negative square."""
    return plain_number(add(surd(plus), mul(surd(times), square_root(surd(square)))))


def plain_number(number: Surd) -> Exact:
    """The same number, as a Fraction when it has no root."""
    if number.rational:
        return number.parts[0][1] if number.parts else Fraction(0)
    return number


def exact(node: Node) -> Exact:
    """The value of a tree of numbers. Undefined for roots of negative numbers or of roots, for 0 below, for
    numbers too large."""
    return plain_number(value(node, {}, SURDS))


def outside(square: int) -> tuple[int, int]:
    """The largest k with k² in the number, and what is left under the root: 12 is (2, 3)."""
    k, left, factor = 1, square, 2
    while factor * factor <= left:
        while left % (factor * factor) == 0:
            k, left = k * factor, left // (factor * factor)
        factor += 1
    return k, left


def add(a: Surd, b: Surd) -> Surd:
    """The sum."""
    found = dict(a.parts)
    for under, factor in b.parts:
        found[under] = found.get(under, Fraction(0)) + factor
    return collected(found)


def mul(a: Surd, b: Surd) -> Surd:
    """The product."""
    found: dict[int, Fraction] = {}
    for under, factor in a.parts:
        for other, times in b.parts:
            k = gcd(under, other)  # neither has a square factor
            left = under * other // k**2
            found[left] = found.get(left, Fraction(0)) + factor * times * k
    return collected(found)


def collected(parts: Parts) -> Surd:
    """In order and without zeros. Undefined when it grows too large."""
    kept = tuple(sorted((under, factor) for under, factor in parts.items() if factor))
    if len(kept) > MOST or any(under > LARGEST for under, _ in kept):
        raise Undefined("too many roots")
    return Surd(kept)


def inverse(bottom: Surd) -> Surd:
    """One over a number: the roots go from below one by one, by (a + r)(a - r) = a² - r²."""
    top, below = surd(1), bottom
    while not below.rational:
        prime = smallest_prime(below.parts[-1][0])
        turned = Surd(tuple((u, -f if u % prime == 0 else f) for u, f in below.parts))
        top, below = mul(top, turned), mul(below, turned)
    if not below.parts:
        raise Undefined("division by zero")
    return mul(top, surd(1 / below.parts[0][1]))


def smallest_prime(number: int) -> int:
    """The smallest prime that divides a number from 2 on."""
    return next((n for n in range(2, 1001) if number % n == 0), number)


def power(base: Surd, exponent: int) -> Surd:
    """A power with a whole exponent."""
    if base.rational:
        return surd(exact_power(base.parts[0][1] if base.parts else Fraction(0), exponent))
    found = surd(1)
    for _ in range(abs(exponent)):
        found = mul(found, base)
    return found if exponent >= 0 else inverse(found)


def square_root(square: Surd) -> Surd:
    """The root of a rational number. Undefined for any other, and for what is negative or too large."""
    if not square.rational:
        raise Undefined("root of a root")
    number = square.parts[0][1] if square.parts else Fraction(0)
    if number < 0:
        raise Undefined("root of a negative number")
    under = number.numerator * number.denominator
    if under > LARGEST:
        raise Undefined("the number under the root is too large")
    k, left = outside(under)
    return collected({left: Fraction(k, number.denominator)}) if number else surd(0)


def _root(under: int, factor: Fraction) -> str:
    """TeX of one part with a whole factor."""
    if under == 1:
        return num(factor)
    root = f"\\sqrt{{{under}}}"
    return {1: root, -1: f"-{root}"}.get(int(factor), f"{num(factor)}{root}")


def _over(top: str, bottom: str, alone: bool) -> str:
    minus = "-" if alone and top.startswith("-") else ""
    return f"{minus}\\frac{{{top.removeprefix(minus)}}}{{{bottom}}}"


SURDS: Field[Surd] = Field(surd, add, mul, lambda a: -a, inverse, power, square_root)
