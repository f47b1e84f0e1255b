"""Bars, one for each name."""

from collections.abc import Sequence

from exercises.figures.drawing import ACCENT, GRID, Axis, Exact, Scale, line, picture, said, words
from exercises.figures.figure import Figure

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 340, 270, 52, 328, 30, 220
MOST = 8


def bar_chart(label: str, up: Axis, bars: Sequence[tuple[str, Exact]]) -> Figure:
    """Up to 8 bars with short names from the level axis; `label` says below what the names are.

    ValueError when a value lies outside the axis, which must begin at 0 (a cut axis misleads).
    """
    if up.lo != 0 or not 1 <= len(bars) <= MOST:
        raise ValueError(f"a bar chart begins at 0 and has 1 to {MOST} bars")
    y = Scale(up.lo, up.hi, BOTTOM, TOP)
    room = (RIGHT - LEFT) // len(bars)
    parts = [f'<path class="grid" d="{rows(up, y)}" fill="none" stroke="{GRID}"/>']
    parts += [words(LEFT - 8, float(y(mark)) + 5, said(mark), "end") for mark in up.marks]
    for i, (name, value) in enumerate(bars):
        left, wide = LEFT + i * room + room // 6, room * 2 // 3
        high = f"{BOTTOM - float(y(value)):.1f}"
        parts.append(f'<rect class="bar" x="{left}" y="{y(value)}" width="{wide}" height="{high}" fill="{ACCENT}"/>')
        parts.append(words(left + wide // 2, BOTTOM + 18, name))
    parts += [line(str(LEFT), str(BOTTOM), str(RIGHT), str(BOTTOM)), words(6, 14, up.label, "start")]
    parts.append(words((LEFT + RIGHT) // 2, BOTTOM + 40, label))
    return picture(WIDTH, HEIGHT, parts, describe(label, up, bars))


def rows(up: Axis, y: Scale) -> str:
    """A level line at each mark."""
    return "".join(f"M{LEFT} {y(mark)}H{RIGHT}" for mark in up.marks)


def describe(label: str, up: Axis, bars: Sequence[tuple[str, Exact]]) -> str:
    """The same in words."""
    values = ", ".join(f"{name} {said(value)}" for name, value in bars)
    return f"Bar chart of {up.label} by {label}, {up.say()}. {values}."
