"""An expression, compared by its value, with a form that may be asked for."""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import ClassVar

from exercises.answers.forms import spellings
from exercises.answers.reading import ZERO_BELOW
from exercises.answers.statements import known, read_expression
from exercises.parser import Node, Undefined, Unreadable, same_value, to_tex
from exercises.parser.shapes import is_expanded, is_factored, is_product, is_simplified
from exercises.verdict import Response, Verdict, judged, not_gradable, typed

FORMS = ("any", "simplified", "expanded", "factored")


@dataclass(frozen=True, slots=True)
class Expression:
    """The value of `text` in these letters.

    `form`: "simplified" wants like terms collected and no brackets, "expanded" no brackets,
    "factored" a product that cannot be factored further.
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
        try:
            node = read_expression(typed(response), self.variables)
            right = same_value(node, known(self.text))
        except Unreadable as problem:
            return not_gradable(problem.message)
        except Undefined:
            return not_gradable(ZERO_BELOW)
        ask = form_message(node, self.form) if right else ""
        return not_gradable(ask, to_tex(node)) if ask else judged(right, to_tex(node))

    def like(self, value: Hashable) -> "Expression":
        """The same question about another value, in any form."""
        return replace(self, text=str(value), form="any")

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


def form_message(node: Node, form: str) -> str:
    """What is still to be done for this form; "" when nothing is."""
    if form == "simplified" and not is_simplified(node):
        return "This has the right value. Now simplify: no brackets, like terms added, fractions in lowest terms."
    if form == "expanded" and not is_expanded(node):
        return "This has the right value. Now multiply out all the brackets and work out the products."
    if form == "factored" and not is_product(node):
        return "This has the right value. Now write it as a product of factors."
    if form == "factored" and not is_factored(node):
        return "This has the right value. One of the factors can still be factored."
    return ""
