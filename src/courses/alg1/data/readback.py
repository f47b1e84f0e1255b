"""Second opinions: measure box plots, dot plots and scatter plots by the numbers at their axes; read lists back."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from courses.alg1.functions.readback import dots_in
from courses.alg1.reading import formulas
from exercises.exact import Fraction

TEXT = re.compile(r'<text x="([\d.]+)" y="([\d.]+)" text-anchor="(middle|end)">(−?\d+)</text>')
WHISKER = re.compile(r'class="whisker" d="M([\d.]+) [\d.]+H([\d.]+)M([\d.]+) [\d.]+H([\d.]+)M')
MEDIAN = re.compile(r'class="median" d="M([\d.]+) ')
DOT = re.compile(r'<circle class="dot" cx="([\d.]+)"')


def whole(text: str) -> int:
    """The number of a mark."""
    return int(text.replace("−", "-"))


def axis_of(svg: str) -> Callable[[str], Fraction]:
    """From a place across the picture to the number of the level axis, to a tenth."""
    found = [(Fraction(x), whole(said)) for x, _, anchor, said in TEXT.findall(svg) if anchor == "middle"]
    (x0, a), (x1, b) = found[0], found[-1]
    return lambda x: Fraction(round((a + (Fraction(x) - x0) * (b - a) / (x1 - x0)) * 10), 10)


def boxes_in(svg: str) -> list[tuple[Fraction, ...]]:
    """The five numbers of each box plot in a picture."""
    at = axis_of(svg)
    whiskers, medians = WHISKER.findall(svg), MEDIAN.findall(svg)
    return [(at(low), at(q1), at(middle), at(q3), at(high)) for (low, q1, q3, high), middle in
            zip(whiskers, medians, strict=True)]  # fmt: skip


def stacked(svg: str) -> list[int]:
    """The values of a dot plot, from its dots."""
    at = axis_of(svg)
    return sorted(int(at(x)) for x in DOT.findall(svg))


def list_in(text: str) -> list[Fraction]:
    """The numbers of the first formula with at least four of them."""
    found = next(tex for tex in formulas(text) if tex.count(",") >= 3)
    return [Fraction(item) for item in found.split(",")]


def scatter(svg: str) -> list[tuple[Fraction, Fraction]]:
    """The points of a scatter plot."""
    return sorted(dots_in(svg))


def cumulated(values: Sequence[Fraction], share: Fraction) -> Fraction:
    """A value with this share of the list at or below it, half-way to the next where the share is met exactly: the
    median for a half."""
    counts, below = Counter(values), Fraction(0)
    ordered = sorted(counts)
    for value, after in pairwise([*ordered, ordered[-1]]):
        below += counts[value]
        if below > share * len(values):
            return value
        if below == share * len(values):
            return (value + after) / 2
    return ordered[-1]
