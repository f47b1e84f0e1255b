"""One walk over the tree for every kind of number: exact, modulo a prime, floating, polynomial."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from math import isqrt, sqrt
from operator import add, mul, neg
from typing import Any, Generic, Never, TypeVar

from exercises.exact import Fraction
from exercises.parser.errors import Undefined
from exercises.parser.nodes import Abs, Exponential, Mixed, Neg, Node, Num, Power, Product, Quotient, Root, Sum, Var

T = TypeVar("T")

PRIME = 2**61 - 1
LARGEST = 4096  # bits of numbers whose roots and powers are worked out


def no_value(*_: object) -> Never:
    """What a kind of number does not have."""
    raise Undefined("no roots, exponentials or absolute values of this kind")


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """The arithmetic of one kind of number; `inverse` and what follows it may raise Undefined."""

    number: Callable[[Fraction], T]
    add: Callable[[T, T], T]
    mul: Callable[[T, T], T]
    neg: Callable[[T], T]
    inverse: Callable[[T], T]
    power: Callable[[T, int], T]
    root: Callable[[T], T]
    higher_root: Callable[[T, int], T] = no_value
    exponential: Callable[[T, T], T] = no_value
    absolute: Callable[[T], T] = no_value

    def any_root(self, of: T, index: int) -> T:
        """A root of any index."""
        return self.root(of) if index == 2 else self.higher_root(of, index)


def value(node: Node, at: Mapping[str, T], field: Field[T]) -> T:
    """The value of an expression with these numbers for its letters; Undefined when it has none."""
    found: T = WORKED_OUT.get(type(node), nothing)(node, at, field)
    return found


def letter(node: Var, at: Mapping[str, T], _: Field[T]) -> T:
    """The number of a letter."""
    if node.name not in at:
        raise Undefined("a letter without a number has no value")
    return at[node.name]


def mixed(node: Mixed, _: Mapping[str, T], field: Field[T]) -> T:
    """The value of a mixed number."""
    return field.number(node.whole + exact_power(Fraction(node.bottom), -1) * node.top)


def power(node: Power, at: Mapping[str, T], field: Field[T]) -> T:
    """The value of a power; an exponent that is no whole number stands for a root."""
    base, exponent = value(node.base, at, field), node.exponent
    if isinstance(exponent, int):
        return field.power(base, exponent)
    return field.power(field.any_root(base, exponent.denominator), exponent.numerator)


def nothing(node: Node, at: Mapping[str, T], field: Field[T]) -> Never:
    """What an equation has in place of a value."""
    raise Undefined("an equation has no value")


WORKED_OUT: Mapping[type, Callable[[Any, Mapping[str, Any], Field[Any]], Any]] = {
    Num: lambda node, at, field: field.number(node.value),
    Var: letter,
    Mixed: mixed,
    Sum: lambda node, at, field: reduce(field.add, [value(term, at, field) for term in node.terms]),
    Product: lambda node, at, field: reduce(field.mul, [value(factor, at, field) for factor in node.factors]),
    Neg: lambda node, at, field: field.neg(value(node.inner, at, field)),
    Quotient: lambda node, at, field: field.mul(
        value(node.top, at, field), field.inverse(value(node.bottom, at, field))
    ),
    Power: power,
    Exponential: lambda node, at, field: field.exponential(
        value(node.base, at, field), value(node.exponent, at, field)
    ),
    Root: lambda node, at, field: field.any_root(value(node.inner, at, field), node.index),
    Abs: lambda node, at, field: field.absolute(value(node.inner, at, field)),
}


def exact_power(base: Fraction, exponent: int) -> Fraction:
    """A power; Undefined for 0 to a power that is not positive."""
    if base == 0 and exponent <= 0:
        raise Undefined("division by zero")
    return base**exponent


def exact_root(power: Fraction, index: int = 2) -> Fraction:
    """The root of a power of a rational number; Undefined for any other."""
    if power < 0:
        if index % 2 == 0:
            raise Undefined("root of a negative number")
        return -exact_root(-power, index)
    root = Fraction(whole_root(power.numerator, index), whole_root(power.denominator, index))
    if root**index != power:
        raise Undefined("the root is not rational")
    return root


def whole_root(power: int, index: int) -> int:
    """The largest whole number whose power is not larger; Undefined for numbers too large to try."""
    if index == 2:
        return isqrt(power)
    if power.bit_length() > LARGEST:
        raise Undefined("too large")
    below, above = 0, 1 << (power.bit_length() // index + 1)
    while above - below > 1:
        middle = (below + above) // 2
        below, above = (middle, above) if middle**index <= power else (below, middle)
    return below


def exact_exponential(base: Fraction, exponent: Fraction) -> Fraction:
    """A power whose exponent was worked out; Undefined for one that is not whole or gives a long number."""
    size = max(base.numerator.bit_length(), base.denominator.bit_length())
    if exponent.denominator != 1 or abs(exponent) * size > LARGEST:
        raise Undefined("no whole exponent, or too large")
    return exact_power(base, exponent.numerator) if exponent else Fraction(1)


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


def floating_root(power: float, index: int = 2) -> float:
    """A root; Undefined for a negative number when the index is even."""
    if power < 0:
        if index % 2 == 0:
            raise Undefined("root of a negative number")
        return -floating_root(-power, index)
    return sqrt(power) if index == 2 else float(power ** (1 / index))


def floating_exponential(base: float, exponent: float) -> float:
    """A power of a positive number; Undefined for another base and for what is too large."""
    if base <= 0:
        raise Undefined("the base is not positive")
    try:
        return float(base**exponent)
    except ArithmeticError as problem:
        raise Undefined(str(problem)) from problem


EXACT: Field[Fraction] = Field(
    lambda given: given,
    add,
    mul,
    neg,
    lambda bottom: exact_power(bottom, -1),
    exact_power,
    exact_root,
    exact_root,
    exact_exponential,
    abs,
)
MODULAR: Field[int] = Field(
    modular_number,
    lambda a, b: (a + b) % PRIME,
    lambda a, b: a * b % PRIME,
    lambda a: -a % PRIME,
    lambda bottom: modular_power(bottom, -1),
    modular_power,
    no_value,  # none keeps its sign modulo a prime: roots are compared in floating numbers
)
FLOATING: Field[float] = Field(
    floating_number,
    add,
    mul,
    neg,
    lambda bottom: floating_power(bottom, -1),
    floating_power,
    floating_root,
    floating_root,
    floating_exponential,
    abs,
)
