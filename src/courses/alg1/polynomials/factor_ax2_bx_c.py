"""Factor ax² + bx + c with a number before the square: by splitting the middle term."""

from math import gcd
from random import Random

from courses.alg1.polynomials.second_looks import BLANK, answer_holds
from courses.alg1.polynomials.trinomials import split_hints, split_slips, split_solution, trinomial
from courses.alg1.polynomials.writing import LETTERS, PAIRS, Posed, ask, bracket, power, product, scattered
from exercises import Expression, Question, Reroll, Step, nonzero, pick, poly, shuffled, signed, template

ASKS = ("Factor.", "Write as a product of two binomials.", "Factor completely.")

Four = tuple[int, int, int, int]


def numbers(rng: Random) -> Four:
    """(ax + b)(cx + d) without common factors, no square, no difference of squares."""
    a, c = pick(rng, ((2, 1), (3, 1), (5, 1), (2, 3), (4, 1), (3, 2), (7, 1), (2, 5), (3, 4), (2, 1), (3, 1), (5, 2)))
    b, d = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    if gcd(a, b) > 1 or gcd(c, d) > 1 or a * d + b * c == 0 or abs(b * d) > 40:
        raise Reroll
    return a, b, c, d


def posed(four: Four, x: str, y: str, tex: str, key: str, words: str) -> Posed:
    """The question about (ax + b)(cx + d)."""
    a, b, c, d = four
    return Posed(
        key=(key, *four),
        prompt=f"{words}\n\n$${tex}$$",
        answer=bracket(a, x, b, y) + bracket(c, x, d, y),
        wrong=split_slips(a, b, c, d, x, y),
        hints=split_hints(a, b, c, d, x, y),
        solution=split_solution(a, b, c, d, x, tex, y),
        form="factored",
    )


def plain(rng: Random) -> Posed:
    """In falling powers."""
    four, x = numbers(rng), pick(rng, LETTERS)
    return posed(four, x, "", trinomial(product(four[:2], four[2:]), x), "plain", pick(rng, ASKS))


def unordered(rng: Random) -> Posed:
    """`5 - 13x + 6x^2`."""
    four, x = numbers(rng), pick(rng, LETTERS)
    first, middle, last = product(four[:2], four[2:])
    terms = shuffled(rng, ((middle, x), (last, ""), (first, power(x, 2))))
    if terms[0][1] == power(x, 2):
        raise Reroll
    tex, ordered = scattered(terms), trinomial((first, middle, last), x)
    made = posed(four, x, "", ordered, "order", "")
    return Posed(
        made.key,
        f"{pick(rng, ASKS)}\n\n$${tex}$$",
        made.answer,
        made.wrong,
        (f"Put the terms in falling powers of ${x}$ first.", *made.hints),
        (Step(f"${tex} = {ordered}$", "The order of the terms changes nothing."), *made.solution),
        "factored",
    )


def two_letters(rng: Random) -> Posed:
    """`6a^2 - ab - 2b^2`."""
    four, (x, y) = numbers(rng), pick(rng, PAIRS)
    return posed(four, x, y, trinomial(product(four[:2], four[2:]), x, y), "letters", pick(rng, ASKS))


def with_common_factor(rng: Random) -> Posed:
    """`12x^2 + 2x - 4`, `-6x^2 + ...` or `6x^3 + ...`: something comes out first."""
    four, x = numbers(rng), pick(rng, LETTERS)
    k, symbol = pick(rng, ((-1, ""), (2, ""), (3, ""), (-1, ""), (1, x), (2, x), (5, "")))
    total = tuple(k * n for n in product(four[:2], four[2:]))
    a, b, c, d = four
    tex = scattered([(n, power(x, 2 - i + len(symbol))) for i, n in enumerate(total)])
    left = trinomial(product(four[:2], four[2:]), x)
    front = ("-" if k == -1 else "" if k == 1 else str(k)) + symbol
    pair = bracket(a, x, b) + bracket(c, x, d)
    shown = "-1" if front == "-" else front
    return Posed(
        key=("common", k, symbol, *four),
        prompt=f"Factor completely.\n\n$${tex}$$",
        answer=front + pair,
        wrong={"factor_in_front_lost": pair, **{n: front + t for n, t in split_slips(a, b, c, d, x).items()}},
        hints=(
            "All the terms have something in common. Take it out before anything else.",
            f"Taking out ${shown}$ leaves ${left}$.",
            *split_hints(a, b, c, d, x)[:2],
            f"With the factor in front: ${front}{pair}$.",
        ),
        solution=(
            Step(f"${tex} = {front}({left})$", f"${shown}$ is a factor of every term."),
            *split_solution(a, b, c, d, x, left),
            Step(f"${tex} = {front}{pair}$", "The factor in front stays."),
        ),
        form="factored",
    )


def missing_factor(rng: Random) -> Posed:
    """One factor is given."""
    a, b, c, d = numbers(rng)
    x = pick(rng, LETTERS)
    tex, answer = trinomial(product((a, b), (c, d)), x), poly(c, x, d)
    first, _, last = product((a, b), (c, d))
    return Posed(
        key=("missing", a, b, c, d),
        prompt=f"Which binomial belongs in the box?\n\n$${tex} = {bracket(a, x, b)} \\cdot {BLANK}$$",
        answer=answer,
        wrong={
            "sign_of_term_changed": poly(c, x, -d),
            "first_number_forgotten": poly(first, x, d),
            "product_for_constant": poly(c, x, last),
        },
        hints=(
            f"First times first must give ${trinomial((first, 0, 0), x)}$, last times last ${last}$.",
            f"What times ${trinomial((a, 0), x)}$ makes ${trinomial((first, 0, 0), x)}$? And what times ${b}$ makes "
            f"${last}$?",
            f"The box holds ${answer}$. Check the middle term by multiplying back.",
        ),
        solution=(
            Step(f"${trinomial((a, 0), x)} \\cdot {trinomial((c, 0), x)} = {trinomial((first, 0, 0), x)}$ and "
                 f"${b} \\cdot {f'({d})' if d < 0 else d} = {last}$.", "Look at the first and the last products."),
            Step(f"The box holds ${answer}$.",
                 f"The middle term fits too: ${a * d} {signed(b * c)} = {a * d + b * c}$."),
        ),
    )  # fmt: skip


@template(
    "alg1/polynomials/factor-ax2-bx-c",
    version=1,
    standards=("HSA.SSE.A.2",),
    answer=Expression,
    check=answer_holds,
    band="first number up to 12, last up to 40, one or two letters, perhaps a common factor first",
)
def factor_ax2_bx_c(rng: Random) -> Question:
    """A draw of one of the forms."""
    return ask(pick(rng, (plain, plain, unordered, two_letters, with_common_factor, missing_factor))(rng))
