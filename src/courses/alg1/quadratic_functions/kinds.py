"""Linear, quadratic, exponential: how values tell the kinds apart."""

from collections.abc import Sequence
from itertools import pairwise

from exercises import Exact
from exercises.exact import Fraction

LIN, QUAD, EXP, NONE = "linear", "quadratic", "exponential", "none"
KINDS = (LIN, QUAD, EXP)
WHY = {
    LIN: "The differences of neighbours are all equal",
    QUAD: "The differences of the differences are all equal",
    EXP: "The factors from value to value are all equal",
}


def differences(values: Sequence[Fraction]) -> list[Fraction]:
    """Each value minus the one before."""
    return [after - before for before, after in pairwise(values)]


def kind_of(values: Sequence[Fraction]) -> str:
    """The kind of function with these values at neighbouring places."""
    steps = differences(values)
    if len(set(steps)) == 1:
        return LIN
    if len(set(differences(steps))) == 1:
        return QUAD
    if all(values) and len({after / before for before, after in pairwise(values)}) == 1:
        return EXP
    return NONE


def kind_of_dots(values: Sequence[Exact]) -> str:
    """The kind of function that measured values follow roughly: even steps, a turn between longer runs, or even
    factors."""
    steps = [float(after - before) for before, after in pairwise(values)]
    mean = sum(steps) / len(steps)
    if all(abs(step - mean) <= 0.45 * abs(mean) for step in steps):
        return LIN
    signs = [step > 0 for step in steps]
    turns = sum(a != b for a, b in pairwise(signs))
    if turns == 1 and 2 <= signs.index(not signs[0]) <= len(signs) - 2:
        return QUAD
    factors = [float(Fraction(after) / before) for before, after in pairwise(values)]
    middle = sorted(factors)[len(factors) // 2]
    if not turns and abs(middle - 1) > 0.3 and all(abs(factor / middle - 1) < 0.4 for factor in factors):
        return EXP
    return NONE
