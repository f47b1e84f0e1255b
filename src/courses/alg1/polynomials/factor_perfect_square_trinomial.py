"""Factor a perfect square trinomial: seen from its three terms, in any order, with parts to complete."""

from dataclasses import replace
from random import Random

from courses.alg1.polynomials.second_looks import BLANK, answer_holds
from courses.alg1.polynomials.writing import LETTERS, PAIRS, Posed, ask, bracket, plus, power
from exercises import Expression, Question, Reroll, Step, integer, pick, shuffled, template, term

RULES = {1: "$A^2 + 2AB + B^2 = (A + B)^2$", -1: "$A^2 - 2AB + B^2 = (A - B)^2$"}
ASKS = ("Factor.", "Factor completely.", "Write as the square of a binomial.")


def coprime(rng: Random, top: int, last: int) -> tuple[int, int]:
    """Two numbers without a common divisor."""
    a, b = integer(rng, 1, top), integer(rng, 1, last)
    if (a, b) == (1, 1) or any(a % n == 0 == b % n for n in (2, 3, 5, 7)):
        raise Reroll
    return a, b


def square_terms(a: int, b: int, sign: int, x: str, y: str) -> tuple[str, str, str]:
    """The three terms of (ax ± by)^2."""
    return term(a * a, power(x, 2)), term(2 * sign * a * b, x + y), term(b * b, power(y, 2) if y else "")


def posed(a: int, b: int, sign: int, x: str, y: str, tex: str, key: str, words: str) -> Posed:
    """The question about (ax ± by)^2."""
    answer = f"{bracket(a, x, sign * b, y)}^2"
    first, middle, last = square_terms(a, b, sign, x, y)
    p, q = term(a, x), term(b, y)
    return Posed(
        key=(key, a, b, sign),
        prompt=f"{words}\n\n$${tex}$$",
        answer=answer,
        wrong={
            "sign_of_square_bracket": f"{bracket(a, x, -sign * b, y)}^2",
            "square_taken_for_difference": bracket(a, x, b, y) + bracket(a, x, -b, y),
            "root_of_number_forgotten": f"{bracket(a * a, x, sign * b * b, y)}^2",
            "square_forgotten_on_bracket": bracket(a, x, sign * b, y),
        },
        hints=(
            "Two of the terms are squares. Of what?",
            f"${first}$ is the square of ${p}$, and ${last}$ is the square of ${q}$. "
            "Is the term that is left twice their product, but for its sign?",
            f"$2 \\cdot {p} \\cdot {q} = {term(2 * a * b, x + y)}$. The sign of the middle term is the sign "
            "in the bracket.",
            f"So ${answer}$.",
        ),
        solution=(
            Step(f"${first}$ is the square of ${p}$, and ${last}$ is the square of ${q}$.", "Look for two squares."),
            Step(f"The middle term ${middle}$ is {'' if sign > 0 else 'minus '}twice the product of ${p}$ and ${q}$.",
                 f"That makes the pattern {RULES[sign]}."),
            Step(f"${tex} = {answer}$", "Multiply back to check."),
        ),
        form="factored",
    )  # fmt: skip


def plain(rng: Random) -> Posed:
    """`x^2 - 14x + 49`, `9x^2 + 30x + 25`."""
    (a, b), x, sign = coprime(rng, pick(rng, (1, 7)), 13), pick(rng, LETTERS), pick(rng, (1, -1))
    return posed(a, b, sign, x, "", plus(*square_terms(a, b, sign, x, "")), "plain", pick(rng, ASKS))


def unordered(rng: Random) -> Posed:
    """`36 - 12x + x^2`."""
    (a, b), x, sign = coprime(rng, 5, 12), pick(rng, LETTERS), pick(rng, (1, -1))
    terms = shuffled(rng, square_terms(a, b, sign, x, ""))
    if terms[0].endswith("^2"):
        raise Reroll
    return posed(a, b, sign, x, "", plus(*terms), "order", pick(rng, ASKS))


def two_letters(rng: Random) -> Posed:
    """`4a^2 - 12ab + 9b^2`."""
    (a, b), (x, y), sign = coprime(rng, 6, 7), pick(rng, PAIRS), pick(rng, (1, -1))
    return posed(a, b, sign, x, y, plus(*square_terms(a, b, sign, x, y)), "letters", pick(rng, ASKS))


def with_common_factor(rng: Random) -> Posed:
    """`2x^2 - 20x + 50`, `-x^2 + 6x - 9`."""
    (a, b), x, sign, k = coprime(rng, 3, 9), pick(rng, LETTERS), pick(rng, (1, -1)), pick(rng, (2, 3, 5, -1, -2))
    tex = plus(term(k * a * a, power(x, 2)), term(2 * k * sign * a * b, x), str(k * b * b))
    left, inner = plus(*square_terms(a, b, sign, x, "")), f"{bracket(a, x, sign * b)}^2"
    front, shown = ("-", "-1") if k == -1 else (str(k), str(k))
    return Posed(
        key=("common", k, a, b, sign),
        prompt=f"Factor completely.\n\n$${tex}$$",
        answer=front + inner,
        wrong={
            "factor_in_front_lost": inner,
            "sign_of_square_bracket": f"{front}{bracket(a, x, -sign * b)}^2",
            "square_taken_for_difference": front + bracket(a, x, b) + bracket(a, x, -b),
        },
        hints=(
            "Take out a common factor first, so that the first term is a square.",
            f"Taking out ${shown}$ leaves ${left}$.",
            f"${term(a * a, power(x, 2))}$ and ${b * b}$ are squares, and the middle term is twice the product of "
            f"${term(a, x)}$ and ${b}$, with its sign.",
            f"With the factor in front: ${front}{inner}$.",
        ),
        solution=(
            Step(f"${tex} = {front}({left})$", f"${shown}$ is a factor of every term."),
            Step(f"${left} = {inner}$", f"The pattern is {RULES[sign]}."),
            Step(f"${tex} = {front}{inner}$", "The factor in front stays."),
        ),
        form="factored",
    )


def complete(rng: Random) -> Posed:
    """Which number makes a perfect square?"""
    x, a, b, sign = pick(rng, LETTERS), integer(rng, 1, 5), integer(rng, 2, 12), pick(rng, (1, -1))
    first, middle, _ = square_terms(a, b, sign, x, "")
    tex = f"{plus(first, middle)} + {BLANK} = {bracket(a, x, sign * b)}^2"
    return Posed(
        key=("complete", a, b, sign),
        prompt=f"Which number belongs in the box?\n\n$${tex}$$",
        answer=str(b * b),
        wrong={
            "root_for_square": str(b),
            "doubled_for_squared": str(2 * b),
            "sign_of_square": str(-b * b),
        },
        hints=(
            "Write the bracket twice and multiply. Which product has no letter?",
            f"It is ${sign * b}$ times ${sign * b}$.",
            f"The box holds ${b * b}$.",
        ),
        solution=(
            Step(f"The last term is the square of ${sign * b}$.", "Last times last in the two equal brackets."),
            Step(f"The box holds ${b * b}$.", f"The pattern is {RULES[sign]}."),
        ),
        names=(x,),
    )


def side_of_square(rng: Random) -> Posed:
    """The side of a square from its area."""
    (a, b), x = coprime(rng, 6, 12), pick(rng, LETTERS)
    area, answer = plus(*square_terms(a, b, 1, x, "")), bracket(a, x, b)[1:-1]
    return Posed(
        key=("side", a, b),
        prompt=f"A square {pick(rng, ('tile', 'plot of land', 'window', 'playground', 'chessboard'))} has the area\n\n"
        f"$${area}$$\n\nin some unit, where ${x}$ is positive. How long is one side? Give a polynomial in ${x}$.",
        answer=answer,
        wrong={
            "square_for_side": area,
            "root_of_number_forgotten": bracket(a * a, x, b * b)[1:-1],
            "sign_of_term_changed": bracket(a, x, -b)[1:-1],
        },
        hints=(
            "The area of a square is its side, squared. So write the area as the square of a binomial.",
            f"${term(a * a, power(x, 2))}$ is the square of ${term(a, x)}$, and ${b * b}$ is the square of ${b}$.",
            f"$2 \\cdot {term(a, x)} \\cdot {b} = {term(2 * a * b, x)}$ fits, so the side is ${answer}$.",
        ),
        solution=(
            Step(f"${area} = ({answer})^2$", f"The pattern is {RULES[1]}."),
            Step(f"One side is ${answer}$.", "The area of a square is side times side; the side is positive."),
        ),
    )


def holds(question: Question) -> None:
    """Multiply back in numbers; a side is squared first."""
    if "How long" not in question.prompt:
        answer_holds(question)
        return
    assert isinstance(question.answer, Expression)
    answer_holds(replace(question, answer=replace(question.answer, text=f"({question.answer.text})^2", form="any")))


@template(
    "alg1/polynomials/factor-perfect-square-trinomial",
    version=1,
    standards=("HSA.SSE.A.2",),
    answer=Expression,
    check=holds,
    band="squares of numbers up to 13, one or two letters, perhaps a common factor",
)
def factor_perfect_square_trinomial(rng: Random) -> Question:
    """A draw of one of the forms."""
    forms = (plain, plain, unordered, two_letters, with_common_factor, complete, side_of_square)
    return ask(pick(rng, forms)(rng))
