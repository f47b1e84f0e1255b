"""Choose a factoring strategy: the first step, two steps one after the other, and when to stop."""

from math import gcd
from random import Random

from courses.alg1.polynomials.second_looks import answer_holds
from courses.alg1.polynomials.strategy_choices import check_choice, first_step, is_it_done, without_factors
from courses.alg1.polynomials.writing import LETTERS, Posed, ask, bracket, falling, power, product, scattered
from exercises import Expression, Question, Reroll, SingleChoice, Step, integer, nonzero, pick, template, term

ORDER = "A common factor first, then count the terms, then look at each bracket again."


def posed(key: tuple[object, ...], tex: str, between: str, why: str, answer: str, then: str,
          wrong: dict[str, str], groups: str = "") -> Posed:  # fmt: skip
    """Two strategies one after the other: `between` stands after the first, `groups` in the middle of the second."""
    return Posed(
        key=key,
        prompt=f"Factor completely.\n\n$${tex}$$",
        answer=answer,
        wrong=wrong,
        hints=(
            f"One step will not be enough. {ORDER}",
            f"The first step gives ${between}$.",
            f"Look at the brackets again. {then}",
            *((f"In groups: ${groups}$. What is common now?",) if groups else ()),
            f"The end is reached with ${answer}$.",
        ),
        solution=(
            Step(f"${tex} = {between}$", why),
            *((Step(f"$= {groups}$", then),) if groups else ()),
            Step(f"$= {answer}$", "The two groups share a bracket." if groups else then),
        ),
        form="factored",
    )


def common_then_squares(rng: Random) -> Posed:
    """`5x^3 - 45x`."""
    x, k, m = pick(rng, LETTERS), integer(rng, 2, 7), integer(rng, 1, 3)
    a, b = pick(rng, (1, 1, 2, 3)), integer(rng, 1, 9)
    if gcd(a, b) > 1 or a == b:
        raise Reroll
    front, square = term(k, power(x, m)), term(a * a, power(x, 2))
    tex = f"{term(k * a * a, power(x, m + 2))} - {term(k * b * b, power(x, m))}"
    return posed(
        ("squares", k, m, a, b), tex, f"{front}({square} - {b * b})", f"${front}$ is a common factor.",
        front + bracket(a, x, b) + bracket(a, x, -b), "The bracket is a difference of squares.",
        {
            "factor_in_front_lost": bracket(a, x, b) + bracket(a, x, -b),
            "difference_taken_for_square": f"{front}{bracket(a, x, -b)}^2",
            "sum_taken_for_square": f"{front}{bracket(a, x, b)}^2",
        },
    )  # fmt: skip


def common_then_square(rng: Random) -> Posed:
    """`2x^3 + 12x^2 + 18x`."""
    x, k, m, b = pick(rng, LETTERS), integer(rng, 1, 6), integer(rng, 1, 3), nonzero(rng, -9, 9)
    inside = product((1, b), (1, b))
    front = term(k, power(x, m))
    tex = scattered([(k * c, power(x, m + 2 - i)) for i, c in enumerate(inside)])
    return posed(
        ("square", k, m, b), tex, f"{front}({falling(inside, x)})", f"${front}$ is a common factor.",
        f"{front}{bracket(1, x, b)}^2", "The bracket is a perfect square trinomial.",
        {
            "factor_in_front_lost": f"{bracket(1, x, b)}^2",
            "sign_of_square_bracket": f"{front}{bracket(1, x, -b)}^2",
            "square_taken_for_difference": front + bracket(1, x, b) + bracket(1, x, -b),
        },
    )  # fmt: skip


def common_then_pair(rng: Random) -> Posed:
    """`3x^3 - 3x^2 - 60x`."""
    x, k, m = pick(rng, LETTERS), integer(rng, 1, 5), integer(rng, 1, 2)
    p, q = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    if abs(p) == abs(q):
        raise Reroll
    inside, front = product((1, p), (1, q)), term(k, power(x, m))
    tex = scattered([(k * c, power(x, m + 2 - i)) for i, c in enumerate(inside)])
    return posed(
        ("pair", k, m, *sorted((p, q))), tex, f"{front}({falling(inside, x)})",
        f"${front}$ is a common factor.",
        front + bracket(1, x, p) + bracket(1, x, q),
        f"Two numbers with product ${p * q}$ and sum ${p + q}$ are wanted.",
        {
            "factor_in_front_lost": bracket(1, x, p) + bracket(1, x, q),
            "both_signs_turned": front + bracket(1, x, -p) + bracket(1, x, -q),
            "sign_of_one_number": front + bracket(1, x, p) + bracket(1, x, -q),
        },
    )  # fmt: skip


def common_then_groups(rng: Random) -> Posed:
    """`2x^3 + 6x^2 + 10x + 30`."""
    x, k, a, b = pick(rng, LETTERS), integer(rng, 2, 5), nonzero(rng, -6, 6), pick(rng, (2, 3, 5, 6, 7, -2, -3, -5, 1))
    inside = product((1, a), (1, 0, b))
    pair = f"{bracket(1, x, a)}({power(x, 2)} {'+' if b > 0 else '-'} {abs(b)})"
    return posed(
        ("groups", k, a, b), falling(tuple(k * c for c in inside), x), f"{k}({falling(inside, x)})",
        f"${k}$ is a common factor.", f"{k}{pair}", "Four terms in the bracket: take them two by two.",
        {
            "factor_in_front_lost": pair,
            "sign_in_first_group": f"{k}{bracket(1, x, -a)}({power(x, 2)} {'+' if b > 0 else '-'} {abs(b)})",
            "sign_of_second_group": f"{k}{bracket(1, x, a)}({power(x, 2)} {'-' if b > 0 else '+'} {abs(b)})",
        },
        f"{k}({power(x, 2)}{bracket(1, x, a)} {'+' if b > 0 else '-'} {term(abs(b), bracket(1, x, a))})",
    )  # fmt: skip


def in_the_square(rng: Random) -> Posed:
    """`x^4 - 13x^2 + 36`: a trinomial in the square of the letter."""
    x, (a, b) = pick(rng, LETTERS), pick(rng, [(a, b) for b in range(2, 6) for a in range(1, b)])
    minus = rng.random() < 0.5
    last = -b * b if minus else pick(rng, (2, 3, 5, 6, 7, 1))
    total = product((1, -a * a), (1, last))
    if total[1] == 0:
        raise Reroll
    square = power(x, 2)
    tex = scattered([(1, power(x, 4)), (total[1], square), (total[2], "")])
    ends = bracket(1, x, b) + bracket(1, x, -b) if minus else f"({square} + {last})"
    one, other = bracket(1, square, -a * a), bracket(1, square, last)
    first = bracket(1, x, a) + bracket(1, x, -a)
    return posed(
        ("fourth", a, last), tex, one + other,
        f"In the square ${square}$ it is a trinomial: two numbers with product ${total[2]}$ and sum ${total[1]}$.",
        first + ends, "A difference of squares can be factored again, a square plus a number cannot.",
        {
            "both_signs_turned": bracket(1, square, a * a) + bracket(1, square, -last),
            "difference_taken_for_square": f"{bracket(1, x, -a)}^2{ends}",
            "square_of_letter_lost": bracket(1, x, -a * a) + bracket(1, x, last),
        },
    )  # fmt: skip


TYPED = (common_then_squares, common_then_square, common_then_pair, common_then_groups, in_the_square)


def typed(rng: Random) -> Question:
    """A polynomial that takes two strategies."""
    return ask(pick(rng, TYPED)(rng))


def holds(question: Question) -> None:
    """Multiply back in numbers, or look again at what is shown."""
    (check_choice if isinstance(question.answer, SingleChoice) else answer_holds)(question)


@template(
    "alg1/polynomials/choose-factoring-strategy",
    version=1,
    standards=("HSA.SSE.A.2",),
    answer=(SingleChoice, Expression),
    check=holds,
    band="one or two steps out of five strategies, degree up to 5, numbers in the factors up to 9",
    min_instances=200,
)
def choose_factoring_strategy(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, (first_step, first_step, without_factors, is_it_done, typed, typed))(rng)
