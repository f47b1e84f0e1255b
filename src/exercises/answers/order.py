"""Things to be put in order."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from random import Random
from typing import ClassVar

from exercises.answers.items import Item, ids, items
from exercises.chance import shuffled
from exercises.verdict import WRONG, Response, Verdict, judged, not_gradable, typed


@dataclass(frozen=True, slots=True)
class Order:
    """Items in the order in which they are shown, and the texts in the right order.

    `Order.drawn(rng, texts)` shows them in a drawn order that is not the right one. The response has one field for
    each shown item, a, b, c, ..., with its place from 1.
    """

    shown: tuple[Item, ...]
    value: tuple[str, ...]
    kind: ClassVar[str] = "order"

    def __post_init__(self) -> None:
        object.__setattr__(self, "shown", items(self.shown))
        if sorted(self.value) != sorted(item.text for item in self.shown):
            raise ValueError("the right order holds each item's text once")

    @classmethod
    def drawn(cls, rng: Random, right: Iterable[Item | str]) -> "Order":
        """Items given in the right order, shown in another."""
        made = items(right)
        shown = shuffled(rng, made)
        while shown == made:
            shown = shuffled(rng, made)
        return cls(shown, tuple(item.text for item in made))

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a response."""
        return tuple(ids(self.shown))

    def grade(self, response: Response) -> Verdict:
        """Every item needs a place of its own."""
        places = {id: typed(response, id).strip() for id in self.fields}
        known = [str(place) for place in range(1, len(self.shown) + 1)]
        if any(place not in known for place in places.values()):
            return not_gradable(f"Give each of them a place, from 1 to {len(known)}.")
        if len(set(places.values())) < len(known):
            return not_gradable("Two of them have the same place. Give each its own.")
        given = self.arranged(places)
        off = sum(one != right for one, right in zip(given, self.value, strict=True))
        return judged(True) if not off else Verdict(WRONG, f"{off} of the {len(known)} are not yet in their place.")

    def arranged(self, places: dict[str, str]) -> tuple[str, ...]:
        """The texts by their places."""
        by_place = sorted(ids(self.shown).items(), key=lambda one: int(places[one[0]]))
        return tuple(item.text for _, item in by_place)

    def like(self, value: Hashable) -> "Order":
        """The same items in another order, as a tuple of their texts; TypeError for anything else."""
        if not isinstance(value, tuple):
            raise TypeError(f"{value!r} is no order of texts")
        return replace(self, value=value)

    def show(self) -> str:
        """The texts in order."""
        return "; ".join(self.value)

    def examples(self) -> list[Response]:
        """The one right response."""
        return [self.placed(self.value)]

    def placed(self, order: tuple[str, ...]) -> Response:
        """An order as it is put into the fields."""
        return {id: str(order.index(item.text) + 1) for id, item in ids(self.shown).items()}

    def near(self) -> list[Response]:
        """Two neighbours exchanged, and the order turned round."""
        first, second, *rest = self.value
        ways = dict.fromkeys(((second, first, *rest), self.value[::-1]))
        return [self.placed(way) for way in ways]

    def told(self, response: Response) -> tuple[str, ...]:
        """The texts in the order that was given; empty when there is none."""
        places = {id: typed(response, id) for id in self.fields}
        return self.arranged(places) if all(place.isdecimal() for place in places.values()) else ()

    def public(self) -> dict[str, object]:
        """The items as they are shown."""
        return {"items": [item.public(id) for id, item in ids(self.shown).items()]}
