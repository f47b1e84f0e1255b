"""Box plots over one axis."""

from collections.abc import Sequence

from exercises.exact import Fraction
from exercises.figures.drawing import ACCENT, GRID, Axis, Exact, Scale, line, picture, said, words
from exercises.figures.figure import Figure

FIVE = ("smallest value", "lower quartile", "median", "upper quartile", "largest value")
LEFT, RIGHT, TOP, HIGH, NAME = 22, 378, 18, 44, 20
LETTER = 9

Five = tuple[Exact, Exact, Exact, Exact, Exact]


def box_plot(across: Axis, boxes: Sequence[tuple[str, Five]], hide: bool = False) -> Figure:
    """One or several box plots, each with its name ("" for one alone), above an axis with marks.

    The five numbers are smallest, lower quartile, median, upper quartile, largest. `hide` leaves them out of the
    description. ValueError when they go down or lie outside.
    """
    for _, five in boxes:
        if list(five) != sorted(five) or not across.lo <= five[0] <= five[-1] <= across.hi:
            raise ValueError(f"{five} is no box on the axis from {across.lo} to {across.hi}")
    rows = max(len(boxes), 1)
    row = HIGH + (NAME if any(name for name, _ in boxes) else 8)
    bottom = TOP + rows * row
    x = Scale(across.lo, across.hi, LEFT, RIGHT)
    drawn = [box(x, five, TOP + i * row + row - HIGH, name) for i, (name, five) in enumerate(boxes)]
    parts = [*marks(across, x, bottom), '<g class="drawn">', *drawn, "</g>"]
    return picture(RIGHT + 22, bottom + 52, parts, describe(across, boxes, hide))


def marks(across: Axis, x: Scale, bottom: int) -> list[str]:
    """The axis below, with lines up to see the values by."""
    lines = "".join(f"M{x(mark)} {TOP}V{bottom}" for mark in across.marks)
    widest = LETTER * across.widest + 4
    apart = Fraction(RIGHT - LEFT, len(across.marks) - 1)
    every = next((n for n in (1, 2, 5, 10, 20) if n * apart >= widest), len(across.marks))
    return [
        f'<path class="grid" d="{lines}" fill="none" stroke="{GRID}"/>',
        line(str(LEFT - 8), str(bottom), str(RIGHT + 8), str(bottom)),
        *(words(x(mark), bottom + 18, said(mark)) for mark in across.marks[::every]),
        words((LEFT + RIGHT) // 2, bottom + 42, across.label),
    ]


def box(x: Scale, five: Five, top: int, name: str) -> str:
    """Whiskers, box, median."""
    low, q1, median, q3, high = (x(value) for value in five)
    middle, half = top + HIGH // 2, HIGH // 2 - 7
    wide = f"{float(q3) - float(q1):g}"
    title = words(LEFT, top - 2, name, "start") if name else ""
    return (
        f'{title}<path class="whisker" d="M{low} {middle}H{q1}M{q3} {middle}H{high}M{low} {middle - 8}v16M{high}'
        f' {middle - 8}v16" fill="none" stroke="{ACCENT}" stroke-width="2.5"/>'
        f'<rect class="box" x="{q1}" y="{middle - half}" width="{wide}" height="{2 * half}" fill="{ACCENT}"'
        f' fill-opacity=".18" stroke="{ACCENT}" stroke-width="2.5"/>'
        f'<path class="median" d="M{median} {middle - half}v{2 * half}" stroke="{ACCENT}" stroke-width="4"/>'
    )


def describe(across: Axis, boxes: Sequence[tuple[str, Five]], hide: bool) -> str:
    """The axis and the five numbers of each box."""
    sentences = [f"Box plot over {across.say()}." if len(boxes) < 2 else f"Box plots over {across.say()}."]
    for name, five in [] if hide else boxes:
        values = ", ".join(f"{what} {said(value)}" for what, value in zip(FIVE, five, strict=True))
        sentences.append(f"{name + ': ' if name else ''}{values}.")
    return " ".join([sentences[0], *(text[:1].upper() + text[1:] for text in sentences[1:])])
