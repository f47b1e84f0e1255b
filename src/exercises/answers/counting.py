"""Reading several whole numbers and several values: shared by the kinds that build a display of data."""

from collections.abc import Sequence

from exercises.answers.placing import number
from exercises.exact import Fraction
from exercises.parser import Unreadable
from exercises.verdict import Response, typed


def filled(response: Response, names: Sequence[str], what: str) -> list[str]:
    """The texts of all fields; Unreadable when one is empty."""
    texts = [typed(response, name) for name in names]
    if not all(text.strip() for text in texts):
        raise Unreadable(what)
    return texts


def count(text: str, called: str, most: int) -> int:
    """A whole number from 0 to `most`; Unreadable for anything else."""
    value = number(text, called)
    if value.denominator != 1 or not 0 <= value <= most:
        raise Unreadable(f"{called}: type a whole number from 0 to {most}.")
    return int(value)


def values(response: Response, names: Sequence[str], called: Sequence[str], what: str) -> list[Fraction]:
    """The numbers of all fields; Unreadable when one is empty or no number."""
    return [number(text, one) for text, one in zip(filled(response, names, what), called, strict=True)]
