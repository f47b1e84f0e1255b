"""Linear inequalities in two letters: which half of the plane one describes."""

from collections.abc import Sequence
from functools import lru_cache

from exercises.answers.reading import MAX_LENGTH, TOO_LONG
from exercises.answers.statements import read
from exercises.exact import Fraction
from exercises.geometry import HalfPlane, half_plane
from exercises.parser import Node, Undefined, Unreadable, evaluate
from exercises.parser.nodes import Abs, Relation, letters, walk

TYPE_ONE = "Type one inequality with <, >, <= or >=, with a letter in it."
NO_BARS = "Write it without absolute value bars."
TRIED = ((0, 0), (1, 0), (0, 1), (3, -2), (-5, 7))
"""Places that tell the coefficients, and two more that tell whether it is linear."""


@lru_cache(maxsize=256)  # a wrong answer is compared with every named mistake; a text reads the same for ever
def described(text: str, allowed: tuple[str, ...]) -> tuple[HalfPlane | None, Node]:
    """The half-plane of an inequality in two letters (None when it is not linear) and its tree; Unreadable when it
    is no inequality."""
    if len(text) > MAX_LENGTH:
        raise Unreadable(TOO_LONG)
    node = read(text, allowed)
    if not isinstance(node, Relation) or len(node.signs) != 1 or node.signs[0] not in ("<", ">", "<=", ">="):
        raise Unreadable(TYPE_ONE)
    if not letters(node) or any(isinstance(part, Abs) for part in walk(node)):
        raise Unreadable(TYPE_ONE if not letters(node) else NO_BARS)
    return half_of(node, allowed), node


def half_of(node: Relation, allowed: Sequence[str]) -> HalfPlane | None:
    """The half-plane; None when the two sides do not differ by a sum of multiples of the letters and a number."""
    try:
        gaps = [gap(node, dict(zip(allowed, place, strict=True))) for place in TRIED]
    except Undefined:
        return None
    a, b, c = gaps[1] - gaps[0], gaps[2] - gaps[0], -gaps[0]
    straight = all(found == a * x + b * y - c for found, (x, y) in zip(gaps, TRIED, strict=True))
    return half_plane(a, b, node.signs[0], c) if straight and (a or b) else None


def gap(node: Relation, values: dict[str, int]) -> Fraction:
    """Left minus right."""
    left, right = (evaluate(part, {letter: Fraction(value) for letter, value in values.items()}) for part in node.parts)
    return left - right
