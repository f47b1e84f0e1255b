"""Factor out a common factor: numbers, powers, a minus, a bracket; the other factor of an area."""

from math import gcd
from random import Random

from courses.alg1.polynomials.second_looks import answer_holds, inline, same_everywhere
from courses.alg1.polynomials.writing import (
    FOR_LENGTHS,
    LETTERS,
    PAIRS,
    Posed,
    ask,
    bracket,
    plus,
    power,
    scattered,
    times,
)
from exercises import Expression, Question, Reroll, Step, integer, listed, nonzero, person, pick, poly, template, term

UNDO = "Multiply back to check: the factor times each term in the bracket."
ASKS = ("Factor completely.", "Take out the greatest common factor.", "Write as a product, with as much as possible in "
        "front of the bracket.")  # fmt: skip


def coprime(rng: Random, count: int, top: int = 9) -> list[int]:
    """Numbers without a common divisor, the first positive."""
    found = [integer(rng, 1, top), *(nonzero(rng, -top, top) for _ in range(count - 1))]
    if gcd(*found) != 1 or len({abs(n) for n in found}) == 1:
        raise Reroll
    return found


def with_powers(rng: Random) -> Posed:
    """`12x^3 - 18x^2`, two or three terms; the bracket cannot be factored further."""
    x, g, m, count = pick(rng, LETTERS), integer(rng, 2, 9), integer(rng, 1, 3), pick(rng, (2, 2, 3))
    inner = coprime(rng, count)
    if count == 3 and is_square(inner[1] ** 2 - 4 * inner[0] * inner[2]):
        raise Reroll
    g *= pick(rng, (1, 1, 1, -1))
    return taken_out(g, power(x, m), [(c, power(x, count - 1 - i)) for i, c in enumerate(inner)], pick(rng, ASKS), x)


def is_square(n: int) -> bool:
    """Whether a trinomial with this under the root of its formula can be factored."""
    return n >= 0 and round(n**0.5) ** 2 == n


def taken_out(g: int, symbol: str, inner: list[tuple[int, str]], words: str, x: str) -> Posed:
    """The question for a factor and what is left in the bracket."""
    whole = scattered([(g * c, joined(symbol, s)) for c, s in inner])
    left, front = scattered(inner), term(g, symbol) if symbol else str(g)
    answer = times(g, symbol, left)
    (c0, s0), *rest = inner
    drops = len(inner) > 2 or inner[-1] in ((1, ""), (-1, ""))  # a term that leaves 1 is easily taken for nothing
    numbers = listed([f"${abs(g * c)}$" for c, _ in inner])
    letter = {0: "", 1: f" The lowest power of ${symbol[:1]}$ among the terms is ${symbol}$."}.get(
        len(pieces(symbol)), f" Both letters stand in every term; their lowest powers make ${symbol}$."
    )
    minus = " The first term is negative, so the minus goes out too." if g < 0 else ""
    split = listed(
        [
            f"${term(g * c, joined(symbol, s))} = {front} \\cdot {f'({term(c, s)})' if c < 0 else term(c, s)}$"
            for c, s in inner
        ]
    )
    return Posed(
        key=("out", g, symbol.count("^"), len(symbol), *inner),
        prompt=f"{words}\n\n$${whole}$$",
        answer=answer,
        wrong={
            "factored_one_term_only": times(g, symbol, scattered([(c0, s0), *((g * c, joined(symbol, s))
                                                                          for c, s in rest)])),
            "sign_of_term_changed": times(g, symbol, scattered([(c0, s0), *((-c, s) for c, s in rest)])),
            "last_term_dropped": times(g, symbol, scattered(inner[:-1])) if drops else "0",
            "common_factor_alone": front,
        },
        hints=(
            "Which number divides all the coefficients, and which letters stand in every term?",
            f"The greatest number that divides {numbers} is ${abs(g)}$.{letter}{minus}",
            f"Write each term as ${front}$ times something. The first is ${term(g * c0, joined(symbol, s0))} = "
            f"{front} \\cdot {term(c0, s0)}$.",
            f"What is left goes into the bracket: ${answer}$.",
        ),
        solution=(
            Step(f"The greatest common factor is ${front}$.", f"It divides every term.{minus}"),
            Step(f"{split}.", "Divide each term by it."),
            Step(f"${whole} = {answer}$", UNDO),
        ),
        form="factored",
        names=(x,),
    )  # fmt: skip


def joined(a: str, b: str) -> str:
    """The product of two powers: equal letters add their exponents."""
    total: dict[str, int] = {}
    for symbol in (a, b):
        for name, exponent in pieces(symbol):
            total[name] = total.get(name, 0) + exponent
    return "".join(power(name, total[name]) for name in sorted(total))


def pieces(symbol: str) -> list[tuple[str, int]]:
    """Letters and exponents of `x^2y`."""
    found = []
    for i, c in enumerate(symbol):
        if c.isalpha():
            found.append((c, int(symbol[i + 2]) if symbol[i + 1 : i + 2] == "^" else 1))
    return found


def two_letters(rng: Random) -> Posed:
    """`6a^2b - 15ab^2`."""
    x, y = pick(rng, PAIRS)
    (c, d), g = coprime(rng, 2, 7), integer(rng, 2, 8)
    symbol = pick(rng, (x + y, x + y, power(x, 2) + y, x, y))
    inner = pick(rng, ([(c, x), (d, y)], [(c, x), (d, "")], [(c, power(x, 2)), (d, y)], [(c, y), (d, "")]))
    return taken_out(g, symbol, inner, pick(rng, ASKS), x)


def common_bracket(rng: Random) -> Posed:
    """`x(x + 5) - 3(x + 5)`."""
    x, a, b, k = pick(rng, LETTERS), nonzero(rng, -9, 9), nonzero(rng, -9, 9), integer(rng, 1, 6)
    if a in (b, -b) or gcd(k, b) > 1:
        raise Reroll
    shared, thing = bracket(1, x, a), "B" if x == "a" else "A"
    whole = plus(f"{term(k, x)}{shared}", times(b, "", shared[1:-1]))
    answer = f"{shared}{bracket(k, x, b)}"
    return Posed(
        key=("bracket", k, a, b),
        prompt=f"Factor completely.\n\n$${whole}$$",
        answer=answer,
        wrong={
            "common_bracket_squared": f"{shared}^2{bracket(k, x, b)}",
            "sign_of_term_changed": f"{shared}{bracket(k, x, -b)}",
            "factors_multiplied_outside": f"{term(k * b, x)}{shared}",
        },
        hints=(
            f"The two terms are ${term(k, x)}{shared}$ and ${times(b, '', shared[1:-1])}$. What do they share?",
            f"Take ${shared}$ for one thing, ${thing}$: ${plus(term(k, x) + thing, term(b, thing))}$.",
            f"Taking ${thing}$ out leaves ${poly(k, x, b)}$: the product is ${answer}$.",
        ),
        solution=(
            Step(f"The common factor is ${shared}$.", "A bracket may be a common factor like a letter."),
            Step(f"The first term leaves ${term(k, x)}$, the second ${b}$.", "Divide each term by it."),
            Step(f"${whole} = {answer}$", "Multiply back to check."),
        ),
        form="factored",
    )


THINGS = (
    ("A rectangular vineyard", "metres"),
    ("A rectangular fish pond", "metres"),
    ("A rectangular stage", "metres"),
    ("A rectangular poster that {who} prints", "centimetres"),
    ("A rectangular market hall", "metres"),
)


def other_side(rng: Random) -> Posed:
    """Area and one side of a rectangle are given: the other side."""
    x = pick(rng, FOR_LENGTHS)
    g, m = integer(rng, 2, 9), integer(rng, 1, 2)
    a, b = integer(rng, 1, 6), integer(rng, 1, 9)
    if a == b or (b * g) % (a * g) == 0:
        raise Reroll
    thing, unit = pick(rng, THINGS)
    side, answer = term(g, power(x, m)), poly(a, x, b)
    whole = scattered([(g * a, power(x, m + 1)), (g * b, power(x, m))])
    return Posed(
        key=("side", g, m, a, b),
        prompt=f"{thing.format(who=person(rng))} has an area of ${whole}$ square {unit}. It is ${side}$ {unit} wide. "
        f"How long is it? Give a polynomial in ${x}$.",
        answer=answer,
        wrong={
            "factored_one_term_only": scattered([(a, x), (g * b, power(x, m))]),
            "exponent_of_product_kept": scattered([(a, power(x, m + 1)), (b, power(x, m))]),
            "subtracted_for_divided": scattered([(g * a, power(x, m + 1)), (g * b - g, power(x, m))]),
        },
        hints=(
            "Width times length is the area. Which factor is missing?",
            f"Take ${side}$ out of ${whole}$.",
            f"The first term: ${term(g * a, power(x, m + 1))} = {side} \\cdot {term(a, x)}$.",
            f"The second: ${term(g * b, power(x, m))} = {side} \\cdot {b}$, so the length is ${answer}$.",
        ),
        solution=(
            Step(f"${whole} = {side}({answer})$", "Take the width out of both terms."),
            Step(f"The length is ${answer}$ {unit}.", "Width times length is the area."),
        ),
    )


def holds(question: Question) -> None:
    """Multiply back in numbers."""
    if "$$" in question.prompt:
        answer_holds(question)
        return
    assert isinstance(question.answer, Expression)
    area, width, _ = inline(question)
    assert same_everywhere(area, f"({width})({question.answer.text})")


@template(
    "alg1/polynomials/factor-out-common-factor",
    version=1,
    standards=("HSA.SSE.A.2",),
    answer=Expression,
    check=holds,
    band="two or three terms, a common factor up to 9 with powers up to 3, or a common bracket",
)
def factor_out_common_factor(rng: Random) -> Question:
    """A draw of one of the forms."""
    return ask(pick(rng, (with_powers, with_powers, two_letters, two_letters, common_bracket, other_side))(rng))
