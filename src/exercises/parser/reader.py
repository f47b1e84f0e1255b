"""Where a parser stands in its tokens, and what it says when it cannot go on."""

from exercises.parser.errors import Unreadable
from exercises.parser.tokens import Token, shown


class Reader:
    """One list of tokens, read from left to right. `depth` counts expressions inside each other, `bars` the pairs of
    bars that are open."""

    def __init__(self, text: str, found: list[Token]) -> None:
        self.text, self.tokens, self.depth, self.bars = text, found, 0, 0
        self.at, self.next = 0, found[0]

    def take(self, count: int = 1) -> Token:
        """The next token; the parser goes on behind it, or behind so many. Nobody takes what follows the end."""
        token = self.next
        self.at += count
        self.next = self.tokens[self.at] if token.kind != "end" else token
        return token

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
