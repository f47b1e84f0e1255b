"""Multiply binomials: all four products, two letters, a trinomial, areas with a strip more or less."""

from random import Random

from courses.alg1.polynomials.second_looks import answer_holds, inline, same_everywhere
from courses.alg1.polynomials.writing import (
    FOR_LENGTHS,
    LETTERS,
    PAIRS,
    Posed,
    ask,
    bracket,
    dotted,
    falling,
    homogeneous,
    plus,
    power,
    product,
    scattered,
    times,
)
from exercises import Expression, Question, Reroll, Step, integer, nonzero, person, pick, poly, template, term

ALL_FOUR = "Each term of the first bracket multiplies each term of the second."
COLLECT = "The two middle products are like terms."


def pair(rng: Random, top: int) -> tuple[int, int]:
    """First coefficient and constant of a binomial."""
    return pick(rng, (1, 1, *range(1, top + 1))), nonzero(rng, -9, 9)


def slips(a: int, b: int, c: int, d: int, write: "Write") -> dict[str, str]:
    """What the usual mistakes give in (ax + b)(cx + d)."""
    return {
        "middle_products_left_out": write((a * c, 0, b * d)),
        "sign_of_middle_term": write((a * c, -(a * d + b * c), b * d)),
        "sign_of_last_product": write((a * c, a * d + b * c, -b * d)),
        "constants_added": write((a * c, a * d + b * c, b + d)),
    }


class Write:
    """Writes the three coefficients of a product in one letter or in two."""

    def __init__(self, x: str, y: str = "") -> None:
        self.x, self.y = x, y

    def __call__(self, coefs: tuple[int, ...]) -> str:
        return homogeneous(coefs, self.x, self.y) if self.y else falling(coefs, self.x)


def four_products(rng: Random, x: str, y: str = "") -> Posed:
    """`(3x - 2)(x + 5)`, or with a second letter `(3x - 2y)(x + 5y)`."""
    (a, b), (c, d) = pair(rng, 5), pair(rng, 4)
    total = product((a, b), (c, d))
    if 0 in total or (a, b) == (c, d):
        raise Reroll
    write = Write(x, y)
    answer, tex = write(total), bracket(a, x, b, y) + bracket(c, x, d, y)
    outer, inner = term(a * d, x + y), term(b * c, x + y)
    square, last = term(a * c, power(x, 2)), term(b * d, power(y, 2) if y else "")
    return Posed(
        key=("four", bool(y), a, b, c, d),
        prompt=f"{pick(rng, ('Multiply.', 'Expand and collect like terms.', 'Write without brackets.'))}\n\n$${tex}$$",
        answer=answer,
        wrong=slips(a, b, c, d, write),
        hints=(
            "Each term of the first bracket multiplies each term of the second: there are four products.",
            f"First times first: ${dotted(term(a, x), term(c, x))} = {square}$. Last times last: "
            f"${dotted(term(b, y), term(d, y))} = {last}$.",
            f"The two products in between are ${outer}$ and ${inner}$. They are like terms.",
            f"Collected: ${answer}$.",
        ),
        solution=(
            Step(f"${tex} = {plus(square, outer, inner, last)}$", ALL_FOUR),
            Step(f"$= {answer}$", COLLECT),
        ),
    )


def one_letter(rng: Random) -> Posed:
    """In one letter."""
    return four_products(rng, pick(rng, LETTERS))


def in_two_letters(rng: Random) -> Posed:
    """In two letters."""
    return four_products(rng, *pick(rng, PAIRS))


def with_minus(rng: Random) -> Posed:
    """`(7 - x)(2x + 3)`: the letter is taken away in one bracket."""
    x, b, c, d = pick(rng, LETTERS), integer(rng, 2, 9), integer(rng, 1, 5), nonzero(rng, -9, 9)
    total = product((-1, b), (c, d))
    if 0 in total:
        raise Reroll
    answer, tex = falling(total, x), f"({b} - {x}){bracket(c, x, d)}"
    four = plus(term(b * c, x), str(b * d), term(-c, power(x, 2)), term(-d, x))
    return Posed(
        key=("minus", b, c, d),
        prompt=f"Multiply, and give the result in falling powers of ${x}$.\n\n$${tex}$$",
        answer=answer,
        wrong={
            "sign_of_square_lost": falling((c, b * c - d, b * d), x),
            "middle_products_left_out": falling((-c, 0, b * d), x),
            "sign_of_middle_term": falling((-c, b * c + d, b * d), x),
        },
        hints=(
            f"The first bracket holds ${b}$ and ${term(-1, x)}$. Both multiply both terms of the second bracket.",
            f"${b}$ times the second bracket gives ${falling((b * c, b * d), x)}$.",
            f"${term(-1, x)}$ times the second bracket gives ${falling((-c, -d, 0), x)}$.",
            f"In falling powers: ${answer}$.",
        ),
        solution=(
            Step(f"${tex} = {four}$", ALL_FOUR),
            Step(f"$= {answer}$", "Collect like terms and put the highest power first."),
        ),
        form="standard",
    )


def by_trinomial(rng: Random) -> Posed:
    """`(x - 2)(x^2 + 3x - 5)`."""
    x, a = pick(rng, LETTERS), nonzero(rng, -6, 6)
    b, c, lead = nonzero(rng, -6, 6), nonzero(rng, -9, 9), pick(rng, (1, 1, 2, 3))
    total = product((1, a), (lead, b, c))
    if 0 in total:
        raise Reroll
    answer, inner = falling(total, x), falling((lead, b, c), x)
    tex = f"{bracket(1, x, a)}({inner})"
    first, second = falling((lead, b, c, 0), x), falling((a * lead, a * b, a * c), x)
    return Posed(
        key=("three", a, lead, b, c),
        prompt=f"Multiply and collect like terms.\n\n$${tex}$$",
        answer=answer,
        wrong={
            "middle_products_left_out": scattered([(lead, power(x, 3)), (a * c, "")]),
            "sign_not_distributed" if a < 0 else "sign_of_term_changed": falling(
                (lead, b + a * lead, c - a * b, -a * c), x
            ),
            "one_product_left_out": falling((lead, b + a * lead, c, a * c), x),
        },
        hints=(
            "Multiply the bracket with three terms by each term of the other: six products.",
            f"${x}$ times the long bracket gives ${first}$.",
            f"${a}$ times the long bracket gives ${second}$.",
            f"Add the two lines: ${answer}$.",
        ),
        solution=(
            Step(f"${x}({inner}) = {first}$", "Multiply every term."),
            Step(f"${times(a, '', inner)} = {second}$", "Multiply every term, with its sign."),
            Step(f"The product is ${answer}$.", "Add the two lines, like terms together."),
        ),
    )  # fmt: skip


CHANGED = (
    ("A square garden has sides of ${x}$ metres.", "It is made ${a}$ metres longer and ${b}$ metres {less}."),
    ("A square courtyard has sides of ${x}$ metres.", "{who} plans it ${a}$ metres longer and ${b}$ metres {less}."),
    ("A square tile has sides of ${x}$ centimetres.", "A new tile is ${a}$ centimetres longer and ${b}$ centimetres "
     "{less}."),
    ("A square tablecloth has sides of ${x}$ decimetres.", "{who} sews one that is ${a}$ decimetres longer and "
     "${b}$ decimetres {less}."),
)  # fmt: skip


def changed_square(rng: Random) -> Posed:
    """A square grows one way and grows or shrinks the other way: its new area."""
    x, a, b, sign = pick(rng, FOR_LENGTHS), integer(rng, 2, 12), integer(rng, 2, 9), pick(rng, (1, -1))
    if a == b:
        raise Reroll
    first, then = pick(rng, CHANGED)
    less = "wider" if sign > 0 else "narrower"
    total = product((1, a), (1, sign * b))
    answer, tex = falling(total, x), bracket(1, x, a) + bracket(1, x, sign * b)
    story = f"{first} {then}".format(x=x, a=a, b=b, less=less, who=person(rng))
    return Posed(
        key=("square", a, sign * b),
        prompt=f"{story} Write the new area as a polynomial in ${x}$ without brackets.",
        answer=answer,
        wrong={
            "middle_products_left_out": falling((1, 0, sign * a * b), x),
            "sides_added": falling((2, a + sign * b), x),
            "sign_of_middle_term": falling((1, a - sign * b, sign * a * b), x),
        },
        hints=(
            "How long and how wide is it after the change?",
            f"The sides are ${poly(1, x, a)}$ and ${poly(1, x, sign * b)}$. The area is their product.",
            f"Four products: ${plus(power(x, 2), term(sign * b, x), term(a, x), str(sign * a * b))}$.",
            f"The new area is ${answer}$.",
        ),
        solution=(
            Step(f"The new area is ${tex}$.", "Area of a rectangle: length times width."),
            Step(f"${tex} = {plus(power(x, 2), term(sign * b, x), term(a, x), str(sign * a * b))}$", ALL_FOUR),
            Step(f"The new area is ${answer}$.", COLLECT),
        ),
    )


def products_agree(question: Question) -> None:
    """Put numbers into what is shown, or into the sides of the story, and into the answer."""
    if "$$" in question.prompt:
        answer_holds(question)
        return
    assert isinstance(question.answer, Expression)
    side, more, other, *_ = inline(question)
    sign = "-" if "narrower" in question.prompt else "+"
    assert same_everywhere(f"{side} * {side} + {more}*{side} {sign} {other}({side} + {more})", question.answer.text)


@template(
    "alg1/polynomials/multiply-binomials",
    version=1,
    standards=("HSA.APR.A.1",),
    answer=Expression,
    check=products_agree,
    band="two binomials, or a binomial and a trinomial; coefficients up to 5, constants up to 12",
)
def multiply_binomials(rng: Random) -> Question:
    """A draw of one of the forms."""
    return ask(pick(rng, (one_letter, one_letter, in_two_letters, with_minus, by_trinomial, changed_square))(rng))
