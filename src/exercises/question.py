"""A question as plain data."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from exercises.answers import Answer, Dropdowns, MultipleChoice, SingleChoice
from exercises.figures import Figure
from exercises.plain import plain


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a worked solution, and why it is allowed or done (both markdown with `$tex$`)."""

    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One instance: what is asked, what is right, and the help that leads there.

    `key` is what makes two instances the same (numbers, not names). `wrong` maps the name of a
    misconception to what that mistake gives (typed kinds; choices carry theirs). `[[slot]]` in the prompt
    is a dropdown's place.
    """

    key: tuple[Hashable, ...]
    prompt: str
    answer: Answer
    hints: tuple[str, ...]
    solution: tuple[Step, ...]
    wrong: Mapping[str, Hashable] = field(default_factory=dict)
    figure: Figure | None = None
    before: str = ""
    after: str = ""
    calculator: bool = False

    @property
    def distractors(self) -> tuple[Hashable, ...]:
        """The wrong choices by value, or the values that named mistakes give."""
        if isinstance(self.answer, SingleChoice | MultipleChoice):
            return tuple(choice.worth for choice in self.answer.choices if not choice.right)
        if isinstance(self.answer, Dropdowns):
            return tuple((s.name, o) for s in self.answer.slots for o in s.options if o != s.right)
        return tuple(self.wrong.values())

    def to_dict(self) -> dict[str, object]:
        """Everything, as JSON types. For the server only: it holds the answer."""
        return {
            "key": plain(self.key),
            **self.public(),
            "answer": {"kind": self.answer.kind, **plain_fields(self.answer)},
            "show": self.answer.show(),
            "wrong": plain(self.wrong),
            "hints": list(self.hints),
            "solution": [{"text": step.text, "reason": step.reason} for step in self.solution],
        }

    def public(self) -> dict[str, object]:
        """What a browser may see before the answer is in: nothing that tells the key apart."""
        return {
            "kind": self.answer.kind,
            "prompt": self.prompt,
            "figure": plain(self.figure),
            "before": self.before,
            "after": self.after,
            "calculator": self.calculator,
            "control": self.answer.public(),
        }


def plain_fields(answer: Answer) -> dict[str, object]:
    """The fields of an answer as JSON types."""
    fields = plain(answer)
    return fields if isinstance(fields, dict) else {}
