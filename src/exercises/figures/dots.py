"""Dot plots and histograms: how often each value, or each interval, comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from exercises.figures.drawing import ACCENT, GRID, Axis, Scale, line, picture, said, words
from exercises.figures.figure import Figure

LEFT, RIGHT, TOP = 40, 352, 22
ROOM, RADIUS = 20, 7  # height of one dot with what is around it; most a dot's radius
BARS_HIGH = 200


@dataclass(frozen=True, slots=True)
class Frequency:
    """A dot plot or histogram that waits for its counts.

    `labels` name the values (dots) or the intervals (bars), `most` is the highest count that fits, `about` what is
    counted ("Goals in a match"), `step` the distance of the marks beside bars.
    """

    labels: tuple[str, ...]
    most: int
    about: str
    style: Literal["dots", "bars"] = "dots"
    step: int = 1

    def __post_init__(self) -> None:
        if not 2 <= len(self.labels) <= 16 or not 1 <= self.most <= 60 or self.most % self.step:
            raise ValueError("2 to 16 values, counted up to 60 in whole steps")

    @property
    def bottom(self) -> int:
        """Where the columns stand, from the top."""
        return TOP + (ROOM * self.most if self.style == "dots" else BARS_HIGH)

    @property
    def column(self) -> float:
        """The width of a column."""
        return (RIGHT - LEFT) / len(self.labels)

    def x(self, index: int) -> float:
        """The middle of a column."""
        return round(LEFT + (index + 0.5) * self.column, 1)

    def public(self) -> dict[str, object]:
        """What a script needs to change the counts."""
        box = [LEFT, TOP, RIGHT, self.bottom]
        return {"columns": len(self.labels), "most": self.most, "style": self.style, "box": box}

    def draw(self, counts: Sequence[int], hide: bool = False) -> Figure:
        """The figure with its counts. `hide` leaves the counts out of the description. ValueError when too many."""
        if len(counts) != len(self.labels) or not all(0 <= count <= self.most for count in counts):
            raise ValueError(f"{counts} does not fit {len(self.labels)} columns up to {self.most}")
        body = self.dots(counts) if self.style == "dots" else self.bars(counts)
        below = [words(f"{self.x(i):g}", self.bottom + 18, label) for i, label in enumerate(self.labels)]
        base = line(str(LEFT - 6), str(self.bottom), str(RIGHT + 6), str(self.bottom))
        about = words((LEFT + RIGHT) // 2, self.bottom + 40, self.about)
        parts = [*self.rows(), '<g class="drawn">', *body, "</g>", base, *below, about]
        return picture(RIGHT + 14, self.bottom + 50, parts, self.describe(None if hide else counts))

    def rows(self) -> list[str]:
        """The marks beside bars; dots are counted themselves."""
        if self.style == "dots":
            return []
        up = Scale(0, self.most, self.bottom, TOP)
        marks = Axis("", 0, self.most, self.step).marks
        path = "".join(f"M{LEFT} {up(mark)}H{RIGHT}" for mark in marks)
        every = max(1, -(-len(marks) // 11))
        grid = f'<path class="grid" d="{path}" fill="none" stroke="{GRID}"/>'
        return [grid, *(words(LEFT - 8, float(up(mark)) + 5, said(mark), "end") for mark in marks[::every])]

    def dots(self, counts: Sequence[int]) -> list[str]:
        """A dot for each time."""
        radius = min(RADIUS, self.column / 2 - 1)
        return [
            f'<circle class="dot" cx="{self.x(i):g}" cy="{self.bottom - 10 - ROOM * n}" r="{radius:g}"'
            f' fill="{ACCENT}"/>'
            for i, count in enumerate(counts)
            for n in range(count)
        ]

    def bars(self, counts: Sequence[int]) -> list[str]:
        """A bar for each interval; they touch."""
        unit = BARS_HIGH / self.most
        return [
            f'<rect class="bar" x="{LEFT + i * self.column:.1f}" y="{self.bottom - count * unit:.1f}"'
            f' width="{self.column:.1f}" height="{count * unit:.1f}" fill="{ACCENT}" fill-opacity=".75"'
            ' stroke="var(--surface, #fff)" stroke-width="1.5"/>'
            for i, count in enumerate(counts)
            if count
        ]

    def describe(self, counts: Sequence[int] | None) -> str:
        """The same in words."""
        kind = "Dot plot" if self.style == "dots" else "Histogram"
        if counts is None or not any(counts):
            return f"{kind}: {self.about}. From {self.labels[0]} to {self.labels[-1]}."
        each = "; ".join(f"{label}: {count}" for label, count in zip(self.labels, counts, strict=True))
        return f"{kind}: {self.about}. {each}."


def dot_plot(about: str, lo: int, counts: Sequence[int]) -> Figure:
    """A dot plot of whole numbers from `lo` on, each with its count."""
    labels = tuple(said(lo + i) for i in range(len(counts)))
    return Frequency(labels, max(max(counts), 1), about).draw(counts)


def histogram(about: str, edges: Sequence[int], counts: Sequence[int], step: int = 1) -> Figure:
    """A histogram of the intervals between neighbouring edges, each with the lower edge in it, not the upper."""
    labels = tuple(f"{said(lo)}–{said(hi)}" for lo, hi in pairwise(edges))
    most = -(-max(*counts, step) // step) * step
    return Frequency(labels, most, about, "bars", step).draw(counts)
