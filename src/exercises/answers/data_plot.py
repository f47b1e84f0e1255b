"""A dot plot or histogram to build."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from exercises.answers.counting import count, filled
from exercises.figures import Figure, Frequency
from exercises.parser import Unreadable
from exercises.verdict import WRONG, Response, Verdict, judged, not_gradable, typed

EVERY = "Fill in how often each one comes; type 0 where it does not come."


@dataclass(frozen=True, slots=True)
class DataPlot:
    """How often each value or interval of `plot` comes. The response has n1, n2, ... from left to right."""

    value: tuple[int, ...]
    plot: Frequency
    kind: ClassVar[str] = "dataplot"

    def __post_init__(self) -> None:
        if len(self.value) != len(self.plot.labels) or not all(0 <= n <= self.plot.most for n in self.value):
            raise ValueError(f"{self.value} does not fit the plot")

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a response."""
        return tuple(f"n{i}" for i in range(1, len(self.value) + 1))

    def grade(self, response: Response) -> Verdict:
        """Every count must be right; the message says how many are not."""
        try:
            given = self.counts(response)
        except Unreadable as problem:
            return not_gradable(problem.message)
        off = sum(a != b for a, b in zip(given, self.value, strict=True))
        if not off:
            return judged(True)
        return Verdict(WRONG, f"{off} of the {len(given)} columns {'is' if off == 1 else 'are'} not yet right.")

    def counts(self, response: Response) -> list[int]:
        """The counts that were filled in."""
        texts = filled(response, self.fields, EVERY)
        return [count(text, label, self.plot.most) for text, label in zip(texts, self.plot.labels, strict=True)]

    def like(self, value: Hashable) -> "DataPlot":
        """The same plot with other counts; TypeError for anything else than a tuple of them."""
        if not isinstance(value, tuple):
            raise TypeError(f"{value!r} is no tuple of counts")
        return replace(self, value=value)

    def show(self) -> str:
        """Each value with its count."""
        return "; ".join(f"{label}: ${n}$" for label, n in zip(self.plot.labels, self.value, strict=True))

    def examples(self) -> list[Response]:
        """The counts."""
        return [self.spelled(self.value)]

    def spelled(self, counts: tuple[int, ...]) -> Response:
        """Counts as they are typed."""
        return {name: str(n) for name, n in zip(self.fields, counts, strict=True)}

    def near(self) -> list[Response]:
        """One count off by one."""
        first, *rest = self.value
        return [self.spelled((first + 1 if first < self.plot.most else first - 1, *rest))]

    def picture(self, response: Response) -> Figure:
        """The plot with what was filled in so far."""
        return self.plot.draw([self.lenient(response, name) for name in self.fields])

    def lenient(self, response: Response, name: str) -> int:
        """A count, 0 when it is not there."""
        try:
            return count(typed(response, name), "", self.plot.most)
        except Unreadable:
            return 0

    def right_picture(self) -> Figure:
        """The plot with the right counts."""
        return self.plot.draw(self.value)

    def public(self) -> dict[str, object]:
        """The plot without counts."""
        return {"plot": "counts", "labels": list(self.plot.labels), "frame": self.plot.public()}
