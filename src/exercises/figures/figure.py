"""What every figure is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A complete `<svg viewBox role="img">` of at most 8 KB, and the text alternative of the same data.

    The SVG uses classes and `var(--token)` colours only: no scripts, no ids.
    """

    svg: str
    description: str
