"""Factor a difference of squares: also in disguise, with a common factor, and twice over."""

from math import gcd
from random import Random

from courses.alg1.polynomials.second_looks import BLANK, answer_holds
from courses.alg1.polynomials.writing import LETTERS, PAIRS, Posed, ask, bracket, power
from exercises import Expression, Question, Reroll, Step, integer, pick, template, term

RULE = "$A^2 - B^2 = (A + B)(A - B)$"
ASKS = ("Factor.", "Factor completely.", "Write as a product.")


def posed(key: tuple[object, ...], tex: str, one: tuple[int, str], two: tuple[int, str], words: str) -> Posed:
    """The question about the difference of the squares of two terms."""
    (a, s), (b, t) = one, two
    plus, minus = f"({term(a, s)} + {term(b, t)})", f"({term(a, s)} - {term(b, t)})"
    answer = plus + minus
    return Posed(
        key=key,
        prompt=f"{words}\n\n$${tex}$$",
        answer=answer,
        wrong={
            "difference_taken_for_square": f"{minus}^2",
            "sum_taken_for_square": f"{plus}^2",
            "root_of_number_forgotten": f"({term(a * a, s)} + {term(b * b, t)})({term(a * a, s)} - {term(b * b, t)})",
            "brackets_turned": f"({term(b, t)} + {term(a, s)})({term(b, t)} - {term(a, s)})",
        },
        hints=(
            f"Both terms are squares, and one is taken away from the other: {RULE}.",
            f"What was squared to make the first term of ${tex}$, and what to make the second?",
            f"The first term is the square of ${term(a, s)}$, the second is the square of ${term(b, t)}$.",
            f"Sum times difference: ${answer}$.",
        ),
        solution=(
            Step(f"${tex} = {as_square(a, s)} - {as_square(b, t)}$", "Both terms are squares."),
            Step(f"$= {answer}$", f"The pattern is {RULE}. The middle products cancel."),
        ),
        form="factored",
    )


def plain(rng: Random) -> Posed:
    """`x^2 - 49`, `9x^2 - 25`, `64 - x^2`."""
    x, a, b = pick(rng, LETTERS), pick(rng, (1, 1, 2, 3, 4, 5, 6, 7, 8, 9)), integer(rng, 1, 13)
    if gcd(a, b) > 1 or a == b:
        raise Reroll
    one, two = (a, x), (b, "")
    if rng.random() < 0.3:
        one, two = two, one
    tex = f"{squared(*one)} - {squared(*two)}"
    return posed(("plain", one[1] == x, a, b), tex, one, two, pick(rng, ASKS))


def squared(a: int, s: str) -> str:
    """The square of a number times a letter or a power of it."""
    if not s:
        return str(a * a)
    base, _, exponent = s.partition("^")
    return term(a * a, power(base, 2 * int(exponent or 1)))


def as_square(a: int, s: str) -> str:
    """A term with the square outside: `(3x)^2`, `x^2`, `7^2`."""
    alone = a == 1 or not s
    return f"{term(a, s)}^2" if alone else f"({term(a, s)})^2"


def two_letters(rng: Random) -> Posed:
    """`4a^2 - 9b^2`."""
    (x, y), a, b = pick(rng, PAIRS), integer(rng, 1, 9), integer(rng, 1, 9)
    if gcd(a, b) > 1 or a == b:
        raise Reroll
    return posed(("letters", a, b), f"{squared(a, x)} - {squared(b, y)}", (a, x), (b, y), pick(rng, ASKS))


def swapped_sum(rng: Random) -> Posed:
    """`-25 + 4x^2`: the minus stands in front."""
    x, a, b = pick(rng, LETTERS), integer(rng, 1, 7), integer(rng, 2, 12)
    if gcd(a, b) > 1:
        raise Reroll
    made = posed(("front", a, b), f"-{b * b} + {squared(a, x)}", (a, x), (b, ""), pick(rng, ASKS))
    ordered = f"{squared(a, x)} - {b * b}"
    hint = f"Change the order: ${ordered}$. Now it is a difference of two squares: {RULE}."
    step = Step(f"$-{b * b} + {squared(a, x)} = {ordered}$", "The order of the terms changes nothing.")
    rest = (Step(f"${ordered} = {as_square(a, x)} - {b}^2$", "Both terms are squares."), made.solution[-1])
    return Posed(made.key, made.prompt, made.answer, made.wrong, (hint, *made.hints[2:]), (step, *rest), "factored")


def with_common_factor(rng: Random) -> Posed:
    """`3x^2 - 75`, `2x^3 - 18x`."""
    x, k, symbol = pick(rng, LETTERS), integer(rng, 2, 7), pick(rng, ("", "", "x"))
    a, b = pick(rng, (1, 1, 1, 2, 3)), integer(rng, 1, 10)
    if symbol:
        k, symbol = pick(rng, (1, k, k)), x
    if gcd(a, b) > 1 or a == b:
        raise Reroll
    front = term(k, symbol) if symbol else str(k)
    first, last = term(k * a * a, power(x, 2 + len(symbol))), term(k * b * b, symbol)
    tex, left = f"{first} - {last}", f"{squared(a, x)} - {b * b}"
    pair = bracket(a, x, b) + bracket(a, x, -b)
    return Posed(
        key=("common", k, bool(symbol), a, b),
        prompt=f"Factor completely.\n\n$${tex}$$",
        answer=front + pair,
        wrong={
            "factor_in_front_lost": pair,
            "difference_taken_for_square": f"{front}{bracket(a, x, -b)}^2",
            "root_of_number_forgotten": f"{front}({term(a * a, x)} + {b * b})({term(a * a, x)} - {b * b})",
        },
        hints=(
            "These are not squares yet. Which factor do both terms share?",
            f"Taking out ${front}$ leaves ${left}$.",
            f"Use {RULE} in the bracket, with $A = {term(a, x)}$ and $B = {b}$.",
            f"With the factor in front: ${front}{pair}$.",
        ),
        solution=(
            Step(f"${tex} = {front}({left})$", f"${front}$ is a common factor."),
            Step(f"${left} = {as_square(a, x)} - {b}^2$", "Both terms in the bracket are squares."),
            Step(f"${tex} = {front}{pair}$", f"The pattern is {RULE}; the factor in front stays."),
        ),
        form="factored",
    )


def fourth_powers(rng: Random) -> Posed:
    """`x^4 - 81`: one of the factors is a difference of squares again."""
    x, a, b = pick(rng, LETTERS), integer(rng, 1, 3), integer(rng, 1, 5)
    if a == b or gcd(a, b) > 1:
        raise Reroll
    tex = f"{term(a**4, power(x, 4))} - {b**4}"
    square, other = term(a * a, power(x, 2)), b * b
    answer = f"({square} + {other}){bracket(a, x, b)}{bracket(a, x, -b)}"
    return Posed(
        key=("fourth", a, b),
        prompt=f"Factor completely.\n\n$${tex}$$",
        answer=answer,
        wrong={
            "sum_of_squares_split": f"{bracket(a, x, b)}^2{bracket(a, x, -b)}^2",
            "difference_taken_for_square": f"{bracket(a, x, -b)}^4",
            "sum_factor_lost": f"{bracket(a, x, b)}{bracket(a, x, -b)}",
        },
        hints=(
            f"${term(a**4, power(x, 4))}$ is the square of ${square}$, and ${b**4}$ is the square of ${other}$.",
            f"Use {RULE} with $A = {square}$ and $B = {other}$. Can one of the two factors be factored again?",
            f"${square} - {other}$ is a difference of squares again; ${square} + {other}$ has no factors.",
            f"All together: ${answer}$.",
        ),
        solution=(
            Step(f"${tex} = ({square} + {other})({square} - {other})$", f"The pattern is {RULE}."),
            Step(f"${square} - {other} = {bracket(a, x, b)}{bracket(a, x, -b)}$", "The pattern fits once more."),
            Step(f"${tex} = {answer}$", "A sum of two squares has no such factors."),
        ),
        form="factored",
    )


def missing_square(rng: Random) -> Posed:
    """Which square was taken away?"""
    x, a, b = pick(rng, LETTERS), integer(rng, 1, 9), integer(rng, 2, 12)
    sign = pick(rng, (1, -1))
    tex = f"{squared(a, x)} - {BLANK} = {bracket(a, x, sign * b)}{bracket(a, x, -sign * b)}"
    return Posed(
        key=("box", a, b, sign),
        prompt=f"Which number belongs in the box?\n\n$${tex}$$",
        answer=str(b * b),
        wrong={
            "root_for_square": str(b),
            "minus_before_box_again": str(-b * b),
            "doubled_for_squared": str(2 * b),
        },
        hints=(
            "Multiply the two brackets. The middle products cancel.",
            f"The last product is ${b} \\cdot (-{b})$. The minus is written before the box already.",
            f"${b} \\cdot {b} = {b * b}$ stands in the box.",
        ),
        solution=(
            Step(f"The last product is $-{b} \\cdot {b}$.", "A sum times a difference: the middle products cancel."),
            Step(f"The box holds ${b * b}$.", f"The pattern is {RULE}."),
        ),
        names=(x,),
    )


FORMS = (plain, plain, two_letters, swapped_sum, with_common_factor, with_common_factor, missing_square, fourth_powers)
CHANCES = (0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 6, 0, 1, 2, 7)


@template(
    "alg1/polynomials/factor-difference-squares",
    version=1,
    standards=("HSA.SSE.A.2",),
    answer=Expression,
    check=answer_holds,
    band="squares of numbers up to 13, one or two letters, perhaps a common factor or a second step",
)
def factor_difference_squares(rng: Random) -> Question:
    """A draw of one of the forms, fourth powers seldom."""
    return ask(FORMS[pick(rng, CHANCES)](rng))
