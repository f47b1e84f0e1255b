"""The forms in which an equation of a line may be asked for."""

from collections.abc import Callable, Mapping

from exercises.parser.nodes import Node, Product, Quotient, Sum, Var, letters, walk
from exercises.parser.shapes import is_number, is_whole, monomial, terms, unsigned

Sides = tuple[Node, Node]


def is_standard_line(pair: Sides) -> bool:
    """`ax + by = c` with whole numbers: each letter at most once on one side, a number on the other."""
    left, right = pair
    found = [monomial(term) for term in terms(left)]
    alone = all(powers in ((("x", 1),), (("y", 1),)) for powers in found) and len(set(found)) == len(found)
    return alone and is_whole(right) and all(whole_coefficient(term) for term in terms(left))


def whole_coefficient(term: Node) -> bool:
    """Whether a term is a letter, perhaps times a whole number."""
    inner = unsigned(term)
    return isinstance(inner, Var) or (isinstance(inner, Product) and any(map(is_whole, inner.factors)))


def is_point_slope(pair: Sides) -> bool:
    """`y - y1 = m(x - x1)`: a bracket with x times a number, and nothing else beside it."""
    left, right = pair
    return shifted(left, "y") and scaled(right)


def shifted(node: Node, letter: str) -> bool:
    """A letter alone, or with a number added or taken away."""
    parts = terms(node)
    return Var(letter) in parts and len(parts) <= 2 and all(part == Var(letter) or is_number(part) for part in parts)


def scaled(node: Node) -> bool:
    """A shifted x times or over a number."""
    inner = unsigned(node)
    if isinstance(inner, Product):
        rest = [factor for factor in inner.factors if not is_number(factor)]
        return len(rest) == 1 and (shifted(rest[0], "x") or scaled(rest[0]))
    if isinstance(inner, Quotient):
        return scaled(inner.top) and is_number(inner.bottom)
    return shifted(inner, "x")


def is_slope_intercept(pair: Sides) -> bool:
    """`y = mx + b`: y alone, and on the other side at most one term with a letter and one number, in any order."""
    left, right = pair
    parts = terms(right)
    lettered = sum(bool(letters(part)) for part in parts)
    gathered = lettered <= 1 and len(parts) - lettered <= 1
    return left == Var("y") and gathered and not any(isinstance(node, Sum) for part in parts for node in walk(part))


SHAPES: Mapping[str, tuple[Callable[[Sides], bool], str]] = {
    "": (lambda pair: True, ""),
    "standard": (
        is_standard_line,
        "That is the line. Write it in standard form, $ax + by = c$: both letters on one side, integers only.",
    ),
    "slope-intercept": (
        is_slope_intercept,
        "That is the line. Write it in the form $y = mx + b$: one term with $x$ and one number.",
    ),
    "point-slope": (
        is_point_slope,
        "That is the line. Write it in point-slope form, with the bracket left as it is: $y - y_1 = m(x - x_1)$.",
    ),
}


def shape_message(pair: Sides, shape: str) -> str:
    """What to do when an equation is right and not in the form asked for; empty when it is."""
    fits, says = SHAPES[shape]
    return "" if fits(pair) or fits(pair[::-1]) else says
