"""A box plot to build."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar

from exercises.answers.counting import values
from exercises.answers.placing import on_axis
from exercises.exact import Fraction
from exercises.figures import Axis, Figure, box_plot
from exercises.figures.boxes import FIVE, Five
from exercises.parser import Unreadable
from exercises.say import num
from exercises.verdict import WRONG, Response, Verdict, judged, not_gradable

FIELDS = ("min", "q1", "median", "q3", "max")
EVERY = "Fill in all five numbers of the box plot."
DOWN = "From the smallest to the largest value, the five numbers must not go down."


@dataclass(frozen=True, slots=True)
class BoxPlot:
    """Smallest value, lower quartile, median, upper quartile, largest value over an axis.

    The response has min, q1, median, q3 and max. `snap` is the distance between places (the axis's step, unless told).
    """

    value: Five
    axis: Axis
    snap: Fraction | int = 0
    kind: ClassVar[str] = "boxplot"

    def __post_init__(self) -> None:
        try:
            self.sound(list(self.value))
        except Unreadable as problem:
            raise ValueError(problem.message) from problem

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a response."""
        return FIELDS

    @property
    def step(self) -> Fraction:
        """The distance between places."""
        return Fraction(self.snap or self.axis.step)

    def sound(self, five: list[Fraction | int]) -> None:
        """Unreadable when the numbers are no box plot on the axis."""
        for called, value in zip(FIVE, five, strict=True):
            on_axis(value, self.axis, self.step, called.capitalize())
        if any(low > high for low, high in pairwise(five)):
            raise Unreadable(DOWN)

    def given(self, response: Response) -> list[Fraction | int]:
        """The five numbers that were filled in; Unreadable when they are no box plot."""
        five: list[Fraction | int] = [*values(response, FIELDS, [name.capitalize() for name in FIVE], EVERY)]
        self.sound(five)
        return five

    def grade(self, response: Response) -> Verdict:
        """All five must be right; the message says how many are not."""
        try:
            five = self.given(response)
        except Unreadable as problem:
            return not_gradable(problem.message)
        off = sum(a != b for a, b in zip(five, self.value, strict=True))
        if not off:
            return judged(True)
        return Verdict(WRONG, f"{off} of the 5 numbers {'is' if off == 1 else 'are'} not yet right.")

    def like(self, value: Hashable) -> "BoxPlot":
        """The same axis with five other numbers; TypeError for anything else."""
        if not (isinstance(value, tuple) and len(value) == len(FIELDS)):
            raise TypeError(f"{value!r} is no tuple of five numbers")
        return replace(self, value=value)

    def show(self) -> str:
        """The five numbers with their names."""
        return ", ".join(f"{called} ${num(value)}$" for called, value in zip(FIVE, self.value, strict=True))

    def examples(self) -> list[Response]:
        """The five numbers."""
        return [self.spelled(self.value)]

    def spelled(self, five: Five) -> Response:
        """Five numbers as they are typed."""
        return {name: str(Fraction(value)) for name, value in zip(FIELDS, five, strict=True)}

    def near(self) -> list[Response]:
        """The smallest value a step lower, or the largest a step higher, where the axis has room."""
        low, q1, median, q3, high = self.value
        ways: list[Five] = [(low - self.step, q1, median, q3, high), (low, q1, median, q3, high + self.step)]
        return [self.spelled(five) for five in ways if five[0] >= self.axis.lo and five[-1] <= self.axis.hi]

    def picture(self, response: Response) -> Figure:
        """The axis, with the box once all five numbers make one."""
        try:
            low, q1, median, q3, high = self.given(response)
        except Unreadable:
            return box_plot(self.axis, [])
        return box_plot(self.axis, [("", (low, q1, median, q3, high))])

    def right_picture(self) -> Figure:
        """The right box plot."""
        return box_plot(self.axis, [("", self.value)])

    def public(self) -> dict[str, object]:
        """The axis."""
        return {"plot": "box", "axis": [self.axis.lo, self.axis.hi, float(self.step)]}
