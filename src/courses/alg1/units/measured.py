"""Calculating with measured numbers: how accurate may the result be said?"""

from random import Random

from courses.alg1.slips import apart
from courses.alg1.units.accuracy_contexts import PRODUCTS, SHARES, SUMS
from courses.alg1.units.rounding import cut_off, places_for, rounded, to_digits, written
from exercises import Choice, Number, Question, Reroll, SingleChoice, Step, decimal, integer, pick, shuffled
from exercises.exact import Fraction

PLACES = {0: "whole units", 1: "tenths", 2: "hundredths", 3: "thousandths"}


def _reading(rng: Random, low: int, high: int, places: int) -> Fraction:
    """A number between whole units whose last place is not 0."""
    ticks = integer(rng, low * 10**places, high * 10**places + 10**places - 1)
    if ticks % 10 == 0:
        raise Reroll
    return Fraction(ticks, 10**places)


def measured_sum(rng: Random) -> Question:
    """Readings known to different places are added."""
    context, coarse = pick(rng, SUMS), integer(rng, 0, 1)
    fine = coarse + integer(rng, 1, 2)
    a, b = _reading(rng, context.low, context.high, fine), _reading(rng, context.low, context.high, coarse)
    total = a + b
    answer = rounded(total, coarse)
    first, second = shuffled(rng, (written(a, fine), written(b, coarse)))
    wrong = {
        "reported-all-digits": total,
        "cut-off-instead-of-rounded": cut_off(total, coarse),
        "most-accurate-number-decides": rounded(total, fine - 1),
        "rounded-too-much": rounded(total, coarse - 1),
    }
    shown = f"${written(answer, coarse)}$ {context.unit}"
    return Question(
        key=("sum", a, b),
        prompt=f"{context.says.format(a=first, b=second)} {context.asks}"
        " Give the sum to the place that the less accurate number allows.",
        answer=Number(answer, unit=context.unit),
        wrong=apart(answer, wrong),
        after=context.unit,
        calculator=True,
        hints=(
            "A sum cannot be known better than the number in it that is known least well.",
            f"Which of the two is given only in {PLACES[coarse]}? That place decides.",
            f"The sum with all its digits is ${written(total, fine)}$. Look at the digit after the place that decides.",
            f"Rounded to {PLACES[coarse]} it is {shown}.",
        ),
        solution=(
            Step(f"${first} + {second} = {written(total, fine)}$", "Add with all digits; round only at the end."),
            Step(
                f"The less accurate number is known in {PLACES[coarse]}.", "What comes after that place is not known."
            ),
            Step(f"The sum is about {shown}.", f"Round to {PLACES[coarse]}."),
        ),
    )


def measured_product(rng: Random) -> Question:
    """Readings with different numbers of significant digits are multiplied."""
    context = pick(rng, PRODUCTS)
    places_a, places_b = pick(rng, ((0, 1), (1, 0), (1, 1), (2, 1), (1, 2), (2, 0)))
    a, b = _reading(rng, *context.a, places_a), _reading(rng, *context.b, places_b)
    first, second = written(a, places_a), written(b, places_b)
    counts = [len(text.replace(".", "").lstrip("0")) for text in (first, second)]
    few, many = min(counts), max(counts)
    if few == many or few < 2:
        raise Reroll
    product = a * b
    answer = to_digits(product, few)
    places = places_for(product, few)
    wrong = {
        "reported-all-digits": product,
        "most-accurate-number-decides": to_digits(product, many),
        "places-for-digits": rounded(product, few),
        "cut-off-instead-of-rounded": cut_off(product, places),
        "rounded-too-much": to_digits(product, few - 1),
    }
    shown = f"${decimal(answer)}$ {context.unit}"
    return Question(
        key=("product", a, b),
        prompt=f"{context.says.format(a=first, b=second)} {context.asks}"
        " Give as many significant digits as the number with fewer of them has.",
        answer=Number(answer, unit=context.unit),
        wrong=apart(answer, wrong),
        after=context.unit,
        calculator=True,
        hints=(
            "Significant digits are counted from the first digit that is not 0. How many has each number?",
            f"They have {counts[0]} and {counts[1]}. The smaller number decides.",
            f"The product with all its digits is ${decimal(product)}$. Keep {few} digits from the first one on.",
            f"Rounded to {few} significant digits it is {shown}.",
        ),
        solution=(
            Step(f"${first} \\cdot {second} = {decimal(product)}$", "Multiply with all digits; round only at the end."),
            Step(f"${first}$ has {counts[0]} and ${second}$ has {counts[1]} significant digits.", "The fewest decide."),
            Step(f"The result is about {shown}.", f"Round to {few} significant digits."),
        ),
    )


def share(rng: Random) -> Question:
    """A reading is shared out; which way to say a share is sensible?"""
    context, b = pick(rng, SHARES), pick(rng, (3, 6, 7, 9, 11, 12, 13, 14))
    a = _reading(rng, context.low * b, context.high * b, 1)
    part = a / b
    answer, cut = rounded(part, 1), cut_off(part, 1)
    if (part * 1000).denominator == 1 or answer < 1 or rounded(part, 0) == answer:
        raise Reroll
    rows = [
        (answer, 1, None),
        (rounded(part, integer(rng, 5, 6)), 6, "reported-all-digits"),
        (rounded(part, 0), 0, "rounded-too-much"),
        (cut, 1, "cut-off-instead-of-rounded") if cut != answer else (answer + Fraction(1, 10), 1, "rounded-up-always"),
    ]
    shown = f"about {written(answer, 1)} {context.unit}"
    if len({value for value, _, _ in rows}) < 4:
        raise Reroll
    choices = [_said(value, places, context.unit, name) for value, places, name in rows]
    return Question(
        key=("share", context.unit, a, b),
        prompt=f"{context.says.format(a=written(a, 1), b=b)} All is measured to the nearest 0.1 {context.unit}."
        f" Which {context.asks} is sensible to report?",
        answer=SingleChoice(shuffled(rng, choices)),
        calculator=True,
        hints=(
            "The calculator shows many digits. Which of them does the measuring support?",
            f"The number {b} is a count and exact. What is measured here is known in tenths, so report tenths.",
            f"Rounded to tenths it is {shown}.",
        ),
        solution=(
            Step(
                f"${written(a, 1)} \\div {b} = {written(cut_off(part, 4), 4)}\\ldots$", "Divide with all digits first."
            ),
            Step("What is measured here is known in tenths.", "A count is exact, so the measuring decides."),
            Step(f"{choices[0].text} is sensible to report.", "Round to tenths."),
        ),
    )


def _said(value: Fraction, places: int, unit: str, mistake: str | None) -> Choice:
    text = written(value, places) if places < 4 else decimal(value)
    return Choice(f"About {text} {unit}", mistake is None, mistake, value=value)
