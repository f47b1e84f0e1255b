"""The properties that justify a step, the ways to mix them up, and how to find them from two lines."""

from itertools import permutations

from courses.alg1.equations.readback import line
from exercises import evaluate, parse
from exercises.exact import Fraction

ADDITION = "Addition property of equality"
SUBTRACTION = "Subtraction property of equality"
MULTIPLICATION = "Multiplication property of equality"
DIVISION = "Division property of equality"
DISTRIBUTE = "Distributive property"
COLLECT = "Combining like terms"
SYMMETRIC = "Symmetric property of equality"

FILLERS = (ADDITION, SUBTRACTION, MULTIPLICATION, DIVISION, DISTRIBUTE, COLLECT)

WHY = {
    ADDITION: "The same number or term was added to both sides.",
    SUBTRACTION: "The same number or term was subtracted from both sides.",
    MULTIPLICATION: "Both sides were multiplied by the same number, which is not zero.",
    DIVISION: "Both sides were divided by the same number, which is not zero.",
    DISTRIBUTE: "The factor multiplied every term in the bracket; the other side stayed the same.",
    COLLECT: "Like terms on one side were put together; the other side stayed the same.",
    SYMMETRIC: "The two sides changed places; nothing else changed.",
}

_UNDOES = {ADDITION: SUBTRACTION, SUBTRACTION: ADDITION, MULTIPLICATION: DIVISION, DIVISION: MULTIPLICATION}
_ONE_SIDE = (DISTRIBUTE, COLLECT)


def _mix_up(right: str, chosen: str) -> str:
    if _UNDOES.get(right) == chosen:
        return "named-the-operation-undone"
    if right in _ONE_SIDE and chosen in _ONE_SIDE:
        return "mixed-distributing-with-collecting"
    if right == SYMMETRIC:
        return "named-a-swap-as-operation"
    if (right in _ONE_SIDE) != (chosen in _ONE_SIDE):
        return "mixed-one-side-with-both-sides"
    return "named-another-operation"


MIX_UPS = {pair: _mix_up(*pair) for pair in permutations(WHY, 2)}
"""What it shows when the second property of the pair is chosen where the first is right."""


def named_by_algebra(old: str, new: str, letter: str) -> str:
    """The property that leads from one equation in TeX to the next, found by comparing their values."""
    (before_left, before_right), (left, right) = (
        [_values(side, letter) for side in equation.split("=")] for equation in (old, new)
    )
    if (left, right) == (before_right, before_left):
        return SYMMETRIC
    if (left, right) == (before_left, before_right):
        return DISTRIBUTE if old.count("(") > new.count("(") else COLLECT
    added = [tuple(b - a for a, b in zip(*pair, strict=True)) for pair in ((before_left, left), (before_right, right))]
    if added[0] == added[1]:
        return ADDITION if max(added[0]) > 0 and min(added[0]) >= 0 else SUBTRACTION
    return _scaled(line(old, letter), line(new, letter))


def _values(side: str, letter: str) -> tuple[Fraction, ...]:
    return tuple(evaluate(parse(side), {letter: Fraction(x)}) for x in (1, 2, 5))


def _scaled(old: tuple[Fraction, Fraction], new: tuple[Fraction, Fraction]) -> str:
    factor = new[0] / old[0]
    assert new[1] == factor * old[1], "both sides must be multiplied by the same number"
    return MULTIPLICATION if factor.denominator == 1 else DIVISION
