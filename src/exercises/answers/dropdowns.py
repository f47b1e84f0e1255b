"""Sentences with places to fill from lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from exercises.verdict import WRONG, Response, Verdict, judged, not_gradable, typed


@dataclass(frozen=True, slots=True)
class Slot:
    """One place: `[[name]]` in the prompt, the options in display order, the right one of them.

    `misconceptions` maps a wrong option to the name of the mistake that leads to it.
    """

    name: str
    options: tuple[str, ...]
    right: str
    misconceptions: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.options.count(self.right) != 1 or len(set(self.options)) != len(self.options):
            raise ValueError(f"slot {self.name}: the right option must be one of the options, all different")


@dataclass(frozen=True, slots=True)
class Dropdowns:
    """Right when every place holds its right option; the response has one field per slot name."""

    slots: tuple[Slot, ...]
    kind: ClassVar[str] = "drop"

    def grade(self, response: Response) -> Verdict:
        """Every place must be chosen; then all must be right."""
        chosen = {slot.name: typed(response, slot.name) for slot in self.slots}
        if any(chosen[slot.name] not in slot.options for slot in self.slots):
            return not_gradable("Choose something in every place.")
        off = [slot for slot in self.slots if chosen[slot.name] != slot.right]
        if not off:
            return judged(True)
        named = (slot.misconceptions.get(chosen[slot.name]) for slot in off)
        return Verdict(WRONG, not_yet(len(off), len(self.slots)), next(filter(None, named), None))

    def show(self) -> str:
        """The right options in order."""
        return "; ".join(slot.right for slot in self.slots)

    def examples(self) -> list[Response]:
        """The one right response."""
        return [{slot.name: slot.right for slot in self.slots}]

    def public(self) -> dict[str, object]:
        """The places and their options."""
        return {"slots": [{"name": slot.name, "options": list(slot.options)} for slot in self.slots]}


def not_yet(off: int, places: int) -> str:
    """How many places are not yet right."""
    if places == 1:
        return ""
    return f"{off} of the {places} places {'is' if off == 1 else 'are'} not yet right."
