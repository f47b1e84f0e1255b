"""How functions are written: a quadratic in vertex form, an exponential with a number as its base."""

from exercises.parser.nodes import Exponential, Node, Power, Quotient, Sum, Var, letters, walk
from exercises.parser.same import same_value
from exercises.parser.shapes import factors, in_lowest_terms, is_number, terms, unsigned


def is_vertex_form(node: Node) -> bool:
    """Whether it is a number times the square of a letter plus a number, plus a number: `-2(x - 3)^2 + 5`."""
    parts = terms(node)
    moving = [part for part in parts if letters(part)]
    still = [part for part in parts if not letters(part)]
    return len(moving) == 1 and len(still) <= 1 and all(map(is_worked_out, still)) and is_square_times(moving[0])


def is_worked_out(node: Node) -> bool:
    """Whether it is one number with nothing left to do."""
    return is_number(node) and in_lowest_terms(node)


def is_square_times(term: Node) -> bool:
    """A square of a letter plus a number, with at most one number before it or below it."""
    inner = unsigned(term)
    if isinstance(inner, Quotient) and is_worked_out(inner.bottom):
        inner = inner.top
    squares = [part for part in factors(inner) if letters(part)]
    numbers = [part for part in factors(inner) if not letters(part)]
    if len(squares) != 1 or len(numbers) > 1 or not all(map(is_worked_out, numbers)):
        return False
    square = squares[0]
    return isinstance(square, Power) and square.exponent == 2 and is_shifted_letter(square.base)


def is_shifted_letter(node: Node) -> bool:
    """A letter, or a letter with a number added or taken away."""
    parts = terms(node)
    named = [part for part in parts if isinstance(unsigned(part), Var)]
    others = [part for part in parts if part not in named]
    return len(named) == 1 and len(others) <= 1 and all(map(is_worked_out, others))


def is_exponential(node: Node, right: Node) -> bool:
    """Whether it is one power with a letter in its exponent, perhaps times a number, and with the base of the
    right answer."""
    if isinstance(node, Sum):
        return False
    powers = [part for part in factors(unsigned(node)) if letters(part)]
    numbers = [part for part in factors(unsigned(node)) if not letters(part)]
    wanted = next((part for part in walk(right) if isinstance(part, Exponential)), None)
    if len(powers) != 1 or len(numbers) > 1 or wanted is None or not all(map(is_number, numbers)):
        return False
    power = powers[0]
    return isinstance(power, Exponential) and is_number(power.base) and same_value(power.base, wanted.base)
