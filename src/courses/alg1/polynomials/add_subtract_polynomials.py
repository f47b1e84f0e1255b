"""Add and subtract polynomials: sums, differences both ways round, a missing addend, the way round a field."""

from random import Random

from courses.alg1.polynomials.second_looks import BLANK, answer_holds, inline, same_everywhere
from courses.alg1.polynomials.writing import FOR_LENGTHS, LETTERS, Coefs, Posed, ask, falling, power, scattered
from exercises import Expression, Question, Reroll, Step, integer, nonzero, person, pick, shuffled, template, term

LIKE = "Like terms have the same power: add their coefficients."
OPPOSITE = "Taking away a bracket changes the sign of every term in it."


def drawn(rng: Random, degree: int, gaps: int = 0) -> tuple[int, ...]:
    """Coefficients with perhaps a gap below the first."""
    coefs = [nonzero(rng, -9, 9) for _ in range(degree + 1)]
    for _ in range(gaps):
        coefs[integer(rng, 1, degree)] = 0
    return tuple(coefs)


def padded(coefs: Coefs, size: int) -> tuple[int, ...]:
    """With zeros in front."""
    return (0,) * (size - len(coefs)) + tuple(coefs)


def combined(a: Coefs, b: Coefs, sign: int) -> tuple[int, ...]:
    """a plus or minus b."""
    size = max(len(a), len(b))
    return tuple(c + sign * d for c, d in zip(padded(a, size), padded(b, size), strict=True))


def groups(a: Coefs, b: Coefs, sign: int, x: str) -> str:
    """Like terms side by side: `(3x^2 - x^2) + (2x + 5x) + ...`."""
    size = max(len(a), len(b))
    pairs = zip(range(size - 1, -1, -1), padded(a, size), padded(b, size), strict=True)
    found = [scattered([(c, power(x, n)), (sign * d, power(x, n))]) for n, c, d in pairs if c or d]
    return " + ".join(f"({part})" if " " in part or part.startswith("-") else part for part in found)


def wrong_sums(a: Coefs, b: Coefs, sign: int, x: str) -> dict[str, str]:
    """What the usual mistakes give."""
    size = max(len(a), len(b))
    total, first = combined(a, b, sign), padded(b, size)
    lead = next(i for i, c in enumerate(first) if c)
    first_only = tuple(c + (d if i > lead else -d) for i, (c, d) in enumerate(zip(padded(a, size), first, strict=True)))
    top = size - 1
    doubled = scattered([(c, power(x, 2 * n)) for n, c in zip(range(top, -1, -1), total, strict=True) if c]) or "0"
    return {
        "subtracted_first_term_only" if sign < 0 else "subtracted_instead_of_added": falling(
            first_only if sign < 0 else combined(a, b, -1), x
        ),
        "added_instead_of_subtracted" if sign < 0 else "sign_of_last_in_sum": falling(
            combined(a, b, 1) if sign < 0 else (*total[:-1], -total[-1]), x
        ),
        "exponents_added_in_sum": doubled,
    }


def posed(rng: Random, x: str, a: Coefs, b: Coefs, sign: int, prompt: str, key: str, more: dict[str, str]) -> Posed:
    """The question for a sum or difference that is already put into words."""
    total = combined(a, b, sign)
    if total[0] == 0 or sum(map(bool, total)) < 2:
        raise Reroll
    answer, inner = falling(total, x), falling(tuple(sign * c for c in b), x)
    opened = f"{falling(a, x)} {'- ' + inner[1:] if inner.startswith('-') else '+ ' + inner}"
    return Posed(
        key=(key, a, b),
        prompt=prompt,
        answer=answer,
        wrong={**more, **wrong_sums(a, b, sign, x)},
        hints=(
            "Take the brackets away first. " + (OPPOSITE if sign < 0 else "A plus before a bracket changes nothing."),
            f"Without brackets: ${opened}$.",
            f"Put like terms together: ${groups(a, b, sign, x)}$. Their powers stay as they are.",
            f"That makes ${answer}$.",
        ),
        solution=(
            Step(f"${sum_tex(a, b, sign, x)} = {opened}$", OPPOSITE if sign < 0 else "A plus before a bracket changes "
                 "no sign."),
            Step(f"$= {groups(a, b, sign, x)}$", "Put like terms side by side."),
            Step(f"$= {answer}$", LIKE),
        ),
        names=(x,),
    )  # fmt: skip


def sum_tex(a: Coefs, b: Coefs, sign: int, x: str) -> str:
    """Two brackets with a sign between them."""
    return f"({falling(a, x)}) {'+' if sign > 0 else '-'} ({falling(b, x)})"


def two(rng: Random) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """A letter and two polynomials, seldom of the same degree."""
    top = integer(rng, 2, 4)
    first, second = drawn(rng, top, integer(rng, 0, 1)), drawn(rng, pick(rng, (top, 2, 3)), integer(rng, 0, 1))
    return pick(rng, LETTERS), first, second


def plain(rng: Random) -> Posed:
    """Two brackets with plus or minus between them."""
    (x, a, b), sign = two(rng), pick(rng, (1, -1, -1))
    words = pick(rng, ("Simplify.", "Write as one polynomial without brackets.", "Add or subtract as shown."))
    return posed(rng, x, a, b, sign, f"{words}\n\n$${sum_tex(a, b, sign, x)}$$", "plain", {})


def taken_from(rng: Random) -> Posed:
    """Subtract the first from the second: the order in words is the other way round."""
    x, a, b = two(rng)
    if len(a) < len(b):
        a, b = b, a
    prompt = f"Subtract ${falling(b, x)}$ from ${falling(a, x)}$. What is left?"
    return posed(rng, x, a, b, -1, prompt, "from", {"subtracted_the_other_way": falling(combined(b, a, -1), x)})


def missing(rng: Random) -> Posed:
    """Which polynomial has to be added to reach the sum?"""
    x, a, b = two(rng)
    total = combined(a, b, 1)
    if total[0] == 0 or sum(map(bool, total)) < 2:
        raise Reroll
    prompt = f"Which polynomial belongs in the box?\n\n$$({falling(a, x)}) + \\square = {falling(total, x)}$$"
    more = {
        "added_both_given": falling(combined(total, a, 1), x),
        "subtracted_the_other_way": falling([-c for c in b], x),
    }
    made = posed(rng, x, total, a, -1, prompt, "missing", more)
    first = f"The box is what is left when ${falling(a, x)}$ is taken away from ${falling(total, x)}$."
    return Posed(made.key, prompt, made.answer, made.wrong, (first, *made.hints[1:]), (
        Step(f"The box holds ${sum_tex(total, a, -1, x)}$.", "Subtracting undoes adding."),
        *made.solution,
    ), names=(x,))  # fmt: skip


FIELDS = (
    ("A triangular sail has sides of {}, {} and {} metres.", "How long is the edge of the whole sail?"),
    ("{who} walks once round a triangular park with sides of {}, {} and {} metres.", "How far is that?"),
    ("{who} fences a triangular garden with sides of {}, {} and {} metres.", "How many metres of fence are needed?"),
    ("A triangular flag has sides of {}, {} and {} centimetres.", "How long is a ribbon once round it?"),
)


def around(rng: Random) -> Posed:
    """The perimeter of a triangle whose sides are polynomials with positive values."""
    x = pick(rng, FOR_LENGTHS)
    a = (integer(rng, 3, 5), integer(rng, 1, 9), nonzero(rng, -2, 9))
    b = (integer(rng, 3, 5), 0, integer(rng, 1, 12))
    c = (integer(rng, 3, 5), integer(rng, 1, 8), integer(rng, 1, 9))
    total = combined(combined(a, b, 1), c, 1)
    sides = [f"${falling(side, x)}$" for side in shuffled(rng, (a, b, c))]
    story, question = pick(rng, FIELDS)
    answer, first = falling(total, x), combined(a, b, 1)
    laid = " + ".join(f"({falling(side, x)})" for side in (a, b, c))
    return Posed(
        key=("around", a, b, c),
        prompt=f"{story.format(*sides, who=person(rng))} {question} Give one polynomial in ${x}$.",
        answer=answer,
        wrong={
            "exponents_added_in_sum": scattered([(total[0], power(x, 6)), (total[1], power(x, 2)), (total[2], "")]),
            "one_side_left_out": falling(first, x),
            "combined_unlike_terms": term(sum(total), power(x, 2)),
        },
        hints=(
            "The way all round is the sum of the three sides.",
            f"Add ${laid}$ power by power.",
            f"Squares: ${a[0]} + {b[0]} + {c[0]} = {total[0]}$. Do the same with ${x}$ and with the numbers.",
            f"The sum is ${answer}$.",
        ),
        solution=(
            Step(f"Add the three sides: ${laid}$.", "The way round is the sum of the sides."),
            Step(
                f"Squares ${a[0]} + {b[0]} + {c[0]} = {total[0]}$, terms in ${x}$ ${a[1]} + {c[1]} = {total[1]}$.", LIKE
            ),
            Step(f"The sum is ${answer}$.", "Terms of different powers stay apart."),
        ),
        names=(x,),
    )


def sums_agree(question: Question) -> None:
    """Put numbers into what is shown and into the answer."""
    if "$$" in question.prompt:
        answer_holds(question)
        return
    assert isinstance(question.answer, Expression)
    if "from $" in question.prompt:
        taken, given = inline(question)
        assert same_everywhere(f"({given}) - ({taken})", question.answer.text)
    else:
        one, two, three, _ = inline(question)
        assert same_everywhere(f"{one} + {two} + {three}", question.answer.text)


@template(
    "alg1/polynomials/add-subtract-polynomials",
    version=1,
    standards=("HSA.APR.A.1",),
    answer=Expression,
    check=sums_agree,
    band="two or three polynomials in one letter, degree up to 4, coefficients up to 9",
)
def add_subtract_polynomials(rng: Random) -> Question:
    """A draw of one of the forms."""
    return ask(pick(rng, (plain, plain, taken_from, missing, around))(rng))


__all__ = ["BLANK", "add_subtract_polynomials"]
