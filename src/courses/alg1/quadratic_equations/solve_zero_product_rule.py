"""Solve by the zero product rule: a product that is zero."""

import re
from dataclasses import replace
from random import Random

from courses.alg1.equations.readback import displayed
from courses.alg1.quadratic_equations.factors import (
    Factor,
    balancing,
    each_zero,
    factor,
    leading,
    monic,
    product,
    undone,
    zeros,
)
from courses.alg1.quadratic_equations.quadratics import LETTERS, Posed, ask, only, opposite
from exercises import (
    NumberSet,
    Question,
    Reroll,
    evaluate,
    integer,
    nonzero,
    num,
    parse,
    person,
    pick,
    shuffled,
    template,
)
from exercises.exact import Fraction

RULE = "When is a product zero? Look at its factors one by one."


def posed(rng: Random, key: str, x: str, factors: tuple[Factor, ...], in_front: int = 1) -> Posed:
    """The equation "product = 0" with its slips."""
    values = zeros(factors)
    if len(values) < len(factors):
        raise Reroll
    whole = product(x, factors, in_front)
    flat = frozenset(Fraction(-one.q) for one in factors)
    return Posed(
        key=(key, in_front, *sorted((one.p, one.q) for one in factors)),
        tex=pick(rng, (f"{whole} = 0", f"{whole} = 0", f"0 = {whole}")),
        reminder=RULE,
        steps=(each_zero(x, factors, in_front), *undone(x, factors)),
        values=values,
        wrong={
            "signs_of_the_factors": opposite(values),
            "forgot_to_divide_in_factor": flat,
            "lost_zero_solution": values - {Fraction(0)} if any(one.q == 0 for one in factors) else None,
            "constant_factor_as_solution": values | {Fraction(in_front)} if in_front != 1 else None,
            "turned_the_quotient": frozenset(map(turned, factors)),
            "one_factor_only": only(max(values)),
        },
    )


def turned(one: Factor) -> Fraction:
    """The zero of a factor with its fraction upside down."""
    return 1 / one.zero if one.zero.denominator > 1 else one.zero


def two_brackets(rng: Random, x: str) -> Posed:
    """`(x - 3)(2x + 5) = 0`, perhaps with a number in front."""
    factors = pick(rng, ((monic(rng), monic(rng)), (monic(rng), leading(rng)), (leading(rng), leading(rng))))
    return posed(rng, "two", x, shuffled(rng, factors), pick(rng, (1, 1, 1, 2, 3, 4, -2, -5)))


def letter_outside(rng: Random, x: str) -> Posed:
    """`4x(3x - 7) = 0`."""
    return posed(
        rng, "outside", x, (factor(1, 0), pick(rng, (monic(rng), leading(rng)))), pick(rng, (1, 2, 3, 5, 7, -3))
    )


def three(rng: Random, x: str) -> Posed:
    """`x(x - 2)(x + 7) = 0`, or three brackets."""
    first = pick(rng, (factor(1, 0), monic(rng, 9)))
    return posed(rng, "three", x, (first, *shuffled(rng, (monic(rng, 9), pick(rng, (monic(rng, 9), leading(rng, 3)))))))


def with_fraction(rng: Random, x: str) -> Posed:
    r"""`\left(\frac{x}{2} - 3\right)(x + 1) = 0`."""
    part = factor(Fraction(1, integer(rng, 2, 6)), nonzero(rng, -6, 6))
    one = posed(rng, "part", x, shuffled(rng, (part, monic(rng))))
    divided = frozenset(value if value != part.zero else part.q * -part.p for value in one.values)
    return replace(one, wrong={**one.wrong, "turned_the_quotient": None, "divided_again": divided})


def corrected(rng: Random, x: str) -> Posed:
    """Somebody read the solutions off with a wrong sign."""
    factors, name = (monic(rng), leading(rng, 4)), person(rng)
    one = posed(rng, "corrected", x, factors)
    said = [num(factors[0].zero), num(-factors[1].zero)]
    return replace(
        one, story=f"{name} solves the equation below and writes: “${x} = {said[0]}$ or ${x} = {said[1]}$.” "
        f"Not all of that is right.", reminder="Put each of the two numbers into the product. Does it become zero?"
    )  # fmt: skip


def hidden_number(rng: Random, x: str) -> Posed:
    """A constant is not known, but one solution is."""
    hidden, seen = monic(rng, 15), leading(rng)
    one = posed(rng, "hidden", x, (hidden, seen))
    return replace(
        one,
        tex=f"({x} + k){seen.bracket(x)} = 0",
        story=f"In the equation below $k$ is a fixed number. One solution is ${x} = {num(hidden.zero)}$.",
        reminder="Which factor is zero for the solution that you know? The other factor has its own solution.",
        wrong={
            **one.wrong,
            "one_factor_only": only(seen.zero),
            "one_sign_turned": only(seen.zero, hidden.q),
        },
    )


THROWN = (("kicks a football", 24), ("throws a ball up", 20), ("launches a paper rocket", 32),
          ("fires a water rocket", 32))  # fmt: skip
"""What leaves the ground, and how fast at most, in metres a second."""


def flight(rng: Random, x: str) -> Posed:
    """When is a thrown thing on the ground?"""
    name, (thing, fastest) = person(rng), pick(rng, THROWN)
    speed = integer(rng, 7, fastest)
    one = posed(rng, "flight", "t", (factor(1, 0), factor(-5, speed)))
    return replace(
        one,
        tex=f"t({speed} - 5t) = 0",
        story=f"{name} {thing} from the ground. After $t$ seconds it is about $t({speed} - 5t)$ metres high. "
        "Solve the equation below to find the times when it is on the ground.",
        wrong={
            "lost_zero_solution": only(Fraction(speed, 5)),
            "signs_of_the_factors": only(0, Fraction(-speed, 5)),
            "forgot_to_divide_in_factor": only(0, speed),
        },
    )


ARCHES = (("A stone bridge", 12, 30), ("The roof of a market hall", 16, 34), ("The roof of a sports hall", 20, 34),
          ("A skate ramp", 6, 12), ("A rainbow of lights", 12, 36))  # fmt: skip
"""How many metres they may be wide; a width of 20 is 5 m high in the middle."""


def arch(rng: Random, x: str) -> Posed:
    """Where does an arch meet the ground?"""
    name, least, most = pick(rng, ARCHES)
    start, width = integer(rng, 2, 30), integer(rng, least, most)
    one = posed(rng, "arch", "x", (factor(1, -start), factor(-1, start + width)))
    return replace(
        one,
        tex=rf"\frac{{1}}{{20}}(x - {start})({start + width} - x) = 0",
        story=f"{name} is $\\frac{{1}}{{20}}(x - {start})({start + width} - x)$ metres high at the place that is $x$ "
        "metres from a tree. Solve the equation below to find where it meets the ground.",
        wrong={
            "signs_of_the_factors": only(-start, -start - width),
            "one_factor_only": only(start + width),
            "gave_the_change_for_the_whole": only(width),
        },
    )


FORMS = (two_brackets, two_brackets, two_brackets, letter_outside, letter_outside, three, three, with_fraction,
         corrected, hidden_number, flight, arch)  # fmt: skip


def every_zero(question: Question) -> None:
    """Of all fractions of moderate size exactly those of the answer make the product zero."""
    (equation,) = displayed(question.prompt)
    assert isinstance(question.answer, NumberSet)
    letter = question.before.removesuffix(" =")
    if "k" not in equation:
        assert balancing(equation, letter) == question.answer.values, equation
        return
    given = re.search(rf"{letter} = (.+?)\$", question.prompt)
    assert given
    at = evaluate(parse(given[1]))
    (k,) = (k for k in map(Fraction, range(-20, 21)) if at in balancing(equation, letter, k=k))
    assert balancing(equation, letter, k=k) == question.answer.values, equation


@template(
    "alg1/quadratic-equations/solve-zero-product-rule",
    version=1,
    standards=("HSA.REI.B.4.b",),
    answer=NumberSet,
    check=every_zero,
    band="two or three linear factors, coefficients to 5, constants to 15 (in stories to 90); rational solutions",
)
def zero_product(rng: Random) -> Question:
    """A draw of one of the forms."""
    x, form = pick(rng, LETTERS), pick(rng, FORMS)
    return ask(rng, form(rng, x), {flight: "t", arch: "x"}.get(form, x))
