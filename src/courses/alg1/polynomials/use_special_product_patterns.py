"""Use special product patterns: squares of sums and differences, a sum times a difference, and parts of them."""

from random import Random

from courses.alg1.polynomials.second_looks import answer_holds
from courses.alg1.polynomials.writing import LETTERS, PAIRS, Posed, ask, bracket, dotted, plus, power
from exercises import Expression, Question, Step, integer, pick, template, term

SQUARE = "$(A + B)^2 = A^2 + 2AB + B^2$"
MINUS_SQUARE = "$(A - B)^2 = A^2 - 2AB + B^2$"
CONJUGATES = "$(A + B)(A - B) = A^2 - B^2$"
SQUARE_IT = ("Expand with a pattern.", "Write without brackets.", "Square the binomial.")
MULTIPLY_IT = ("Multiply with a pattern.", "Write without brackets.", "Find the product.")


def parts(rng: Random) -> tuple[tuple[int, str], tuple[int, str]]:
    """The two terms of a binomial: number and symbol of each."""
    style = pick(rng, ("plain", "plain", "number", "number", "letters", "square"))
    x, y = pick(rng, PAIRS)
    if style == "plain":
        return (1, pick(rng, LETTERS)), (integer(rng, 2, 12), "")
    if style == "number":
        return (integer(rng, 2, 7), pick(rng, LETTERS)), (integer(rng, 1, 9), "")
    if style == "letters":
        return (integer(rng, 1, 5), x), (integer(rng, 1, 6), y)
    return (integer(rng, 1, 3), power(pick(rng, LETTERS), 2)), (integer(rng, 1, 9), "")


def squared(number: int, symbol: str) -> str:
    """The square of a term."""
    return term(number * number, doubled(symbol))


def doubled(symbol: str) -> str:
    """The square of a letter or of a square."""
    return "" if not symbol else power(symbol[0], 4 if "^" in symbol else 2)


def square(rng: Random) -> Posed:
    """`(3x - 4)^2`."""
    (a, s), (b, t) = parts(rng)
    sign = pick(rng, (1, -1))
    tex = f"{bracket(a, s, sign * b, t)}^2"
    p, q, first, last = term(a, s), term(b, t), squared(a, s), squared(b, t)
    middle = term(2 * sign * a * b, s + t)
    answer, rule = plus(first, middle, last), SQUARE if sign > 0 else MINUS_SQUARE
    return Posed(
        key=("square", a, s.count("^"), bool(t), b, sign),
        prompt=f"{pick(rng, SQUARE_IT)}\n\n$${tex}$$",
        answer=answer,
        wrong={
            "squared_each_term": plus(first, last),
            "middle_not_doubled": plus(first, term(sign * a * b, s + t), last),
            "sign_of_square": plus(first, middle, squared_sign(b, t)),
            "minus_lost_in_middle": plus(first, term(-2 * sign * a * b, s + t), last),
        },
        hints=(
            f"The pattern is {rule}. Which term is $A$, and which is $B$ here?",
            f"Here $A = {p}$ and $B = {q}$. The squares are ${first}$ and ${last}$.",
            f"The middle term is twice the product: $2 \\cdot {p} \\cdot {q} = {term(2 * a * b, s + t)}$"
            f"{'' if sign > 0 else ', and it is taken away'}.",
            f"All together: ${answer}$.",
        ),
        solution=(
            Step(f"$A = {p}$, $B = {q}$ in {rule}.", "The bracket is squared, so it stands twice as a factor."),
            Step(f"Squares: ${first}$ and ${last}$. Twice the product: ${term(2 * a * b, s + t)}$.",
                 "The two middle products are equal."),
            Step(f"${tex} = {answer}$", "Put the three parts together, with the sign of the bracket in the middle."),
        ),
    )  # fmt: skip


def squared_sign(b: int, t: str) -> str:
    """The last square with a minus."""
    return f"-{squared(b, t)}"


def sum_times_difference(rng: Random) -> Posed:
    """`(3x + 4)(3x - 4)`, in both orders."""
    (a, s), (b, t) = parts(rng)
    pair = (bracket(a, s, b, t), bracket(a, s, -b, t))
    tex = "".join(pair if rng.random() < 0.5 else pair[::-1])
    first, last = squared(a, s), squared(b, t)
    answer, outer = f"{first} - {last}", term(a * b, s + t)
    return Posed(
        key=("conjugates", a, s.count("^"), bool(t), b),
        prompt=f"{pick(rng, MULTIPLY_IT)}\n\n$${tex}$$",
        answer=answer,
        wrong={
            "sign_of_last_square": f"{first} + {last}",
            "taken_for_square": plus(first, term(-2 * a * b, s + t), last),
            "middle_terms_kept": plus(first, term(2 * a * b, s + t), f"-{last}"),
            "number_not_squared": f"{term(a, doubled(s))} - {last}",
        },
        hints=(
            f"The brackets hold the same two terms, once with plus and once with minus: {CONJUGATES}.",
            f"Here $A = {term(a, s)}$ and $B = {term(b, t)}$. The middle products are ${outer}$ and "
            f"${term(-a * b, s + t)}$. What do they make together?",
            f"The squares are ${first}$ and ${last}$, so the product is ${answer}$.",
        ),
        solution=(
            Step(f"${tex} = {plus(first, outer, term(-a * b, s + t), '-' + last)}$", "The four products."),
            Step(f"${outer}$ and ${term(-a * b, s + t)}$ make $0$.", "They are opposites."),
            Step(f"${tex} = {answer}$", f"The pattern is {CONJUGATES}."),
        ),
    )


def missing_middle(rng: Random) -> Posed:
    """The term between the two squares."""
    (a, s), (b, t) = parts(rng)
    sign = pick(rng, (1, -1))
    first, last, middle = squared(a, s), squared(b, t), term(2 * sign * a * b, s + t)
    return Posed(
        key=("middle", a, s.count("^"), bool(t), b, sign),
        prompt=f"Which term belongs in the box?\n\n$${bracket(a, s, sign * b, t)}^2 = {first} + \\square + {last}$$",
        answer=middle,
        wrong={
            "middle_not_doubled": term(sign * a * b, s + t),
            "minus_lost_in_middle": term(-2 * sign * a * b, s + t),
            "letters_not_multiplied": str(2 * sign * a * b),
            "product_of_squares": term(a * a * b * b, doubled(s) + doubled(t)),
        },
        hints=(
            "Write the bracket twice and multiply. Which products are not the two squares?",
            f"Both are ${dotted(term(a, s), term(sign * b, t))}$, and there are two of them.",
            f"Twice ${term(sign * a * b, s + t)}$ is ${middle}$.",
        ),
        solution=(
            Step(
                f"The outer and the inner product are both ${term(sign * a * b, s + t)}$.",
                "Same two terms, other order.",
            ),
            Step(f"The box holds ${middle}$.", "Two equal terms are added."),
        ),
    )


def missing_conjugate(rng: Random) -> Posed:
    """The second bracket of a sum times a difference."""
    (a, s), (b, t) = parts(rng)
    sign = pick(rng, (1, -1))
    answer = bracket(a, s, -sign * b, t)[1:-1]
    total = f"{squared(a, s)} - {squared(b, t)}"
    return Posed(
        key=("other", a, s.count("^"), bool(t), b, sign),
        prompt=f"Which binomial belongs in the box?\n\n$${bracket(a, s, sign * b, t)} \\cdot \\square = {total}$$",
        answer=answer,
        wrong={
            "same_bracket_again": bracket(a, s, sign * b, t)[1:-1],
            "sign_of_first_term": plus(term(-a, s), term(sign * b, t)),
            "root_not_taken": bracket(a * a, s, -sign * b * b, t)[1:-1],
        },
        hints=(
            "The product has two squares and no middle term. What must the two middle products do?",
            f"They must cancel. The first terms must make ${squared(a, s)}$, the last ones "
            f"${term(-b * b, doubled(t))}$.",
            f"The same two terms with the other sign between them: ${answer}$.",
        ),
        solution=(
            Step(
                f"The product is a difference of the squares of ${term(a, s)}$ and ${term(b, t)}$.", "No middle term."
            ),
            Step(f"The box holds ${answer}$.", f"The pattern is {CONJUGATES}."),
        ),
    )


FORMS = (square, square, sum_times_difference, sum_times_difference, missing_middle, missing_conjugate)


@template(
    "alg1/polynomials/use-special-product-patterns",
    version=1,
    standards=("HSA.APR.A.1",),
    answer=Expression,
    check=answer_holds,
    band="two terms with coefficients up to 7 and numbers up to 12, perhaps two letters or a square inside",
)
def use_special_product_patterns(rng: Random) -> Question:
    """A draw of one of the forms."""
    return ask(pick(rng, FORMS)(rng))
