"""Absolute values as the questions of this unit write them, and how a check reads them back."""

import re

from courses.alg1.reading import value_of
from exercises import poly, term
from exercises.exact import Fraction

BARS = re.compile(r"\|([^|]+)\|")


def bars(inside: str) -> str:
    """TeX of an absolute value."""
    return f"|{inside}|"


def scaled(a: int | Fraction, inside: str, k: int = 0) -> str:
    """TeX of a|inside| + k."""
    return poly(a, bars(inside), k) if k else term(a, bars(inside))


def value_at(tex: str, x: int | Fraction) -> Fraction:
    """The exact value of an expression; what stands between bars is worked out first, and its sign dropped."""

    def worked(found: re.Match[str]) -> str:
        inner = value_of(found[1], x=x)
        return f"({inner if inner >= 0 else -inner})"

    return value_of(BARS.sub(worked, tex), x=x)
