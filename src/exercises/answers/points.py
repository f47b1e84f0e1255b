"""Points on a coordinate grid."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from exercises.answers.placing import legible, names_of, pair_tex, points, spelled
from exercises.exact import Fraction
from exercises.figures import Dot, Figure, Grid, Shape, plot
from exercises.figures.grid import TENS
from exercises.geometry import Point
from exercises.parser import Unreadable
from exercises.verdict import WRONG, Response, Verdict, judged, not_gradable


@dataclass(frozen=True, slots=True)
class Points:
    """Exactly these points, in any order; the response has the fields x1, y1, x2, y2, ...

    `most` is how many the learner may put; more than there are does not tell how many there are (0: as many as
    there are, and that is told). `backdrop` is drawn below them. `drawn` joins them for the right answer's picture:
    any shapes of figures, for example the graph of a function.
    """

    value: frozenset[Point] | tuple[Point, ...]
    grid: Grid = TENS
    most: int = 0
    backdrop: tuple[Shape, ...] = ()
    drawn: tuple[Shape, ...] = ()
    kind: ClassVar[str] = "points"

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", frozenset(self.value))
        if not self.value or not all(self.grid.holds(p) and self.grid.snapped(p) for p in self.value):
            raise ValueError("points must stand where one can be put on the grid")

    @property
    def count(self) -> int:
        """How many points may be put."""
        return max(self.most, len(self.value))

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a response."""
        return names_of(self.count)

    def grade(self, response: Response) -> Verdict:
        """All points and no other; where their number is told, fewer are asked for again."""
        try:
            given = frozenset(points(response, self.count, self.grid))
        except Unreadable as problem:
            return not_gradable(problem.message)
        if not given:
            return not_gradable("Put a point on the grid, or type its two numbers.")
        if len(given) < self.count and self.count == len(self.value):
            return not_gradable(f"Put all {self.count} points, each in another place. You have {len(given)}.")
        read = ", ".join(pair_tex(p) for p in sorted(given))
        if given == self.value:
            return judged(True, read)
        off = len(given.difference(self.value))
        return Verdict(WRONG, off_message(off, len(given)) if len(given) > 1 else "", None, read)

    def like(self, value: Hashable) -> "Points":
        """The same question about other points (a tuple or frozen set of pairs); TypeError for anything else."""
        if not isinstance(value, frozenset | tuple):
            raise TypeError(f"{value!r} is no set of points")
        return replace(self, value=value)

    def show(self) -> str:
        """The points in TeX, from left to right."""
        return ", ".join(f"${pair_tex(p)}$" for p in sorted(self.value))

    def examples(self) -> list[Response]:
        """From left to right and from right to left."""
        return [spelled(sorted(self.value)), spelled(sorted(self.value, reverse=True))]

    def near(self) -> list[Response]:
        """One point moved by a step, and x and y exchanged."""
        first, *rest = sorted(self.value)
        step = Fraction(self.grid.snaps[0])
        moved = (first[0] + (step if first[0] + step <= self.grid.x.hi else -step), first[1])
        swapped = [(y, x) for x, y in sorted(self.value)]
        ways = [[moved, *rest], *([swapped] if all(map(self.grid.holds, swapped)) else [])]
        fit = [way for way in ways if all(map(self.grid.snapped, way)) and len(set(way)) == len(self.value)]
        return [spelled(way) for way in fit if frozenset(way) != self.value]

    def picture(self, response: Response) -> Figure:
        """The grid with what was put on it."""
        given = legible(response, self.count, self.grid)
        return plot(self.grid, *(Dot(p) for p in given), backdrop=self.backdrop)

    def right_picture(self) -> Figure:
        """The grid with the right points."""
        return plot(self.grid, *self.drawn, *(Dot(p) for p in sorted(self.value)), backdrop=self.backdrop)

    def public(self) -> dict[str, object]:
        """The grid and how many points may be put."""
        return {"plot": "points", "grid": self.grid.public(), "count": self.count}


def off_message(off: int, given: int) -> str:
    """How many of several points are not right."""
    if not off:
        return "These are right, and there are more."
    return f"{off} of your {given} points {'is' if off == 1 else 'are'} not yet in place."
