"""Reading points that were put on a grid: shared by the kinds that are answered with coordinates."""

from collections.abc import Sequence

from exercises.answers.reading import read_number
from exercises.exact import Fraction
from exercises.figures.drawing import Axis, said
from exercises.figures.grid import Grid
from exercises.geometry import Exact, LineForm, Point
from exercises.parser import Unreadable
from exercises.say import num, poly
from exercises.verdict import Response, typed


def number(text: str, called: str) -> Fraction:
    """The number in a field; Unreadable, naming the field, for anything else."""
    try:
        return read_number(text).value
    except Unreadable as problem:
        raise Unreadable(f"{called}: {problem.message}") from problem


def on_axis(value: Exact, axis: Axis, snap: Exact, called: str) -> None:
    """Unreadable, with where to go, for a number beside the axis or between its places."""
    if not axis.lo <= value <= axis.hi:
        raise Unreadable(f"{called}: stay between {said(axis.lo)} and {said(axis.hi)}.")
    if Fraction(value - axis.lo) % snap:
        raise Unreadable(f"{called}: use steps of {said(snap)}.")


def point(response: Response, names: tuple[str, str], grid: Grid, called: str) -> Point | None:
    """The point in two fields, None when both are empty; Unreadable when one is, or when it is off the grid."""
    x, y = (typed(response, name) for name in names)
    if not x.strip() and not y.strip():
        return None
    if not x.strip() or not y.strip():
        raise Unreadable(f"{called}: fill in both numbers.")
    found = number(x, called), number(y, called)
    for value, axis, snap in zip(found, (grid.x, grid.y), grid.snaps, strict=True):
        on_axis(value, axis, snap, called)
    return found


def points(response: Response, count: int, grid: Grid, first: int = 1) -> list[Point]:
    """The points in the fields x1, y1, x2, y2, ... as far as they are filled."""
    found = (point(response, (f"x{i}", f"y{i}"), grid, f"Point {i}") for i in range(first, first + count))
    return [p for p in found if p is not None]


def legible(response: Response, count: int, grid: Grid, first: int = 1) -> list[Point]:
    """As many of the points as can be read, for a picture of an answer that is not finished."""
    found: list[Point] = []
    for i in range(first, first + count):
        try:
            found += points(response, 1, grid, i)
        except Unreadable:
            continue
    return found


def names_of(count: int, first: int = 1) -> tuple[str, ...]:
    """x1, y1, x2, y2, ..."""
    return tuple(f"{letter}{i}" for i in range(first, first + count) for letter in "xy")


def spelled(places: Sequence[Point], first: int = 1) -> dict[str, str]:
    """Points as they are typed into their fields."""
    return {f"{n}{i}": str(Fraction(v)) for i, p in enumerate(places, first) for n, v in zip("xy", p, strict=True)}


def pair_tex(p: Point) -> str:
    """TeX of a point."""
    return f"({num(p[0])}, {num(p[1])})"


def line_tex(form: LineForm) -> str:
    """TeX of a line, solved for y where it can be."""
    a, b, c = form
    if not b:
        return f"x = {num(Fraction(c, a))}"
    return f"y = {poly(Fraction(-a, b), 'x', Fraction(c, b))}"


def on_grid(form: LineForm, grid: Grid) -> list[Point]:
    """The points of a line where one may be put, from left to right, from below."""
    a, b, c = form
    if not b:
        at = Fraction(c, a)
        return [(at, y) for y in places(grid.y, grid.snaps[1]) if grid.holds((at, y)) and grid.snapped((at, y))]
    found: list[Point] = []
    for x in places(grid.x, grid.snaps[0]):
        up = Fraction(c - a * x) / b
        if grid.y.lo <= up <= grid.y.hi and (up - grid.y.lo) % grid.snaps[1] == 0:
            found.append((x, up))
    return found


def places(axis: Axis, snap: Exact) -> Sequence[Exact]:
    """The numbers of an axis where a point may be put."""
    if isinstance(snap, int):
        return range(axis.lo, axis.hi + 1, snap)
    return [axis.lo + i * snap for i in range(int((axis.hi - axis.lo) / snap) + 1)]
