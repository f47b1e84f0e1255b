"""The forms in which an expression may be asked for, and what is said when one is missing."""

from collections.abc import Callable, Mapping

from exercises.parser import Node
from exercises.parser.function_forms import is_exponential, is_vertex_form
from exercises.parser.radicals import (
    has_no_fraction_exponent,
    has_no_root_sign,
    has_positive_exponents,
    is_one_power,
    is_radical,
)
from exercises.parser.shapes import (
    count,
    has_whole_factors,
    is_expanded,
    is_factored,
    is_product,
    is_simplified,
    is_standard,
)

Rule = tuple[Callable[[Node, Node], bool], str]
"""Whether what was typed has the form, next to the right answer; and what is still to be done."""


def alone(test: Callable[[Node], bool]) -> Callable[[Node, Node], bool]:
    """A test that does not look at the right answer."""
    return lambda typed, _: test(typed)


SIMPLIFY = "Now simplify: no brackets, like terms added, fractions in lowest terms."
FACTOR_ON = "One of the factors can still be factored."

FORMS: Mapping[str, tuple[Rule, ...]] = {
    "any": (),
    "any-positive": (),
    "simplified": ((alone(is_simplified), SIMPLIFY),),
    "expanded": ((alone(is_expanded), "Now multiply out all the brackets and work out the products."),),
    "standard": (
        (alone(is_simplified), SIMPLIFY),
        (alone(is_standard), "Now put the terms in order, from the highest power to the lowest."),
    ),
    "factored": (
        (alone(is_product), "Now write it as a product of factors."),
        (alone(is_factored), FACTOR_ON),
        (lambda typed, right: count(typed) >= count(right), FACTOR_ON),
        (
            lambda typed, right: has_whole_factors(typed) or not has_whole_factors(right),
            "Now write it with whole numbers only, in every factor.",
        ),
    ),
    "vertex": (
        (alone(is_vertex_form), "Now write it in vertex form: a number times the square of a bracket, plus a number."),
    ),
    "exponential": (
        (is_exponential, "Now write it as one power, times a number if there is one, with the base that is asked for."),
    ),
    "radical": (
        (alone(has_no_fraction_exponent), "Now write it with root signs instead of exponents that are fractions."),
        (
            alone(is_radical),
            "Now simplify: nothing left under a root that can be taken out, like roots added, no root below a bar.",
        ),
    ),
    "positive": (
        (alone(has_positive_exponents), "Now write it with positive exponents only."),
        (alone(is_simplified), "Now simplify: each letter once, no brackets, numbers worked out."),
    ),
    "power": ((is_one_power, "Now write it as one power, with the base that is asked for."),),
    "exponents": ((alone(has_no_root_sign), "Now write it without a root sign, with one exponent for each base."),),
    "roots": ((alone(has_no_fraction_exponent), "Now write it with a root sign, without a fraction in an exponent."),),
}
"""A right value is right in this form when all the rules hold, which are tried in order."""

POSITIVE = frozenset(("any-positive", "radical", "positive", "power", "exponents", "roots"))
"""The forms in which letters stand for positive numbers only, as questions on roots say."""


def form_message(typed: Node, right: Node, form: str) -> str:
    """What is still to be done for this form; "" when nothing is."""
    missing = (says for holds, says in FORMS[form] if not holds(typed, right))
    says = next(missing, "")
    return f"This has the right value. {says}" if says else ""
