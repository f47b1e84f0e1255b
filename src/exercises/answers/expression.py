"""An expression, compared by its value, with a form that may be asked for."""

import re
from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from exercises.answers.forms import spellings
from exercises.answers.reading import ZERO_BELOW
from exercises.answers.statements import known, read_expression
from exercises.answers.wanted_forms import FORMS, POSITIVE, form_message
from exercises.parser import Node, Undefined, Unreadable, parse, same_value, to_tex
from exercises.parser.fields import FLOATING, value
from exercises.parser.nodes import Num, has_root, is_fractional, letters, walk
from exercises.parser.normal import normal
from exercises.parser.shapes import unsigned
from exercises.verdict import Response, Verdict, judged, not_gradable, typed

NO_VALUE = "There is a division by 0 or the root of a negative number, and that has no value here."
EXACTLY = "Leave the root in your answer: a decimal cannot show it exactly."
IN_BRACKETS = "Put a fraction that is an exponent in brackets, for example x^(2/3)."
ALL_BELOW = "Put all that stands below the bar in brackets, for example 1/(2x)."
BELOW = re.compile(r"/\s*(\d+[\s*]*(?:[A-Za-z](?:\^\{?\d+\}?)?[\s*]*)+|(?:[A-Za-z](?:\^\{?\d+\}?)?[\s*]*){2,})")
ALL_UNDER = "Put all that stands under the root in brackets, for example √(2x)."
UNDER = re.compile(r"(\\sqrt|sqrt)\s*((?:\d+[\s*]*)?(?:[A-Za-z](?:\^\{?\d+\}?)?[\s*]*)+)")
BARE_FRACTION = re.compile(r"\^\s*-?\d+\s*/\s*\d")
EXPONENT = re.compile(r"\^\s*\{?(\d*[A-Za-z])\}?\s*/\s*(\d+)")
BASE_IN_BRACKETS = "Put a fraction that is raised to a power in brackets, for example (2/3)^x."
BASE = re.compile(r"(\d+)\s*/\s*(\d+)(?=\s*\^)")


@dataclass(frozen=True, slots=True)
class Expression:
    """The value of `text` in these letters.

    `form`: "simplified" wants like terms collected and no brackets, "standard" that in falling powers, "expanded" no
    brackets, "factored" a product that cannot be factored further over the integers, "vertex" a(x - h)^2 + k,
    "exponential" a b^x with the number b of `text`, "radical" simplified roots, "positive" one simplified term without
    zero or negative exponents, "power" one power with the base of `text`, "exponents" no root signs, "roots" no
    fractions in exponents. From "radical" on all letters stand for positive numbers, so that the root of x^2 is x;
    "any-positive" asks for nothing more than that.
    """

    text: str
    variables: tuple[str, ...] = ("x",)
    form: str = "any"
    kind: ClassVar[str] = "expr"

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise ValueError(f"the form is one of {', '.join(FORMS)}")

    def grade(self, response: Response) -> Verdict:
        """Read the field `value`."""
        text, right = typed(response), known(self.text)
        try:
            node = read_expression(text, self.variables)
            if not same_value(node, right, positive=self.form in POSITIVE):
                ask = misread(text, node, right)
                return not_gradable(ask, to_tex(node)) if ask else judged(False, to_tex(node))
            ask = form_message(node, right, self.form)
        except Unreadable as problem:
            return not_gradable(problem.message)
        except Undefined:
            return not_gradable(NO_VALUE if has_root(right) else ZERO_BELOW)
        return not_gradable(ask, to_tex(node)) if ask else judged(True, to_tex(node))

    def gave(self, value: Hashable, response: Response) -> bool:
        """Whether the response has this other value, in any form; ValueError when it is no expression."""
        try:
            node = read_expression(typed(response), self.variables)
            return same_value(node, known(str(value)), positive=self.form in POSITIVE)
        except Undefined:
            return False

    def like(self, value: Hashable) -> "Expression":
        """The same question about another value, in any form."""
        return replace(self, text=str(value), form="any-positive" if self.form in POSITIVE else "any")

    def show(self) -> str:
        """TeX of the right expression."""
        return f"${to_tex(known(self.text))}$"

    def examples(self) -> list[Response]:
        """The text in several ways of typing, and its TeX."""
        ways = [*spellings(self.text), self.text.replace(" ", ""), to_tex(known(self.text))]
        return [{"value": way} for way in ways]

    def public(self) -> dict[str, object]:
        """Which letters and form are asked for."""
        return {"variables": list(self.variables), "form": self.form, "format": "an expression"}


def means(text: str, right: Node) -> bool:
    """Whether a changed text has the right value."""
    try:
        return same_value(parse(text), right, positive=True)
    except (Unreadable, Undefined):
        return False


def bare_power(text: str, right: Node) -> str:
    """What to say about 2^x/3 that is meant as 2^(x/3), and about 2/3^x that is meant as (2/3)^x; "" for all others."""
    raised = EXPONENT.sub(r"^(\1/\2)", text)
    based = BASE.sub(r"(\1/\2)", raised)
    if raised != text and means(raised, right):
        return IN_BRACKETS
    return BASE_IN_BRACKETS if based != raised and means(based, right) else ""


def misread(text: str, node: Node, right: Node) -> str:
    """What to say about a value that is not right but may be meant so: a bare fraction as exponent or base, a product
    below a bar or under a root without brackets, a decimal in place of a root; "" for all others."""
    if BARE_FRACTION.search(text) and any(map(is_fractional, walk(right))):
        return IN_BRACKETS
    if ask := bare_power(normal(text), right):
        return ask
    if "/" in text and means(BELOW.sub(r"/(\1)", normal(text)), right):
        return ALL_BELOW
    if "sqrt" in normal(text) and means(UNDER.sub(r"sqrt(\2)", normal(text)), right):
        return ALL_UNDER
    number = unsigned(node)
    if isinstance(number, Num) and has_root(right) and not letters(right):
        places = len(number.text.partition(".")[2])
        near = abs(value(node, {}, FLOATING) - value(right, {}, FLOATING)) < 10.0**-places
        return EXACTLY if places and near else ""
    return ""
