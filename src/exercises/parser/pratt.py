"""A Pratt parser: every sign has a binding power, and what binds tighter is read first.

Division and multiplication, also by standing side by side, bind alike from left to right: `1/2x` is half of x.
"""

from collections.abc import Collection

from exercises.parser.errors import Unreadable
from exercises.parser.nodes import (
    Exponential,
    Joined,
    Mixed,
    Neg,
    Node,
    Num,
    Power,
    Product,
    Quotient,
    Relation,
    Root,
    Sum,
    Var,
    letters,
)
from exercises.parser.powers import EXPONENT, MAX_EXPONENT, MAX_GROWTH, growth, literal
from exercises.parser.tokens import Token, number, shown, tokens

MAX_DEPTH = 60

SUM, PRODUCT, POWER = 10, 20, 30
BINDS = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "^": POWER}
BESIDE = frozenset(("name", "(", "[", "frac", "root", "num"))
CLOSES = {"(": ")", "[": "]", "{": "}"}
INDEX = f"Above a root sign there must be a whole number from 2 to {MAX_EXPONENT}."


def parse(text: str, names: Collection[str] = ()) -> Node:
    """The tree of plain text or TeX; Unreadable (with a sentence for the learner) is all that leaves.

    Caps: 300 characters, 200 tokens, depth 60, literal exponents up to 20 either way with denominators up to 20.
    A letter in the other case than one of `names` is taken for it.
    """
    return Parser(*tokens(text, names)).whole()


class Parser:
    """Reads one list of tokens from left to right."""

    def __init__(self, text: str, found: list[Token]) -> None:
        self.text, self.tokens, self.at, self.depth = text, found, 0, 0

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

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
            left = {SUM: self.sum, PRODUCT: self.product, POWER: self.raised}[power](left)
        self.depth -= 1
        return left

    def power(self) -> int:
        """How tightly what comes next binds to the left; -1 when nothing can follow."""
        return PRODUCT if self.next.kind in BESIDE else BINDS.get(self.next.kind, -1)

    def operand(self, binds: int) -> Node:
        """A number, letter, bracket, fraction or root, or one with a sign in front."""
        token = self.take()
        match token.kind:
            case "num":
                return self.number(token)
            case "name":
                return Var(token.text)
            case "(" | "[":
                return self.bracket(token)
            case "-":
                return Neg(self.expression(max(binds, SUM)))
            case "+":
                return self.expression(max(binds, SUM))
            case "frac":
                return Quotient(self.group(), self.group())
            case "root":
                return self.root(token)
        raise self.missing(token)

    def number(self, token: Token) -> Node:
        """A number, or a mixed number when a fraction of whole numbers follows."""
        value, text = number(token.text)
        part = self.fraction_part() if text.isdigit() else None
        return Num(value, text) if part is None else Mixed(int(text), *part)

    def fraction_part(self) -> tuple[int, int] | None:
        """The top and bottom after a whole number: ` 1/2` or `\\frac{1}{2}`; None if there is none."""
        kinds = [token.kind for token in self.tokens[self.at : self.at + 7]]
        if kinds[:3] == ["num", "/", "num"]:
            places, length = (0, 2), 3
        elif kinds == ["frac", "{", "num", "}", "{", "num", "}"]:
            places, length = (2, 5), 7
        else:
            return None
        top, bottom = (self.tokens[self.at + place].text for place in places)
        if not (top.isdigit() and bottom.isdigit()):
            return None
        self.at += length
        return int(top), int(bottom)

    def bracket(self, opened: Token) -> Node:
        """What stands in a bracket, up to its closing one."""
        inner = self.expression(0)
        if self.next.kind == CLOSES[opened.kind]:
            self.take()
            return inner
        if self.next.kind in ("end", "relation", "joint"):
            raise Unreadable("There is a bracket that is never closed.")
        raise self.after()

    def group(self) -> Node:
        """What a TeX command takes: `{...}`, or one sign."""
        token = self.take()
        if token.kind == "{":
            return self.bracket(token)
        if token.kind == "num" and len(token.text) > 1:
            self.at -= 1
            self.tokens[self.at] = Token("num", token.text[1:], token.start + 1, token.end)
            token = Token("num", token.text[0], token.start, token.start + 1)
        if token.kind == "num":
            return Num(*number(token.text))
        if token.kind == "name":
            return Var(token.text)
        raise self.missing(token)

    def root(self, sign: Token) -> Node:
        """A root of a bracket, a group or one sign; its index stands in square brackets before that."""
        index = 3 if sign.text == "cbrt" else self.index() if self.next.kind == "[" else 2
        return Root(self.group() if self.next.kind == "{" else self.expression(POWER - 1), index)

    def index(self) -> int:
        """What stands above a root sign."""
        opened, number, closed = (self.take() if self.next.kind != "end" else self.next for _ in range(3))
        if closed.kind != CLOSES[opened.kind] or not number.text.isdigit() or not 2 <= int(number.text) <= MAX_EXPONENT:
            raise Unreadable(INDEX)
        return int(number.text)

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

    def exponent(self) -> Node:
        """A number, letter, fraction or bracket, perhaps with signs."""
        minus = False
        while self.next.kind in ("-", "+"):
            minus ^= self.take().kind == "-"
        token = self.take()
        if token.kind == "end":
            raise Unreadable("Something is missing after '^'.")
        if token.kind not in (*CLOSES, "num", "name", "frac"):
            raise Unreadable(EXPONENT)
        node = self.exponent_part(token)
        return Neg(node) if minus else node

    def exponent_part(self, token: Token) -> Node:
        """An exponent without its sign, begun with this token."""
        if token.kind in CLOSES:
            return self.bracket(token)
        if token.kind == "frac":
            return Quotient(self.group(), self.group())
        return Var(token.text) if token.kind == "name" else Num(*number(token.text))

    def after(self) -> Unreadable:
        """The complaint about what follows the part that was read."""
        read = shown(self.text[: self.tokens[self.at - 1].end])
        return Unreadable(f"I could not read the part after '{read}'." if read else "I could not read that.")

    def beside(self) -> Unreadable:
        """The complaint about a number right behind something."""
        read = shown(self.text[: self.tokens[self.at - 1].end])
        return Unreadable(f"I could not read the number after '{read}'. Is a sign such as + or ^ missing?")

    def missing(self, token: Token) -> Unreadable:
        """The complaint about a place where a number or letter should stand."""
        read = shown(self.text[: token.start])
        if token.kind == "end" and not read:
            return Unreadable("Type an answer first.")
        if read:
            return Unreadable(f"Something is missing after '{read}'.")
        return Unreadable("Something is missing before the first sign.")


def product(factors: list[Node]) -> Node:
    """A product, or the only factor."""
    return factors[0] if len(factors) == 1 else Product(tuple(factors))
