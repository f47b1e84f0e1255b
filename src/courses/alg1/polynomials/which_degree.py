"""Which of four polynomials has this degree? One of them is a product, and it may be the right one or not."""

from random import Random

from courses.alg1.polynomials.writing import LETTERS, power, scattered
from exercises import Choice, Question, SingleChoice, Step, integer, nonzero, pick, shuffled, term

HIGHEST = "The highest exponent decides, after multiplying out."
EXPANDED = "Multiply every term in the bracket."


def as_product(x: str, degree: int, a: int, b: int) -> tuple[str, str]:
    """A polynomial of this degree with a power before a bracket, and the same multiplied out."""
    front = power(x, degree - 1)
    whole = scattered([(a, power(x, degree)), (a * b, front)])
    return f"{term(a, front)}({x} {'+' if b > 0 else '-'} {abs(b)})", whole


def in_disorder(rng: Random, x: str, coefs: tuple[int, int, int], first: int, top: int) -> str:
    """Three terms that begin with the power `first`; `top` is the highest."""
    lower = pick(rng, [n for n in range(top) if n != first])
    rest = shuffled(rng, (top, lower))
    return scattered([(c, power(x, n)) for c, n in zip(coefs, (first, *rest), strict=True)])


def odd_one_out(rng: Random) -> Question:
    """Which of four has this degree?"""
    return pick(rng, (product_fits, sum_fits))(rng)


def product_fits(rng: Random) -> Question:
    """The product has the degree, a sum begins with it."""
    x, degree, a, b, coefs = drawn(rng)
    shown, whole = as_product(x, degree, a, b)
    many = in_disorder(rng, x, coefs, degree, degree + 1)
    return posed(
        rng,
        key=("product", degree, a, b, *coefs),
        right=shown,
        others=(Choice(f"${many}$", misconception="degree-from-first-term"), *usual(rng, x, degree, coefs)),
        front=power(x, degree - 1),
        degree=degree,
        solution=(Step(f"${shown} = {whole}$", EXPANDED), Step(f"So ${shown}$ has degree ${degree}$.", HIGHEST)),
    )


def sum_fits(rng: Random) -> Question:
    """A sum in disorder has the degree; the product shows it before the bracket."""
    x, degree, a, b, coefs = drawn(rng)
    shown, whole = as_product(x, degree + 1, a, b)
    many = in_disorder(rng, x, coefs, pick(rng, range(degree)), degree)
    last = Step(f"${many}$ has degree ${degree}$.", "Its highest power need not come first.")
    return posed(
        rng,
        key=("sum", degree, a, b, *coefs),
        right=many,
        others=(Choice(f"${shown}$", misconception="bracket-not-multiplied"), *usual(rng, x, degree, coefs)),
        front=power(x, degree),
        degree=degree,
        solution=(Step(f"${shown} = {whole}$ has degree ${degree + 1}$.", EXPANDED), last),
    )


def drawn(rng: Random) -> tuple[str, int, int, int, tuple[int, int, int]]:
    """Letter, degree, the numbers of the product, and the coefficients of the sum."""
    coefs = (nonzero(rng, -9, 9), nonzero(rng, -9, 9), nonzero(rng, -9, 9))
    return pick(rng, LETTERS), integer(rng, 2, 4), integer(rng, 2, 9), nonzero(rng, -9, 9), coefs


def usual(rng: Random, x: str, degree: int, coefs: tuple[int, int, int]) -> tuple[Choice, Choice]:
    """Two terms whose exponents have the degree as their sum (or their number), and one with it as coefficient."""
    low = (0, 1) if degree == 2 else (1, degree - 1)
    two = scattered([(c, power(x, n)) for c, n in zip(reversed(coefs[:2]), low, strict=True)])
    alone = term(degree * pick(rng, (1, -1)), power(x, degree + 2))
    slip = "degree-is-number-of-terms" if degree == 2 else "all-exponents-added"
    return Choice(f"${two}$", misconception=slip), Choice(f"${alone}$", misconception="coefficient-for-degree")


def posed(
    rng: Random,
    key: tuple[object, ...],
    right: str,
    others: tuple[Choice, ...],
    front: str,
    degree: int,
    solution: tuple[Step, ...],
) -> Question:
    """The question with the right one among the others."""
    return Question(
        key=("which", *map(str, key)),
        prompt=f"Which of these polynomials has degree ${degree}$?",
        answer=SingleChoice(shuffled(rng, (Choice(f"${right}$", True), *others))),
        hints=(
            "Look for the highest exponent in each. Where there is a bracket, multiply out in your head first.",
            f"The power ${front}$ before the bracket raises every power in it. Which is the highest one then?",
            f"Only ${right}$ has ${degree}$ as its highest exponent.",
        ),
        solution=solution,
    )  # fmt: skip
