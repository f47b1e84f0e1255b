"""What can stand where a number can: letters, brackets, bars, fractions, roots; and what can stand in an exponent."""

from abc import abstractmethod

from exercises.parser.errors import Unreadable
from exercises.parser.nodes import Abs, Mixed, Neg, Node, Num, Quotient, Root, Var
from exercises.parser.powers import EXPONENT, MAX_EXPONENT
from exercises.parser.reader import Reader
from exercises.parser.tokens import Token, number

SUM, PRODUCT, POWER = 10, 20, 30
"""How tightly signs bind."""
CLOSES = {"(": ")", "[": "]", "{": "}"}
BARS = "I cannot tell which bars belong together. Write abs(...) instead."
BESIDE_BARS = frozenset(("name", "frac", "root", "abs", "("))
INDEX = f"Above a root sign there must be a whole number from 2 to {MAX_EXPONENT}."


class Operands(Reader):
    """Reads one operand or exponent."""

    @abstractmethod
    def expression(self, binds: int) -> Node:
        """The longest expression whose signs all bind tighter than `binds`."""

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
            case "abs":
                return Abs(self.bracket(self.take()))
            case "|":
                return self.between_bars()
        raise self.missing(token)

    def number(self, token: Token) -> Node:
        """A number, or a mixed number when a fraction of whole numbers follows."""
        value, text = number(token.text)
        part = self.fraction_part() if text.isdigit() else None
        return Num(value, text) if part is None else Mixed(int(text), *part)

    def fraction_part(self) -> tuple[int, int] | None:
        """The top and bottom after a whole number: ` 1/2` or `\\frac{1}{2}`; None if there is none."""
        if self.next.kind not in ("num", "frac"):
            return None
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
        self.take(length)
        return int(top), int(bottom)

    def bracket(self, opened: Token) -> Node:
        """What stands in a bracket, up to its closing one."""
        bars, self.bars = self.bars, 0
        inner = self.expression(0)
        self.bars = bars
        if self.next.kind == CLOSES[opened.kind]:
            self.take()
            return inner
        if self.next.kind in ("end", "relation", "joint"):
            raise Unreadable("There is a bracket that is never closed.")
        raise self.after()

    def between_bars(self) -> Node:
        """What stands between two bars. A bar closes what is open wherever it can; Unreadable where it could as well
        open the next pair, as in `|a|b|c|`."""
        self.bars += 1
        inner = self.expression(0)
        self.bars -= 1
        if self.next.kind != "|":
            raise Unreadable(BARS) if self.next.kind == "end" else self.after()
        self.take()
        if self.next.kind in BESIDE_BARS and any(token.kind == "|" for token in self.tokens[self.at :]):
            raise Unreadable(BARS)
        return Abs(inner)

    def group(self) -> Node:
        """What a TeX command takes: `{...}`, or one sign."""
        token = self.next
        if token.kind == "num" and len(token.text) > 1:
            self.next = self.tokens[self.at] = Token("num", token.text[1:], token.start + 1, token.end)
            token = Token("num", token.text[0], token.start, token.start + 1)
        else:
            self.take()
        if token.kind == "{":
            return self.bracket(token)
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
