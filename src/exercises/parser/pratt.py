"""A Pratt parser: every sign has a binding power, and what binds tighter is read first.

Division and multiplication, also by standing side by side, bind alike from left to right: `1/2x` is half of x.
"""

from collections.abc import Collection
from functools import lru_cache

from exercises.parser.errors import Unreadable
from exercises.parser.nodes import Exponential, Joined, Neg, Node, Power, Product, Quotient, Relation, Sum, letters
from exercises.parser.operands import POWER, PRODUCT, SUM, Operands
from exercises.parser.powers import EXPONENT, MAX_GROWTH, growth, literal
from exercises.parser.tokens import tokens

MAX_DEPTH = 60
BESIDE = ("name", "(", "[", "frac", "root", "num", "abs", "|")
BINDS = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "^": POWER, **dict.fromkeys(BESIDE, PRODUCT)}


def parse(text: str, names: Collection[str] = ()) -> Node:
    """The tree of plain text or TeX; Unreadable (with a sentence for the learner) is all that leaves.

    Caps: 300 characters, 200 tokens, depth 60, literal exponents up to 20 either way with denominators up to 20.
    A letter in the other case than one of `names` is taken for it.
    """
    return _parsed(text, frozenset(names))


@lru_cache(maxsize=1024)  # a wrong answer is compared with every named mistake, and classmates make the same ones
def _parsed(text: str, names: frozenset[str]) -> Node:
    return Parser(*tokens(text, names)).whole()


class Parser(Operands):
    """Reads one list of tokens from left to right."""

    def whole(self) -> Node:
        """Everything up to the end."""
        node = self.joined("or")
        if self.next.kind in (")", "]", "}"):
            raise Unreadable("There is a closing bracket without an opening one.")
        if self.next.kind != "end":
            raise self.after()
        return node

    def joined(self, word: str) -> Node:
        """Relations with "or" between them, and within those with "and"."""
        parts = [self.joined("and") if word == "or" else self.relation()]
        while self.next.kind == "joint" and self.next.text == word:
            self.take()
            parts.append(self.joined("and") if word == "or" else self.relation())
        return Joined(word, tuple(parts)) if len(parts) > 1 else parts[0]

    def relation(self) -> Node:
        """An expression, or several with = < > between them."""
        parts, signs = [self.expression(0)], []
        while self.next.kind == "relation":
            signs.append(self.take().text)
            parts.append(self.expression(0))
        return Relation(tuple(parts), tuple(signs)) if signs else parts[0]

    def expression(self, binds: int) -> Node:
        """The longest expression whose signs all bind tighter than `binds`."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Unreadable("There are too many brackets or signs inside each other.")
        left = self.operand(binds)
        while (power := self.power()) > binds:
            left = self.sum(left) if power == SUM else self.product(left) if power == PRODUCT else self.raised(left)
        self.depth -= 1
        return left

    def power(self) -> int:
        """How tightly what comes next binds to the left; -1 when nothing can follow, as at a bar that closes."""
        if self.bars and self.next.kind == "|":
            return -1
        return BINDS.get(self.next.kind, -1)

    def sum(self, left: Node) -> Node:
        """All the terms that follow on this level."""
        terms = [left]
        while self.next.kind in ("+", "-"):
            minus = self.take().kind == "-"
            term = self.expression(SUM)
            terms.append(Neg(term) if minus else term)
        return Sum(tuple(terms))

    def product(self, left: Node) -> Node:
        """All the factors that follow on this level, with divisions from left to right."""
        factors = [left]
        while self.power() == PRODUCT:
            if self.next.kind == "num":
                raise self.beside()
            sign = self.take().kind if self.next.kind in ("*", "/") else "*"
            right = self.expression(PRODUCT)
            factors = [*factors, right] if sign == "*" else [Quotient(product(factors), right)]
        return product(factors)

    def raised(self, left: Node) -> Node:
        """A power."""
        self.take()
        exponent = self.exponent()
        node = Exponential(left, exponent) if letters(exponent) else Power(left, literal(exponent))
        if self.next.kind == "^":
            raise Unreadable(EXPONENT)
        if growth(node) > MAX_GROWTH:
            raise Unreadable("These powers inside powers are too large for me to read.")
        return node


def product(factors: list[Node]) -> Node:
    """A product, or the only factor."""
    return factors[0] if len(factors) == 1 else Product(tuple(factors))
