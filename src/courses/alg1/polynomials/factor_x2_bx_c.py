"""Factor x² + bx + c: all sign patterns, in any order, with a second letter, with one factor given."""

from random import Random

from courses.alg1.polynomials.second_looks import answer_holds, inline, same_everywhere
from courses.alg1.polynomials.trinomials import simple_hints, simple_slips, simple_solution, trinomial
from courses.alg1.polynomials.writing import (
    FOR_LENGTHS,
    LETTERS,
    PAIRS,
    Posed,
    ask,
    bracket,
    power,
    product,
    scattered,
)
from exercises import Expression, Question, Reroll, Step, integer, nonzero, person, pick, poly, shuffled, template

ASKS = ("Factor.", "Write as a product of two binomials.", "Factor completely.", "Find two factors.")


def numbers(rng: Random, top: int = 12) -> tuple[int, int]:
    """The two constants; never equal in size, so that it is no square and no difference of squares."""
    p, q = nonzero(rng, -top, top), nonzero(rng, -9, 9)
    if abs(p) == abs(q):
        raise Reroll
    return p, q


def posed(p: int, q: int, x: str, y: str, tex: str, prompt: str, key: str) -> Posed:
    """The question about (x + p)(x + q)."""
    answer = bracket(1, x, p, y) + bracket(1, x, q, y)
    return Posed(
        key=(key, *sorted((p, q))),
        prompt=prompt,
        answer=answer,
        wrong=simple_slips(p, q, x, y),
        hints=simple_hints(p, q, answer),
        solution=simple_solution(p, q, tex, answer),
        form="factored",
    )


def plain(rng: Random) -> Posed:
    """In falling powers."""
    (p, q), x = numbers(rng), pick(rng, LETTERS)
    tex = trinomial(product((1, p), (1, q)), x)
    return posed(p, q, x, "", tex, f"{pick(rng, ASKS)}\n\n$${tex}$$", "plain")


def unordered(rng: Random) -> Posed:
    """`24 - 11x + x^2`."""
    (p, q), x = numbers(rng), pick(rng, LETTERS)
    terms = shuffled(rng, ((p + q, x), (p * q, ""), (1, power(x, 2))))
    if terms[0][1] == power(x, 2):
        raise Reroll
    tex = scattered(terms)
    made = posed(p, q, x, "", tex, f"{pick(rng, ASKS)}\n\n$${tex}$$", "order")
    first = f"Put the terms in falling powers of ${x}$ first."
    step = Step(f"${tex} = {trinomial(product((1, p), (1, q)), x)}$", "The order of the terms changes nothing.")
    return Posed(
        made.key, made.prompt, made.answer, made.wrong, (first, *made.hints), (step, *made.solution), "factored"
    )


def two_letters(rng: Random) -> Posed:
    """`x^2 + 5xy - 6y^2`."""
    (p, q), (x, y) = numbers(rng, 9), pick(rng, PAIRS)
    tex = trinomial(product((1, p), (1, q)), x, y)
    return posed(p, q, x, y, tex, f"{pick(rng, ASKS)}\n\n$${tex}$$", "letters")


def with_common_factor(rng: Random) -> Posed:
    """`3x^2 + 15x - 42`: a number comes out first."""
    (p, q), x, k = numbers(rng, 8), pick(rng, LETTERS), pick(rng, (-1, -1, 2, 3, 4, 5, -2, -3))
    inner = product((1, p), (1, q))
    if p + q == 0:
        raise Reroll
    tex, left = trinomial(tuple(k * c for c in inner), x), trinomial(inner, x)
    pair = bracket(1, x, p) + bracket(1, x, q)
    answer = f"{'-' if k == -1 else k}{pair}"
    front = "-1" if k == -1 else str(k)
    slips = {name: f"{'-' if k == -1 else k}{text}" for name, text in simple_slips(p, q, x).items()}
    return Posed(
        key=("common", k, *sorted((p, q))),
        prompt=f"Factor completely.\n\n$${tex}$$",
        answer=answer,
        wrong={"factor_in_front_lost": pair, **slips},
        hints=(
            f"First take out a common factor, so that ${power(x, 2)}$ stands alone in front.",
            f"Taking out ${front}$ leaves ${left}$ in the bracket.",
            f"Now two numbers with the product ${p * q}$ and the sum ${p + q}$ are wanted.",
            f"They are ${p}$ and ${q}$. With the factor in front: ${answer}$.",
        ),
        solution=(
            Step(f"${tex} = {'-' if k == -1 else k}({left})$", f"${front}$ is a factor of every term."),
            *simple_solution(p, q, left, pair)[:-1],
            Step(f"${tex} = {answer}$", "The factor in front stays."),
        ),
        form="factored",
    )


THINGS = ("A rectangular garden", "A rectangular skating rink", "A rectangular room", "A rectangular banner of {who}",
          "A rectangular paddy field")  # fmt: skip


def other_side(rng: Random) -> Posed:
    """One side of a rectangle from its area and the other side."""
    x, p, q = pick(rng, FOR_LENGTHS), integer(rng, 1, 12), nonzero(rng, -9, 12)
    if p == q or p == -q:
        raise Reroll
    area, side, answer = trinomial(product((1, p), (1, q)), x), poly(1, x, p), poly(1, x, q)
    return Posed(
        key=("side", p, q),
        prompt=f"{pick(rng, THINGS).format(who=person(rng))} has an area of ${area}$ square metres. One side is "
        f"${side}$ metres long. How long is the other side? Give an expression in ${x}$.",
        answer=answer,
        wrong={
            "sign_of_term_changed": poly(1, x, -q),
            "sum_for_constant": poly(1, x, p + q),
            "product_for_constant": poly(1, x, p * q),
        },
        hints=(
            f"The area is the product of the sides, so ${side}$ is one factor of ${area}$.",
            f"The other factor begins with ${x}$ as well. Its number times ${p}$ must give ${p * q}$.",
            f"${p} \\cdot {f'({q})' if q < 0 else q} = {p * q}$: the other side is ${answer}$.",
        ),
        solution=(
            Step(f"${area} = ({side})({answer})$", f"${p} \\cdot {f'({q})' if q < 0 else q} = {p * q}$ and "
                 f"${p} + {f'({q})' if q < 0 else q} = {p + q}$."),
            Step(f"The other side is ${answer}$ metres long.", "Side times side is the area."),
        ),
    )  # fmt: skip


def holds(question: Question) -> None:
    """Multiply back in numbers."""
    if "$$" in question.prompt:
        answer_holds(question)
        return
    assert isinstance(question.answer, Expression)
    area, side, _ = inline(question)
    assert same_everywhere(area, f"({side})({question.answer.text})")


@template(
    "alg1/polynomials/factor-x2-bx-c",
    version=1,
    standards=("HSA.SSE.A.2",),
    answer=Expression,
    check=holds,
    band="whole numbers up to 12 in the factors, one or two letters, perhaps a number in front",
)
def factor_x2_bx_c(rng: Random) -> Question:
    """A draw of one of the forms."""
    return ask(pick(rng, (plain, plain, unordered, two_letters, with_common_factor, other_side))(rng))
