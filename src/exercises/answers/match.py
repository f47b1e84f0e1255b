"""Things to be matched."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import ClassVar

from exercises.answers.items import Item, ids, items
from exercises.chance import shuffled
from exercises.verdict import WRONG, Response, Verdict, judged, not_gradable, typed


@dataclass(frozen=True, slots=True)
class Match:
    """For each of the `left` items the text of the option that belongs to it; options may serve more than once.

    `Match.drawn(rng, {"$y = 2x$": "rises", ...}, extra=("is level",))` shows the options in a drawn order. The
    response has m1, m2, ... for the left items, each with the letter of an option. `misconceptions` names the
    mistake of a wrong pair (left text, option text).
    """

    left: tuple[Item, ...]
    options: tuple[Item, ...]
    value: tuple[str, ...]
    misconceptions: Mapping[tuple[str, str], str] = field(default_factory=dict)
    kind: ClassVar[str] = "match"

    def __post_init__(self) -> None:
        object.__setattr__(self, "left", items(self.left))
        object.__setattr__(self, "options", items(self.options))
        if len(self.value) != len(self.left) or not set(self.value) <= {item.text for item in self.options}:
            raise ValueError("each left item needs one of the options")

    @classmethod
    def drawn(
        cls,
        rng: Random,
        pairs: Mapping[Item | str, Item | str],
        extra: Sequence[Item | str] = (),
        misconceptions: Mapping[tuple[str, str], str] | None = None,
    ) -> "Match":
        """The pairs in the order given, the options (and `extra` ones that fit nothing) in a drawn order."""
        left, right = items(pairs), tuple(Item(one) if isinstance(one, str) else one for one in pairs.values())
        extras = (Item(one) if isinstance(one, str) else one for one in extra)
        options = items(shuffled(rng, dict.fromkeys((*right, *extras))))
        return cls(left, options, tuple(item.text for item in right), misconceptions or {})

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of a response."""
        return tuple(f"m{i}" for i in range(1, len(self.left) + 1))

    def grade(self, response: Response) -> Verdict:
        """Every left item needs an option; then all must be right, and the message says how many are not."""
        given = self.told(response)
        if not all(given):
            return not_gradable("Choose a partner for each of them.")
        off = [(one.text, text) for one, text, right in zip(self.left, given, self.value, strict=True) if text != right]
        if not off:
            return judged(True)
        named = next(filter(None, map(self.misconceptions.get, off)), None)
        return Verdict(
            WRONG, f"{len(off)} of the {len(self.left)} {'is' if len(off) == 1 else 'are'} not yet right.", named
        )

    def told(self, response: Response) -> tuple[str, ...]:
        """The texts of the options that were chosen, "" for none."""
        known = ids(self.options)
        chosen = (known.get(typed(response, name)) for name in self.fields)
        return tuple(option.text if option else "" for option in chosen)

    def like(self, value: Hashable) -> "Match":
        """The same items with other partners, as a tuple of texts; TypeError for anything else."""
        if not isinstance(value, tuple):
            raise TypeError(f"{value!r} is no tuple of options")
        return replace(self, value=value)

    def show(self) -> str:
        """Each left item with its partner."""
        return "; ".join(f"{one.text}: {text}" for one, text in zip(self.left, self.value, strict=True))

    def examples(self) -> list[Response]:
        """The one right response."""
        return [self.chosen(self.value)]

    def chosen(self, texts: Sequence[str]) -> dict[str, str]:
        """Options as they are put into the fields."""
        letters = {item.text: id for id, item in ids(self.options).items()}
        return {name: letters[text] for name, text in zip(self.fields, texts, strict=True)}

    def near(self) -> list[Response]:
        """Each left item with another option."""
        right = self.chosen(self.value)
        return [{**right, name: next(id for id in ids(self.options) if id != letter)} for name, letter in right.items()]

    def public(self) -> dict[str, object]:
        """The items of both sides as they are shown."""
        left = [item.public(name) for name, item in zip(self.fields, self.left, strict=True)]
        return {"left": left, "options": [item.public(id) for id, item in ids(self.options).items()]}
