"""The lowest value of a quadratic expression by trying every quarter, as a second opinion."""

from collections.abc import Callable

from courses.alg1.quadratic_equations.readback import letter_of
from exercises import evaluate, parse
from exercises.exact import Fraction

REACH = 32
Curve = Callable[[Fraction], Fraction]


def polynomial_of(tex: str) -> Curve:
    """An expression in one letter as a function."""
    node, letter = parse(tex), letter_of(tex)
    return lambda at: evaluate(node, {letter: at})


def lowest(curve: Curve) -> Fraction:
    """The lowest value at a quarter; AssertionError when it lies at the end of what is tried."""
    places = [Fraction(n, 4) for n in range(-4 * REACH, 4 * REACH + 1)]
    values = [curve(at) for at in places]
    assert min(values) not in (values[0], values[-1])
    return min(values)
