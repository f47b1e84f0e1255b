"""A number line with shaded spans, open and closed ends, and single points: the picture of a solution set."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from exercises.exact import Fraction
from exercises.figures.figure import Figure

WIDTH, HEIGHT, AXIS, MARGIN = 320, 64, 24, 24
TIP = 6  # how far from the picture's edge an arrow ends
CIRCLES = {False: "an open circle", True: "a closed circle"}
LETTER = 9  # width of one figure at font size 15, on the generous side

Exact = int | Fraction


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the line from `low` to `high`; None: it goes on for ever on that side."""

    low: Exact | None = None
    high: Exact | None = None
    low_closed: bool = False
    high_closed: bool = False

    def ends(self) -> tuple[tuple[Exact, bool], ...]:
        """The ends that have a circle, from left to right, each with "is it closed"."""
        both = (self.low, self.low_closed), (self.high, self.high_closed)
        return tuple((value, closed) for value, closed in both if value is not None)


def number_line(
    lo: int, hi: int, intervals: Sequence[Span] = (), points: Sequence[Exact] = (), step: int = 1
) -> Figure:
    """Draw the line from `lo` to `hi` with a tick every `step`, `intervals` shaded and `points` as dots.

    Raises ValueError when something to mark lies outside or the line holds no tick to read it by.
    """
    marks = [*points, *(value for span in intervals for value, _ in span.ends())]
    if step < 1 or hi - lo < step or any(not lo <= mark <= hi for mark in marks):
        raise ValueError(f"a line from {lo} to {hi} in steps of {step} cannot show {marks}")
    x = _Scale(lo, hi)
    description = _describe(lo, hi, intervals, points, step)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-label="{escape(description)}">',
        *_axis(x, lo, hi, step),
        *(_shade(x, span) for span in intervals),
        *(_circle(x(value), closed) for span in intervals for value, closed in span.ends()),
        *(_circle(x(value), True) for value in points),
        "</svg>",
    ]
    return Figure("".join(parts), description)


@dataclass(frozen=True, slots=True)
class _Scale:
    lo: int
    hi: int

    def __call__(self, value: Exact) -> str:
        """The place of a number from left to right, in the picture's units, one decimal."""
        place = MARGIN + Fraction(value - self.lo) * (WIDTH - 2 * MARGIN) / (self.hi - self.lo)
        return f"{float(place):.1f}".removesuffix(".0")


def _axis(x: _Scale, lo: int, hi: int, step: int) -> list[str]:
    ticks = range(-(-lo // step) * step, hi + 1, step)
    strokes = "".join(f"M{x(tick)} {AXIS - 6}v12" for tick in ticks)
    body = f"M{TIP} {AXIS}H{WIDTH - TIP}{_arrow(TIP, 5)}{_arrow(WIDTH - TIP, -5)}{strokes}"
    every = _labelled_every(ticks, step, lo, hi)
    names = [f'<text x="{x(tick)}">{_say(tick)}</text>' for tick in ticks if tick % every == 0]
    return [
        f'<path class="axis" d="{body}" fill="none" stroke="currentColor" stroke-width="1.5"/>',
        f'<g fill="currentColor" font-size="15" text-anchor="middle" transform="translate(0 {AXIS + 27})">',
        *names,
        "</g>",
    ]


def _labelled_every(ticks: range, step: int, lo: int, hi: int) -> int:
    """The smallest distance between named ticks at which their names do not touch."""
    widest = LETTER * max(len(str(ticks[0])), len(str(ticks[-1]))) + 4
    unit = Fraction(WIDTH - 2 * MARGIN, hi - lo)
    return next(step * k for k in (1, 2, 5, 10, 20, 50, 100, 1000) if unit * step * k >= widest)


def _shade(x: _Scale, span: Span) -> str:
    left = str(TIP + 3) if span.low is None else x(span.low)
    right = str(WIDTH - TIP - 3) if span.high is None else x(span.high)
    heads = (_arrow(TIP, 9) if span.low is None else "") + (_arrow(WIDTH - TIP, -9) if span.high is None else "")
    return (
        f'<path class="span" d="M{left} {AXIS}H{right}{heads}" fill="none"'
        ' stroke="var(--spruce, currentColor)" stroke-width="5"/>'
    )


def _arrow(tip: int, back: int) -> str:
    rise = abs(back)
    return f"M{tip + back} {AXIS - rise}L{tip} {AXIS}L{tip + back} {AXIS + rise}"


def _circle(place: str, closed: bool) -> str:
    kind, fill = ("closed", "var(--spruce, currentColor)") if closed else ("open", "var(--surface, #fff)")
    return (
        f'<circle class="{kind}" cx="{place}" cy="{AXIS}" r="6.5" fill="{fill}"'
        ' stroke="var(--spruce, currentColor)" stroke-width="3"/>'
    )


def _describe(lo: int, hi: int, intervals: Sequence[Span], points: Sequence[Exact], step: int) -> str:
    sentences = [f"Number line from {_say(lo)} to {_say(hi)}, marked in steps of {step}."]
    sentences += [_describe_span(span) for span in intervals]
    sentences += [f"A dot at {_say(point)}." for point in points]
    return " ".join(sentences if intervals or points else [*sentences, "Nothing is shaded."])


def _describe_span(span: Span) -> str:
    circles = [f"{CIRCLES[closed]} at {_say(value)}" for value, closed in span.ends()]
    if not circles:
        return "The whole line is shaded, with an arrow at both ends."
    if len(circles) == 2:
        return f"Shaded between {circles[0]} and {circles[1]}."
    side = "left" if span.low is None else "right"
    return f"Shaded from {circles[0]} to the {side}, with an arrow."


def _say(value: Exact) -> str:
    return str(value).replace("-", "−")
