"""Numbers that sum up a list of values, exact; quartiles are the medians of the two halves."""

from collections.abc import Sequence

from exercises.exact import Fraction
from exercises.figures.boxes import Five
from exercises.geometry import Exact


def mean(values: Sequence[Exact]) -> Fraction:
    """The sum shared out evenly."""
    return Fraction(sum(values)) / len(values)


def median(values: Sequence[Exact]) -> Fraction:
    """The middle value, or half-way between the two middle ones."""
    ordered, half = sorted(values), len(values) // 2
    return Fraction(ordered[half]) if len(values) % 2 else Fraction(ordered[half - 1] + ordered[half]) / 2


def five(values: Sequence[Exact]) -> Five:
    """Smallest, lower quartile, median, upper quartile, largest; the middle one of an odd number is in no half."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[0], median(ordered[:half]), median(ordered), median(ordered[-half:]), ordered[-1]


def fences(values: Sequence[Exact]) -> tuple[Fraction, Fraction]:
    """One and a half times the interquartile range below the lower and above the upper quartile."""
    _, q1, _, q3, _ = map(Fraction, five(values))
    reach = (q3 - q1) * 3 / 2
    return q1 - reach, q3 + reach
