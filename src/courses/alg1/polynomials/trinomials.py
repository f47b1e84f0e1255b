"""Trinomials that are products of two binomials: how they are found, and what the usual mistakes give."""

from collections.abc import Iterator
from math import isqrt

from courses.alg1.polynomials.writing import bracket, homogeneous, plus, power, times
from exercises import Step, term


def pairs_of(n: int) -> Iterator[tuple[int, int]]:
    """The pairs of whole numbers with this product, each once."""
    for d in range(1, isqrt(abs(n)) + 1):
        if n % d == 0:
            yield d, n // d
            yield -d, -(n // d)


def listed_pairs(n: int) -> str:
    """The pairs of positive numbers whose product is the size of n, in TeX."""
    return ", ".join(f"${d} \\cdot {abs(n) // d}$" for d in range(1, isqrt(abs(n)) + 1) if n % d == 0)


def signs(total: int, product: int) -> str:
    """What the signs of sum and product tell about the two numbers."""
    if product < 0:
        larger = "positive" if total > 0 else "negative"
        return f"The product is negative, so the signs differ, and the {larger} number is the larger one in size."
    return f"The product is positive, so the signs are equal: both are {'positive' if total > 0 else 'negative'}."


def simple_slips(p: int, q: int, x: str, y: str = "") -> dict[str, str]:
    """What the usual mistakes give for (x + p)(x + q)."""
    made = {
        "both_signs_turned": bracket(1, x, -p, y) + bracket(1, x, -q, y),
        "sign_of_one_number": bracket(1, x, p, y) + bracket(1, x, -q, y),
    }
    others = [pair for pair in pairs_of(p * q) if sorted(pair) != sorted((p, q)) and sum(pair) != -(p + q)]
    if others:
        a, b = others[0]
        made["right_product_wrong_sum"] = bracket(1, x, a, y) + bracket(1, x, b, y)
    return made


def simple_hints(p: int, q: int, answer: str) -> tuple[str, ...]:
    """From the pattern to the two numbers."""
    return (
        f"Look for two numbers with the product ${p * q}$ and the sum ${p + q}$.",
        signs(p + q, p * q),
        f"The size of the product is {abs(p * q)}, from {listed_pairs(p * q)}. Which pair fits the sum, with signs?",
        f"The numbers are ${p}$ and ${q}$, so the product is ${answer}$.",
    )


def simple_solution(p: int, q: int, tex: str, answer: str) -> tuple[Step, ...]:
    """With the check of sum and product."""
    return (
        Step(f"Two numbers with product ${p * q}$ and sum ${p + q}$ are wanted.",
             "In $(x + r)(x + s)$ the middle number is $r + s$ and the last is $rs$."),
        Step(f"They are ${p}$ and ${q}$.", f"${p} \\cdot {bracketed(q)} = {p * q}$ and "
             f"${p} + {bracketed(q)} = {p + q}$."),
        Step(f"${tex} = {answer}$", "Multiply back to check."),
    )  # fmt: skip


def bracketed(n: int) -> str:
    """A number behind an operation sign."""
    return f"({n})" if n < 0 else str(n)


def split_solution(a: int, b: int, c: int, d: int, x: str, tex: str, y: str = "") -> tuple[Step, ...]:
    """For (ax + b)(cx + d): split the middle term, then factor in groups."""
    outer, inner = a * d, b * c
    front, answer = bracket(a, x, b, y), bracket(a, x, b, y) + bracket(c, x, d, y)
    four = plus(term(a * c, power(x, 2)), term(inner, x + y), term(outer, x + y), term(b * d, power(y, 2)))
    groups = plus(f"{term(c, x)}{front}", times(d, y, front[1:-1]))
    return (
        Step(f"${a * c} \\cdot {bracketed(b * d)} = {a * b * c * d}$. Two numbers with this product and the sum "
             f"${outer + inner}$ are ${inner}$ and ${outer}$.", "They split the middle term."),
        Step(f"${tex} = {four}$", "The two new terms make the old middle term."),
        Step(f"$= {groups}$", "Take the common factor out of the first two and the last two terms."),
        Step(f"$= {answer}$", f"${front}$ is a common factor."),
    )  # fmt: skip


def split_hints(a: int, b: int, c: int, d: int, x: str, y: str = "") -> tuple[str, ...]:
    """From the product of first and last number to the groups."""
    outer, inner = a * d, b * c
    front = bracket(a, x, b, y)
    groups = plus(f"{term(c, x)}{front}", times(d, y, front[1:-1]))
    return (
        f"Multiply the first and the last number: ${a * c} \\cdot {bracketed(b * d)} = {a * b * c * d}$. "
        f"Look for two numbers with this product whose sum is ${outer + inner}$.",
        f"The numbers are ${inner}$ and ${outer}$. Split the middle term into ${term(inner, x + y)}$ and "
        f"${term(outer, x + y)}$.",
        f"Take out of two terms at a time: ${groups}$.",
        f"Now ${front}$ is a common factor: ${front}{bracket(c, x, d, y)}$.",
    )


def split_slips(a: int, b: int, c: int, d: int, x: str, y: str = "") -> dict[str, str]:
    """What the usual mistakes give for (ax + b)(cx + d)."""
    return {
        "numbers_changed_places": bracket(a, x, d, y) + bracket(c, x, b, y),
        "both_signs_turned": bracket(a, x, -b, y) + bracket(c, x, -d, y),
        "sign_of_one_number": bracket(a, x, b, y) + bracket(c, x, -d, y),
        "first_number_forgotten": bracket(1, x, b, y) + bracket(1, x, d, y),
    }


def trinomial(coefs: tuple[int, ...], x: str, y: str = "") -> str:
    """TeX in one letter or two."""
    return homogeneous(coefs, x, y)
