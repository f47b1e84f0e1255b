"""Graphs of straight pieces, one after another, mostly from left to right: drawn, told in words, and evaluated."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from random import Random
from typing import Literal

from exercises import Axis, Figure, Grid, Reroll, Stretch, integer, pick, plot
from exercises.chance import integers
from exercises.exact import Fraction
from exercises.figures.marks import place
from exercises.geometry import Exact, Point

Dot = Literal["", "open", "closed"]
SIX = Grid(Axis("x", -6, 6), Axis("y", -6, 6))
EIGHT = Grid(Axis("x", -8, 8), Axis("y", -8, 8))
DOTS: tuple[Dot, ...] = ("open", "closed")


@dataclass(frozen=True, slots=True)
class Track:
    """The corners in their order, and the dots at both ends; most graphs go from left to right."""

    points: tuple[Point, ...]
    start_dot: Dot = "closed"
    end_dot: Dot = "closed"

    @property
    def pieces(self) -> Iterator[tuple[Point, Point]]:
        """Neighbouring corners."""
        return pairwise(self.points)

    @property
    def start(self) -> Exact:
        """The x of the left end."""
        return self.points[0][0]

    @property
    def end(self) -> Exact:
        """The x of the right end."""
        return self.points[-1][0]

    def at(self, x: Exact) -> Fraction:
        """The height at x. ValueError outside."""
        for (x1, y1), (x2, y2) in self.pieces:
            if x1 <= x <= x2:
                return y1 + Fraction(y2 - y1) * (x - x1) / (x2 - x1)
        raise ValueError(f"{x} lies beside the graph")

    def where(self, y: Exact) -> frozenset[Fraction]:
        """The places with this height. Reroll when a level piece has it."""
        found = set()
        for (x1, y1), (x2, y2) in self.pieces:
            if y1 == y2 == y:
                raise Reroll
            if y1 != y2 and min(y1, y2) <= y <= max(y1, y2):
                found.add(x1 + Fraction(x2 - x1) * (y - y1) / (y2 - y1))
        return frozenset(found)

    def shapes(self, colour: int = 0) -> tuple[Stretch, ...]:
        """The pieces, with the dots at the two ends."""
        last = len(self.points) - 2
        return tuple(
            Stretch(p, q, self.start_dot if i == 0 else "", self.end_dot if i == last else "", colour=colour)
            for i, (p, q) in enumerate(self.pieces)
        )

    def figure(self, grid: Grid) -> Figure:
        """The graph on a grid; in words its corners, counted in steps of the grid."""
        return plot(grid, *self.shapes(), describe=self.told(grid))

    def told(self, grid: Grid) -> str:
        """The corners in words."""
        dots = {0: self.start_dot, len(self.points) - 1: self.end_dot}
        corners = (
            f"Corner {i + 1}: {place(p, grid, 'steps')}{f', with a dot that is {dots[i]}' if dots.get(i) else ''}."
            for i, p in enumerate(self.points)
        )
        ahead = all(p[0] < q[0] for p, q in self.pieces)
        way = "from left to right" if ahead else "one after another, also back to the left"
        return (
            f"Straight pieces join {len(self.points)} corners {way}, counted in steps of the grid from"
            f" where the axes cross. {' '.join(corners)}"
        )


def zigzag(rng: Random, count: int, grid: Grid = EIGHT, level: bool = False) -> tuple[Point, ...]:
    """Corners at crossings of the grid, at least 2 apart across, that go up and down (and `level` sometimes)."""
    lo, hi = grid.x.lo + 1, grid.x.hi - 1
    gaps = integers(rng, 2, 5, count - 1)
    xs = list(accumulate(gaps, initial=integer(rng, lo, lo + 3)))
    ys = integers(rng, grid.y.lo + 1, grid.y.hi - 1, count)
    if xs[-1] > hi or (any(a == b for a, b in pairwise(ys)) and not level):
        raise Reroll
    if any((b - a) * (c - b) > 0 and not level for a, b, c in zip(ys, ys[1:], ys[2:], strict=False)):
        raise Reroll
    return tuple(zip(xs, ys, strict=True))


def ends(rng: Random) -> tuple[Dot, Dot]:
    """Two dots."""
    return pick(rng, DOTS), pick(rng, DOTS)
