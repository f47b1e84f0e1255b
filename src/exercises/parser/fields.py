"""One walk over the tree for every kind of number: exact, modulo a prime, floating, polynomial."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import isqrt, sqrt
from operator import add, mul, neg
from typing import Generic, TypeVar

from exercises.parser.errors import Undefined
from exercises.parser.nodes import Mixed, Neg, Node, Num, Power, Product, Quotient, Root, Sum, Var

T = TypeVar("T")

PRIME = 2**61 - 1


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """The arithmetic of one kind of number; `inverse`, `power` and `root` may raise Undefined."""

    number: Callable[[Fraction], T]
    add: Callable[[T, T], T]
    mul: Callable[[T, T], T]
    neg: Callable[[T], T]
    inverse: Callable[[T], T]
    power: Callable[[T, int], T]
    root: Callable[[T], T]


def value(node: Node, at: Mapping[str, T], field: Field[T]) -> T:
    """The value of an expression with these numbers for its letters; Undefined when it has none."""
    match node:
        case Product(factors):
            return reduce(field.mul, [value(factor, at, field) for factor in factors])
        case Sum(terms):
            return reduce(field.add, [value(term, at, field) for term in terms])
        case Neg(inner):
            return field.neg(value(inner, at, field))
        case Power(base, exponent):
            return field.power(value(base, at, field), exponent)
        case Quotient(top, bottom):
            return field.mul(value(top, at, field), field.inverse(value(bottom, at, field)))
        case Root(inner):
            return field.root(value(inner, at, field))
    return single(node, at, field)


def single(node: Node, at: Mapping[str, T], field: Field[T]) -> T:
    """The value of a number or letter."""
    match node:
        case Num(given):
            return field.number(given)
        case Var(name) if name in at:
            return at[name]
        case Mixed(whole, top, bottom):
            return field.number(whole + exact_power(Fraction(bottom), -1) * top)
    raise Undefined("a letter without a number, or an equation, has no value")


def exact_power(base: Fraction, exponent: int) -> Fraction:
    """A power; Undefined for 0 to a power that is not positive."""
    if base == 0 and exponent <= 0:
        raise Undefined("division by zero")
    return base**exponent


def exact_root(square: Fraction) -> Fraction:
    """The root of a square of a rational number; Undefined for any other."""
    if square < 0:
        raise Undefined("root of a negative number")
    root = Fraction(isqrt(square.numerator), isqrt(square.denominator))
    if root * root != square:
        raise Undefined("the root is not rational")
    return root


def modular_number(given: Fraction) -> int:
    """A rational number modulo the prime."""
    if given.denominator == 1:
        return given.numerator % PRIME
    return given.numerator * modular_power(given.denominator, -1) % PRIME


def modular_power(base: int, exponent: int) -> int:
    """A power modulo the prime; Undefined for 0 to a power that is not positive."""
    if base % PRIME == 0 and exponent <= 0:
        raise Undefined("division by zero")
    return pow(base, exponent, PRIME)


def modular_root(square: int) -> int:
    """There is none that keeps its sign: roots are compared in floating numbers."""
    raise Undefined("no roots modulo a prime")


def floating_power(base: float, exponent: int) -> float:
    """A power; Undefined for division by zero and for what is too large."""
    try:
        return float(base**exponent)
    except ArithmeticError as problem:
        raise Undefined(str(problem)) from problem


def floating_number(given: Fraction) -> float:
    """The nearest floating number; Undefined when too large."""
    try:
        return float(given)
    except OverflowError as problem:
        raise Undefined(str(problem)) from problem


def floating_root(square: float) -> float:
    """A root; Undefined for a negative number."""
    if square < 0:
        raise Undefined("root of a negative number")
    return sqrt(square)


EXACT: Field[Fraction] = Field(Fraction, add, mul, neg, lambda bottom: exact_power(bottom, -1), exact_power, exact_root)
MODULAR: Field[int] = Field(
    modular_number,
    lambda a, b: (a + b) % PRIME,
    lambda a, b: a * b % PRIME,
    lambda a: -a % PRIME,
    lambda bottom: modular_power(bottom, -1),
    modular_power,
    modular_root,
)
FLOATING: Field[float] = Field(
    floating_number, add, mul, neg, lambda bottom: floating_power(bottom, -1), floating_power, floating_root
)
