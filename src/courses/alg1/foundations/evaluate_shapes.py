"""The shapes of expressions to be evaluated: sums of products, powers and brackets, and quotients."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from exercises import integer, nonzero, pick, poly, shuffled, signed, term
from exercises.exact import Fraction

Values = Mapping[str, int]
LETTERS = (("x", "y", "z"), ("a", "b", "c"), ("p", "q", "r"), ("m", "n", "k"), ("u", "v", "w"))


@dataclass(frozen=True, slots=True)
class Part:
    """`coef` times a body of letters; `body` finds its value with a given way to square."""

    coef: int
    tex: str
    body: Callable[[Values, Callable[[int], int]], int]


@dataclass(frozen=True, slots=True)
class Shape:
    """A sum of parts, perhaps over a sum of parts. `wrong` adds mistakes that only this shape invites."""

    parts: Sequence[Part]
    under: Sequence[Part] = ()
    wrong: Callable[[Values], Mapping[str, Fraction]] = field(default=lambda values: {})


def square(n: int) -> int:
    """n times n."""
    return n * n


def letter(coef: int, x: str) -> Part:
    """`3x`"""
    return Part(coef, x, lambda values, _: values[x])


def constant(n: int) -> Part:
    """`7`"""
    return Part(n, "", lambda values, _: 1)


def product(coef: int, x: str, y: str) -> Part:
    """`3xy`"""
    return Part(coef, f"{x}{y}", lambda values, _: values[x] * values[y])


def squared(coef: int, x: str) -> Part:
    """`3x^2`"""
    return Part(coef, f"{x}^2", lambda values, power: power(values[x]))


def group(coef: int, x: str, b: int, y: str) -> Part:
    """`3(x - 2y)`"""
    return Part(coef, f"({poly(1, x, b, y)})", lambda values, _: values[x] + b * values[y])


def squared_group(coef: int, x: str, b: int, y: str) -> Part:
    """`3(x - y)^2`"""
    return Part(coef, f"({poly(1, x, b, y)})^2", lambda values, power: power(values[x] + b * values[y]))


def tex_of(parts: Sequence[Part]) -> str:
    """The sum as it is written."""
    first, *rest = parts
    return " ".join([term(first.coef, first.tex), *(signed(part.coef, part.tex) for part in rest)])


def total(parts: Sequence[Part], values: Values, power: Callable[[int], int] = square) -> int:
    """The value of the sum."""
    return sum(part.coef * part.body(values, power) for part in parts)


def linear(rng: Random, x: str, y: str, z: str) -> Shape:
    """ax + by + c."""
    return Shape([letter(_coef(rng), x), letter(_coef(rng), y), constant(nonzero(rng, -12, 12))])


def three_letters(rng: Random, x: str, y: str, z: str) -> Shape:
    """ax + byz."""
    return Shape([letter(_coef(rng), x), product(nonzero(rng, -3, 3), y, z)])


def power_and_product(rng: Random, x: str, y: str, z: str) -> Shape:
    """ax^2 + bxy."""
    return Shape(shuffled(rng, [squared(nonzero(rng, -3, 3), x), product(_coef(rng), x, y)]))


def minus_square(rng: Random, x: str, y: str, z: str) -> Shape:
    """ay - x^2: the square comes before the minus."""
    return Shape([letter(integer(rng, 2, 6), y), squared(-1, x), constant(nonzero(rng, -9, 9))])


def bracket(rng: Random, x: str, y: str, z: str) -> Shape:
    """a(x - by) + cz."""
    a, b, c = _coef(rng), nonzero(rng, -3, 3), _coef(rng)
    lost = [letter(a, x), letter(b, y), letter(c, z)]
    return Shape(
        [group(a, x, b, y), letter(c, z)],
        wrong=lambda values: {"distributed-to-first-only": Fraction(total(lost, values))},
    )


def bracket_squared(rng: Random, x: str, y: str, z: str) -> Shape:
    """a(x - y)^2 + bz."""
    a, sign, c = integer(rng, 2, 4), pick(rng, (-1, 1)), _coef(rng)
    lost = [squared(a, x), squared(sign * a, y), letter(c, z)]
    return Shape(
        [squared_group(a, x, sign, y), letter(c, z)],
        wrong=lambda values: {"squared-each-term": Fraction(total(lost, values))},
    )


def quotient(rng: Random, x: str, y: str, z: str) -> Shape:
    """(ax + by) / z, or over a difference of letters."""
    top = [letter(integer(rng, 1, 5), x), letter(_coef(rng), y)]
    under = pick(rng, ([letter(1, z)], [letter(2, z), constant(1)], [letter(1, z), letter(-1, x)]))
    return Shape(top, under, lambda values: _last_only(top, under, values))


def _last_only(top: Sequence[Part], under: Sequence[Part], values: Values) -> Mapping[str, Fraction]:
    last = Fraction(total(top[1:], values), total(under, values))
    return {"fraction-bar-over-last-only": total(top[:1], values) + last}


SHAPES = (linear, three_letters, power_and_product, minus_square, bracket, bracket_squared, quotient, quotient)


def _coef(rng: Random) -> int:
    return pick(rng, (-5, -4, -3, -2, 2, 3, 4, 5, 6))
