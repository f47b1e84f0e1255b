"""An equation, compared up to a constant factor."""

import re
from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from exercises.answers.cut_off import cuts_off
from exercises.answers.forms import spellings
from exercises.answers.line_shapes import shape_message
from exercises.answers.reading import ZERO_BELOW
from exercises.answers.statements import known, read
from exercises.parser import Node, Undefined, Unreadable, proportional, same_value, to_tex
from exercises.parser.fractions import multiples, top
from exercises.parser.nodes import Neg, Relation, Sum, Var, letters
from exercises.verdict import Response, Verdict, judged, not_gradable, typed

FUNCTION = re.compile(r"\s*([A-Za-z])\s*(?:\\left)?\(\s*([A-Za-z])\s*(?:\\right)?\)\s*=(.*)", re.DOTALL)
AS_FRACTIONS = "Decimals cannot show this exactly. Write fractions."
SOLVED = "That is the solution already. Write the equation that tells the story, before anything is solved."


@dataclass(frozen=True, slots=True)
class Equation:
    """Right when left minus right is that of `text` times a number that is not 0.

    With `solved_for` that letter must stand alone on one side and nowhere on the other. With `model` the
    equation must tell the story: one that is solved already ("m = 6") is asked for again, and "12/m = 2" is "2m = 12".
    `shape` asks for a form of a line in x and y: "standard", "point-slope" or "slope-intercept".
    """

    text: str
    solved_for: str = ""
    model: bool = False
    shape: str = ""
    kind: ClassVar[str] = "eq"

    def grade(self, response: Response) -> Verdict:
        """Read the field `value`."""
        right = sides(known(self.text))
        try:
            node = read(named_plainly(typed(response), right), letters(known(self.text)))
            left_right = sides(node)
            if self.solved_for:
                left_right, right = isolated(left_right, self.solved_for), isolated(right, self.solved_for)
                same = same_value(left_right[1], right[1])
                cut = AS_FRACTIONS if not same and cuts_off(left_right[1], right[1]) else ""
            elif self.model and is_solved(left_right):
                return not_gradable(SOLVED)
            else:
                same, cut = self.says_the_same(difference(left_right), difference(right)), ""
            ask = shape_message(left_right, self.shape) if same else cut
            return not_gradable(ask, to_tex(node)) if ask else judged(same, to_tex(node))
        except Unreadable as problem:
            return not_gradable(problem.message)
        except Undefined:
            return not_gradable(ZERO_BELOW)

    def says_the_same(self, given: Node, right: Node) -> bool:
        """Whether one difference is a multiple of the other; a model may have its letter in a denominator."""
        if proportional(given, right):
            return True
        try:
            return self.model and multiples(top(given), top(right))
        except Undefined:
            return False

    def like(self, value: Hashable) -> "Equation":
        """The same question about another equation."""
        return Equation(str(value), self.solved_for, self.model)

    def show(self) -> str:
        """TeX of the right equation."""
        return f"${to_tex(known(self.text))}$"

    def examples(self) -> list[Response]:
        """The text in several ways of typing, sides swapped, doubled when it need not be solved."""
        left, right = self.text.split("=")
        ways = [*spellings(self.text), to_tex(known(self.text)), f"{right} = {left}"]
        if not self.solved_for and not self.shape:
            ways += [f"2({left}) = 2({right})", f"{left} - ({right}) = 0"]
        return [{"value": way} for way in ways]

    def public(self) -> dict[str, object]:
        """Which letter is to stand alone."""
        return {"solved_for": self.solved_for, "format": "an equation"}


def sides(node: Node) -> tuple[Node, Node]:
    """Left and right; Unreadable when it is not one equation."""
    if not isinstance(node, Relation) or node.signs != ("=",):
        raise Unreadable("Type one equation, with one = sign.")
    return node.parts[0], node.parts[1]


def named_plainly(text: str, right: tuple[Node, Node]) -> str:
    """The text with "c(h) =" as "c =", where the right equation says what c is; every other text as it stands."""
    found = FUNCTION.fullmatch(text)
    if not found or not isinstance(right[0], Var) or right[0].name in letters(right[1]):
        return text
    name, of, rest = found.groups()
    tells = name.lower() == right[0].name.lower() and of in letters(right[1]) and of in rest
    return f"{name} = {rest}" if tells else text


def is_solved(pair: tuple[Node, Node]) -> bool:
    """Whether a letter stands alone on one side and only numbers on the other."""
    return any(isinstance(one, Var) and not letters(other) for one, other in (pair, pair[::-1]))


def difference(pair: tuple[Node, Node]) -> Node:
    """Left minus right."""
    return Sum((pair[0], Neg(pair[1])))


def isolated(pair: tuple[Node, Node], letter: str) -> tuple[Node, Node]:
    """The letter and what it equals; Unreadable when the letter does not stand alone."""
    for one, other in (pair, pair[::-1]):
        if one == Var(letter) and letter not in letters(other):
            return one, other
    raise Unreadable(f"Solve for ${letter}$: it must stand alone on one side of the = sign.")
