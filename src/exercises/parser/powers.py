"""Exponents that are numbers, and how far powers may grow."""

from exercises.exact import Fraction
from exercises.parser.errors import Undefined, Unreadable
from exercises.parser.nodes import Neg, Node, Power, children
from exercises.parser.same import evaluate
from exercises.parser.shapes import is_number

MAX_EXPONENT, MAX_GROWTH = 20, 64
EXPONENT = f"An exponent must be a whole number from -{MAX_EXPONENT} to {MAX_EXPONENT}, or a fraction of such numbers."


def literal(exponent: Node) -> int | Fraction:
    """The number that an exponent is; Unreadable when work is left to do, and outside the caps."""
    value = number_value(exponent)
    if value is None or abs(value) > MAX_EXPONENT or value.denominator > MAX_EXPONENT:
        raise Unreadable(EXPONENT)
    return value if value.denominator > 1 else value.numerator


def number_value(node: Node) -> Fraction | None:
    """The value of a tree that is one number, with nothing left to work out; None for any other."""
    if isinstance(node, Neg):
        inner = number_value(node.inner)
        return None if inner is None else -inner
    if not is_number(node):
        return None
    try:
        return evaluate(node)
    except Undefined:
        return None


def growth(node: Node) -> int:
    """The largest product of exponents on a way down: what the size of a value grows with."""
    own = max(1, abs(node.exponent.numerator)) if isinstance(node, Power) else 1
    return own * max((growth(child) for child in children(node)), default=1)
