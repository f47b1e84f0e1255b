"""Simplify roots with variables: square and cube roots of terms, quotients, products, and back under the root."""

from math import gcd
from random import Random

from courses.alg1.exponents_radicals.second_looks import BLANK, answer_holds
from courses.alg1.exponents_radicals.writing import LETTERS, PAIRS, POSITIVE, Posed, Powers, ask, letters_with, root
from exercises import Expression, Question, Reroll, Step, integer, pick, template, term
from exercises.exact import Fraction

HALF = "Every pair of equal factors under the root gives one outside."
ASKS = ("Simplify.", "Write in simplest form.", "Take out of the root what can be taken out.")
FREE = {2: (1, 2, 3, 5, 6, 7, 10), 3: (1, 2, 3, 4, 5, 6, 7)}


def split(powers: Powers, index: int) -> tuple[dict[str, int], dict[str, int]]:
    """The exponents outside and those left inside."""
    return {x: n // index for x, n in powers.items()}, {x: n % index for x, n in powers.items()}


def written(coef: int, outside: Powers, free: int, inside: Powers, index: int = 2) -> str:
    """TeX of a term with a root: `5x^2\\sqrt{2xy}`."""
    under = term(free, letters_with(inside))
    front = letters_with(outside)
    if under == "1":
        return term(coef, front)
    before = "" if (coef, front) == (1, "") else term(coef, front)
    return f"{before}{root(under, index)}"


def about_number(out: int, free: int, index: int, kind: str) -> tuple[str, str]:
    """What comes out of the number under the root, and how that is seen."""
    power, look = out**index, f"Look for the largest {kind} number."
    if out == 1:
        plain = ("The number has nothing to take out.", f"No {kind} number but $1$ divides it.")
        return plain if free > 1 else ("There is no number to look at.", "Only letters stand under the root.")
    if free == 1:
        return f"${root(power, index)} = {out}$.", f"${power}$ is a {kind} number."
    return f"${power * free} = {power} \\cdot {free}$, and ${root(power, index)} = {out}$.", look


def of_term(rng: Random) -> Posed:
    """`\\sqrt{50x^5y^2}`, `2x\\sqrt{12x^3}`, `\\sqrt[3]{54x^7}`."""
    index = pick(rng, (2, 2, 2, 3))
    names = pick(rng, PAIRS) if rng.random() < 0.6 else (pick(rng, LETTERS),)
    powers = {name: integer(rng, 1, 9) for name in names}
    out, free = integer(rng, 1, 6 if index == 2 else 3), pick(rng, FREE[index])
    outside, inside = split(powers, index)
    under = out**index * free
    if not any(outside.values()) or under > 250:
        raise Reroll
    tex, answer = root(term(under, letters_with(powers)), index), written(out, outside, free, inside, index)
    pieces = [f"${f'{name}^{n}' if n > 1 else name}$: ${n} = {index} \\cdot {n // index}"
              + (f" + {n % index}$" if n % index else "$") for name, n in powers.items()]  # fmt: skip
    kind, group = ("square", "two") if index == 2 else ("cube", "three")
    number, seen = about_number(out, free, index, kind)
    whole = {x: n - n % index for x, n in powers.items()}
    return Posed(
        ("term", index, under, *powers.values()),
        f"{pick(rng, ASKS)} {POSITIVE}\n\n$${tex}$$",
        answer,
        {
            "exponent_taken_out_whole": written(out, whole, free, inside, index),
            "letter_left_inside_lost": written(out, outside, free, {}, index),
            f"{kind}_taken_out_whole": written(out**index, outside, free, inside, index),
            "one_letter_too_many": written(out, {x: n // index + (n % index > 0) for x, n in powers.items()}, free, {},
                                           index),
        },
        (
            f"In a {kind} root, {group} equal factors under the root give one outside.",
            number,
            f"Divide each exponent by ${index}$: {', '.join(pieces)}. What is left over stays under the root.",
            f"That makes ${answer}$.",
        ),
        (
            Step(number, seen),
            Step(f"The letters: {', '.join(pieces)}.", f"Each group of {group} gives one outside."),
            Step(f"${tex} = {answer}$", "What is left over stays inside."),
        ),
        "radical",
        names,
    )  # fmt: skip


def of_product(rng: Random) -> Posed:
    """`\\sqrt{6x^3} \\cdot \\sqrt{3x}`."""
    x, m, n = pick(rng, LETTERS), integer(rng, 1, 5), integer(rng, 1, 4)
    a, b = pick(
        rng, ((2, 6), (3, 6), (2, 10), (5, 10), (3, 15), (6, 10), (2, 8), (3, 12), (5, 15), (6, 15), (7, 14), (2, 14))
    )
    out = max(k for k in range(1, 20) if a * b % (k * k) == 0)
    free = a * b // (out * out)
    outside, inside = split({x: m + n}, 2)
    answer = written(out, outside, free, inside)
    one, two = root(term(a, letters_with({x: m}))), root(term(b, letters_with({x: n})))
    joined = root(term(a * b, letters_with({x: m + n})))
    return Posed(
        ("product", a, b, m, n),
        f"{pick(rng, ASKS[:2])} {POSITIVE}\n\n$${one} \\cdot {two}$$",
        answer,
        {
            "roots_of_sum": root(term(a + b, letters_with({x: m + n}))),
            "exponents_multiplied": written(out, *_apart(x, m * n, free)),
            "exponent_taken_out_whole": written(out, {x: m + n - (m + n) % 2}, free, inside),
        },
        (
            "Put both under one root first.",
            f"${one} \\cdot {two} = {joined}$. Equal letters: exponents are added.",
            f"{about_number(out, free, 2, 'square')[0]} The exponent of ${x}$ is ${m + n} = 2 \\cdot {(m + n) // 2}"
            + (" + 1$." if (m + n) % 2 else "$."),
            f"That makes ${answer}$.",
        ),
        (
            Step(f"${one} \\cdot {two} = {joined}$", "Two roots multiplied are the root of the product."),
            Step(f"${joined} = {answer}$", HALF),
        ),
        "radical",
    )


def _apart(x: str, exponent: int, free: int) -> tuple[dict[str, int], int, dict[str, int]]:
    outside, inside = split({x: exponent}, 2)
    return outside, free, inside


def of_quotient(rng: Random) -> Posed:
    """`\\sqrt{\\frac{75x^9}{4x^2}}` or `\\frac{\\sqrt{48x^7}}{\\sqrt{3x}}`."""
    x, low, d, two = pick(rng, LETTERS), integer(rng, 1, 3), integer(rng, 2, 7), rng.random() < 0.5
    out, below, free = (
        integer(rng, 1, 5),
        pick(rng, (2, 3, 4, 5)),
        pick(rng, (2, 3, 5, 7) if not two else (2, 3, 5, 6, 7)),
    )
    outside, inside = split({x: d}, 2)
    if two:
        top, bottom = out * out * free * below, below
        coef = Fraction(out)
    else:
        top, bottom = out * out * free, below * below
        coef = Fraction(out, below)
        if gcd(out * out * free, bottom) > 1:
            raise Reroll
    if top > 250:
        raise Reroll
    above, under = term(top, letters_with({x: low + d})), term(bottom, letters_with({x: low}))
    tex = f"\\frac{{{root(above)}}}{{{root(under)}}}" if two else f"\\sqrt{{\\frac{{{above}}}{{{under}}}}}"
    front = written(coef.numerator, outside, free, inside)
    answer = front if coef.denominator == 1 else f"\\frac{{{front}}}{{{coef.denominator}}}"
    inner = term(out * out * free, letters_with({x: d}))
    shown = inner if two else f"\\frac{{{inner}}}{{{bottom}}}"
    return Posed(
        ("quotient", two, low, d, out, below, free),
        f"{pick(rng, ASKS[:2])} {POSITIVE}\n\n$${tex}$$",
        answer,
        {
            "exponents_added_in_quotient": f"\\frac{{{written(coef.numerator, *_apart(x, d + 2 * low, free))}}}"
            f"{{{coef.denominator}}}",
            "square_taken_out_whole": f"\\frac{{{written(out * out, outside, free, inside)}}}{{{coef.denominator}}}",
            "letter_left_inside_lost" if d % 2 else "exponent_taken_out_whole": f"\\frac{{"
            f"{written(coef.numerator, outside if d % 2 else {x: d}, free, {})}}}{{{coef.denominator}}}",
        },
        (
            "Simplify the fraction under one root first.",
            f"The letter: ${low + d} - {low} = {d}$. The fraction becomes ${shown}$.",
            f"Out of $\\sqrt{{{inner}}}$ comes ${written(out, outside, 1, {})}$."
            + ("" if two else f" Below, ${root(bottom)} = {below}$."),
            f"That makes ${answer}$.",
        ),
        (
            Step(f"${tex} = \\sqrt{{{shown}}}$", "A quotient of roots is the root of the quotient; cancel."),
            Step(f"$\\sqrt{{{shown}}} = {answer}$", HALF),
        ),
        "radical",
    )


def back_under(rng: Random) -> Posed:
    """`3x^2\\sqrt{2x}` under one root: what is in the box?"""
    x, k, m, free, extra = (
        pick(rng, LETTERS),
        integer(rng, 1, 6),
        integer(rng, 1, 4),
        pick(rng, (1, 2, 3, 5, 7)),
        integer(rng, 0, 1),
    )
    if free == 1 and not extra:
        raise Reroll
    left = written(k, {x: m}, free, {x: extra})
    answer = term(k * k * free, letters_with({x: 2 * m + extra}))
    return Posed(
        ("box", k, m, free, extra),
        f"Which term belongs in the box? {POSITIVE}\n\n$${left} = {root(BLANK)}$$",
        answer,
        {
            "factor_not_squared": term(k * free, letters_with({x: m + extra})),
            "exponent_squared": term(k * k * free, letters_with({x: m * m + extra})),
            "number_not_squared_under_root": term(k * free, letters_with({x: 2 * m + extra})),
        },
        (
            "What stands before the root comes under it as a square.",
            f"$({term(k, letters_with({x: m}))})^2 = {term(k * k, letters_with({x: 2 * m}))}$.",
            f"Times ${term(free, letters_with({x: extra}))}$ that is ${answer}$.",
        ),
        (
            Step(f"${term(k, letters_with({x: m}))} = {root(term(k * k, letters_with({x: 2 * m})))}$",
                 "A positive term is the root of its square."),
            Step(f"The box holds ${answer}$.", "Two roots multiplied are the root of the product."),
        ),
        "simplified",
    )  # fmt: skip


FORMS = (of_term, of_term, of_term, of_product, of_quotient, back_under)


@template(
    "alg1/exponents-radicals/simplify-roots-variables",
    version=1,
    standards=("HSN.RN.A.2",),
    answer=Expression,
    check=answer_holds,
    band="square and cube roots of terms, one or two positive letters, exponents up to 10, numbers up to 250",
)
def simplify_roots_variables(rng: Random) -> Question:
    """A draw of one of the forms."""
    return ask(pick(rng, FORMS)(rng))
