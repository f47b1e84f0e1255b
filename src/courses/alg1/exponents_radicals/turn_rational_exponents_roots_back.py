"""Turn rational exponents into roots and back, work such powers out, and say why they mean roots."""

import re
from math import gcd
from random import Random

from courses.alg1.exponents_radicals.second_looks import answer_holds, near
from courses.alg1.exponents_radicals.writing import POSITIVE, Posed, ask, power, root
from courses.alg1.reading import choices_of, formulas, value_of
from exercises import (
    Choice,
    Expression,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    num,
    pick,
    shuffled,
    template,
    term,
)
from exercises.exact import Fraction

LETTERS = ("x", "y", "t", "a", "k", "w", "z")
MEANS = "$b^{m/n} = \\sqrt[n]{b^m}$: the index of the root stands below, the power above."
EXPONENT = re.compile(r"\^\{([^{}]*)\}")
TYPE = "Type the exponent in brackets, such as x^(2/3)."
BASES = (*((base, 2) for base in range(2, 13)), (2, 3), (3, 3), (4, 3), (5, 3), (10, 3), (2, 4), (3, 4), (10, 4),
         (2, 5), (3, 5), (2, 6))  # fmt: skip
ORDINAL = {2: "square", 3: "cube", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh"}


def exponent(rng: Random, tops: int = 7) -> Fraction:
    """A fraction in lowest terms that is no whole number."""
    bottom, top = integer(rng, 2, 7), integer(rng, 1, tops)
    if gcd(top, bottom) > 1:
        raise Reroll
    return Fraction(top, bottom)


def to_exponent(rng: Random) -> Posed:
    """`\\sqrt[5]{x^3}`, `(\\sqrt[4]{y})^3` or `\\frac{1}{\\sqrt{n}}` as one power."""
    x, e, shape = pick(rng, LETTERS), exponent(rng), pick(rng, ("in", "out", "below"))
    m, n = e.numerator, e.denominator
    inside = root(power(x, m), n)
    outside = root(x, n) if m == 1 else f"\\left({root(x, n)}\\right)^{m}"
    tex = {"in": inside, "out": outside, "below": f"\\frac{{1}}{{{inside}}}"}[shape]
    right = -e if shape == "below" else e
    answer = power(x, right)
    hint = f"The root has the index ${n}$: it goes below in the exponent. The power is ${m}$: it goes above."
    return Posed(
        ("to", shape, e),
        f"Write as one power of ${x}$, without a root sign. {POSITIVE} {TYPE}\n\n$${tex}$$",
        answer,
        {
            "index_and_power_exchanged": power(x, 1 / right),
            "index_times_power": power(x, n * m * (1 if right > 0 else -1)),
            "minus_of_exponent_lost" if right < 0 else "minus_in_exponent_added": power(x, -right),
            "index_left_out": power(x, m),
        },
        (
            MEANS,
            hint if n > 2 else f"A square root has the index $2$, though it is not written. The power is ${m}$.",
            f"{'Below a bar the exponent gets a minus: ' if right < 0 else 'So it is '}${answer}$.",
        ),
        (
            Step(f"The index is ${n}$, the power is ${m}$.", "A square root has the index $2$, which is not written."
                 if n == 2 else "The small number at the root is its index."),
            Step(f"${inside if shape != 'out' else outside} = {power(x, e)}$", MEANS),
            *((Step(f"${tex} = {answer}$", "One over a power: the exponent gets a minus."),) if right < 0 else ()),
        ),
        "power",
    )  # fmt: skip


def work_out(rng: Random) -> Posed:
    """`27^{2/3}`, `16^{-3/4}`."""
    base, n = pick(rng, BASES)
    m = integer(rng, 1, 5)
    sign = pick(rng, (1, 1, -1))
    if gcd(m, n) > 1 or base**m > 1100:
        raise Reroll
    whole, right = base**n, Fraction(base) ** (sign * m)
    tex, answer = power(str(whole), Fraction(sign * m, n)), num(right)
    up = f" To the power ${m}$ it is ${base**m}$." if m > 1 else ""
    return Posed(
        ("value", whole, m, n, sign),
        f"Work out the value, without a calculator.\n\n$${tex}$$",
        answer,
        {
            "exponent_taken_for_factor": num(whole * Fraction(sign * m, n)),
            "root_left_out": num(Fraction(whole) ** (sign * m)) if whole**m < 10**6 else num(whole),
            "power_left_out": num(Fraction(base) ** sign),
            "minus_of_exponent_to_front" if sign < 0 else "divided_by_index": num(
                -Fraction(base) ** m if sign < 0 else Fraction(whole, n) ** m
            ),
        },
        (
            "The bottom of the exponent is a root, the top is a power. Take the root first: the numbers stay small.",
            f"Which positive number to the power {n} is {whole}?",
            *((f"The {ORDINAL[n]} root of {whole} is {base}."
               + (" A minus in the exponent means one over it." if sign < 0 else ""),) if m > 1 or sign < 0 else ()),
            f"The root is ${base}$.{up} The value is ${answer}$.",
        ),
        (
            Step(f"${root(whole, n)} = {base}$", f"The bottom of the exponent, ${n}$, is the index of the root."),
            *((Step(f"${base}^{m} = {base**m}$", f"The top, ${m}$, is the power."),) if m > 1 else ()),
            Step(f"The value is ${answer}$.", "The minus in the exponent means one over it." if sign < 0 else
                 "Root and power may be taken in any order."),
        ),
        "simplified",
    )  # fmt: skip


def multiply_powers(rng: Random) -> Posed:
    """`x^{1/2} \\cdot x^{1/3}`, `\\sqrt{x} \\cdot x^2`, `(x^{3/4})^{2/3}`."""
    x, one, two = pick(rng, LETTERS), exponent(rng, 4), exponent(rng, 3)
    kind = pick(rng, ("times", "over", "raised", "root"))
    if one == two or max(one.denominator, two.denominator) > 6:
        raise Reroll
    whole = integer(rng, 1, 4)
    right = {"times": one + two, "over": one - two, "raised": one * two, "root": whole + Fraction(1, two.denominator)}[
        kind
    ]
    if right.denominator > 20 or right <= 0 or right == 1:
        raise Reroll
    a, b, raised = power(x, one), power(x, two), f"{{{two}}}"
    tex = {
        "times": f"{a} \\cdot {b}",
        "over": f"\\frac{{{a}}}{{{b}}}",
        "raised": f"({a})^{raised}",
        "root": f"{power(x, whole)} \\cdot {root(x, two.denominator)}",
    }[kind]
    left = Fraction(whole) if kind == "root" else one
    other = Fraction(1, two.denominator) if kind == "root" else two
    sign, rule = {
        "times": ("+", "Equal bases multiplied: the exponents are added."),
        "root": ("+", "A root is a power with a fraction as exponent; then exponents are added."),
        "over": ("-", "Equal bases divided: the exponents are subtracted."),
        "raised": ("\\cdot", "A power of a power: the exponents are multiplied."),
    }[kind]
    answer = power(x, right)
    sums = f"{num(left)} {sign} {num(other)} = {num(right)}"
    mixed = Fraction(left.numerator + other.numerator, left.denominator + other.denominator)
    return Posed(
        ("rules", kind, left, other),
        f"Write as one power of ${x}$. {POSITIVE} {TYPE}\n\n$${tex}$$",
        answer,
        {
            "wrong_rule_for_exponents": power(x, left * other if kind != "raised" else left + other),
            "tops_and_bottoms_added": power(x, mixed),
            "exponents_added_in_quotient" if kind == "over" else "exponents_subtracted_in_product": power(
                x, left + other if kind == "over" else left - other
            ),
        },
        (
            f"The rules for whole exponents hold for fractions too. {rule}",
            f"{f'Here ${root(x, two.denominator)}$ is ${power(x, other)}$. ' if kind == 'root' else ''}"
            f"Work out ${num(left)} {sign} {num(other)}$.",
            f"${sums}$, so it is ${answer}$.",
        ),
        (
            Step(f"${sums}$", rule),
            Step(f"${tex} = {answer}$", "The base stays."),
        ),
        "power",
    )


def as_root(rng: Random) -> Question:
    """Which root is this power?"""
    x, e, k = pick(rng, LETTERS), exponent(rng), pick(rng, (1, 1, 2, 3, 5))
    m, n = e.numerator, e.denominator
    if m == 1 and k == 1:
        raise Reroll
    tex, right = term(k, power(x, e)), term(k, root(power(x, m), n))
    wrong = [
        (term(k, root(power(x, n), m)) if m > 1 else root(term(k, x), n), "index_and_power_exchanged" if m > 1 else
         "number_put_under_root"),
        (root(term(k, power(x, m)), n) if k > 1 and m > 1 else term(k, f"\\frac{{{power(x, m)}}}{{{n}}}"),
         "number_put_under_root" if k > 1 and m > 1 else "exponent_as_division"),
        (f"\\frac{{{k}}}{{{root(power(x, m), n)}}}", "fraction_taken_for_minus"),
    ]  # fmt: skip
    choices = [
        Choice(f"${right}$", True),
        *(Choice(f"${t}$", misconception=name.replace("_", "-")) for t, name in wrong),
    ]
    if len({choice.text for choice in choices}) < 4:
        raise Reroll
    return Question(
        ("root", k, e),
        f"Which of these is ${tex}$? {POSITIVE}",
        SingleChoice(shuffled(rng, choices)),
        (
            MEANS,
            f"The exponent is ${num(e)}$: which number is the index, and which is the power?"
            + (" It belongs to the letter only." if k > 1 else ""),
            f"The index is ${n}$ and the power is ${m}$: ${right}$.",
        ),
        (
            Step(f"The bottom of the exponent is ${n}$, so it is a {ORDINAL[n]} root.", MEANS),
            Step(f"${tex} = {right}$", f"The top is ${m}$; the exponent belongs to ${x}$ only." if k > 1 else
                 f"The top is ${m}$: the power under the root."),
        ),
    )  # fmt: skip


def why(rng: Random) -> Question:
    """Which line shows that the exponent 1/n must mean the n-th root?"""
    b, n = integer(rng, 3, 30), integer(rng, 2, 6)
    if b == n or (b, n) == (4, 2):  # twice the square root of 4 happens to be 4
        raise Reroll
    small = f"{b}^{{1/{n}}}"
    right = f"({small})^{n} = {b}^{{{n} \\cdot 1/{n}}} = {b}"
    choices = (
        Choice(f"${right}$", True),
        Choice(f"$({small})^{n} = {b}^{{1/{n} + {n}}}$", misconception="exponents-added-in-power"),
        Choice(f"${n} \\cdot {small} = {b}^{{{n} \\cdot 1/{n}}} = {b}$", misconception="multiple-for-power"),
        Choice(
            f"${small} = \\frac{{1}}{{{n}}} \\cdot {b}$, so ${n} \\cdot {small} = {b}$",
            misconception="exponent-taken-for-factor",
        ),
    )
    return Question(
        ("why", b, n),
        f"Why does ${small}$ have to mean the {ORDINAL[n]} root of ${b}$? Choose the reason that is right.",
        SingleChoice(shuffled(rng, choices)),
        (
            f"The {ORDINAL[n]} root of ${b}$ is the positive number whose power with the exponent ${n}$ is ${b}$.",
            f"So raise ${small}$ to the power ${n}$, and keep the rule for a power of a power.",
            f"${right}$: the number does what the root must do.",
        ),
        (
            Step(
                f"The {ORDINAL[n]} root of ${b}$ is the positive number whose power with the exponent ${n}$ is ${b}$.",
                "That is what a root is.",
            ),
            Step(f"${right}$", "Exponents are multiplied in a power of a power, and the rule is kept for fractions."),
        ),
    )


def worked_out(exponent: re.Match[str]) -> str:
    """An exponent with its sum or product worked out."""
    return f"^{{{value_of(exponent[1])}}}"


def holds(question: Question) -> None:
    """Compare values in numbers: of the answer, or of every choice."""
    if not isinstance(question.answer, SingleChoice):
        answer_holds(question)
    elif question.prompt.startswith("Which"):
        asked = formulas(question.prompt)[0]
        assert all(near(asked, formulas(choice.text)[0]) is choice.right for choice in choices_of(question))
    else:
        for choice in choices_of(question):
            lines = [EXPONENT.sub(worked_out, formula).split(" = ") for formula in formulas(choice.text)]
            true = all(near(line[0], other) for line in lines for other in line[1:])
            assert true is choice.right, choice.text


TYPED = (to_exponent, to_exponent, work_out, work_out, multiply_powers)


@template(
    "alg1/exponents-radicals/turn-rational-exponents-roots-back",
    version=1,
    standards=("HSN.RN.A.1", "HSN.RN.A.2"),
    answer=(Expression, SingleChoice),
    check=holds,
    band="indices up to 7, powers up to 7, values up to 1,100 without a calculator",
)
def turn_rational_exponents_roots_back(rng: Random) -> Question:
    """A draw of one of the forms."""
    if rng.random() < 0.3:
        return pick(rng, (as_root, as_root, why))(rng)
    return ask(pick(rng, TYPED)(rng))
