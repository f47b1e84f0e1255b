"""Methods with a reason that is true or false for an equation, and how that is found out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from courses.alg1.quadratic_equations.methods import COMPLETE, FACTOR, FORMULA, PRODUCT, SQUARE, Posed
from courses.alg1.quadratic_equations.readback import coefficients, letter_of

REACH = 200  # how far integers are tried: no product is larger than that


@dataclass(frozen=True, slots=True)
class Claim:
    """A method with its reason; `slip` names the mistake of whoever believes it where it is false."""

    name: str
    slip: str
    say: Callable[[Posed], str]

    def text(self, posed: Posed) -> str:
        """The claim about this equation."""
        return self.say(posed)


def _pair(posed: Posed) -> str:
    return f"two integers have the product ${posed.q.a * posed.q.c}$ and the sum ${posed.q.b}$"


def _half(posed: Posed) -> str:
    return f"half of ${posed.q.b}$ is an integer"


SQUARE_CLAIM = Claim(
    SQUARE,
    "roots-with-linear-term",
    lambda _: "Take square roots: the letter stands in a single square and nowhere else.",
)
PRODUCT_CLAIM = Claim(
    PRODUCT,
    "zero-product-without-zero",
    lambda _: "Use the zero product rule at once: a product is already equal to $0$.",
)
FACTOR_CLAIM = Claim(
    FACTOR,
    "factoring-without-whole-numbers",
    lambda posed: f"Factor the trinomial: {_pair(posed)}.",
)
COMPLETE_CLAIM = Claim(
    COMPLETE,
    "fractions-when-completing",
    lambda posed: f"Complete the square: it does not factor, and {_half(posed)}.",
)
FORMULA_CLAIM = Claim(
    FORMULA,
    "unneeded-method",
    lambda _: "Use the formula: it does not factor, and completing the square brings fractions.",
)
CANNOT = Claim(
    "cannot",
    "formula-where-less-is-enough",
    lambda _: "Multiply out and use the formula: this form cannot be solved in another way.",
)
READY = Claim(
    "ready",
    "not-in-order",
    lambda _: "Use the formula at once: all terms stand in order on one side, $0$ on the other.",
)

CLAIMS: Mapping[str, tuple[Claim, ...]] = {
    SQUARE: (SQUARE_CLAIM, PRODUCT_CLAIM, CANNOT, READY, FORMULA_CLAIM),
    PRODUCT: (PRODUCT_CLAIM, SQUARE_CLAIM, CANNOT, READY, FORMULA_CLAIM),
    FACTOR: (FACTOR_CLAIM, SQUARE_CLAIM, PRODUCT_CLAIM, FORMULA_CLAIM, COMPLETE_CLAIM),
    COMPLETE: (COMPLETE_CLAIM, FACTOR_CLAIM, SQUARE_CLAIM, PRODUCT_CLAIM, FORMULA_CLAIM),
    FORMULA: (FORMULA_CLAIM, FACTOR_CLAIM, SQUARE_CLAIM, PRODUCT_CLAIM, COMPLETE_CLAIM),
}


FITTING_LESS: Mapping[tuple[str, str], str] = {
    (FORMULA, FACTOR): "two-numbers-overlooked",
    (COMPLETE, FACTOR): "two-numbers-overlooked",
    (FORMULA, COMPLETE): "half-is-whole",
}
"""Which part of a claim fails, for a method and an equation that suits another one."""


def slip_of(claim: Claim, method: str) -> str:
    """The mistake of whoever believes a claim about an equation that suits this method."""
    return FITTING_LESS.get((claim.name, method), claim.slip)


def holds(name: str, equation: str) -> bool:
    """Whether a claim's reason is true for an equation, found by trying."""
    return TRUTHS[name](equation)


def _single_square(equation: str) -> bool:
    letter = letter_of(equation)
    return equation.count(letter) == 1 and bool(re.search(rf"({letter}|\))\^2", equation))


def _zero_product(equation: str) -> bool:
    left, right = equation.split(" = ")
    letter = letter_of(equation)
    return right == "0" and re.fullmatch(rf"\d?{letter}?(\([^()]+\))+", left) is not None and "^" not in left


def _in_order(equation: str) -> bool:
    return equation.endswith("= 0") and "(" not in equation


def _factors(equation: str) -> bool:
    if not _in_order(equation):
        return False
    a, b, c = map(int, coefficients(equation))
    return any(n * (b - n) == a * c for n in range(-REACH, REACH + 1))


def _whole_half(equation: str) -> bool:
    a, b, _ = coefficients(equation)
    return _in_order(equation) and a == 1 and b % 2 == 0 and b != 0 and not _factors(equation)


def _formula_needed(equation: str) -> bool:
    a, b, _ = coefficients(equation)
    return _in_order(equation) and not _factors(equation) and (b / a) % 2 != 0


TRUTHS: Mapping[str, Callable[[str], bool]] = {
    SQUARE: _single_square,
    PRODUCT: _zero_product,
    FACTOR: _factors,
    COMPLETE: _whole_half,
    FORMULA: _formula_needed,
    "cannot": lambda equation: not (_single_square(equation) or _zero_product(equation)),
    "ready": _in_order,
}
