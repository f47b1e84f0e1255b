"""Factor by grouping: four terms in two groups, also in an order that has to be changed, also in two letters."""

from math import gcd
from random import Random

from courses.alg1.polynomials.second_looks import BLANK, answer_holds
from courses.alg1.polynomials.writing import LETTERS, PAIRS, Posed, ask, bracket, plus, power, times
from exercises import Expression, Question, Reroll, Step, integer, nonzero, pick, template, term

ASKS = ("Factor by grouping.", "Factor completely.", "Write as a product.")
GROUP = "Take the common factor out of each pair of terms."


def square_number(n: int) -> bool:
    """Whether it is a square."""
    return n > 0 and round(n**0.5) ** 2 == n


def solved(key: tuple[object, ...], tex: str, first: str, second: str, shared: str, other: str, words: str,
           slips: dict[str, str], final: str = "") -> Posed:  # fmt: skip
    """The question whose groups are `first` and `second` times the shared bracket."""
    groups, pair = plus(f"{first}{shared}", f"{second}{shared}"), f"{shared}{other}"
    answer = final or pair
    last = (Step(f"$= {answer}$", f"${other}$ is a difference of two squares."),) if final else ()
    return Posed(
        key=key,
        prompt=f"{words}\n\n$${tex}$$",
        answer=answer,
        wrong=slips,
        hints=(
            "Take the terms two by two. What do the first two have in common, and what the last two?",
            f"The first two make ${first}{shared}$. Can you get the same bracket from the last two?",
            f"In groups: ${groups}$. What is common now?",
            f"The bracket comes out: ${f'{pair} = {answer}' if final else answer}$.",
        ),
        solution=(
            Step(f"${tex} = {groups}$", GROUP),
            Step(f"$= {pair}$", f"${shared}$ is a factor of both groups."),
            *last,
        ),
        form="factored",
    )


def cubic(rng: Random) -> Posed:
    """`x^3 + 3x^2 + 5x + 15`."""
    x, a, b, k = pick(rng, LETTERS), nonzero(rng, -9, 9), nonzero(rng, -9, 9), pick(rng, (1, 1, 1, 2, 3))
    if gcd(k, b) > 1 or square_number(-b * k) or a * k == b:
        raise Reroll
    tex = plus(term(k, power(x, 3)), term(k * a, power(x, 2)), term(b, x), str(a * b))
    shared, other = bracket(1, x, a), bracket(k, power(x, 2), b)
    second = {1: "", -1: "-"}.get(b, str(b))
    return solved(
        ("cubic", k, a, b), tex, term(k, power(x, 2)), second or "1", shared, other, pick(rng, ASKS),
        {
            "sign_of_second_group": shared + bracket(k, power(x, 2), -b),
            "sign_in_first_group": bracket(1, x, -a) + other,
            "groups_multiplied": f"{term(k * b, power(x, 2))}{shared}",
        },
    ) if second else _with_one(k, a, x, tex, rng)  # fmt: skip


def _with_one(k: int, a: int, x: str, tex: str, rng: Random) -> Posed:
    """The last two terms are the bracket itself."""
    shared, other = bracket(1, x, a), bracket(k, power(x, 2), 1)
    groups = f"{term(k, power(x, 2))}{shared} + 1 \\cdot {shared}"
    return Posed(
        key=("cubic", k, a, 1),
        prompt=f"{pick(rng, ASKS)}\n\n$${tex}$$",
        answer=shared + other,
        wrong={
            "one_lost_in_group": f"{term(k, power(x, 2))}{shared}",
            "sign_in_first_group": bracket(1, x, -a) + other,
            "sign_of_second_group": shared + bracket(k, power(x, 2), -1),
        },
        hints=(
            "Take the terms two by two. What do the first two have in common?",
            f"The first two make ${term(k, power(x, 2))}{shared}$. The last two are this bracket already: once.",
            f"In groups: ${groups}$. What is common now?",
            f"The bracket comes out: ${shared}{other}$.",
        ),
        solution=(
            Step(f"${tex} = {groups}$", "The last two terms are the bracket itself, that is once the bracket."),
            Step(f"$= {shared}{other}$", f"${shared}$ is a factor of both groups."),
        ),
        form="factored",
    )


def cubic_in_three(rng: Random) -> Posed:
    """`x^3 + 2x^2 - 9x - 18`: a difference of squares comes out."""
    x, a, r = pick(rng, LETTERS), nonzero(rng, -7, 7), integer(rng, 2, 6)
    if abs(a) == r:
        raise Reroll
    tex = plus(power(x, 3), term(a, power(x, 2)), term(-r * r, x), str(-a * r * r))
    shared, other = bracket(1, x, a), f"({power(x, 2)} - {r * r})"
    final = shared + bracket(1, x, r) + bracket(1, x, -r)
    return solved(
        ("three", a, r), tex, power(x, 2), str(-r * r), shared, other, "Factor completely.",
        {
            "sign_of_second_group": f"{shared}({power(x, 2)} + {r * r})",
            "difference_taken_for_square": f"{shared}{bracket(1, x, -r)}^2",
            "sign_in_first_group": bracket(1, x, -a) + bracket(1, x, r) + bracket(1, x, -r),
        },
        final,
    )  # fmt: skip


def two_letters(rng: Random) -> Posed:
    """`xy + 3x - 2y - 6`, or `6ab - 9a + 4b - 6`, at times with the middle terms exchanged."""
    x, y = pick(rng, PAIRS)
    m, n, p, q = pick(rng, (1, 1, 2, 3)), pick(rng, (1, 1, 2, 5)), nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    if gcd(m, p) > 1 or gcd(n, q) > 1 or abs(p) == 1 or abs(q) == 1:
        raise Reroll
    shared, other = bracket(n, y, q), bracket(m, x, p)
    terms = [term(m * n, x + y), term(m * q, x), term(p * n, y), str(p * q)]
    mixed = rng.random() < 0.35
    tex, ordered = plus(*([terms[i] for i in (0, 3, 1, 2)] if mixed else terms)), plus(*terms)
    slips = {
        "sign_of_second_group": shared + bracket(m, x, -p),
        "sign_in_first_group": bracket(n, y, -q) + other,
        "numbers_changed_places": bracket(n, y, p) + bracket(m, x, q),
    }
    made = solved(("letters", mixed, m, n, p, q), ordered, term(m, x), str(p), shared, other, pick(rng, ASKS), slips)
    if not mixed:
        return made
    return Posed(
        made.key,
        f"{pick(rng, ASKS)}\n\n$${tex}$$",
        made.answer,
        made.wrong,
        (f"The first two terms share nothing. Try another order: ${ordered}$.", *made.hints[1:]),
        (Step(f"${tex} = {ordered}$", "Terms may change places, so that each pair shares a factor."), *made.solution),
        "factored",
    )


def missing_group(rng: Random) -> Posed:
    """Which factor comes out of the second group?"""
    x, a, b = pick(rng, LETTERS), nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    if abs(b) == 1 or abs(a) == 1:
        raise Reroll
    shared = bracket(1, x, a)
    tex = plus(power(x, 3), term(a, power(x, 2)), term(b, x), str(a * b))
    return Posed(
        key=("box", a, b),
        prompt=f"Which number belongs in the box?\n\n$${tex} = {power(x, 2)}{shared} + {BLANK} \\cdot {shared}$$",
        answer=str(b),
        wrong={"sign_of_second_group": str(-b), "constant_for_factor": str(a * b), "number_of_bracket": str(a)},
        hints=(
            "The last two terms must come from the box times the bracket.",
            f"The last two terms are ${plus(term(b, x), str(a * b))}$. The box times ${x}$ is the first of them.",
            f"The box holds ${b}$. Check: ${times(b, '', shared[1:-1])} = {plus(term(b, x), str(a * b))}$.",
        ),
        solution=(
            Step(f"The last two terms are ${plus(term(b, x), str(a * b))}$.", "The first two are used already."),
            Step(f"The box holds ${b}$.", f"${times(b, '', shared[1:-1])} = {plus(term(b, x), str(a * b))}$."),
        ),
        names=(x,),
    )


@template(
    "alg1/polynomials/factor-grouping",
    version=1,
    standards=("HSA.SSE.A.2",),
    answer=Expression,
    check=answer_holds,
    band="four terms in one or two letters, numbers in the factors up to 9, perhaps a third factor",
)
def factor_grouping(rng: Random) -> Question:
    """A draw of one of the forms."""
    return ask(pick(rng, (cubic, cubic, two_letters, two_letters, cubic_in_three, missing_group))(rng))
