"""Shaded pieces of a number line: which numbers they hold, and how they stand in the fields of a response."""

from collections.abc import Sequence
from itertools import pairwise

from exercises.exact import Fraction
from exercises.figures import Span
from exercises.geometry import Exact
from exercises.verdict import Response


def piece_fields(i: int) -> tuple[str, ...]:
    """The fields of one piece."""
    return f"shape{i}", f"from{i}", f"from{i}_end", f"to{i}", f"to{i}_end"


def ends_of(spans: Sequence[Span]) -> list[Exact]:
    """All ends."""
    return [value for span in spans for value, _ in span.ends()]


def holds(spans: Sequence[Span], at: Exact) -> bool:
    """Whether a number lies in one of the spans."""
    return any(
        (span.low is None or span.low < at or (span.low == at and span.low_closed))
        and (span.high is None or at < span.high or (span.high == at and span.high_closed))
        for span in spans
    )


def same(a: Sequence[Span], b: Sequence[Span]) -> bool:
    """Whether two shadings hold the same numbers: tried at all ends, between them and beyond them, which is exact."""
    ends = sorted({*ends_of(a), *ends_of(b)}) or [Fraction(0)]
    between = [Fraction(low + high) / 2 for low, high in pairwise(ends)]
    return all(holds(a, at) == holds(b, at) for at in (*ends, *between, ends[0] - 1, ends[-1] + 1))


def shaded(spans: Sequence[Span]) -> Response:
    """Pieces as they are put into the fields."""
    found: dict[str, str] = {}
    for i, span in enumerate(spans, 1):
        ends = [(str(Fraction(value)), "closed" if closed else "open") for value, closed in span.ends()]
        shape = "between" if len(ends) == 2 else "all" if not ends else "left" if span.low is None else "right"
        found[f"shape{i}"] = shape
        for name, (value, circle) in zip((f"from{i}", f"to{i}"), ends, strict=False):
            found |= {name: value, f"{name}_end": circle}
    return found


def turned(span: Span) -> Span:
    """A ray the other way; of a stretch, the ray from its lower end."""
    if span.low is None:
        return Span(low=span.high, low_closed=span.high_closed)
    if span.high is None:
        return Span(high=span.low, high_closed=span.low_closed)
    return Span(low=span.low, low_closed=span.low_closed)
