"""Regions of a plane: the shaded sides of one line, or of two."""

from collections.abc import Hashable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import ClassVar

from exercises.answers.line import drawn_line, line_and_points
from exercises.answers.placing import legible, line_tex, names_of, on_grid, points, spelled
from exercises.figures import Figure, Grid, Shade, Shape, plot
from exercises.figures.grid import TENS
from exercises.figures.straight import side_of
from exercises.geometry import HalfPlane, LineForm, half_plane
from exercises.parser import Unreadable
from exercises.verdict import WRONG, Response, Verdict, judged, not_gradable, typed

STYLES = ("solid", "dashed")
SIDES = ("above", "below", "left", "right")
NAMES = ("first", "second", "third")
VERTICAL = "An upright line has no side above or below it. Choose left or right."
LEVEL = "A level line has no side to the left or right. Choose above or below."


@dataclass(frozen=True, slots=True)
class Region:
    """One half-plane, or the points that several share (`above(m, b)`, `below(m, b)`, `half_plane(a, b, "<=", c)`).

    The response has for the first x1, y1, x2, y2, line1 (solid, dashed) and side1 (above, below, left, right), for
    the second x3, y3, x4, y4, line2, side2. Which is first is the learner's own choice.
    """

    value: HalfPlane | tuple[HalfPlane, ...]
    grid: Grid = TENS
    backdrop: tuple[Shape, ...] = ()
    kind: ClassVar[str] = "region"

    def __post_init__(self) -> None:
        if isinstance(self.value, HalfPlane):
            object.__setattr__(self, "value", (self.value,))
        if not 1 <= len(self.halves) <= len(NAMES) or len(set(self.halves)) < len(self.halves):
            raise ValueError("a region is made of 1 to 3 different half-planes")
        if any(len(on_grid(half.line, self.grid)) < 2 for half in self.halves):
            raise ValueError("an edge has no two places on the grid")

    @property
    def halves(self) -> tuple[HalfPlane, ...]:
        """The half-planes."""
        return (self.value,) if isinstance(self.value, HalfPlane) else self.value

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a response."""
        return tuple(name for i in range(1, len(self.halves) + 1) for name in half_fields(i))

    def grade(self, response: Response) -> Verdict:
        """Every half-plane with its edge and side; with several the message says how many are not yet right."""
        try:
            given = [self.half(response, i) for i in range(1, len(self.halves) + 1)]
        except Unreadable as problem:
            return not_gradable(problem.message)
        read = ",\\; ".join(half_tex(half) for half in given)
        off = len(set(self.halves) - set(given))
        if not off:
            return judged(True, read)
        message = f"{off} of the {len(self.halves)} regions {'is' if off == 1 else 'are'} not yet right."
        return Verdict(WRONG, message if len(self.halves) > 1 else "", None, read)

    def half(self, response: Response, i: int) -> HalfPlane:
        """The i-th half-plane that was made; Unreadable with what is missing."""
        line = drawn_line(points(response, 2, self.grid, 2 * i - 1))
        which = f" of the {NAMES[i - 1]} region" if len(self.halves) > 1 else ""
        style, side = typed(response, f"line{i}"), typed(response, f"side{i}")
        if style not in STYLES:
            raise Unreadable(f"Choose whether the edge{which} is solid or dashed.")
        if side not in SIDES:
            raise Unreadable(f"Choose the side{which} to shade.")
        return sided(line, side, style == "dashed")

    def like(self, value: Hashable) -> "Region":
        """The same question about another half-plane or tuple of them; TypeError for anything else."""
        if isinstance(value, HalfPlane):
            return replace(self, value=value)
        if isinstance(value, tuple) and all(isinstance(half, HalfPlane) for half in value):
            return replace(self, value=value)
        raise TypeError(f"{value!r} is no half-plane")

    def show(self) -> str:
        """Which side of which line, and whether that is dashed."""
        return " and ".join(
            f"{side_of(half)} the {'dashed' if half.strict else 'solid'} line ${line_tex(half.line)}$"
            for half in self.halves
        )

    def examples(self) -> list[Response]:
        """In the given and the other order."""
        return [self.spelled(halves) for halves in dict.fromkeys((self.halves, self.halves[::-1]))]

    def spelled(self, halves: tuple[HalfPlane, ...]) -> Response:
        """Half-planes as they are put into the fields."""
        found: dict[str, str] = {}
        for i, half in enumerate(halves, 1):
            places = on_grid(half.line, self.grid)
            found |= spelled([places[0], places[-1]], 2 * i - 1)
            found |= {f"line{i}": "dashed" if half.strict else "solid", f"side{i}": side_word(half)}
        return found

    def near(self) -> list[Response]:
        """The other side, and the other kind of edge."""
        first, *rest = self.halves
        other = HalfPlane(-first.a, -first.b, -first.c, first.strict)
        return [self.spelled((half, *rest)) for half in (other, replace(first, strict=not first.strict))]

    def picture(self, response: Response) -> Figure:
        """The grid with what was made so far."""
        shapes: list[Shape] = []
        for i in range(1, len(self.halves) + 1):
            places = legible(response, 2, self.grid, 2 * i - 1)
            with suppress(Unreadable):  # the side is not chosen yet: the line alone is drawn
                shapes.append(Shade(self.half(response, i), edge=False, colour=i - 1))
            shapes += line_and_points(places, typed(response, f"line{i}") == "dashed", i - 1)
        return plot(self.grid, *shapes, backdrop=self.backdrop)

    def right_picture(self) -> Figure:
        """The grid with the right region."""
        return plot(self.grid, *(Shade(half, colour=i) for i, half in enumerate(self.halves)), backdrop=self.backdrop)

    def public(self) -> dict[str, object]:
        """The grid and how many half-planes are asked for."""
        return {"plot": "region", "grid": self.grid.public(), "count": len(self.halves)}


def half_fields(i: int) -> tuple[str, ...]:
    """The fields of the i-th half-plane."""
    return (*names_of(2, 2 * i - 1), f"line{i}", f"side{i}")


def sided(line: LineForm, side: str, strict: bool) -> HalfPlane:
    """The side of a line; Unreadable for a side that it does not have."""
    a, b, c = line
    if side in ("above", "below"):
        if not b:
            raise Unreadable(VERTICAL)
        more = (side == "above") == (b > 0)
    else:
        if not a:
            raise Unreadable(LEVEL)
        more = (side == "right") == (a > 0)
    return half_plane(a, b, (">" if more else "<") + ("" if strict else "="), c)


def side_word(half: HalfPlane) -> str:
    """The side as the field has it."""
    words = side_of(half).split()
    return next(word for word in words if word in SIDES)


def half_tex(half: HalfPlane) -> str:
    """TeX of the inequality, solved for y where it can be."""
    greater = half.b < 0 or (half.b == 0 and half.a < 0)
    sign = (">" if greater else "<") if half.strict else ("\\ge" if greater else "\\le")
    return line_tex(half.line).replace("=", sign, 1)
