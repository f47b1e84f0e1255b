"""What stands in lists that are put in order or matched."""

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_lowercase

from exercises.figures import Figure


@dataclass(frozen=True, slots=True)
class Item:
    """A text (markdown with `$tex$`), perhaps with a figure. Items are told apart by their texts."""

    text: str
    figure: Figure | None = None

    def public(self, id: str) -> dict[str, object]:
        """The item under its id."""
        figure = self.figure and {"svg": self.figure.svg, "description": self.figure.description}
        return {"id": id, "text": self.text, "figure": figure}


def items(given: Iterable[Item | str]) -> tuple[Item, ...]:
    """Items of texts and items; ValueError when two have the same text or there are not 2 to 26."""
    made = tuple(Item(one) if isinstance(one, str) else one for one in given)
    if len({one.text for one in made}) < len(made) or not 2 <= len(made) <= len(ascii_lowercase):
        raise ValueError("2 to 26 items, all with different texts")
    return made


def ids(given: tuple[Item, ...]) -> dict[str, Item]:
    """Items under "a", "b", ... in display order."""
    return dict(zip(ascii_lowercase, given, strict=False))
