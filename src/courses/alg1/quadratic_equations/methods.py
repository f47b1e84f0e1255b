"""Equations that suit one method each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import gcd
from random import Random

from courses.alg1.quadratic_equations.factors import factor, leading, monic, product
from courses.alg1.quadratic_equations.quadratics import Quadratic, square_tex
from exercises import Reroll, nonzero, pick, poly

SQUARE, PRODUCT, FACTOR, COMPLETE, FORMULA = METHODS = ("square", "product", "factor", "complete", "formula")


@dataclass(frozen=True, slots=True)
class Posed:
    """An equation, its form in words, and its coefficients when they can be read off."""

    tex: str
    look: str
    q: Quadratic


def drawn(rng: Random, method: str, x: str) -> Posed:
    """An equation for which this method is the shortest."""
    return MAKERS[method](rng, x)


def one_square(rng: Random, x: str) -> Posed:
    """`3(x - 2)^2 = 27`, `4x^2 - 9 = 0`."""
    a, h, n = pick(rng, (1, 2, 3, 4, 5)), pick(rng, (0, *range(-9, 10))), pick(rng, (5, 7, 12, 16, 20, 25, 36, 49, 50))
    k = pick(rng, (0, nonzero(rng, -9, 9)))
    inside = poly(1, x, h)
    left = poly(a, square_tex(inside), k)
    return Posed(f"{left} = {a * n + k}", f"It has the letter in ${square_tex(inside)}$ and nowhere else.",
                 Quadratic(a, 2 * a * h, a * h * h - a * n))  # fmt: skip


def product_zero(rng: Random, x: str) -> Posed:
    """`(x - 3)(2x + 5) = 0`."""
    one, other = pick(rng, (monic(rng), factor(1, 0))), pick(rng, (monic(rng), leading(rng, 4)))
    front = pick(rng, (1, 1, 2, 3))
    if one == other:
        raise Reroll
    return Posed(f"{product(x, (one, other), front)} = 0", "It is a product on one side and $0$ on the other.",
                 Quadratic(int(one.p * other.p) * front, int(one.p * other.q + other.p * one.q) * front,
                           one.q * other.q * front))  # fmt: skip


def factorable(rng: Random, x: str) -> Posed:
    """`x² - 7x + 12 = 0`."""
    one, other = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    q = Quadratic(1, one + other, one * other)
    if not q.b or one == other:
        raise Reroll
    return in_order(q, x)


def completable(rng: Random, x: str) -> Posed:
    """`x² + 8x - 3 = 0`."""
    p, n = nonzero(rng, -8, 8), pick(rng, (2, 3, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20))
    q = Quadratic(1, 2 * p, p * p - n)
    if not q.c or abs(q.c) > 30:
        raise Reroll
    return in_order(q, x)


def for_formula(rng: Random, x: str) -> Posed:
    """`3x² - 5x - 4 = 0`."""
    q = Quadratic(pick(rng, (2, 3, 4, 5, 7)), pick(rng, (-9, -7, -5, -3, 3, 5, 7, 9)), nonzero(rng, -9, 9))
    square = any(n * n == q.discriminant for n in range(30))
    if q.discriminant <= 0 or square or gcd(q.a, q.b, q.c) > 1:
        raise Reroll
    return in_order(q, x)


def in_order(q: Quadratic, x: str) -> Posed:
    """All terms on one side; what can be seen there."""
    asked = q.a * q.c
    found = any(asked == n * (q.b - n) for n in range(-100, 101))
    pair = f"two integers with the product ${asked}$ and the sum ${q.b}$"
    half = f"half of ${q.b}$ is {'an integer' if q.b % 2 == 0 else 'a fraction'}"
    front = "" if q.a == 1 else f", and ${q.a}$ stands before the square"
    text = f"It has three terms in order. There are {'' if found else 'no '}{pair}" + (
        "." if found else f"; {half}{front}."
    )
    return Posed(f"{q.tex(x)} = 0", text, q)


MAKERS: Mapping[str, Callable[[Random, str], Posed]] = {
    SQUARE: one_square,
    PRODUCT: product_zero,
    FACTOR: factorable,
    COMPLETE: completable,
    FORMULA: for_formula,
}
