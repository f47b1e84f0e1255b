"""Name degree and leading term: of polynomials in any order, also before like terms are collected."""

from random import Random

from courses.alg1.polynomials.degree_choices import (
    FAMILY,
    NAMES,
    check_choice,
    leading_term,
    name_by_degree,
)
from courses.alg1.polynomials.which_degree import odd_one_out
from courses.alg1.polynomials.writing import LETTERS, falling, power, scattered
from courses.alg1.reading import formulas
from courses.alg1.slips import apart
from exercises import (
    Number,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    nonzero,
    parse,
    pick,
    pick_distinct,
    shuffled,
    template,
    term,
)
from exercises.parser.polynomials import polynomial

Terms = list[tuple[int, int]]
"""Coefficient and exponent of each term."""


def drawn_terms(rng: Random, count: int, top: int) -> Terms:
    """Terms in a drawn order that is not the falling one; one coefficient is larger than all exponents."""
    exponents = [top, *pick_distinct(rng, range(top), count - 1)]
    terms = list(shuffled(rng, [(nonzero(rng, -12, 12), n) for n in exponents]))
    falls = [n for _, n in terms] == sorted(exponents, reverse=True)
    if terms[-1][1] == top and rng.random() < 0.5:
        raise Reroll
    if falls or terms[0][1] == top or max(abs(c) for c, _ in terms) <= top + 1:
        raise Reroll
    return terms


def shown(terms: Terms, x: str) -> str:
    """TeX in the order given."""
    return scattered([(c, power(x, n)) for c, n in terms])


def degree(rng: Random) -> Question:
    """The degree of a polynomial whose terms stand in any order."""
    x, top = pick(rng, LETTERS), integer(rng, 2, 8)
    terms = drawn_terms(rng, integer(rng, 3, 4) if top > 2 else 3, top)
    tex, leading = shown(terms, x), next(pair for pair in terms if pair[1] == top)
    wrong = {
        "degree-from-first-term": terms[0][1],
        "degree-is-number-of-terms": len(terms),
        "coefficient-for-degree": leading[0],
        "all-exponents-added": sum(n for _, n in terms),
    }
    return Question(
        key=("degree", *terms),
        prompt=f"What is the degree of ${tex}$?",
        answer=Number(top),
        wrong=apart(top, wrong),
        hints=(
            "The degree of a polynomial belongs to one of its terms, wherever that stands.",
            f"Look at the exponent of ${x}$ in each term. A letter without an exponent has the exponent $1$, "
            "a number alone has degree $0$.",
            f"The highest power is ${power(x, top)}$, so the degree is ${top}$.",
        ),
        solution=(
            Step(f"In order of powers: ${falling_of(terms, x)}$.", "The order of terms does not change a polynomial."),
            Step(
                f"The highest power of ${x}$ stands in ${term(leading[0], power(x, top))}$.", "Compare the exponents."
            ),
            Step(f"The degree is ${top}$.", "The degree is the highest exponent."),
        ),
    )


def leading_coefficient(rng: Random) -> Question:
    """The number before the highest power."""
    x, top = pick(rng, LETTERS), integer(rng, 2, 7)
    terms = drawn_terms(rng, integer(rng, 3, 4) if top > 2 else 3, top)
    (right,) = (c for c, n in terms if n == top)
    wrong = {
        "leading-is-first-written": terms[0][0],
        "degree-for-coefficient": top,
        "coefficient-sign-lost": -right,
        "leading-is-largest-number": max(c for c, _ in terms),
    }
    return Question(
        key=("leading", *terms),
        prompt=f"What is the leading coefficient of ${shown(terms, x)}$?",
        answer=Number(right),
        wrong=apart(right, wrong),
        hints=(
            "The leading coefficient stands before the highest power, not always in front.",
            f"The highest power here is ${power(x, top)}$. Which number multiplies it? Take its sign along; "
            "where none is written, it is $1$ or $-1$.",
            f"The leading term is ${term(right, power(x, top))}$, so the leading coefficient is ${right}$.",
        ),
        solution=(
            Step(f"In order of powers: ${falling_of(terms, x)}$.", "Put the highest power first."),
            Step(f"The leading term is ${term(right, power(x, top))}$.", "It has the highest power."),
            Step(f"The leading coefficient is ${right}$.", "It is the number in the leading term, with its sign."),
        ),
    )


def after_collecting(rng: Random) -> Question:
    """The highest powers cancel: collect before naming the degree."""
    x, top = pick(rng, LETTERS), integer(rng, 3, 8)
    lower = integer(rng, 1, top - 1)
    a, b, c, d = nonzero(rng, -9, 9), nonzero(rng, -9, 9), nonzero(rng, -12, 12), nonzero(rng, -9, 9)
    if b + d == 0 or max(map(abs, (a, b, c, d))) <= top + 1:
        raise Reroll
    pieces = [(a, top), (b, lower), (c, 0), (-a, top), (d, lower)]
    tex = shown([pieces[0], *shuffled(rng, pieces[1:3]), *shuffled(rng, pieces[3:])], x)
    collected = scattered([(b + d, power(x, lower)), (c, "")])
    return Question(
        key=("cancel", top, lower, a, b, c, d),
        prompt=f"What is the degree of this polynomial?\n\n$${tex}$$",
        answer=Number(lower),
        wrong=apart(
            lower,
            {"degree-before-collecting": top, "degree-is-number-of-terms": 5, "all-exponents-added": 2 * (top + lower)},
        ),
        hints=(
            "Some of the terms are alike and may change what is left. Collect like terms first.",
            f"What do ${term(a, power(x, top))}$ and ${term(-a, power(x, top))}$ make together?",
            f"What is left is ${collected}$, and its highest exponent is ${lower}$.",
        ),
        solution=(
            Step(f"${term(a, power(x, top))}$ and ${term(-a, power(x, top))}$ make $0$.", "They are opposites."),
            Step(f"What is left is ${collected}$.", "Add the coefficients of like terms."),
            Step(f"The degree is ${lower}$.", "It is the highest exponent that is left."),
        ),
    )


def falling_of(terms: Terms, x: str) -> str:
    """TeX in falling powers."""
    coefs = {n: c for c, n in terms}
    return falling([coefs.get(n, 0) for n in range(max(coefs), -1, -1)], x)


def reads_off(question: Question) -> None:
    """Multiply out what is shown with the parser's own polynomials and read off its highest power."""
    if isinstance(question.answer, SingleChoice):
        check_choice(question)
        return
    found = polynomial(parse(formulas(question.prompt)[0]))
    top = max(found, key=lambda monomial: sum(n for _, n in monomial))
    right = found[top] if "coefficient" in question.prompt else sum(n for _, n in top)
    assert isinstance(question.answer, Number)
    assert question.answer.value == right, (question.prompt, right)


@template(
    "alg1/polynomials/name-degree-leading-term",
    version=1,
    standards=("HSA.SSE.A.1.a",),
    answer=(Number, SingleChoice),
    check=reads_off,
    band="one letter, three to five terms in any order, degree up to 8, coefficients up to 12",
)
def name_degree_leading_term(rng: Random) -> Question:
    """A draw of one of the forms."""
    return pick(rng, (degree, leading_coefficient, after_collecting, leading_term, name_by_degree, odd_one_out))(rng)


__all__ = ["FAMILY", "NAMES", "name_degree_leading_term"]
