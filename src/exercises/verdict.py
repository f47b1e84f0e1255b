"""What grading says about one answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Response = Mapping[str, str | list[str]]
"""What a browser sends for one answer; the fields are named by the kind of answer."""


class Mark(StrEnum):
    """The three verdicts. Not gradable costs nothing: the learner is told what to do and answers again."""

    RIGHT = "right"
    WRONG = "wrong"
    NOT_GRADABLE = "not-gradable"


RIGHT = Mark.RIGHT
WRONG = Mark.WRONG
NOT_GRADABLE = Mark.NOT_GRADABLE


@dataclass(frozen=True, slots=True)
class Verdict:
    """A mark, and one helpful sentence (markdown with `$tex$`) that is always there when not gradable.

    `misconception` names the mistake that a wrong answer shows; `read` is the TeX of what was read
    from a typed answer ("" if nothing was).
    """

    mark: Mark
    message: str = ""
    misconception: str | None = None
    read: str = ""


def not_gradable(message: str, read: str = "") -> Verdict:
    """The verdict that asks for the answer again, saying what to change."""
    return Verdict(NOT_GRADABLE, message, None, read)


def judged(right: bool, read: str = "") -> Verdict:
    """Right or wrong, without a message."""
    return Verdict(RIGHT if right else WRONG, "", None, read)


def typed(response: Response, name: str = "value") -> str:
    """The text of one field; "" when it is missing or is not one text."""
    value = response.get(name, "")
    return value if isinstance(value, str) else ""
