"""Solve by factoring: bring everything to one side, factor, use the zero product rule."""

from dataclasses import replace
from random import Random

from courses.alg1.quadratic_equations.factors import Factor, each_zero, factor, leading, monic, product, undone, zeros
from courses.alg1.quadratic_equations.quadratics import (
    LETTERS,
    Posed,
    Quadratic,
    Values,
    ask,
    only,
    opposite,
    square_tex,
)
from courses.alg1.quadratic_equations.readback import all_solutions
from exercises import NumberSet, Question, Reroll, Step, Surd, integer, nonzero, num, person, pick, poly, template, term
from exercises.exact import Fraction


def multiplied(one: Factor, other: Factor, in_front: int = 1) -> Quadratic:
    """Two factors with whole numbers, multiplied out."""
    a, b, c = one.p * other.p, one.p * other.q + other.p * one.q, Fraction(one.q * other.q)
    return Quadratic(int(a) * in_front, int(b) * in_front, int(c) * in_front)


def factored(x: str, one: Factor, other: Factor, in_front: int = 1) -> tuple[Step, ...]:
    """From the quadratic to its zeros."""
    pair = (one,) if one == other else (one, other)
    whole = term(in_front, square_tex(one.tex(x))) if one == other else product(x, (one, other), in_front)
    return (Step(f"Factor: ${whole} = 0$.", why(x, one, other, in_front)), each_zero(x, pair, in_front),
            *undone(x, pair))  # fmt: skip


def why(x: str, one: Factor, other: Factor, in_front: int) -> str:
    """How the factors are found."""
    if 0 in (one.q, other.q):
        return f"Each term has the factor ${term(in_front, x)}$."
    if one.p == other.p == 1:
        taken = f"Take out ${in_front}$ first. " if in_front not in (1, -1) else ""
        pair = f"${num(one.q)}$ and ${num(other.q)}$"
        return f"{taken}{pair} have the product ${one.q * other.q}$ and the sum ${one.q + other.q}$."
    quadratic = multiplied(one, other)
    first, second = int(one.p) * other.q, int(other.p) * one.q
    return (f"The product of first and last coefficient is ${quadratic.a * quadratic.c}$: split the middle term into "
            f"${term(first, x)}$ and ${term(second, x)}$.")  # fmt: skip


def posed(key: str, x: str, one: Factor, other: Factor, in_front: int = 1) -> Posed:
    """`a x² + b x + c = 0` from its factors."""
    quadratic = multiplied(one, other, in_front)
    if quadratic.b == 0 or max(abs(quadratic.a), abs(quadratic.b)) > 40 or abs(quadratic.c) > 120:
        raise Reroll
    values = zeros((one, other))
    return Posed(
        key=(key, quadratic.a, quadratic.b, quadratic.c),
        tex=f"{quadratic.tex(x)} = 0",
        reminder="One side is $0$. Which two factors give the other side when you multiply them?",
        steps=factored(x, one, other, in_front),
        values=values,
        wrong={
            "signs_of_the_factors": opposite(values),
            "ignored_leading_coefficient": only(-one.q, -other.q) if one.p * other.p != 1 else None,
            "one_factor_only": only(max(values)) if len(values) > 1 else None,
            "one_sign_turned": only(one.zero, -other.zero),
        },
    )


def plain(rng: Random, x: str) -> Posed:
    """`x² - 7x + 12 = 0`; now and then a square."""
    one = monic(rng)
    return posed("plain", x, one, pick(rng, (monic(rng), monic(rng), monic(rng), monic(rng), one)))


def with_coefficient(rng: Random, x: str) -> Posed:
    """`6x² + x - 2 = 0`."""
    one = leading(rng, 4)
    other = pick(rng, (monic(rng, 8), leading(rng, 3)))
    return posed("leading", x, one, other)


def number_in_front(rng: Random, x: str) -> Posed:
    """`3x² + 6x - 45 = 0`."""
    return posed("front", x, monic(rng, 9), monic(rng, 9), pick(rng, (-1, 2, 3, 4, 5, -2)))


def reordered(one: Posed, tex: str, zero_side: str, **slips: Values) -> Posed:
    """The same with another first line, from which all terms go to one side."""
    step = Step(
        f"Bring all terms to one side: ${zero_side} = 0$.", "The zero product rule needs $0$ on the other side."
    )
    return replace(
        one,
        key=(*one.key, tex),
        tex=tex,
        steps=(step, *one.steps),
        reminder="Is one side $0$ already? Only then do the factors tell the solutions.",
        wrong={**slips, **one.wrong},
    )


def rearranged(rng: Random, x: str) -> Posed:
    """`x² = 3x + 10`, `2x² + 5 = x² - 6x`, ..."""
    one, other = monic(rng, 10), pick(rng, (monic(rng, 10), leading(rng, 3)))
    whole, start = multiplied(one, other), posed("moved", x, one, other)
    extra = pick(rng, (0, 0, integer(rng, 1, 3)))
    b, c = pick(rng, ((0, 0), (whole.b, 0), (0, whole.c), (nonzero(rng, -6, 6), nonzero(rng, -9, 9))))
    left, right = poly(whole.a + extra, f"{x}^2", b, x, c), poly(extra, f"{x}^2", b - whole.b, x, c - whole.c)
    if right == "0":
        raise Reroll
    kept = Quadratic(whole.a, 2 * b - whole.b, 2 * c - whole.c) if extra == 0 else None
    slips = {"moved_without_turning_sign": kept.roots} if kept and kept.discriminant >= 0 and kept.b else {}
    sides = (left, right) if rng.random() < 0.6 else (right, left)
    return reordered(start, f"{sides[0]} = {sides[1]}", whole.tex(x), **rational(slips))


def rational(slips: dict[str, Values]) -> dict[str, Values]:
    """Those with fractions only."""
    return {name: values for name, values in slips.items() if not any(isinstance(value, Surd) for value in values)}


def letter_common(rng: Random, x: str) -> Posed:
    """`4x² = 10x`: the letter is a common factor."""
    inner = pick(rng, (monic(rng), leading(rng)))
    g = pick(rng, (1, 2, 3, 4, 5))
    p, q = int(inner.p) * g, inner.q * g
    shape = pick(rng, ("zero", "equal", "equal"))
    tex = f"{poly(p, f'{x}^2', q, x)} = 0" if shape == "zero" else f"{term(p, f'{x}^2')} = {term(-q, x)}"
    name = person(rng)
    story = ""
    if shape == "equal" and rng.random() < 0.5:
        story = f"{name} divides both sides of the equation below by ${x}$ and finds one solution. One is missing."
    bring = Step(f"Bring all terms to one side: ${poly(p, f'{x}^2', q, x)} = 0$.",
                 f"Dividing by ${x}$ would lose a solution, because ${x}$ can be $0$.")  # fmt: skip
    whole = factor(1, 0)
    return Posed(
        key=("common", p, q, shape),
        tex=tex,
        reminder=f"Both terms have the letter in them. What may ${x}$ be that you cannot divide by?",
        steps=(*([bring] if shape == "equal" else []), *factored(x, whole, inner, g)),
        values=zeros((whole, inner)),
        wrong={
            "lost_zero_solution": only(inner.zero),
            "signs_of_the_factors": only(0, -inner.zero),
            "forgot_to_divide_in_factor": only(0, -inner.q) if inner.p != 1 else None,
            "turned_the_quotient": only(0, 1 / inner.zero),
        },
        story=story,
    )


def product_of_number(rng: Random, x: str) -> Posed:
    """`(x - 2)(x + 3) = 6`: a product, but not zero."""
    one, other, shift = monic(rng, 9), monic(rng, 9), nonzero(rng, -9, 9)
    first = factor(1, one.q + shift)
    second = factor(1, other.q - shift)
    n = first.q * second.q - one.q * other.q
    if n == 0 or abs(n) > 60 or 0 in (first.q, second.q) or first == second:
        raise Reroll
    whole, start = multiplied(one, other), posed("product", x, one, other)
    tex = f"{product(x, (first, second))} = {n}"
    opened = Step(f"Multiply out: ${poly(1, f'{x}^2', first.q + second.q, x, first.q * second.q)} = {n}$.",
                  f"The product is ${n}$, not $0$: its factors tell nothing yet.")  # fmt: skip
    found = reordered(start, tex, whole.tex(x), factors_set_to_the_number=only(n - first.q, n - second.q),
                      ignored_the_right_side=only(-first.q, -second.q))  # fmt: skip
    return replace(found, steps=(opened, *found.steps), reminder="The rule works for $0$ only. What can you do first?")


def half_factored(rng: Random, x: str) -> Posed:
    """One factor is given; the other is to be found."""
    one, other, name = monic(rng, 9), leading(rng, 4), person(rng)
    start = posed("half", x, *pick(rng, ((one, other), (other, one))))
    known = pick(rng, (one, other))
    return replace(
        start,
        key=(*start.key, known.q),
        story=f"{name} has found that ${known.tex(x)}$ is a factor of the left side.",
        reminder=f"What must ${known.tex(x)}$ be multiplied by? Look at the first and at the last term.",
    )


FORMS = (plain, plain, with_coefficient, with_coefficient, number_in_front, rearranged, rearranged, letter_common,
         letter_common, product_of_number, product_of_number, half_factored)  # fmt: skip


@template(
    "alg1/quadratic-equations/solve-factoring",
    version=1,
    standards=("HSA.REI.B.4.b",),
    answer=NumberSet,
    check=all_solutions,
    band="factors with coefficients to 5; coefficients to 40, constants to 120; at most two steps before factoring",
)
def factoring(rng: Random) -> Question:
    """A draw of one of the forms."""
    x = pick(rng, LETTERS)
    return ask(rng, pick(rng, FORMS)(rng, x), x)
