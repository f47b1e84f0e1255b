"""A line, drawn through two points."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from exercises.answers.placing import legible, line_tex, names_of, on_grid, pair_tex, points, spelled
from exercises.exact import Fraction
from exercises.figures import Dot, Figure, Grid, Shape, Straight, plot
from exercises.figures.grid import TENS
from exercises.geometry import Exact, LineForm, Point, line_form, line_through, size
from exercises.parser import Unreadable
from exercises.verdict import Response, Verdict, judged, not_gradable

Gate = tuple[Exact, Exact, Exact]
TWO_POINTS = "Put two points: a line needs both."
SAME_POINT = "These two points are in the same place. Move one of them."


@dataclass(frozen=True, slots=True)
class Line:
    """The line `value`: (a, b, c) of ax + by = c, from `slope_line`, `line_through` or `line_form`.

    The response has the fields x1, y1, x2, y2, and any two points of the line are right. `backdrop` is drawn below
    it. With `gates` (x, lowest y, highest y) every line that passes through all of them is right: for a line fitted
    by eye, of which `value` is one.
    """

    value: LineForm
    grid: Grid = TENS
    backdrop: tuple[Shape, ...] = ()
    gates: tuple[Gate, ...] = ()
    kind: ClassVar[str] = "line"

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", line_form(*self.value))
        if len(on_grid(self.value, self.grid)) < 2 or not self.fits(self.value):
            raise ValueError(f"the line {self.value} has no two places on the grid, or misses a gate")

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a response."""
        return names_of(2)

    def fits(self, line: LineForm) -> bool:
        """Whether a line is right."""
        if not self.gates:
            return line == self.value
        a, b, c = line
        return bool(b) and all(lo <= Fraction(c - a * x) / b <= hi for x, lo, hi in self.gates)

    def grade(self, response: Response) -> Verdict:
        """The line through the two points, whichever two they are."""
        try:
            line = drawn_line(points(response, 2, self.grid))
        except Unreadable as problem:
            return not_gradable(problem.message)
        return judged(self.fits(line), line_tex(line))

    def like(self, value: Hashable) -> "Line":
        """The same question about another line; TypeError when it is no triple."""
        if not (isinstance(value, tuple) and len(value) == 3):
            raise TypeError(f"{value!r} is no line (a, b, c)")
        return replace(self, value=value, gates=())

    def show(self) -> str:
        """TeX of its equation, solved for y where it can be, and two points to draw it through."""
        near = sorted(on_grid(self.value, self.grid), key=lambda p: (size(p[0]) + size(p[1]), p))[:2]
        return f"${line_tex(self.value)}$, through {' and '.join(f'${pair_tex(p)}$' for p in sorted(near))}"

    def examples(self) -> list[Response]:
        """Neighbours, the outermost points, and these in the other order."""
        places = on_grid(self.value, self.grid)
        ends = [places[0], places[-1]]
        return [spelled(pair) for pair in (ends, ends[::-1], places[:2], places[-2:])]

    def near(self) -> list[Response]:
        """The same line a step higher or lower, and one end moved; of lines fitted by eye, level ones."""
        if self.gates:
            return [spelled(way) for way in self.level_lines() if not self.fits(line_through(*way))]
        places = on_grid(self.value, self.grid)
        up = Fraction(self.grid.snaps[1])
        raised: list[Point] = [(x, y + up) if self.value[1] else (x + up, y) for x, y in places]
        kept = [p for p in raised if self.grid.holds(p) and self.grid.snapped(p)]
        turned = [[places[0], p] for p in kept[-1:] if p != places[0]]
        ways: list[list[Point]] = [kept[:2], *turned] if len(kept) > 1 else turned
        return [spelled(way) for way in ways if line_through(way[0], way[1]) != self.value]

    def level_lines(self) -> list[tuple[Point, Point]]:
        """Along the lower and the upper edge of the grid."""
        x, y = self.grid.x, self.grid.y
        return [((x.lo, at), (x.hi, at)) for at in (y.lo, y.hi)]

    def picture(self, response: Response) -> Figure:
        """The grid with the points that were put, and the line when there are two."""
        return plot(self.grid, *line_and_points(legible(response, 2, self.grid)), backdrop=self.backdrop)

    def right_picture(self) -> Figure:
        """The grid with the right line."""
        return plot(self.grid, Straight(self.value), backdrop=self.backdrop)

    def public(self) -> dict[str, object]:
        """The grid."""
        return {"plot": "line", "grid": self.grid.public()}


def drawn_line(places: list[Point]) -> LineForm:
    """The line through two points; Unreadable when there are not two."""
    if len(places) < 2:
        raise Unreadable(TWO_POINTS)
    if places[0] == places[1]:
        raise Unreadable(SAME_POINT)
    return line_through(*places)


def line_and_points(places: list[Point], dashed: bool = False, colour: int = 0) -> list[Shape]:
    """What is drawn of a line that is being made."""
    dots: list[Shape] = [Dot(p, colour=colour) for p in places]
    if len(set(places)) == 2:
        return [Straight(line_through(*places), dashed, colour=colour), *dots]
    return dots
