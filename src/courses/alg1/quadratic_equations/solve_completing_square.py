"""Solve by completing the square."""

from random import Random

from courses.alg1.quadratic_equations.quadratics import (
    EXACTLY,
    LETTERS,
    Posed,
    Values,
    ask,
    both,
    only,
    rooted,
    shown,
    square_tex,
    upper,
)
from courses.alg1.quadratic_equations.readback import all_solutions
from exercises import (
    NumberSet,
    Question,
    Reroll,
    Step,
    integer,
    nonzero,
    num,
    person,
    pick,
    poly,
    root_of,
    signed,
    template,
    term,
)
from exercises.exact import Fraction

EVEN = (2, 3, 5, 6, 7, 8, 10, 11, 12, 13, 15, 18, 20, 24, 27, 28, 32, 45)
ODD = (5, 13, 17, 21, 29, 33, 37, 41, 45, 53, 1, 9, 25, 49, 81)
"""Squares of an odd number less a multiple of four: what is left over four when half of the coefficient is no whole."""


def level(rng: Random) -> int:
    """What the completed square is to equal: seldom a square, now and then negative."""
    kind = integer(rng, 1, 20)
    return -integer(rng, 1, 30) if kind < 3 else pick(rng, (1, 4, 9, 16, 25, 36, 49)) if kind < 7 else pick(rng, EVEN)


def completed(x: str, half: Fraction, n: Fraction) -> tuple[Step, ...]:
    """From `x² + 2·half·x = n - half²` to the two solutions."""
    inside, left = poly(1, x, half), poly(1, f"{x}^2", 2 * half, x)
    square = square_tex(inside) if half.denominator == 1 else rf"\left({inside}\right)^2"
    grown = f"{num(n - half**2)} + {num(half**2)}"
    add = Step(f"Add ${num(half**2)}$ to both sides of ${left} = {num(n - half**2)}$: ${square} = {grown} = {num(n)}$.",
               f"Half of ${num(2 * half)}$ is ${num(half)}$, and its square is ${num(half**2)}$.")  # fmt: skip
    if n <= 0:
        return (add, *rooted(inside, n)) if half.denominator == 1 else (add, _never(square, n))
    root = shown(root_of(n))
    return (add, Step(f"Take square roots: ${inside} = \\pm {root}$.",
                      "A number and its opposite have the same square."),
            Step(f"Free the letter: ${x} = {num(-half)} \\pm {root}$.",
                 "One equation for each sign of the root."))  # fmt: skip


def _never(square: str, n: Fraction) -> Step:
    if n == 0:
        raise Reroll
    return Step(f"${square} = {num(n)}$ asks for a square that is negative.",
                "The square of a real number is never negative.")  # fmt: skip


def slips(half: Fraction, n: Fraction) -> dict[str, Values | None]:
    """What the usual mistakes give for `(x + half)² = n`."""
    values = both(-half, n)
    return {
        "root_of_negative": both(-half, -n) if n < 0 else None,
        "added_square_to_one_side": both(-half, n - half**2) or None,
        "half_with_wrong_sign": both(half, n) or None,
        "one_root_only": upper(values),
        "whole_coefficient_in_bracket": both(-2 * half, n) or None,
        "left_the_square_on": only(n - half),
    }


def to_other_side(x: str, b: int, c: int) -> tuple[Step, ...]:
    """The constant goes to the right."""
    if c == 0:
        raise Reroll
    verb, way = ("Subtract", "from") if c > 0 else ("Add", "to")
    return (Step(f"{verb} ${abs(c)}$ {way} both sides: ${poly(1, f'{x}^2', b, x)} = {-c}$.",
                 "Only the terms with the letter stay, so that a square can be completed."),)  # fmt: skip


REMINDER = "Which number must stand beside the terms with the letter to make them a perfect square?"


def even(rng: Random, x: str) -> Posed:
    """`x² + 6x - 2 = 0`, or with the constant on the right."""
    p, n = nonzero(rng, -9, 9), level(rng)
    c = p * p - n
    moved = pick(rng, (True, False))
    if c == 0 or abs(c) > 90:
        raise Reroll
    left = poly(1, f"{x}^2", 2 * p, x)
    return Posed(
        key=("even", p, n, moved),
        tex=f"{left} = {-c}" if moved else f"{poly(1, f'{x}^2', 2 * p, x, c)} = 0",
        reminder=REMINDER,
        steps=(*(() if moved else to_other_side(x, 2 * p, c)), *completed(x, Fraction(p), Fraction(n))),
        values=both(-p, n),
        wrong=slips(Fraction(p), Fraction(n)),
    )


def odd(rng: Random, x: str) -> Posed:
    """`x² + 5x + 1 = 0`."""
    b, four_n = 2 * integer(rng, -5, 4) + 1, pick(rng, (*ODD, -3, -7))
    if (b * b - four_n) % 4:
        raise Reroll
    c, n, half = (b * b - four_n) // 4, Fraction(four_n, 4), Fraction(b, 2)
    return Posed(
        key=("odd", b, c),
        tex=f"{poly(1, f'{x}^2', b, x, c)} = 0",
        reminder="The middle coefficient is odd: its half is a fraction, and that is no obstacle. What is its square?",
        steps=(*to_other_side(x, b, c), *completed(x, half, n)),
        values=both(-half, n),
        wrong=slips(half, n),
    )


def with_coefficient(rng: Random, x: str) -> Posed:
    """`2x² - 12x + 4 = 0`."""
    a, p, n = pick(rng, (2, 3, 4, 5, -1, -2)), nonzero(rng, -6, 6), level(rng)
    c = p * p - n
    if c == 0 or abs(a * c) > 120:
        raise Reroll
    divided = Step(f"Divide both sides by ${a}$: ${poly(1, f'{x}^2', 2 * p, x, c)} = 0$.",
                   "The square is easiest to complete when nothing stands before it.")  # fmt: skip
    not_divided = both(-a * p, Fraction((a * p) ** 2 - a * c)) or None
    return Posed(
        key=("coefficient", a, p, n),
        tex=f"{poly(a, f'{x}^2', 2 * a * p, x, a * c)} = 0",
        reminder=f"A number stands before the square. How do you get rid of the ${a}$ on both sides?",
        steps=(divided, *to_other_side(x, 2 * p, c), *completed(x, Fraction(p), Fraction(n))),
        values=both(-p, n),
        wrong={"forgot_to_divide_through": not_divided, **slips(Fraction(p), Fraction(n))},
    )


def rearranged(rng: Random, x: str) -> Posed:
    """`x² = 6x + 5`, `x² + 3 = 8x`, `x(x + 6) = 1`."""
    p, n = nonzero(rng, -8, 8), level(rng)
    c = p * p - n
    if c == 0 or abs(c) > 80:
        raise Reroll
    tex = pick(rng, (
        f"{x}^2 = {poly(-2 * p, x, -c)}",
        f"{x}^2 {signed(c)} = {term(-2 * p, x)}",
        f"{x}({poly(1, x, 2 * p)}) = {-c}",
        f"{term(-2 * p, x)} = {x}^2 {signed(c)}",
    ))  # fmt: skip
    order = Step(f"Put the terms with the letter on one side: ${poly(1, f'{x}^2', 2 * p, x)} = {-c}$.",
                 "That is the form in which a square can be completed.")  # fmt: skip
    return Posed(
        key=("rearranged", tex.replace(x, "x")),
        tex=tex,
        reminder="Sort it first: the terms with the letter on one side, the plain number on the other.",
        steps=(order, *completed(x, Fraction(p), Fraction(n))),
        values=both(-p, n),
        wrong={"moved_without_turning_sign": both(p, p * p - c) or None, **slips(Fraction(p), Fraction(n))},
    )


def one_sided(rng: Random, x: str) -> Posed:
    """Somebody added the square on the left only."""
    p, n, name = nonzero(rng, -8, 8), pick(rng, EVEN), person(rng)
    r = n - p * p
    if r <= 0:
        raise Reroll
    square = square_tex(poly(1, x, p))
    return Posed(
        key=("one-sided", p, n),
        tex=f"{poly(1, f'{x}^2', 2 * p, x)} = {r}",
        reminder=f"{name} changed the left side. What has to happen to the right side as well?",
        steps=completed(x, Fraction(p), Fraction(n)),
        values=both(-p, n),
        wrong=slips(Fraction(p), Fraction(n)),
        story=f"{name} wants to complete the square in the equation below and writes ${square} = {r}$. That is not the "
        "same equation any more.",
    )


FORMS = (even, even, even, odd, odd, with_coefficient, with_coefficient, rearranged, rearranged, one_sided)


@template(
    "alg1/quadratic-equations/solve-completing-square",
    version=1,
    standards=("HSA.REI.B.4.a",),
    answer=NumberSet,
    check=all_solutions,
    band="middle coefficient even to 18 or odd to 9; a common factor to 5; roots of numbers to 60; now and then none",
)
def completing_square(rng: Random) -> Question:
    """A draw of one of the forms."""
    x = pick(rng, LETTERS)
    posed = pick(rng, FORMS)(rng, x)
    return ask(rng, posed, x, EXACTLY, "Solve by completing the square.")
