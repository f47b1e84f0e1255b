"""Apply the exponent rules: products, quotients, powers of powers, missing exponents, powers of one base."""

from random import Random

from courses.alg1.exponents_radicals.second_looks import BLANK, answer_holds
from courses.alg1.exponents_radicals.writing import LETTERS, PAIRS, Posed, ask, letters_with, monomial, power
from exercises import Expression, Question, Reroll, Step, integer, nonzero, pick, template, term
from exercises.exact import Fraction

SIMPLIFY = ("Simplify.", "Write as one term, as simple as possible.", "Simplify with the rules of exponents.")
ADD = "Equal bases multiplied: the exponents are added."
TAKE = "Equal bases divided: the exponents are subtracted."
TIMES = "A power of a power: the exponents are multiplied."
EACH = "A power of a product: every factor gets the exponent."


def product(rng: Random) -> Posed:
    """`3x^4 \\cdot 5x^2`."""
    x, a, b, m, n = pick(rng, LETTERS), nonzero(rng, -9, 9), integer(rng, 1, 9), integer(rng, 2, 9), integer(rng, 1, 9)
    if m * n == m + n or abs(a) * b == 1:
        raise Reroll
    one, two, answer = term(a, power(x, m)), term(b, power(x, n)), term(a * b, power(x, m + n))
    numbers = f"${a} \\cdot {b} = {a * b}$"
    return Posed(
        ("product", a, b, m, n),
        f"{pick(rng, SIMPLIFY)}\n\n$${one} \\cdot {two}$$",
        answer,
        {
            "exponents_multiplied": term(a * b, power(x, m * n)),
            "coefficients_added_in_product": term(a + b, power(x, m + n)),
            "exponents_subtracted_in_product": monomial(a * b, {x: m - n}),
        },
        (
            "An exponent counts equal factors. How many are there together?",
            f"Numbers: {numbers}. The letter: ${m}$ factors and ${n}$ more.",
            f"${power(x, m)} \\cdot {power(x, n)} = {power(x, m + n)}$, so the product is ${answer}$.",
        ),
        (
            Step(f"Numbers: {numbers}.", "Factors may change places."),
            Step(f"${power(x, m)} \\cdot {power(x, n)} = {power(x, m + n)}$", ADD),
            Step(f"The product is ${answer}$.", "Put both together."),
        ),
        "positive",
    )


def quotient(rng: Random) -> Posed:
    """`\\frac{12x^7y^5}{4x^3y^2}`."""
    x, y = pick(rng, PAIRS)
    k, b = nonzero(rng, -7, 7), integer(rng, 2, 6)
    n, q, d, e = integer(rng, 1, 6), integer(rng, 1, 4), integer(rng, 2, 7), integer(rng, 1, 5)
    below, above = {x: n, y: q}, {x: n + d, y: q + e}
    answer = term(k, letters_with({x: d, y: e}))
    tex = f"\\frac{{{term(k * b, letters_with(above))}}}{{{term(b, letters_with(below))}}}"
    return Posed(
        ("quotient", k, b, n, q, d, e),
        f"{pick(rng, SIMPLIFY)}\n\n$${tex}$$",
        answer,
        {
            **({"exponents_divided": monomial(k, {x: (n + d) // n, y: e})} if d % n == 0 else {}),
            "exponents_added_in_quotient": term(k, letters_with({x: d + 2 * n, y: e + 2 * q})),
            "numbers_subtracted_in_quotient": term(k * b - b, letters_with({x: d, y: e})),
        },
        (
            "Cancel: each factor below takes away one factor above.",
            f"Numbers: ${k * b} \\div {b} = {k}$. Of the letter ${x}$ there are ${n + d}$ above and ${n}$ below.",
            f"${x}$: ${n + d} - {n} = {d}$. ${y}$: ${q + e} - {q} = {e}$.",
            f"That makes ${answer}$.",
        ),
        (
            Step(f"Numbers: ${k * b} \\div {b} = {k}$.", "Divide the numbers."),
            Step(f"The exponent of ${x}$ is ${n + d} - {n} = {d}$, that of ${y}$ is ${q + e} - {q} = {e}$.", TAKE),
            Step(f"The quotient is ${answer}$.", "Put the parts together."),
        ),
        "positive",
    )


def power_of_term(rng: Random) -> Posed:
    """`(-2a^3b)^4`."""
    x, y = pick(rng, PAIRS)
    a, m, n, k = (
        pick(rng, (-5, -4, -3, -2, 2, 3, 4, 5, 1, -1)),
        integer(rng, 2, 5),
        integer(rng, 1, 4),
        integer(rng, 2, 4),
    )
    if abs(a) ** k > 300:
        raise Reroll
    inside, answer = term(a, letters_with({x: m, y: n})), term(a**k, letters_with({x: m * k, y: n * k}))
    return Posed(
        ("power", a, m, n, k),
        f"{pick(rng, SIMPLIFY)}\n\n$$({inside})^{k}$$",
        answer,
        {
            "number_not_raised": term(a, letters_with({x: m * k, y: n * k})),
            "exponents_added_in_power": term(a**k, letters_with({x: m + k, y: n + k})),
            "number_times_exponent": term(a * k, letters_with({x: m * k, y: n * k})),
            "sign_of_power": term(-(a**k), letters_with({x: m * k, y: n * k})),
        },
        (
            f"The bracket stands there ${k}$ times as a factor. What happens to each thing in it?",
            f"The number: ${f'({a})' if a < 0 else a}^{k} = {a**k}$.",
            f"${x}$: ${m} \\cdot {k} = {m * k}$ factors. ${y}$: ${n} \\cdot {k} = {n * k}$.",
            f"That makes ${answer}$.",
        ),
        (
            Step(f"${f'({a})' if a < 0 else a}^{k} = {a**k}$", EACH),
            Step(
                f"The exponent of ${x}$ is ${m} \\cdot {k} = {m * k}$, that of ${y}$ is ${n} \\cdot {k} = {n * k}$.",
                TIMES,
            ),
            Step(f"The power is ${answer}$.", "Put the parts together."),
        ),
        "positive",
    )


def power_of_fraction(rng: Random) -> Posed:
    """`\\left(\\frac{3x^2}{2y}\\right)^3`."""
    x, y = pick(rng, PAIRS)
    (a, b), m, n, k = pick(rng, ((2, 3), (3, 2), (1, 2), (5, 2), (2, 5), (1, 3), (3, 4), (1, 5))), integer(rng, 1, 5), \
        integer(rng, 1, 4), integer(rng, 2, 3)  # fmt: skip
    inside, coef = monomial(Fraction(a, b), {x: m, y: -n}), Fraction(a, b) ** k
    answer = monomial(coef, {x: m * k, y: -n * k})
    return Posed(
        ("fraction", a, b, m, n, k),
        f"{pick(rng, SIMPLIFY)}\n\n$$\\left({inside}\\right)^{k}$$",
        answer,
        {
            "number_not_raised": monomial(Fraction(a, b), {x: m * k, y: -n * k}),
            "bottom_not_raised": monomial(Fraction(a**k, b), {x: m * k, y: -n}),
            "exponents_added_in_power": monomial(coef, {x: m + k, y: -(n + k)}),
        },
        (
            "Top and bottom are both raised to the power.",
            f"The numbers: ${a}^{k} = {a**k}$ above, ${b}^{k} = {b**k}$ below." if a > 1 else
            f"The numbers: $1$ above stays $1$, and ${b}^{k} = {b**k}$ below.",
            f"The exponents: ${m} \\cdot {k} = {m * k}$ for ${x}$, ${n} \\cdot {k} = {n * k}$ for ${y}$.",
            f"That makes ${answer}$.",
        ),
        (
            Step(f"The numbers become ${a**k}$ above and ${b**k}$ below.", EACH),
            Step(f"The exponents become ${m * k}$ and ${n * k}$.", TIMES),
            Step(f"The power is ${answer}$.", "Top and bottom are raised apart."),
        ),
        "positive",
    )  # fmt: skip


def several_rules(rng: Random) -> Posed:
    """`\\frac{(x^3)^4 \\cdot x^2}{x^5}`."""
    x, m, n, p = pick(rng, LETTERS), integer(rng, 2, 5), integer(rng, 2, 4), integer(rng, 1, 6)
    total = m * n + p
    q = integer(rng, 2, total - 2)
    if q > 20 or total - q > 19 or q == p:  # typed exponents are read as far as 20
        raise Reroll
    answer = power(x, total - q)
    return Posed(
        ("several", m, n, p, q),
        f"Write as one power of ${x}$.\n\n$$\\frac{{({power(x, m)})^{n} \\cdot {power(x, p)}}}{{{power(x, q)}}}$$",
        answer,
        {
            "exponents_added_in_power": monomial(1, {x: m + n + p - q}),
            "exponents_multiplied": monomial(1, {x: m * n * p - q}) if m * n * p - q < 20 else power(x, total),
            "exponents_added_in_quotient": power(x, min(total + q, 20)),
        },
        (
            "Work from the inside: first the power of a power, then the product, then the quotient.",
            f"$({power(x, m)})^{n} = {power(x, m * n)}$, since ${m} \\cdot {n} = {m * n}$.",
            f"Above the bar: ${m * n} + {p} = {total}$ factors. Below: ${q}$.",
            f"${total} - {q} = {total - q}$, so it is ${answer}$.",
        ),
        (
            Step(f"$({power(x, m)})^{n} = {power(x, m * n)}$", TIMES),
            Step(f"${power(x, m * n)} \\cdot {power(x, p)} = {power(x, total)}$", ADD),
            Step(f"$\\frac{{{power(x, total)}}}{{{power(x, q)}}} = {answer}$", TAKE),
        ),
        "positive",
    )


def one_base(rng: Random) -> Posed:
    """`2^5 \\cdot 8`: as one power of 2."""
    base, m, k, n = pick(rng, (2, 3, 5, 7, 10)), integer(rng, 2, 9), integer(rng, 2, 4), integer(rng, 2, 3)
    other, sign = base**n, pick(rng, (1, -1))
    if other > 1000 or m * k + sign * n > 20:
        raise Reroll
    raised = rng.random() < 0.5
    first = f"({power(str(base), m)})^{k}" if raised else power(str(base), m)
    total = (m * k if raised else m) + sign * n
    if total < 2:
        raise Reroll
    tex = f"{first} \\cdot {other}" if sign > 0 else f"{first} \\div {other}"
    answer, start = power(str(base), total), m * k if raised else m
    return Posed(
        ("base", base, m, k if raised else 1, sign * n),
        f"Write as one power of ${base}$.\n\n$${tex}$$",
        answer,
        {
            "other_number_read_as_one": power(str(base), start + sign),
            "exponents_multiplied" if sign > 0 else "exponents_added_in_quotient": power(
                str(base), min(start * n if sign > 0 else start + n, 20)
            ),
            "exponents_added_in_power" if raised else "base_changed": power(str(base), m + k + sign * n)
            if raised and m + k + sign * n > 1
            else power(str(base * base), total),
        },
        (
            f"Write ${other}$ as a power of ${base}$ too.",
            f"${other} = {base}^{n}$. "
            + (f"And $({power(str(base), m)})^{k}$ has ${m} \\cdot {k}$ factors ${base}$." if raised else
               f"The first number has ${m}$ factors ${base}$."),
            f"The exponent is ${start} {'+' if sign > 0 else '-'} {n} = {total}$, so it is ${answer}$.",
        ),
        (
            Step(f"${other} = {base}^{n}$" + (f" and ${first} = {power(str(base), m * k)}$" if raised else ""),
                 "Bring all to the same base."),
            Step(f"${start} {'+' if sign > 0 else '-'} {n} = {total}$", ADD if sign > 0 else TAKE),
            Step(f"It is ${answer}$.", "One base, one exponent."),
        ),
        "power",
    )  # fmt: skip


def missing_exponent(rng: Random) -> Posed:
    """Which exponent is in the box?"""
    x, kind, n, box = pick(rng, LETTERS), pick(rng, ("times", "over", "raised")), integer(rng, 2, 8), integer(rng, 2, 9)
    if n == box:
        raise Reroll
    hidden = f"{x}^{{{BLANK}}}"
    tex, slip, step = {
        "times": (f"{power(x, n)} \\cdot {hidden} = {power(x, n + box)}", n * (n + box), f"{n} + {box} = {n + box}"),
        "over": (f"\\frac{{{power(x, n + box)}}}{{{hidden}}} = {power(x, n)}", 2 * n + box, f"{n + box} - {box} = {n}"),
        "raised": (f"({hidden})^{n} = {power(x, n * box)}", n * box - n, f"{box} \\cdot {n} = {n * box}"),
    }[kind]  # fmt: skip
    if n * box > 20:
        raise Reroll
    rule = {"times": ADD, "over": TAKE, "raised": TIMES}[kind]
    total = n * box if kind == "raised" else n + box
    return Posed(
        ("box", kind, n, box),
        f"Which number belongs in the box?\n\n$${tex}$$",
        str(box),
        {
            "wrong_rule_for_exponents": str(slip),
            "whole_exponent_in_box": str(total),
            "exponent_on_the_other_side": str(n),
        },
        (
            "Which rule belongs to this: are exponents added, subtracted or multiplied?",
            rule,
            f"${step}$, so the box holds ${box}$.",
        ),
        (
            Step(f"${step}$", rule),
            Step(f"The box holds ${box}$.", "Put it in to check."),
        ),
        "simplified",
        (x,),
    )


FORMS = (product, quotient, quotient, power_of_term, power_of_fraction, several_rules, one_base, missing_exponent)


@template(
    "alg1/exponents-radicals/apply-exponent-rules",
    version=1,
    standards=("HSN.RN.A.2",),
    answer=Expression,
    check=answer_holds,
    band="one to three rules, whole positive exponents up to 20, one or two letters",
)
def apply_exponent_rules(rng: Random) -> Question:
    """A draw of one of the forms."""
    return ask(pick(rng, FORMS)(rng))
