"""Spans of a number line as inequalities."""

from collections.abc import Sequence

from exercises.figures import Span
from exercises.say import num

BELOW, ABOVE = {True: "\\le", False: "<"}, {True: "\\ge", False: ">"}


def span_tex(span: Span, letter: str) -> str:
    """TeX of the numbers in one span."""
    if span.low is None and span.high is None:
        return "\\text{all numbers}"
    if span.high is None and span.low is not None:
        return f"{letter} {ABOVE[span.low_closed]} {num(span.low)}"
    low = f"{num(span.low)} {BELOW[span.low_closed]} " if span.low is not None else ""
    return f"{low}{letter} {BELOW[span.high_closed]} {num(span.high or 0)}"


def spans_tex(spans: Sequence[Span], letter: str) -> str:
    """TeX of the numbers in several spans; a longer name of the axis becomes x."""
    name = letter if len(letter) == 1 else "x"
    return " \\text{ or } ".join(span_tex(span, name) for span in spans) or "\\text{no numbers}"
