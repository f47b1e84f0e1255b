"""Parts of a figure to be picked."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import ClassVar

from exercises.answers.choices import chosen_ids, too_few, too_many
from exercises.figures import Figure
from exercises.verdict import WRONG, Response, Verdict, judged, not_gradable


@dataclass(frozen=True, slots=True)
class Parts:
    """All of the right parts of a figure, and no other.

    `names` say in words what can be picked ("side AB"); an element of the figure's SVG with `data-part="a"` is the
    first of them, "b" the second, and so on. `value` holds the names that are right. The response has `choices`,
    a list of those letters.
    """

    value: frozenset[str] | tuple[str, ...]
    names: tuple[str, ...]
    figure: Figure
    kind: ClassVar[str] = "figure"

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", frozenset(self.value))
        if not self.value or not set(self.value) <= set(self.names) or not 2 <= len(set(self.names)) <= 26:
            raise ValueError("2 to 26 parts with different names, at least one of them right")

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a response."""
        return ("choices",)

    def grade(self, response: Response) -> Verdict:
        """Exactly the right parts; the message helps to count."""
        given, known = chosen_ids(response), self.letters()
        if not given or not given <= known.keys():
            return not_gradable("Pick a part of the figure.")
        picked = {known[id] for id in given}
        extra, missing = len(picked - set(self.value)), len(set(self.value) - picked)
        if not extra and not missing:
            return judged(True)
        return Verdict(WRONG, " ".join(filter(None, (too_many(extra), too_few(missing)))))

    def letters(self) -> dict[str, str]:
        """The names under their letters."""
        return dict(zip(ascii_lowercase, self.names, strict=False))

    def like(self, value: Hashable) -> "Parts":
        """The same figure with other right parts; TypeError when it is no set of names."""
        if not isinstance(value, frozenset | tuple):
            raise TypeError(f"{value!r} is no set of parts")
        return replace(self, value=value)

    def show(self) -> str:
        """The names of the right parts."""
        return ", ".join(name for name in self.names if name in self.value)

    def examples(self) -> list[Response]:
        """The right parts in both orders."""
        right = [id for id, name in self.letters().items() if name in self.value]
        return [{"choices": right}, {"choices": right[::-1]}]

    def near(self) -> list[Response]:
        """One part more or fewer."""
        right = set(self.examples()[0]["choices"])
        changed = [sorted(right ^ {id}) for id in self.letters()]
        return [{"choices": picked} for picked in changed if picked]

    def told(self, response: Response) -> tuple[str, ...]:
        """The names that were picked."""
        given = chosen_ids(response)
        return tuple(name for id, name in self.letters().items() if id in given)

    def public(self) -> dict[str, object]:
        """The figure and the names of its parts."""
        return {
            "figure": {"svg": self.figure.svg, "description": self.figure.description},
            "parts": [{"id": id, "text": name} for id, name in self.letters().items()],
        }
