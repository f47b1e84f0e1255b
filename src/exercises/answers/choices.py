"""Choosing one, and choosing all that are true."""

from collections.abc import Hashable
from dataclasses import dataclass
from string import ascii_lowercase
from typing import ClassVar

from exercises.figures import Figure
from exercises.verdict import WRONG, Response, Verdict, judged, not_gradable, typed


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the choices; a wrong one may carry the name of the misconception that leads to it.

    `value` tells choices apart by what they mean; the text stands in when it is not given.
    """

    text: str
    right: bool = False
    misconception: str | None = None
    figure: Figure | None = None
    value: Hashable | None = None

    @property
    def worth(self) -> Hashable:
        """What the choice means."""
        return self.text if self.value is None else self.value

    def public(self, id: str) -> dict[str, object]:
        """The choice without what is right about it."""
        figure = self.figure and {"svg": self.figure.svg, "description": self.figure.description}
        return {"id": id, "text": self.text, "figure": figure}


@dataclass(frozen=True, slots=True)
class SingleChoice:
    """Exactly one of the choices is right; they stand in the order given, with ids "a", "b", ...

    `shuffle` says that the template drew the order, so that every place is equally likely to be right.
    """

    choices: tuple[Choice, ...]
    shuffle: bool = True
    kind: ClassVar[str] = "choice"

    def __post_init__(self) -> None:
        if sum(choice.right for choice in self.choices) != 1 or not 2 <= len(self.choices) <= 26:
            raise ValueError("a choice question needs 2 to 26 choices, exactly one of them right")

    def grade(self, response: Response) -> Verdict:
        """Read the field `choice`."""
        chosen = by_id(self.choices).get(typed(response, "choice"))
        if chosen is None:
            return not_gradable("Choose one of the answers.")
        return judged(True) if chosen.right else Verdict(WRONG, misconception=chosen.misconception)

    def show(self) -> str:
        """The text of the right choice."""
        return next(choice.text for choice in self.choices if choice.right)

    def examples(self) -> list[Response]:
        """The responses that grade right."""
        return [{"choice": id} for id, choice in by_id(self.choices).items() if choice.right]

    def public(self) -> dict[str, object]:
        """The choices in display order."""
        return {"choices": [choice.public(id) for id, choice in by_id(self.choices).items()]}


@dataclass(frozen=True, slots=True)
class MultipleChoice:
    """All of the right choices, and no other, are to be ticked."""

    choices: tuple[Choice, ...]
    kind: ClassVar[str] = "multi"

    def __post_init__(self) -> None:
        if not any(choice.right for choice in self.choices) or not 2 <= len(self.choices) <= 26:
            raise ValueError("a multiple choice question needs 2 to 26 choices, at least one of them right")

    def grade(self, response: Response) -> Verdict:
        """Read the field `choices`, a list of ids (one id alone may come as text)."""
        ids = chosen_ids(response)
        known = by_id(self.choices)
        if not ids or not ids <= known.keys():
            return not_gradable("Tick every answer that is true.")
        extra = [choice for id, choice in known.items() if id in ids and not choice.right]
        missing = sum(choice.right for id, choice in known.items() if id not in ids)
        if not extra and not missing:
            return judged(True)
        named = next((choice.misconception for choice in extra if choice.misconception), None)
        return Verdict(WRONG, " ".join(filter(None, (too_many(len(extra)), too_few(missing)))), named)

    def show(self) -> str:
        """The texts of the right choices."""
        return "; ".join(choice.text for choice in self.choices if choice.right)

    def examples(self) -> list[Response]:
        """The right choices in both orders."""
        ids = [id for id, choice in by_id(self.choices).items() if choice.right]
        return [{"choices": ids}, {"choices": ids[::-1]}]

    def public(self) -> dict[str, object]:
        """The choices in display order; not how many are right."""
        return {"choices": [choice.public(id) for id, choice in by_id(self.choices).items()]}


def by_id(choices: tuple[Choice, ...]) -> dict[str, Choice]:
    """Choices under their ids, in display order."""
    return dict(zip(ascii_lowercase, choices, strict=False))


def chosen_ids(response: Response) -> frozenset[str]:
    """The ticked ids; empty when the field is missing or holds something else."""
    given = response.get("choices", [])
    ids = [given] if isinstance(given, str) else given
    return frozenset(id for id in ids if isinstance(id, str)) if isinstance(ids, list | tuple) else frozenset()


def too_many(count: int) -> str:
    """Help about ticked choices that are not true."""
    return {0: "", 1: "One of these is not true."}.get(count, f"{count} of these are not true.")


def too_few(count: int) -> str:
    """Help about true choices that are not ticked."""
    return {0: "", 1: "One more is true."}.get(count, f"{count} more are true.")
