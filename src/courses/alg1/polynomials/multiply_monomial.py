"""Multiply by a monomial: into a bracket, two monomials, an area, a missing factor."""

from random import Random

from courses.alg1.polynomials.second_looks import answer_holds, inline, same_everywhere
from courses.alg1.polynomials.writing import (
    FOR_LENGTHS,
    LETTERS,
    PAIRS,
    Posed,
    added,
    ask,
    dotted,
    falling,
    plus,
    power,
    scattered,
    times,
)
from exercises import Expression, Question, Reroll, Step, integer, nonzero, person, pick, poly, template, term

EXPONENTS = "Multiply the numbers; add the exponents of equal letters."
EVERY = "The factor multiplies every term in the bracket (distributive property)."


def into_bracket(rng: Random) -> Posed:
    """`-3x^2(2x^2 - 5x + 4)`."""
    x, k, m = pick(rng, LETTERS), pick(rng, (-6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7)), integer(rng, 1, 3)
    size = integer(rng, 2, 3)
    coefs = [nonzero(rng, -9, 9) for _ in range(size)]
    gap = pick(rng, (0, 0, 1))
    powers = [size - 1 - i + (gap if i == 0 else 0) for i in range(size)]
    inner = list(zip(coefs, powers, strict=True))
    front = term(k, power(x, m))
    answer = scattered([(k * c, power(x, m + n)) for c, n in inner])
    products = [dotted(front, term(c, power(x, n))) for c, n in inner]
    tex = times(k, power(x, m), scattered([(c, power(x, n)) for c, n in inner]))
    first, *rest = inner
    turned = "sign_not_distributed" if k < 0 else "sign_of_term_changed"
    words = pick(rng, ("Multiply.", "Write without brackets.", "Expand."))
    return Posed(
        key=("bracket", k, m, *inner),
        prompt=f"{words}\n\n$${tex}$$",
        answer=answer,
        wrong={
            "distributed_to_first_only": scattered([(k * first[0], power(x, m + first[1])),
                                                    *((c, power(x, n)) for c, n in rest)]),
            "exponents_multiplied": scattered([(k * c, power(x, m * n if n else m)) for c, n in inner]),
            turned: scattered([(k * first[0], power(x, m + first[1])), *((-k * c, power(x, m + n)) for c, n in rest)]),
            "coefficients_added_in_product": scattered([(k + c, power(x, m + n)) for c, n in inner]),
        },
        hints=(
            f"The factor ${front}$ multiplies every term in the bracket.",
            f"There are ${size}$ products to work out: ${'$, $'.join(products)}$.",
            f"In each, {EXPONENTS[0].lower()}{EXPONENTS[1:-1]}: ${products[0]} = "
            f"{term(k * first[0], power(x, m + first[1]))}$.",
            f"All together: ${answer}$.",
        ),
        solution=(
            Step(f"${tex} = {added(products)}$", EVERY),
            Step(f"$= {answer}$", EXPONENTS),
        ),
    )  # fmt: skip


def two_monomials(rng: Random) -> Posed:
    """`-4a^2b \\cdot 3ab^3`."""
    x, y = pick(rng, PAIRS)
    (a, b), (m, n, p, q) = (nonzero(rng, -9, 9), nonzero(rng, -9, 9)), (integer(rng, 1, 4) for _ in range(4))
    if {1, -1} & {a, b} or m * p == m + p == n * q:
        raise Reroll
    one, two = term(a, power(x, m) + power(y, n)), term(b, power(x, p) + power(y, q))
    answer = term(a * b, power(x, m + p) + power(y, n + q))
    return Posed(
        key=("two", a, b, m, n, p, q),
        prompt=f"Multiply, and write the result as one term.\n\n$${dotted(one, two)}$$",
        answer=answer,
        wrong={
            "exponents_multiplied": term(a * b, power(x, m * p) + power(y, n * q)),
            "coefficients_added_in_product": term(a + b, power(x, m + p) + power(y, n + q)),
            "sign_of_product": term(-a * b, power(x, m + p) + power(y, n + q)),
        },
        hints=(
            "Change the order: numbers with numbers, each letter with its own kind.",
            f"Numbers: ${dotted(str(a), str(b))} = {a * b}$. Now ${power(x, m)} \\cdot {power(x, p)}$: how many "
            f"factors ${x}$ are that?",
            f"${power(x, m)} \\cdot {power(x, p)} = {power(x, m + p)}$ and ${power(y, n)} \\cdot {power(y, q)} = "
            f"{power(y, n + q)}$.",
            f"The product is ${answer}$.",
        ),
        solution=(
            Step(f"${dotted(str(a), str(b))} = {a * b}$", "Multiply the numbers, with their signs."),
            Step(f"${power(x, m)} \\cdot {power(x, p)} = {power(x, m + p)}$ and ${power(y, n)} \\cdot {power(y, q)} = "
                 f"{power(y, n + q)}$", "Factors side by side are counted together: exponents are added."),
            Step(f"The product is ${answer}$.", "Put the parts side by side."),
        ),
    )  # fmt: skip


def two_letters(rng: Random) -> Posed:
    """`2ab(3a - 5b)`."""
    x, y = pick(rng, PAIRS)
    k, (c, d), m = (
        pick(rng, (-5, -4, -3, -2, 2, 3, 4, 5, 6)),
        (nonzero(rng, -7, 7), nonzero(rng, -7, 7)),
        integer(rng, 1, 2),
    )
    front, inner = term(k, power(x, m) + y), poly(c, x, d, y)
    tex = f"{front}({inner})"
    one, two = term(k * c, power(x, m + 1) + y), term(k * d, power(x, m) + power(y, 2))
    answer = plus(one, two)
    return Posed(
        key=("letters", k, c, d, m),
        prompt=f"Multiply.\n\n$${tex}$$",
        answer=answer,
        wrong={
            "distributed_to_first_only": plus(one, term(d, y)),
            "letters_not_multiplied": plus(term(k * c, power(x, m) + y), term(k * d, power(x, m) + y)),
            "sign_not_distributed" if k < 0 else "sign_of_term_changed": plus(
                one, term(-k * d, power(x, m) + power(y, 2))
            ),
        },
        hints=(
            f"Multiply ${front}$ by each of the two terms in the bracket.",
            f"${dotted(front, term(c, x))} = {one}$, because ${power(x, m)} \\cdot {x} = {power(x, m + 1)}$.",
            f"The second product is ${two}$, so the result is ${answer}$.",
        ),
        solution=(
            Step(f"${tex} = {added((dotted(front, term(c, x)), dotted(front, term(d, y))))}$", EVERY),
            Step(f"$= {answer}$", EXPONENTS),
        ),
    )


THINGS = (
    ("A rectangular rice field is {} metres wide and {} metres long.", "square metres"),
    ("A rectangular mural is {} metres high and {} metres wide.", "square metres"),
    ("{who} weaves a rectangular carpet that is {} metres wide and {} metres long.", "square metres"),
    ("A rectangular solar panel is {} centimetres wide and {} centimetres long.", "square centimetres"),
)


def area(rng: Random) -> Posed:
    """A rectangle with a monomial and a binomial or trinomial as sides."""
    x, k = pick(rng, FOR_LENGTHS), integer(rng, 2, 7)
    coefs = (integer(rng, 1, 5), integer(rng, 1, 9), *([integer(rng, 1, 9)] if rng.random() < 0.4 else []))
    inner, side = falling(coefs, x), term(k, x)
    answer = falling((*(k * c for c in coefs), 0), x)
    story, unit = pick(rng, THINGS)
    return Posed(
        key=("area", k, *coefs),
        prompt=f"{story.format(f'${side}$', f'${inner}$', who=person(rng))} Write its area in {unit} as a polynomial.",
        answer=answer,
        wrong={
            "distributed_to_first_only": plus(falling((k * coefs[0], *([0] * len(coefs))), x), falling(coefs[1:], x)),
            "sides_added": falling((*coefs[:-2], coefs[-2] + k, coefs[-1]), x),
            "perimeter_for_area": falling((*(2 * c for c in coefs[:-2]), 2 * (coefs[-2] + k), 2 * coefs[-1]), x),
        },
        hints=(
            "The area of a rectangle is width times length.",
            f"Multiply ${side}({inner})$: the factor goes into every term.",
            f"The first product is ${dotted(side, term(coefs[0], power(x, len(coefs) - 1)))} = "
            f"{term(k * coefs[0], power(x, len(coefs)))}$.",
            f"The area is ${answer}$.",
        ),
        solution=(
            Step(f"The area is ${side}({inner})$.", "Area of a rectangle: one side times the other."),
            Step(f"The area is ${answer}$ {unit}.", EVERY),
        ),
    )


def missing_factor(rng: Random) -> Posed:
    """Which monomial makes the product?"""
    x, k, m = pick(rng, LETTERS), pick(rng, (-5, -4, -3, -2, 2, 3, 4, 5, 6, 7)), integer(rng, 1, 4)
    a, b, n = integer(rng, 1, 6), nonzero(rng, -9, 9), integer(rng, 1, 2)
    if a == abs(b) == 1 or (a, n) == (k, m):  # the first term would be the answer
        raise Reroll
    inner, answer = scattered([(a, power(x, n)), (b, "")]), term(k, power(x, m))
    total = scattered([(k * a, power(x, m + n)), (k * b, power(x, m))])
    return Posed(
        key=("missing", k, m, a, b, n),
        prompt=f"Which single term belongs in the box?\n\n$$\\square \\cdot ({inner}) = {total}$$",
        answer=answer,
        wrong={
            "exponent_of_product_kept": term(k, power(x, m + n)),
            "sign_of_product": term(-k, power(x, m)),
            "power_left_out_of_factor": str(k),
            "first_term_for_factor": term(k * a, power(x, m)),
        },
        hints=(
            f"The box times ${term(a, power(x, n))}$ must give ${term(k * a, power(x, m + n))}$.",
            f"Divide the numbers, and ask which power of ${x}$ times ${power(x, n)}$ is ${power(x, m + n)}$.",
            f"Check with the last term too: the box is ${answer}$, since "
            f"${dotted(answer, str(b))} = {term(k * b, power(x, m))}$.",
        ),
        solution=(
            Step(f"Numbers: ${k * a} \\div {a} = {k}$.", "The box has the number that makes the first product right."),
            Step(f"Powers: ${power(x, m)} \\cdot {power(x, n)} = {power(x, m + n)}$.", "Exponents are added, so take "
                 "them apart by subtracting."),
            Step(f"The box holds ${answer}$.", f"It also fits the last term: ${dotted(answer, str(b))} = "
                 f"{term(k * b, power(x, m))}$."),
        ),
        names=(x,),
    )  # fmt: skip


def products_agree(question: Question) -> None:
    """Put numbers into what is shown and into the answer."""
    if "$$" in question.prompt:
        answer_holds(question)
        return
    assert isinstance(question.answer, Expression)
    one, two = inline(question)
    assert same_everywhere(f"({one})({two})", question.answer.text)


@template(
    "alg1/polynomials/multiply-monomial",
    version=1,
    standards=("HSA.APR.A.1",),
    answer=Expression,
    check=products_agree,
    band="one monomial of degree up to 4 times one to three terms, one or two letters, coefficients up to 9",
)
def multiply_monomial(rng: Random) -> Question:
    """A draw of one of the forms."""
    return ask(pick(rng, (into_bracket, into_bracket, two_monomials, two_letters, area, missing_factor))(rng))
