"""Points, rays and segments on a number line."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from exercises.answers.placing import number, on_axis
from exercises.answers.shading import ends_of, piece_fields, same, shaded, turned
from exercises.answers.spans import spans_tex
from exercises.exact import Fraction
from exercises.figures import Axis, Figure, Span, number_line
from exercises.figures.grid import TO_TEN
from exercises.geometry import Exact
from exercises.parser import Unreadable
from exercises.say import num
from exercises.verdict import Response, Verdict, judged, not_gradable, typed

Part = Span | Exact
SHAPES = ("left", "right", "between", "all", "none")
ALONE = ("all", "none")
TWO = 2  # pieces that a learner can shade; more are asked nowhere
CIRCLES = ("open", "closed")


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Points (exact numbers), or a shaded set (`Span`s; an empty tuple is "nothing is shaded").

    For points the response has p1, p2, ...; for a shaded set shape1 (left, right, between, all, none), from1, its
    circle from1_end (open, closed), to1 and to1_end for what lies between, and the same with 2 for a second piece.
    `snap` is the distance between places where an end may stand (the axis's step, unless told).
    """

    value: Span | Exact | tuple[Part, ...]
    axis: Axis = TO_TEN
    snap: Exact = 0
    most: int = 0
    kind: ClassVar[str] = "nline"

    def __post_init__(self) -> None:
        if isinstance(self.value, Span | int | Fraction):
            object.__setattr__(self, "value", (self.value,))
        ends = [*self.points, *ends_of(self.spans)]
        apart = [end for end in ends if not self.axis.lo <= end <= self.axis.hi or (end - self.axis.lo) % self.step]
        if apart or (self.points and self.spans) or len(self.spans) > TWO:
            raise ValueError(f"{self.value} is not points, or at most two spans, that can be put on the line")

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is marked."""
        return self.value if isinstance(self.value, tuple) else (self.value,)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The shaded pieces."""
        return tuple(part for part in self.parts if isinstance(part, Span))

    @property
    def points(self) -> tuple[Exact, ...]:
        """The points."""
        return tuple(part for part in self.parts if not isinstance(part, Span))

    @property
    def step(self) -> Fraction:
        """The distance between places."""
        return Fraction(self.snap or self.axis.step)

    @property
    def count(self) -> int:
        """How many points may be put."""
        return max(self.most, len(self.points))

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a response."""
        if self.points:
            return tuple(f"p{i}" for i in range(1, self.count + 1))
        return tuple(f"{name}" for i in (1, 2) for name in piece_fields(i))

    def grade(self, response: Response) -> Verdict:
        """Points as a set; shaded pieces as the numbers that they hold."""
        try:
            if self.points:
                return self.judged_points(self.given_points(response))
            spans = self.given_spans(response)
        except Unreadable as problem:
            return not_gradable(problem.message)
        return judged(same(spans, self.spans), spans_tex(spans, self.axis.label))

    def judged_points(self, given: list[Fraction]) -> Verdict:
        """Points must all be there, and no other."""
        if not given:
            return not_gradable("Put a point on the line, or type its number.")
        if len(set(given)) < self.count == len(set(self.points)):
            return not_gradable(f"Put all {self.count} points, each in another place.")
        return judged(set(given) == set(self.points), ", ".join(num(p) for p in sorted(set(given))))

    def given_points(self, response: Response) -> list[Fraction]:
        """The points that were put."""
        texts = ((name, typed(response, name)) for name in self.fields)
        return [self.place(text, f"Point {name[1:]}") for name, text in texts if text.strip()]

    def given_spans(self, response: Response) -> list[Span]:
        """The pieces that were shaded; Unreadable with what is missing."""
        first = self.piece(response, 1)
        if first is None:
            raise Unreadable("Choose what to shade.")
        second = self.piece(response, TWO)
        if second is not None and {typed(response, "shape1"), typed(response, "shape2")} & set(ALONE):
            raise Unreadable("Leave the second piece empty when the whole line or nothing is shaded.")
        return [*first, *(second or [])]

    def piece(self, response: Response, i: int) -> list[Span] | None:
        """One piece, as no or one span; None when nothing was chosen."""
        shape = typed(response, f"shape{i}")
        if not shape and not any(typed(response, name).strip() for name in (f"from{i}", f"to{i}")):
            return None
        if shape not in SHAPES:
            raise Unreadable("Choose which way the shading goes.")
        if shape in ALONE:
            return [Span()] if shape == "all" else []
        end, closed = self.end(response, f"from{i}")
        if shape != "between":
            return [Span(high=end, high_closed=closed) if shape == "left" else Span(low=end, low_closed=closed)]
        other, other_closed = self.end(response, f"to{i}")
        if end >= other:
            raise Unreadable("The second end must lie to the right of the first.")
        return [Span(end, other, closed, other_closed)]

    def end(self, response: Response, name: str) -> tuple[Fraction, bool]:
        """Where a piece ends, and whether its circle is closed."""
        text, circle = typed(response, name), typed(response, f"{name}_end")
        if not text.strip():
            raise Unreadable("Say where the shading begins or ends.")
        value = self.place(text, "The end of the shading")
        if circle not in CIRCLES:
            raise Unreadable(f"Choose an open or a closed circle at ${num(value)}$.")
        return value, circle == "closed"

    def place(self, text: str, called: str) -> Fraction:
        """A number where something can be put; Unreadable for any other."""
        value = number(text, called)
        on_axis(value, self.axis, self.step, called)
        return value

    def like(self, value: Hashable) -> "NumberLine":
        """The same question about other points or spans; TypeError for anything else."""
        if isinstance(value, frozenset):
            value = tuple(value)
        if isinstance(value, Span | int | Fraction):
            value = (value,)
        if isinstance(value, tuple) and all(isinstance(part, Span | int | Fraction) for part in value):
            return replace(self, value=value)
        raise TypeError(f"{value!r} is neither points nor spans")

    def show(self) -> str:
        """The points, or the set as inequalities, in TeX."""
        if self.points:
            return f"${', '.join(num(p) for p in sorted(self.points))}$"
        return f"${spans_tex(self.spans, self.axis.label)}$"

    def examples(self) -> list[Response]:
        """In both orders."""
        if self.points:
            orders = (sorted(self.points), sorted(self.points, reverse=True))
            return [{f"p{i}": str(Fraction(p)) for i, p in enumerate(order, 1)} for order in orders]
        if not self.spans:
            return [{"shape1": "none"}]
        return [shaded(order) for order in dict.fromkeys((self.spans, self.spans[::-1]))]

    def near(self) -> list[Response]:
        """A point moved; a circle changed; the other direction."""
        if self.points:
            step = self.step if self.points[0] + self.step <= self.axis.hi else -self.step
            moved = [self.points[0] + step, *self.points[1:]]
            ways: list[Response] = [{f"p{i}": str(Fraction(p)) for i, p in enumerate(moved, 1)}]
            return [way for way in ways if len(set(moved)) == len(moved) and set(moved) != set(self.points)]
        if not self.spans:
            return [{"shape1": "all"}]
        if self.spans == (Span(),):
            return [{"shape1": "none"}]
        first, *rest = self.spans
        changed = replace(first, low_closed=not first.low_closed, high_closed=not first.high_closed)
        return [shaded((one, *rest)) for one in (changed, turned(first))]

    def picture(self, response: Response) -> Figure:
        """The line with what was put on it."""
        try:
            points = self.given_points(response) if self.points else []
            spans = [] if self.points else self.given_spans(response)
        except Unreadable:
            points, spans = [], []
        return self.draw(spans, points)

    def right_picture(self) -> Figure:
        """The line with the right answer."""
        return self.draw(self.spans, self.points)

    def draw(self, spans: Sequence[Span], points: Sequence[Exact]) -> Figure:
        """The line with this on it."""
        return number_line(self.axis.lo, self.axis.hi, spans, points, self.axis.step)

    def public(self) -> dict[str, object]:
        """The line, and whether points or pieces are asked for."""
        axis = [self.axis.lo, self.axis.hi, float(self.step)]
        return {"plot": "marks" if self.points else "spans", "axis": axis, "count": self.count or TWO}
