"""The first step of a method, and two people who solve one equation in two ways."""

import re
from random import Random

from courses.alg1.equations.readback import displayed
from courses.alg1.quadratic_equations.methods import FACTOR, PRODUCT, SQUARE, drawn
from courses.alg1.quadratic_equations.quadratics import Quadratic
from courses.alg1.quadratic_equations.readback import coefficients
from exercises import Choice, Question, Reroll, SingleChoice, Step, nonzero, people, person, pick, poly, shuffled


def first_step(rng: Random, x: str) -> Question:
    """What does this method begin with?"""
    method = pick(rng, ("completing the square", "factoring", "the quadratic formula"))
    a, b, c = (pick(rng, (2, 3, 4, 5)), 2 * nonzero(rng, -5, 5), nonzero(rng, -9, 9))
    q = Quadratic(a, a * b, -a * c)
    tex = f"{poly(q.a, f'{x}^2', q.b, x)} = {-q.c}"
    if method == "factoring":
        p, s = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
        q = Quadratic(1, p + s, p * s)
        tex = f"{x}^2 = {poly(-q.b, x, -q.c)}"
    if not q.b or not q.c or q.discriminant <= 0:
        raise Reroll
    name = person(rng)
    right = {
        "completing the square": f"Divide both sides by ${q.a}$",
        "factoring": f"Bring all terms to one side: ${q.tex(x)} = 0$",
        "the quadratic formula": f"Bring all terms to one side: ${q.tex(x)} = 0$",
    }[method]
    turned = poly(q.a, f"{x}^2", q.b, x, -q.c)
    kept_sign = (f"Bring all terms to one side: ${turned} = 0$", "moved-without-turning-sign")
    rows = [
        (right, None),
        (f"Divide both sides by ${x}$, so that no square is left", "step-changes-solutions"),
        kept_sign if method != "completing the square" else
        ("Take the square root of each term on both sides", "rooted-each-term"),
        {
            "completing the square": (f"Add ${q.b**2}$ to both sides", "squared-without-halving"),
            "factoring": (f"Set ${x} = 0$ and ${poly(1, x, q.b)} = {-q.c}$", "factors-set-to-the-number"),
            "the quadratic formula": (f"Read off $a = {q.a}$, $b = {q.b}$, $c = {-q.c}$",
                                      "read-coefficients-before-ordering"),
        }[method],
    ]  # fmt: skip
    why = {
        "completing the square": "With no factor before the square, half of the middle coefficient is in the bracket.",
        "factoring": "Factors tell the solutions only when their product is $0$.",
        "the quadratic formula": "The coefficients are read from the form $ax^2 + bx + c = 0$.",
    }[method]
    done = Step(f"{right}.", "Both sides are divided by the same number." if method == "completing the square" else
                "What stands on the right is taken from both sides.")  # fmt: skip
    return Question(
        key=("first", tex.replace(x, "x"), method),
        prompt=f"{name} wants to solve this equation by {method}. Which first step is useful and keeps the "
        f"solutions?\n\n$${tex}$$",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=("Which form of the equation does this method need?", why, done.text),
        solution=(Step(why, "The form comes first."), done),
    )


def is_useful(text: str, prompt: str) -> bool:
    """Whether a first step keeps the solutions and leads to the form that the method needs."""
    equation = displayed(prompt)[0]
    a, b, c = coefficients(equation)
    if "completing the square" in prompt:
        by = re.fullmatch(r"Divide both sides by \$(\d+)\$", text)
        return by is not None and a == int(by[1]) != 1
    if "one side: " not in text:
        return False
    moved = text.split("one side: ")[1].strip("$")
    return moved.endswith("= 0") and coefficients(moved) in ((a, b, c), (-a, -b, -c))


SHORT = {SQUARE: "takes square roots", PRODUCT: "uses the zero product rule", FACTOR: "factors"}
REASONS = {
    SQUARE: "The letter stands in one square only",
    PRODUCT: "The product is equal to $0$ already",
    FACTOR: "Two integers for the factors are soon found",
}

LONE_SQUARE, NO_PRODUCT = (REASONS[SQUARE], "roots-with-linear-term"), (REASONS[PRODUCT], "zero-product-without-zero")
FALSE_HERE = {SQUARE: (NO_PRODUCT,), PRODUCT: (LONE_SQUARE,), FACTOR: (LONE_SQUARE, NO_PRODUCT)}
"""Reasons for another method, which are not true of an equation that suits this one."""


def two_ways(rng: Random, x: str) -> Question:
    """Both ways are right; why is one of them shorter?"""
    method = pick(rng, tuple(REASONS))
    posed = drawn(rng, method, x)
    one, other = people(rng, 2)
    long = {
        SQUARE: "multiplies out, brings all terms to one side and uses the quadratic formula",
        PRODUCT: "multiplies out and uses the quadratic formula",
        FACTOR: "uses the quadratic formula",
    }[method]
    short = SHORT[method]
    if method == SQUARE and "(" not in posed.tex:
        long = "brings all terms to one side and uses the quadratic formula"
    rows = [
        (REASONS[method], None),
        pick(rng, FALSE_HERE[method]),
        (pick(rng, (f"{one}’s way would give other solutions", f"{one}’s way finds only one of the solutions")),
         "way-changes-solutions"),
        (f"{other}’s way works for every quadratic equation", "method-for-all"),
    ]  # fmt: skip
    last = Step(f"{REASONS[method]}.", "Both ways find the same solutions; the form decides which is short.")
    return Question(
        key=("two ways", method, posed.tex.replace(x, "x")),
        prompt=f"To solve the equation below, {one} {long}. {other} {short}. Both work carefully. Which is a good "
        f"reason to work as {other} does?\n\n$${posed.tex}$$",
        answer=SingleChoice(shuffled(rng, [Choice(text, slip is None, slip) for text, slip in rows])),
        hints=("Does either way change the solutions?", posed.look, last.text),
        solution=(Step(posed.look, "What the form of the equation shows."), last),
    )
