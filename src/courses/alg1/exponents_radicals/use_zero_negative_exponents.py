"""Use zero and negative exponents: values of powers of numbers, and terms with positive exponents only."""

from random import Random

from courses.alg1.exponents_radicals.second_looks import answer_holds
from courses.alg1.exponents_radicals.writing import LETTERS, PAIRS, Posed, ask, letters_with, monomial, power
from courses.alg1.slips import apart
from exercises import (
    Expression,
    FractionAnswer,
    Question,
    Reroll,
    Step,
    integer,
    nonzero,
    num,
    pick,
    template,
    term,
)
from exercises.exact import Fraction

UNDER = "A negative exponent means one over the power with the positive exponent."
ZERO = "Any number but $0$ to the power $0$ is $1$."
VALUE = "Work out the value as a fraction or whole number."
ASK = "Write with positive exponents only, as simple as possible."


def numeric(key: tuple[object, ...], tex: str, right: Fraction, wrong: dict[str, Fraction | int],
            hints: tuple[str, ...], solution: tuple[Step, ...]) -> Question:  # fmt: skip
    """A question whose answer is a number."""
    kept = {name: Fraction(value) for name, value in apart(right, wrong).items()}
    return Question(key, f"{VALUE}\n\n$${tex}$$", FractionAnswer(right), hints,
                    solution, kept)  # fmt: skip


def of_whole(rng: Random) -> Question:
    """`4^{-3}`, `(-2)^{-5}`."""
    base, n = pick(rng, (2, 3, 4, 5, 6, 7, 8, 9, 10, -2, -3, -4, -5, -6)), integer(rng, 1, 5)
    if (n == 1 and base > 0) or abs(base) ** n > 2000:
        raise Reroll
    shown = f"({base})" if base < 0 else str(base)
    right, up = Fraction(1, base**n), base**n
    again = f"{shown}^{n} = {up}" if n > 1 else f"{shown} = {up}"
    return numeric(
        ("whole", base, n), f"{shown}^{{-{n}}}", right,
        {"minus-of-exponent-to-front": -up, "exponent-times-base": -base * n, "sign-of-reciprocal": -right,
         "minus-of-exponent-ignored": up},
        (
            UNDER,
            f"So first work out the power with the exponent ${n}$, then put it under $1$." if n > 1
            else "The exponent $-1$ gives one over the number.",
            f"${again}$, so the value is ${num(right)}$." if n > 1 else f"One over ${base}$ is ${num(right)}$.",
        ),
        (
            Step(f"${shown}^{{-{n}}} = \\frac{{1}}{{{f'{shown}^{n}' if n > 1 else base}}}$", UNDER),
            Step(f"The value is ${num(right)}$.", f"${again}$." if n > 1 else "The minus goes before the fraction."),
        ),
    )  # fmt: skip


def of_fraction(rng: Random) -> Question:
    """`\\left(\\frac{2}{3}\\right)^{-2}`."""
    a, b, n = integer(rng, 1, 7), integer(rng, 2, 8), integer(rng, 1, 3)
    base = Fraction(a, b) * pick(rng, (1, 1, -1))
    if base.denominator != b or max(a, b) ** n > 600:
        raise Reroll
    right, turned = 1 / base**n, 1 / base
    shown = f"\\left({num(base)}\\right)"
    back = f"\\left({num(turned)}\\right)"
    one_over = f"1 \\div {shown}"
    return numeric(
        ("fraction", base, n), f"{shown}^{{-{n}}}", right,
        {"minus-of-exponent-ignored": base**n, "minus-of-exponent-to-front": -(base**n), "sign-of-reciprocal": -right,
         "only-top-turned": Fraction(base.denominator, 1) ** n * (1 if base > 0 or n % 2 == 0 else -1)},
        (
            f"{UNDER} One over a fraction is the fraction turned over.",
            f"Turned over, ${num(base)}$ is ${num(turned)}$." if n > 1 else
            f"The exponent $-1$ turns ${num(base)}$ over.",
            f"{f'${back}^{n} = {num(right)}$' if n > 1 else f'Turned over it is ${num(right)}$'}.",
        ),
        (
            Step(f"${shown}^{{-{n}}} = {f'{back}^{n}' if n > 1 else one_over}$",
                 "Turn the fraction over; the exponent becomes positive." if n > 1 else UNDER),
            Step(f"The value is ${num(right)}$.", "Top and bottom are raised apart." if n > 1 else
                 "One over a fraction is the fraction turned over."),
        ),
    )  # fmt: skip


def zero_in_sum(rng: Random) -> Question:
    """`5 \\cdot 7^0 - 2^{-3}`."""
    k, base, n, c = nonzero(rng, -6, 6), integer(rng, 2, 5), integer(rng, 1, 3), integer(rng, 2, 19)
    sign = pick(rng, (1, -1))
    zero = f"{k} \\cdot {c}^0" if k not in (1, -1) else f"{'-' if k < 0 else ''}{c}^0"
    small = Fraction(1, base**n)
    right = k + sign * small
    negative_power = f"{base}^{{-{n}}}"
    return numeric(
        ("zero", k, base, n, c, sign), f"{zero} {'+' if sign > 0 else '-'} {negative_power}", right,
        {"power-zero-is-zero": sign * small, "minus-of-exponent-to-front": k - sign * base**n,
         "power-zero-is-base": k * c + sign * small, "minus-of-exponent-ignored": k + sign * base**n},
        (
            f"{ZERO} {UNDER}",
            f"${c}^0 = 1$, so the first part is ${k}$.",
            f"${negative_power} = {num(small)}$: that is {'added' if sign > 0 else 'taken away'}. "
            f"The value is ${num(right)}$.",
        ),
        (
            Step(f"${zero} = {k}$", ZERO),
            Step(f"${negative_power} = {num(small)}$", UNDER),
            Step(f"The value is ${num(right)}$.", f"${k} {'+' if sign > 0 else '-'} {num(small)} = {num(right)}$."),
        ),
    )  # fmt: skip


def positive_only(rng: Random) -> Posed:
    """`6a^{-4}b^3`, `\\frac{5x^{-2}}{y^{-3}}`."""
    x, y = pick(rng, PAIRS)
    k, m, n = pick(rng, (1, 2, 3, 4, 5, 6, 7, 8, 9, -2, -3, -5)), integer(rng, 1, 8), integer(rng, 2, 8)
    bar = rng.random() < 0.5
    shape = {x: -m, y: n}
    answer = monomial(k, shape)
    tex = f"\\frac{{{term(k, power(x, -m))}}}{{{power(y, -n)}}}" if bar else term(k, letters_with(shape))
    return Posed(
        ("positive", bar, k, m, n),
        f"{ASK}\n\n$${tex}$$",
        answer,
        {
            "number_moved_too": monomial(Fraction(1, k), shape),
            "minus_of_exponent_dropped": monomial(k, {x: m, y: n}),
            "minus_of_exponent_to_front": monomial(-k, {x: m, y: n}),
            "only_top_moved" if bar else "all_put_below": monomial(k, {x: -m, y: -n}),
        },
        (
            "A factor with a negative exponent changes its side of the bar, and the exponent becomes positive.",
            f"Only ${power(x, -m)}$ and ${power(y, -n)}$ move." if bar else f"Only ${power(x, -m)}$ moves. The rest "
            "stays where it is.",
            f"That makes ${answer}$.",
        ),
        (
            Step(f"${power(x, -m)} = \\frac{{1}}{{{power(x, m)}}}$"
                 + (f" and $\\frac{{1}}{{{power(y, -n)}}} = {power(y, n)}$" if bar else ""), UNDER),
            Step(f"${tex} = {answer}$", "The exponent belongs to its letter only; the number stays where it is."),
        ),
        "positive",
    )  # fmt: skip


def bracket_below(rng: Random) -> Posed:
    """`(3x^2)^{-2}`."""
    x, k, m, n = pick(rng, LETTERS), integer(rng, 2, 6), integer(rng, 1, 5), integer(rng, 2, 3)
    inside = term(k, power(x, m))
    answer = monomial(Fraction(1, k**n), {x: -m * n})
    return Posed(
        ("bracket", k, m, n),
        f"{ASK}\n\n$$({inside})^{{-{n}}}$$",
        answer,
        {
            "number_not_raised": monomial(k, {x: -m * n}),
            "minus_of_exponent_to_front": monomial(-(k**n), {x: m * n}),
            "exponents_added_in_power": monomial(Fraction(1, k**n), {x: -(m + n)}),
        },
        (
            f"{UNDER} Here the whole bracket is the base.",
            f"So the power with the exponent ${n}$ of ${inside}$ goes below $1$.",
            f"${k}^{n} = {k**n}$, and ${m} \\cdot {n} = {m * n}$ is the exponent of ${x}$.",
            f"That makes ${answer}$.",
        ),
        (
            Step(f"$({inside})^{{-{n}}} = \\frac{{1}}{{({inside})^{n}}}$", UNDER),
            Step(f"$= {answer}$", "Every factor in the bracket gets the exponent."),
        ),
        "positive",
    )


def quotient_below(rng: Random) -> Posed:
    """`\\frac{8x^3}{12x^9}`."""
    x, m, d = pick(rng, LETTERS), integer(rng, 1, 6), integer(rng, 2, 9)
    a, b, k = pick(
        rng, ((1, 2, 3), (2, 3, 4), (3, 4, 2), (1, 5, 2), (5, 2, 3), (3, 2, 5), (1, 1, 7), (4, 1, 2), (2, 5, 3))
    )
    tex = f"\\frac{{{term(a * k, power(x, m))}}}{{{term(b * k, power(x, m + d))}}}"
    answer = monomial(Fraction(a, b), {x: -d})
    return Posed(
        ("quotient", m, d, a, b, k),
        f"{ASK}\n\n$${tex}$$",
        answer,
        {
            "exponents_left_above": monomial(Fraction(a, b), {x: d}),
            "exponents_added_in_quotient": monomial(Fraction(a, b), {x: -(2 * m + d)}),
            "numbers_turned_over": monomial(Fraction(b, a), {x: -d}),
        },
        (
            "Cancel factors above and below. On which side of the bar are more left?",
            f"Of ${x}$ there are ${m}$ above and ${m + d}$ below, so ${d}$ are left below.",
            f"The numbers: {cancelled(a * k, b * k)}.",
            f"That makes ${answer}$.",
        ),
        (
            Step(
                f"${m} - {m + d} = {-d}$: the quotient has ${power(x, -d)}$.",
                "Equal bases divided: subtract exponents.",
            ),
            Step(f"${power(x, -d)} = \\frac{{1}}{{{power(x, d)}}}$", UNDER),
            Step(f"${tex} = {answer}$", f"The numbers: {cancelled(a * k, b * k)}."),
        ),
        "positive",
    )


def cancelled(a: int, b: int) -> str:
    """`8 \\div 12 = 2/3` in TeX."""
    return f"${a} \\div {b} = {num(Fraction(a, b))}$"


def without_bar(rng: Random) -> Posed:
    """`\\frac{1}{x^5}` as a power; `\\frac{1}{32}` as a power of 2."""
    n = integer(rng, 2, 9)
    if rng.random() < 0.5:
        x = pick(rng, LETTERS)
        tex, answer = f"\\frac{{1}}{{{power(x, n)}}}", power(x, -n)
        request, base = f"Write as a power of ${x}$, without a fraction bar.", x
    else:
        number = pick(rng, (2, 3, 5, 10, 4, 6, 7))
        if number**n > 100_000:
            raise Reroll
        tex, answer, base = f"\\frac{{1}}{{{number**n}}}", power(str(number), -n), str(number)
        request = f"Write as a power of ${number}$."
    return Posed(
        ("bar", base.isdigit() and base, n),
        f"{request}\n\n$${tex}$$",
        answer,
        {
            "minus_of_exponent_dropped": power(base, n),
            "one_over_exponent": power(base, Fraction(1, n)),
            "minus_of_exponent_to_front": f"-{power(base, n)}",
        },
        (
            "One over a power is the power with the opposite exponent.",
            f"Below the bar stands ${power(base, n)}$.",
            f"So it is ${answer}$.",
        ),
        (
            Step(f"${tex} = \\frac{{1}}{{{power(base, n)}}}$" if base.isdigit() else
                 f"Below the bar stands ${power(base, n)}$.", f"Count the factors ${base}$."),
            Step(f"${tex} = {answer}$", UNDER),
        ),
        "power",
    )  # fmt: skip


NUMERIC = (of_whole, of_fraction, zero_in_sum)
TYPED = (positive_only, positive_only, bracket_below, quotient_below, without_bar)


@template(
    "alg1/exponents-radicals/use-zero-negative-exponents",
    version=1,
    standards=("HSN.RN.A.2",),
    answer=(Expression, FractionAnswer),
    check=answer_holds,
    band="one power or term, exponents from -9 to 9, values with denominators up to 2,000",
)
def use_zero_negative_exponents(rng: Random) -> Question:
    """A draw of one of the forms."""
    if rng.random() < 0.4:
        return pick(rng, NUMERIC)(rng)
    return ask(pick(rng, TYPED)(rng))
