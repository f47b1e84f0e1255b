"""Points and lines on a grid with two named axes."""

from collections.abc import Sequence

from exercises.figures.drawing import ACCENT, GRID, Axis, Exact, Scale, line, picture, said, words
from exercises.figures.figure import Figure

Point = tuple[Exact, Exact]

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 340, 300, 52, 324, 26, 246
LETTER, LINE = 9, 16  # room for one figure of a mark's name, across and down


def line_graph(across: Axis, up: Axis, lines: Sequence[Sequence[Point]] = (), points: Sequence[Point] = ()) -> Figure:
    """A grid with its axes at the left and below, each line through its points in order, and single dots.

    ValueError when a point lies outside the axes.
    """
    x, y = Scale(across.lo, across.hi, LEFT, RIGHT), Scale(up.lo, up.hi, BOTTOM, TOP)
    parts = [*grid(across, up, x, y), *names(across, up, x, y)]
    parts += [polyline([(x(a), y(b)) for a, b in ends]) for ends in lines]
    parts += [f'<circle class="dot" cx="{x(a)}" cy="{y(b)}" r="4.5" fill="{ACCENT}"/>' for a, b in points]
    return picture(WIDTH, HEIGHT, parts, describe(across, up, lines, points))


def grid(across: Axis, up: Axis, x: Scale, y: Scale) -> list[str]:
    """A line at each mark, and stronger ones where the axes stand."""
    columns = "".join(f"M{x(mark)} {TOP}V{BOTTOM}" for mark in across.marks)
    rows = "".join(f"M{LEFT} {y(mark)}H{RIGHT}" for mark in up.marks)
    upright = x(0) if across.lo <= 0 <= across.hi else str(LEFT)
    level = y(0) if up.lo <= 0 <= up.hi else str(BOTTOM)
    return [
        f'<path class="grid" d="{columns}{rows}" fill="none" stroke="{GRID}"/>',
        line(upright, str(TOP - 6), upright, str(BOTTOM)),
        line(str(LEFT), level, str(RIGHT + 6), level),
    ]


def names(across: Axis, up: Axis, x: Scale, y: Scale) -> list[str]:
    """The marks' numbers and what the axes measure."""
    below = thinned(across.marks, (RIGHT - LEFT), LETTER * across.widest + 6)
    beside = thinned(up.marks, BOTTOM - TOP, LINE)
    return [
        *(words(x(mark), BOTTOM + 18, said(mark)) for mark in below),
        *(words(LEFT - 8, float(y(mark)) + 5, said(mark), "end") for mark in beside),
        words((LEFT + RIGHT) // 2, BOTTOM + 42, across.label),
        words(6, 14, up.label, "start"),
    ]


def thinned(marks: range, length: int, needed: int) -> list[int]:
    """The marks that get a name, so that the names do not touch."""
    apart = length / (len(marks) - 1)
    every = next((n for n in (1, 2, 5, 10, 20, 50) if n * apart >= needed), len(marks))
    return list(marks[::every])


def polyline(places: list[tuple[str, str]]) -> str:
    """A line through places."""
    path = "L".join(f"{x} {y}" for x, y in places)
    return f'<path class="line" d="M{path}" fill="none" stroke="{ACCENT}" stroke-width="3"/>'


def describe(across: Axis, up: Axis, lines: Sequence[Sequence[Point]], points: Sequence[Point]) -> str:
    """The same in words."""
    sentences = [f"Graph. Across: {across.say()}. Up: {up.say()}."]
    sentences += [f"A line goes through {', '.join(map(place, ends))}." for ends in lines]
    sentences += [f"A dot stands at {place(point)}." for point in points]
    return " ".join(sentences)


def place(point: Point) -> str:
    """A point in words."""
    return f"({said(point[0])}, {said(point[1])})"
