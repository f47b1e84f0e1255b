"""Simplify square roots: squares taken out, products, fractions, roots below a bar."""

from math import gcd
from random import Random

from courses.alg1.exponents_radicals.second_looks import BLANK, answer_holds, inline, near
from courses.alg1.exponents_radicals.writing import Posed, ask, radical, root, squares_out
from exercises import Expression, Question, Reroll, Step, integer, num, person, pick, template
from exercises.exact import Fraction

FREE = (2, 3, 5, 6, 7, 10, 11, 13, 14, 15)
PRODUCT = "$\\sqrt{ab} = \\sqrt{a} \\cdot \\sqrt{b}$ for numbers that are not negative."
ASKS = ("Simplify.", "Write in simplest form.", "Take out of the root what can be taken out.")


def plain(rng: Random) -> Posed:
    """`\\sqrt{72}`, `-3\\sqrt{20}`."""
    k, out, n = pick(rng, (1, 1, 1, 2, 3, 4, 5, -1, -2, -3)), integer(rng, 2, 12), pick(rng, FREE)
    under = out * out * n
    if under > 800 or abs(k) * out > 40:
        raise Reroll
    tex, answer = radical(k, under), radical(k * out, n)
    halfway = next((d for d in (2, 3, 5) if out % d == 0 and out > d), 0)
    return Posed(
        ("plain", k, under),
        f"{pick(rng, ASKS)}\n\n$${tex}$$",
        answer,
        {
            "square_taken_out_whole": radical(k * out * out, n),
            "inside_and_outside_exchanged": radical(k * n, out),
            "number_before_root_added" if abs(k) > 1 else "half_for_root": radical(k + out, n)
            if abs(k) > 1
            else num(Fraction(k * under, 2)),
            "square_left_inside": radical(k * out, under // out),
        },
        (
            f"Which square number divides ${under}$? Look for the largest one.",
            f"${under} = {out * out} \\cdot {n}$."
            + (f" (With a smaller square, such as ${halfway * halfway}$, there is more to do.)" if halfway else ""),
            f"${root(out * out)} = {out}$ comes out" + (f" and is multiplied by ${k}$." if abs(k) > 1 else ".")
            + f" ${root(n)}$ stays.",
            f"That makes ${answer}$.",
        ),
        (
            Step(f"${under} = {out * out} \\cdot {n}$", f"${out * out}$ is the largest square that divides ${under}$."),
            Step(f"${root(under)} = {root(out * out)} \\cdot {root(n)} = {radical(out, n)}$", PRODUCT),
            Step(f"${tex} = {answer}$", "The number before the root is multiplied." if abs(k) > 1 else
                 f"In ${root(n)}$ no square is left."),
        ),
        "radical",
    )  # fmt: skip


def under_one_root(rng: Random) -> Posed:
    """`\\sqrt{6} \\cdot \\sqrt{15}`, or under one root."""
    g, a, b = integer(rng, 2, 7), pick(rng, FREE), pick(rng, FREE)
    one, two = g * a, g * b
    if gcd(a, b) > 1 or a == b or max(one, two) > 80:
        raise Reroll
    out, left = squares_out(one * two)
    if out == 1 or left == 1:
        raise Reroll
    answer = radical(out, left)
    return Posed(
        ("product", *sorted((one, two))),
        f"{pick(rng, ASKS[:2])}\n\n$${root(one)} \\cdot {root(two)}$$",
        answer,
        {
            "roots_of_sum": root(one + two),
            "square_taken_out_whole": radical(out * out, left),
            "root_forgotten": str(one * two),
            "inside_and_outside_exchanged": radical(left, out),
        },
        (
            "Two roots multiplied are the root of the product.",
            f"${root(one)} \\cdot {root(two)} = \\sqrt{{{one} \\cdot {two}}}$. Which factors do both numbers have?",
            f"Under the root: ${one * two} = {out * out} \\cdot {left}$.",
            f"${root(out * out)} = {out}$ comes out: ${answer}$.",
        ),
        (
            Step(f"${root(one)} \\cdot {root(two)} = {root(one * two)}$", PRODUCT),
            Step(f"${one * two} = {out * out} \\cdot {left}$", "Look for the largest square."),
            Step(f"${root(one * two)} = {answer}$", "The root of the square comes out."),
        ),
        "radical",
    )


def of_fraction(rng: Random) -> Posed:
    """`\\sqrt{\\frac{12}{25}}`."""
    out, n, below = integer(rng, 1, 5), pick(rng, FREE), integer(rng, 2, 10)
    above = out * out * n
    if gcd(above, below) > 1 or above > 200:
        raise Reroll
    answer, tex = radical(Fraction(out, below), n), f"\\sqrt{{\\frac{{{above}}}{{{below * below}}}}}"
    return Posed(
        ("fraction", above, below),
        f"{pick(rng, ASKS[:2])}\n\n$${tex}$$",
        answer,
        {
            "root_below_left_out": radical(Fraction(out, below * below), n),
            "square_taken_out_whole" if out > 1 else "root_above_left_out": radical(Fraction(out * out, below), n)
            if out > 1
            else num(Fraction(above, below)),
            "fraction_turned_over": radical(Fraction(below, out * n), n),
        },
        (
            "The root of a fraction is the root of the top over the root of the bottom.",
            f"Below: ${root(below * below)} = {below}$.",
            f"Above: ${root(above)}$" + (f", and ${above} = {out * out} \\cdot {n}$." if out > 1 else
                                        ", in which no square is left."),
            f"That makes ${answer}$.",
        ),
        (
            Step(f"${tex} = \\frac{{{root(above)}}}{{{root(below * below)}}}$", "Top and bottom each get their root."),
            Step(f"${root(below * below)} = {below}$"
                 + (f" and ${root(above)} = {radical(out, n)}$" if out > 1 else ""), "Take out what is a square."),
            Step(f"${tex} = {answer}$", "Nothing is left to take out, and no root stands below the bar."),
        ),
        "radical",
    )  # fmt: skip


def below_the_bar(rng: Random) -> Posed:
    """`\\frac{6}{\\sqrt{3}}`: no root may stay below the bar."""
    n, k = pick(rng, (2, 3, 5, 6, 7, 10)), integer(rng, 1, 12)
    coef = Fraction(k, n)
    if coef == 1:
        raise Reroll
    answer, tex = radical(coef, n), f"\\frac{{{k}}}{{{root(n)}}}"
    return Posed(
        ("below", k, n),
        f"Write without a root below the bar, in simplest form.\n\n$${tex}$$",
        answer,
        {
            "only_bottom_multiplied": num(coef),
            "only_top_multiplied": radical(k, n),
            "divided_under_the_root": root(f"\\frac{{{k}}}{{{n}}}"),
        },
        (
            f"What times ${root(n)}$ is a whole number?",
            f"Multiply top and bottom by ${root(n)}$: the value stays the same.",
            f"Below: ${root(n)} \\cdot {root(n)} = {n}$. Above: ${radical(k, n)}$.",
            f"In lowest terms: ${answer}$.",
        ),
        (
            Step(
                f"${tex} = \\frac{{{k} \\cdot {root(n)}}}{{{root(n)} \\cdot {root(n)}}}$",
                "Multiplying top and bottom by the same number changes no value.",
            ),
            Step(f"${root(n)} \\cdot {root(n)} = {n}$", "That is what a square root is."),
            Step(
                f"${tex} = {answer}$",
                f"${k}$ over ${n}$ is ${num(coef)}$." if coef.denominator < n else f"${num(coef)}$ is in lowest terms.",
            ),
        ),
        "radical",
    )


def back_under(rng: Random) -> Posed:
    """Which number belongs under the root?"""
    k, n = integer(rng, 2, 12), pick(rng, FREE)
    return Posed(
        ("box", k, n),
        f"Which number belongs in the box?\n\n$${radical(k, n)} = {root(BLANK)}$$",
        str(k * k * n),
        {
            "factor_not_squared": str(k * n),
            "added_under_the_root": str(k * k + n),
            "number_squared_only": str(k * k),
        },
        (
            f"Write ${k}$ as a root: it is the root of its square.",
            f"${k} = {root(k * k)}$, and two roots multiplied are the root of the product.",
            f"${k * k} \\cdot {n} = {k * k * n}$ stands in the box.",
        ),
        (
            Step(f"${radical(k, n)} = {root(k * k)} \\cdot {root(n)}$", f"${k}$ is the root of ${k * k}$."),
            Step(f"The box holds ${k * k * n}$.", PRODUCT),
        ),
        "simplified",
    )


PLACES = (
    ("A square {thing} has an area of {area} square metres. How long is one side?", ("garden", "stage", "courtyard",
     "dance floor", "flower bed", "solar roof")),
    ("{who} marks out a square {thing} of {area} square metres. How long is one side?", ("vegetable patch",
     "playing field", "herb garden", "market stand", "training area")),
)  # fmt: skip


def side_of_square(rng: Random) -> Posed:
    """The side of a square, exactly."""
    out, n = integer(rng, 2, 9), pick(rng, FREE)
    area = out * out * n
    if area > 600:
        raise Reroll
    text, things = pick(rng, PLACES)
    answer = radical(out, n)
    return Posed(
        ("side", area),
        f"{text.format(who=person(rng), thing=pick(rng, things), area=f'${area}$')} "
        "Give the exact length in metres, in simplest form.",
        answer,
        {
            "quarter_for_root": num(Fraction(area, 4)),
            "square_taken_out_whole": radical(out * out, n),
            "half_for_root": num(Fraction(area, 2)),
        },
        (
            "Side times side is the area. So which number has this square?",
            f"The side is ${root(area)}$ metres. Which square number divides ${area}$?",
            f"${area} = {out * out} \\cdot {n}$, and ${root(out * out)} = {out}$.",
            f"The side is ${answer}$ metres long.",
        ),
        (
            Step(f"The side is ${root(area)}$ metres.", "The side of a square is the root of its area."),
            Step(f"${area} = {out * out} \\cdot {n}$", "Look for the largest square."),
            Step(f"The side is ${answer}$ metres long.", PRODUCT),
        ),
        "radical",
    )


def holds(question: Question) -> None:
    """Compare in numbers; a side is squared."""
    if "$$" in question.prompt:
        answer_holds(question)
        return
    assert isinstance(question.answer, Expression)
    (area,) = inline(question)
    assert near(f"({question.answer.text})^2", area)


FORMS = (plain, plain, plain, under_one_root, of_fraction, below_the_bar, back_under, side_of_square)


@template(
    "alg1/exponents-radicals/simplify-square-roots",
    version=1,
    standards=("HSN.RN.A.2",),
    answer=Expression,
    check=holds,
    band="numbers up to 800 under the root, whose largest square factor is up to 144",
)
def simplify_square_roots(rng: Random) -> Question:
    """A draw of one of the forms."""
    return ask(pick(rng, FORMS)(rng))
