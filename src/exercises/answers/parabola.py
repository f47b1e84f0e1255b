"""A parabola, drawn by its vertex and one more point."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from exercises.answers.placing import legible, names_of, pair_tex, points, spelled
from exercises.exact import Fraction
from exercises.figures import Dot, Figure, Grid, Shape, parabola, plot
from exercises.figures.grid import TENS
from exercises.geometry import ParabolaForm, Point, height, parabola_through
from exercises.parser import Unreadable
from exercises.say import signed, term
from exercises.verdict import Response, Verdict, judged, not_gradable

TWO_POINTS = "Put the vertex and one more point of the parabola."
NO_PARABOLA = "The second point must lie to the left or right of the vertex, and higher or lower than it."


@dataclass(frozen=True, slots=True)
class Parabola:
    """y = a(x - h)^2 + k as (a, h, k). The response has the vertex in x1, y1 and any other point in x2, y2."""

    value: ParabolaForm
    grid: Grid = TENS
    backdrop: tuple[Shape, ...] = ()
    kind: ClassVar[str] = "parab"

    def __post_init__(self) -> None:
        a, h, k = (Fraction(number) for number in self.value)
        object.__setattr__(self, "value", (a, h, k))
        if not a or not self.places():
            raise ValueError(f"the vertex and another point of {self.value} must have places on the grid")

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a response."""
        return names_of(2)

    @property
    def vertex(self) -> Point:
        """The turning point."""
        return self.value[1], self.value[2]

    def places(self) -> list[Point]:
        """The other points that can be put, from left to right; none when the vertex cannot be put itself."""
        step = Fraction(self.grid.snaps[0])
        count = int((self.grid.x.hi - self.grid.x.lo) / step)
        xs = (self.grid.x.lo + i * step for i in range(count + 1))
        found = [(x, height(self.value, x)) for x in xs if x != self.value[1]]
        fits = self.grid.holds(self.vertex) and self.grid.snapped(self.vertex)
        return [p for p in found if fits and self.grid.holds(p) and self.grid.snapped(p)]

    def grade(self, response: Response) -> Verdict:
        """The vertex must be the vertex; the other point may be any of the parabola."""
        try:
            given = drawn_parabola(points(response, 2, self.grid))
        except Unreadable as problem:
            return not_gradable(problem.message)
        return judged(given == self.value, parabola_tex(given))

    def like(self, value: Hashable) -> "Parabola":
        """The same question about another parabola; TypeError when it is no triple."""
        if not (isinstance(value, tuple) and len(value) == 3):
            raise TypeError(f"{value!r} is no parabola (a, h, k)")
        return replace(self, value=value)

    def show(self) -> str:
        """The vertex and a point beside it."""
        beside = min(self.places(), key=lambda p: (abs(p[0] - self.value[1]), p))
        return f"vertex ${pair_tex(self.vertex)}$, through ${pair_tex(beside)}$"

    def examples(self) -> list[Response]:
        """The vertex with the outermost points and one near to it."""
        places = self.places()
        return [spelled([self.vertex, p]) for p in dict.fromkeys((places[0], places[-1], places[len(places) // 2]))]

    def near(self) -> list[Response]:
        """The vertex and the point exchanged, and the parabola turned over."""
        first = self.places()[0]
        turned = (first[0], 2 * self.vertex[1] - first[1])
        ways = [[first, self.vertex], *([[self.vertex, turned]] if self.grid.holds(turned) else [])]
        return [spelled(way) for way in ways if all(map(self.grid.snapped, way))]

    def picture(self, response: Response) -> Figure:
        """The grid with the points that were put, and the parabola when there are two that make one."""
        places = legible(response, 2, self.grid)
        dots = [Dot(p) for p in places]
        try:
            curve = [parabola(*drawn_parabola(places))]
        except Unreadable:
            curve = []
        return plot(self.grid, *curve, *dots, backdrop=self.backdrop)

    def right_picture(self) -> Figure:
        """The grid with the right parabola."""
        return plot(self.grid, parabola(*self.value), Dot(self.vertex), backdrop=self.backdrop)

    def public(self) -> dict[str, object]:
        """The grid."""
        return {"plot": "parabola", "grid": self.grid.public()}


def drawn_parabola(places: list[Point]) -> ParabolaForm:
    """The parabola of a vertex and a point; Unreadable when there is none."""
    if len(places) < 2:
        raise Unreadable(TWO_POINTS)
    try:
        return parabola_through(*places)
    except ValueError:
        raise Unreadable(NO_PARABOLA) from None


def parabola_tex(form: ParabolaForm) -> str:
    """TeX of y = a(x - h)^2 + k, without what is 0 or 1."""
    a, h, k = form
    square = f"\\left({term(1, 'x')} {signed(-h)}\\right)^2" if h else "x^2"
    return f"y = {term(a, square)}{f' {signed(k)}' if k else ''}"
