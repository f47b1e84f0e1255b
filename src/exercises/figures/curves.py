"""Graphs of functions that are not straight: parabolas, absolute values, exponentials, and any other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from exercises.exact import Fraction
from exercises.figures.grid import Grid
from exercises.figures.marks import Telling, end_dots, place, stroke
from exercises.geometry import Exact, Point, height, size

Dot = Literal["", "open", "closed"]
SAMPLES = 96  # pieces of about 3 units of the picture: their corners cannot be seen
DRAWN = 60  # points that are kept of them


@dataclass(frozen=True, slots=True)
class Curve:
    """The graph of `rule` between `lo` and `hi` (the whole grid, unless told), cut off where the grid ends.

    `kind` names it in words ("A parabola that opens upwards"); `through` are the points that can be read off.
    `corners` are the x where it bends sharply. The ends may have an open or a closed dot.
    """

    rule: Callable[[float], float] = field(compare=False)
    kind: str
    through: tuple[Point, ...] = ()
    lo: Exact | None = None
    hi: Exact | None = None
    lo_dot: Dot = ""
    hi_dot: Dot = ""
    corners: tuple[Exact, ...] = ()
    colour: int = 0
    dashed: bool = False

    def draw(self, grid: Grid) -> str:
        """The parts on the grid and the dots at the ends. ValueError when nothing of it lies on the grid."""
        parts = runs(self.places(grid), grid)
        if not parts:
            raise ValueError(f"{self.kind} misses the grid")
        path = "".join(f"M{grid.path(run)}" for run in parts)
        ends = [(self.exact(x), dot) for x, dot in ((self.lo, self.lo_dot), (self.hi, self.hi_dot)) if x is not None]
        return stroke(path, self.colour, self.dashed, "curve") + end_dots(grid, ends, self.colour)

    def exact(self, x: Exact) -> Point:
        """The point at an end, near enough for a picture."""
        return x, Fraction(self.rule(float(x))).limit_denominator(1000)

    def places(self, grid: Grid) -> list[tuple[float, float]]:
        """Many points from left to right."""
        lo = float(grid.x.lo if self.lo is None else max(self.lo, grid.x.lo))
        hi = float(grid.x.hi if self.hi is None else min(self.hi, grid.x.hi))
        wide, rule = hi - lo, self.rule
        xs = [lo + wide * i / SAMPLES for i in range(SAMPLES + 1)]
        if self.corners or wide <= 0:
            xs = sorted({*xs, *(float(x) for x in self.corners if lo < x < hi)})
        return [(x, rule(x)) for x in xs]

    def say(self, grid: Grid, telling: Telling) -> str:
        """What it is, and points that it goes through."""
        points = [p for p in self.through if grid.holds(p)]
        if telling == "kind" or not points:
            return f"{self.kind}."
        through = ", ".join(place(p, grid, telling) for p in points)
        return f"{self.kind}, through {through}."


def runs(places: Sequence[tuple[float, float]], grid: Grid) -> list[list[tuple[float, float]]]:
    """The stretches that lie on the grid, each ending where it meets the edge, thinned to what can be seen."""
    found: list[list[tuple[float, float]]] = []
    open_run, lo, hi = False, grid.y.lo, grid.y.hi
    for here, there in pairwise(places):
        if open_run and lo <= there[1] <= hi:
            found[-1].append(there)
            continue
        piece = cut(here, there, float(lo), float(hi))
        if piece is None:
            open_run = False
            continue
        if open_run:
            found[-1].append(piece[1])
        else:
            found.append(list(piece))
        open_run = piece[1] == there
    return [thin(run) for run in found]


def cut(
    here: tuple[float, float], there: tuple[float, float], lo: float, hi: float
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The part of a short piece between two heights, or None."""
    (x1, y1), (x2, y2) = here, there
    if max(y1, y2) < lo or min(y1, y2) > hi:
        return None

    def at(x: float, y: float) -> tuple[float, float]:
        kept = min(max(y, lo), hi)
        return (x, y) if kept == y else (x1 + (x2 - x1) * (kept - y1) / (y2 - y1), kept)

    return at(x1, y1), at(x2, y2)


def thin(run: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Every nth point and all where the direction changes sharply, with both ends."""
    every = len(run) // DRAWN
    if every < 2:
        return run
    return [p for i, p in enumerate(run) if i % every == 0 or i == len(run) - 1 or bends(run, i)]


def bends(run: list[tuple[float, float]], i: int) -> bool:
    """Whether there is a corner or turning point."""
    if not 0 < i < len(run) - 1:
        return False
    return (run[i][1] - run[i - 1][1]) * (run[i + 1][1] - run[i][1]) <= 0


def parabola(a: Exact, h: Exact, k: Exact, colour: int = 0, dashed: bool = False) -> Curve:
    """y = a(x - h)^2 + k."""
    way = ("upwards", "lowest") if a > 0 else ("downwards", "highest")
    points = tuple((x, height((a, h, k), x)) for x in beside(h))
    says = f"A parabola that opens {way[0]}, its {way[1]} point first"
    return Curve(lambda x: float(a) * (x - float(h)) ** 2 + float(k), says, points, colour=colour, dashed=dashed)


def absolute(a: Exact, h: Exact, k: Exact, colour: int = 0) -> Curve:
    """y = a|x - h| + k."""
    points = tuple((x, a * size(x - h) + k) for x in beside(h))
    says = f"A V shape that opens {'upwards' if a > 0 else 'downwards'}, its corner first"
    return Curve(lambda x: float(a) * abs(x - float(h)) + float(k), says, points, corners=(h,), colour=colour)


def exponential(a: Exact, b: Exact, k: Exact = 0, colour: int = 0) -> Curve:
    """y = a b^x + k with b > 0."""
    points = tuple((x, a * power(Fraction(b), x) + k) for x in (-1, 0, 1, 2))
    grows = (b > 1) == (a > 0)
    says = f"A curve that {'rises' if grows else 'falls'} and levels off towards {'the left' if b > 1 else 'the right'}"
    return Curve(lambda x: float(a) * float(b) ** x + float(k), says, points, colour=colour)


def beside(h: Exact) -> tuple[Exact, ...]:
    """A turning point and the places one to the left and right of it."""
    return h, h - 1, h + 1


def power(base: Fraction, exponent: int) -> Fraction:
    """A whole power, exact."""
    if exponent < 0:
        return 1 / power(base, -exponent)
    return Fraction(base.numerator**exponent, base.denominator**exponent)
