"""Solve by taking square roots: the letter stands in one square only."""

from math import gcd, isqrt
from random import Random

from courses.alg1.quadratic_equations.quadratics import (
    EXACTLY,
    LETTERS,
    Posed,
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

SQUARES = (1, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, 144)
OTHERS = (2, 3, 5, 6, 7, 8, 10, 12, 18, 20, 24, 27, 28, 32, 45, 50, 75)


def square(rng: Random) -> int:
    """What the square is to be: a square in half of the draws, now and then negative or 0."""
    kind = integer(rng, 1, 20)
    return 0 if kind == 1 else -pick(rng, SQUARES[:8]) if kind < 5 else pick(rng, SQUARES if kind < 13 else OTHERS)


def freed(a: int, inside: str, n: int, k: int) -> tuple[Step, ...]:
    """From `a·inside² + k = a·n + k` to `inside² = n`."""
    steps: list[Step] = []
    if k:
        verb, way = ("Subtract", "from") if k > 0 else ("Add", "to")
        steps.append(Step(f"{verb} ${abs(k)}$ {way} both sides: ${term(a, square_tex(inside))} = {num(a * n)}$.",
                          "The square is to stand alone, so what is added to it goes first."))  # fmt: skip
    if a != 1:
        steps.append(Step(f"Divide both sides by ${a}$: ${square_tex(inside)} = {num(n)}$.",
                          "What multiplies the square is undone before the root is taken."))  # fmt: skip
    return tuple(steps)


def pure(rng: Random, x: str) -> Posed:
    """`3x^2 - 5 = 22`."""
    a, n, k = pick(rng, (1, 1, 2, 3, 4, 5, -1, -2, -3)), square(rng), nonzero(rng, -20, 20)
    total = a * n + k
    left = poly(a, f"{x}^2", k) if a > 0 else f"{k} {signed(a, f'{x}^2')}"
    if abs(total) > 250 or (a < 0 and k < 0):
        raise Reroll
    values = both(0, n)
    return Posed(
        key=("pure", a, n, k),
        tex=f"{left} = {total}",
        reminder=f"Only ${x}^2$ is unknown here. Free it first, step by step.",
        steps=(*freed(a, x, n, k), *rooted(x, n)),
        values=values,
        wrong={
            "root_of_negative": both(0, -n) if n < 0 else None,
            "one_root_only": upper(values),
            "halved_for_root": only(Fraction(n, 2), Fraction(-n, 2)) if n > 0 else None,
            "left_the_square_on": only(n),
            "factor_forgotten_in_front": both(0, a * n) if a > 1 and n > 0 else None,
        },
    )


def shifted(rng: Random, x: str) -> Posed:
    """`2(x - 3)^2 + 1 = 19`."""
    a, n, k, h = (
        pick(rng, (1, 1, 2, 3, 4, -1, -2)),
        square(rng),
        pick(rng, (0, nonzero(rng, -12, 12))),
        nonzero(rng, -9, 9),
    )
    total, inside = a * n + k, poly(1, x, h)
    left = poly(a, square_tex(inside), k)
    if abs(total) > 200 or (a == 1 and k == 0 and n == 0):
        raise Reroll
    values = both(-h, n)
    return Posed(
        key=("shift", a, n, k, h),
        tex=f"{left} = {total}",
        reminder="Look at the bracket as one thing that is squared. Which steps free its square?",
        steps=(*freed(a, inside, n, k), *rooted(inside, n), *moved(x, h, n)),
        values=values,
        wrong={
            "root_of_negative": both(-h, -n) if n < 0 else None,
            "one_root_only": upper(values),
            "shift_with_wrong_sign": both(h, n),
            "left_the_square_on": only(n - h),
            "halved_for_root": only(Fraction(n, 2) - h, Fraction(-n, 2) - h) if n > 0 else None,
            "factor_forgotten_in_front": both(-h, a * n) if a > 1 and n > 0 else None,
        },
    )


def moved(x: str, h: int, n: int) -> tuple[Step, ...]:
    """The number beside the letter goes to the other side of each root."""
    if n <= 0:
        return ()
    root = shown(root_of(n))
    verb, way = ("Subtract", "from") if h > 0 else ("Add", "to")
    return (Step(f"{verb} ${abs(h)}$ {way} both sides: ${x} = {num(-h)} \\pm {root}$.",
                 "One equation for each sign of the root."),)  # fmt: skip


def stretched(rng: Random, x: str) -> Posed:
    """`(2x - 5)^2 = 49`, with fractions."""
    p, q, n = pick(rng, (2, 2, 3, 4, 5)), nonzero(rng, -9, 9), square(rng)
    k = pick(rng, (0, 0, nonzero(rng, -9, 9)))
    if gcd(p, q) > 1:
        raise Reroll
    inside = poly(p, x, q)
    values = both(-q, n, p)
    steps = [*freed(1, inside, n, k), *rooted(inside, n)]
    if n > 0:
        steps.append(Step(f"Free ${x}$: ${x} = \\frac{{{num(-q)} \\pm {shown(root_of(n))}}}{{{p}}}$.",
                          f"The number beside ${term(p, x)}$ goes first, then the factor ${p}$."))  # fmt: skip
    return Posed(
        key=("stretch", p, q, n, k),
        tex=f"{poly(1, square_tex(inside), k)} = {n + k}",
        reminder="The whole bracket is squared. What can the bracket itself be?",
        steps=tuple(steps),
        values=values,
        wrong={
            "root_of_negative": both(-q, -n, p) if n < 0 else None,
            "one_root_only": upper(values),
            "coefficient_left_on": both(-q, n),
            "shift_with_wrong_sign": both(q, n, p),
            "left_the_square_on": only(Fraction(n - q, p)),
        },
    )


def in_words(rng: Random, x: str) -> Posed:
    """A sentence about the square of a number, with its equation."""
    a, n, k = pick(rng, (2, 3, 4, 5)), pick(rng, (*SQUARES, *OTHERS[:9])), integer(rng, 2, 30)
    plus = pick(rng, (True, False))
    total = a * n + (k if plus else -k)
    times = {2: "Twice", 3: "Three times", 4: "Four times", 5: "Five times"}[a]
    change = f"is increased by {k}" if plus else f"is decreased by {k}"
    values = both(0, n)
    if abs(total) > 300:
        raise Reroll
    return Posed(
        key=("words", a, n, k, plus),
        tex=f"{term(a, f'{x}^2')} {signed(k if plus else -k)} = {total}",
        reminder="Read the equation as a chain of steps on the number: which step came last?",
        steps=(*freed(a, x, n, k if plus else -k), *rooted(x, n)),
        values=values,
        wrong={
            "one_root_only": upper(values),
            "halved_for_root": only(Fraction(n, 2), Fraction(-n, 2)),
            "factor_forgotten_in_front": both(0, a * n),
            "left_the_square_on": only(n),
        },
        story=f"{times} the square of a number {change}, and the result is ${total}$. With ${x}$ for the number, the "
        f"equation is shown below. Which numbers can ${x}$ be?",
    )


def half_done(rng: Random, x: str) -> Posed:
    """Somebody's line holds one slip; what are the solutions really?"""
    a, n, h, name = pick(rng, (1, 2, 3)), pick(rng, SQUARES[1:]), nonzero(rng, -9, 9), person(rng)
    inside, r = poly(1, x, h), isqrt(n)
    values = both(-h, n)
    return Posed(
        key=("half", a, n, h),
        tex=f"{term(a, square_tex(inside))} = {a * n}",
        reminder=f"Which numbers have the square ${n}$? {name} thought of one of them.",
        steps=(*freed(a, inside, n, 0), *rooted(inside, n), *moved(x, h, n)),
        values=values,
        wrong={
            "one_root_only": only(r - h),
            "shift_with_wrong_sign": both(h, n),
            "left_the_square_on": only(n - h),
            "factor_forgotten_in_front": both(-h, a * n) if a > 1 and n > 0 else None,
        },
        story=f"{name} solves the equation below and writes ${inside} = {r}$, so ${x} = {r - h}$. "
        "Something is missing.",
    )


FORMS = (pure, pure, shifted, shifted, shifted, stretched, stretched, in_words, half_done)


@template(
    "alg1/quadratic-equations/solve-taking-square-roots",
    version=1,
    standards=("HSA.REI.B.4.b",),
    answer=NumberSet,
    check=all_solutions,
    band="one square of a letter or of a bracket; up to three steps before the root; numbers to 300; two solutions, "
    "now and then one or none",
)
def taking_square_roots(rng: Random) -> Question:
    """A draw of one of the forms."""
    x = pick(rng, LETTERS)
    return ask(rng, pick(rng, FORMS)(rng, x), x, EXACTLY)
