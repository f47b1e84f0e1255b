"""Report an answer to a sensible accuracy."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from random import Random

from courses.alg1.reading import right_choice
from courses.alg1.units.limits import limit, whole_things
from courses.alg1.units.measured import measured_product, measured_sum, share
from exercises import Number, Question, SingleChoice, pick, template
from exercises.exact import Fraction

NUMBER = re.compile(r"\d+(?:\.\d+)?")


def another_way_to_round(question: Question) -> None:
    """The same from the prompt: with decimal arithmetic, by trying values in small steps, or by counting."""
    numbers = [Decimal(n) for n in NUMBER.findall(question.prompt)]
    checks = {"share": _share, "sum": _sum, "product": _product, "limit": _limit, "count": _count}
    answer = question.answer
    stated = (
        Fraction(answer.value)
        if isinstance(answer, Number)
        else Fraction(NUMBER.findall(right_choice(question).text)[0])
    )
    assert stated == Fraction(checks[str(question.key[0])](numbers, question.prompt))


def _sum(numbers: list[Decimal], _: str) -> Decimal:
    coarse = max(numbers, key=lambda n: int(n.as_tuple().exponent))
    return sum(numbers, Decimal(0)).quantize(coarse, ROUND_HALF_UP)


def _product(numbers: list[Decimal], _: str) -> Decimal:
    digits = min(len(n.as_tuple().digits) for n in numbers)
    return Context(digits, ROUND_HALF_UP).multiply(*numbers)


def _share(numbers: list[Decimal], _: str) -> Decimal:
    reading = next(n for n in numbers if int(n.as_tuple().exponent) < 0)
    count = next(n for n in numbers if int(n.as_tuple().exponent) == 0)
    return (reading / count).quantize(reading, ROUND_HALF_UP)


def _limit(numbers: list[Decimal], prompt: str) -> Decimal:
    """Try every fiftieth of a step: which values, rounded to whole steps, give the reading?"""
    reading, step = numbers
    tried = [reading + step * n / 50 for n in range(-60, 61)]
    fit = [value for value in tried if (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step == reading]
    return min(fit) if "smallest" in prompt else max(fit) + step / 50


def _count(numbers: list[Decimal], prompt: str) -> Decimal:
    """Take away group after group."""
    left, size, groups = max(numbers), min(numbers), 0
    while left >= size:
        left, groups = left - size, groups + 1
    return Decimal(groups if "full" in prompt or not left else groups + 1)


@template(
    "alg1/units/report-answer-sensible-accuracy",
    version=1,
    standards=("HSN.Q.A.3",),
    answer=(Number, SingleChoice),
    check=another_way_to_round,
    band="two measured numbers with up to four digits; rounding, limits and whole things",
)
def sensible_accuracy(rng: Random) -> Question:
    """Sums, products, shares, limits of a reading, and things that come whole."""
    return pick(rng, (measured_sum, measured_product, share, limit, whole_things))(rng)
