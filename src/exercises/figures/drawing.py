"""What graphs and charts share: places, words for numbers, the SVG around them."""

from dataclasses import dataclass
from html import escape

from exercises.exact import Fraction
from exercises.figures.figure import Figure

Exact = int | Fraction
INK, ACCENT, GRID = "currentColor", "var(--spruce, currentColor)", "var(--line, #8886)"


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: what it measures, its first and last mark, and the distance between marks."""

    label: str
    lo: int
    hi: int
    step: int = 1

    def __post_init__(self) -> None:
        if self.step < 1 or self.hi - self.lo < self.step or (self.hi - self.lo) % self.step:
            raise ValueError(f"an axis from {self.lo} to {self.hi} has no marks in steps of {self.step}")

    @property
    def marks(self) -> range:
        """The numbers that are marked."""
        return range(self.lo, self.hi + 1, self.step)

    @property
    def widest(self) -> int:
        """How many signs the longest mark has: that is the first or the last."""
        return max(len(str(self.lo)), len(str(self.hi)))

    def say(self) -> str:
        """The axis in words."""
        return f"{self.label} from {said(self.lo)} to {said(self.hi)} in steps of {self.step}"


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers to places in the picture: `lo` at `start`, `hi` at `end`."""

    lo: int
    hi: int
    start: int
    end: int

    def __call__(self, value: Exact) -> str:
        """The place with at most one decimal. ValueError for a number that lies outside."""
        if not self.lo <= value <= self.hi:
            raise ValueError(f"{value} is not between {self.lo} and {self.hi}")
        place = self.start + Fraction(value - self.lo) * (self.end - self.start) / (self.hi - self.lo)
        return f"{float(place):.1f}".removesuffix(".0")


def said(value: Exact) -> str:
    """A number in words of a description: a real minus sign, fractions as 3/4."""
    return str(value).replace("-", "−")


def line(x1: str, y1: str, x2: str, y2: str, colour: str = INK, width: str = "1.5") -> str:
    """A straight line."""
    return f'<path d="M{x1} {y1}L{x2} {y2}" stroke="{colour}" stroke-width="{width}"/>'


def words(x: object, y: object, text: str, anchor: str = "middle") -> str:
    """A text with its base line at y."""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'


def picture(width: int, height: int, parts: list[str], description: str) -> Figure:
    """The SVG with its text alternative."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
        f' aria-label="{escape(description)}"><g fill="{INK}" font-size="14">'
    )
    return Figure("".join([head, *parts, "</g></svg>"]), description)
