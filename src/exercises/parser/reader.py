"""Where a parser stands in its tokens, and what it says when it cannot go on."""

from exercises.parser.errors import Unreadable
from exercises.parser.tokens import Token, shown


class Reader:
    """One list of tokens, read from left to right. `depth` counts expressions inside each other, `bars` the pairs of
    bars that are open."""

    def __init__(self, text: str, found: list[Token]) -> None:
        self.text, self.tokens, self.at, self.depth, self.bars = text, found, 0, 0, 0

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
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
