"""What expressions, equations and inequalities share: reading them with the letters that the question uses."""

import re
from collections.abc import Collection
from functools import lru_cache

from exercises.parser import Node, Unreadable, parse
from exercises.parser.nodes import is_statement, letters
from exercises.say import listed

INVERSE = r"(?:\s*(?:\^\s*(?:[-−]\s*1|\{\s*[-−]\s*1\s*\}|\(\s*[-−]\s*1\s*\))|⁻¹))"
OF = r"\s*(?:\\left\s*)?\(\s*\w\s*(?:\\right\s*)?\)"
NAMED = re.compile(rf"\s*(?P<letter>[A-Za-z]?)(?:_\w|_\{{\w\}}|{INVERSE}?(?:{OF})?)\s*=(?![=<>])")
"""A name before what is asked for: "x =", "a_n =", "f(x) =", "f^-1(x) =", "f^{-1}\\left(x\\right) ="."""


@lru_cache(maxsize=4096)
def known(text: str) -> Node:
    """The tree of an author's text, kept because it is compared with many answers."""
    return parse(text)


def read(text: str, allowed: Collection[str]) -> Node:
    """The tree of a learner's text; Unreadable when it uses other letters than the question does."""
    return _read(text, frozenset(allowed))


@lru_cache(maxsize=256)  # a wrong answer is compared with every named mistake; a text reads the same for ever
def _read(text: str, allowed: frozenset[str]) -> Node:
    if not text.strip():
        raise Unreadable("Type an answer first.")
    node = parse(text, allowed)
    if not letters(node) <= allowed:
        raise Unreadable(only_letters(sorted(allowed)))
    return node


def only_letters(allowed: list[str]) -> str:
    """Which letters may be used."""
    if not allowed:
        return "Use numbers only, no letters."
    named = listed([f"${letter}$" for letter in allowed])
    return f"Use only the letter{'s' if len(allowed) > 1 else ''} {named}."


def read_expression(text: str, allowed: Collection[str]) -> Node:
    """The tree of a learner's expression, perhaps after "x =" with a letter that the expression has not;
    Unreadable for an equation or inequality."""
    node = read(unnamed(text, allowed), allowed)
    if is_statement(node):
        raise Unreadable("Type an expression only, without = or < signs.")
    return node


def unnamed(text: str, allowed: Collection[str]) -> str:
    """The text without a name in front of it: "x = 2a", "f(x) = 2a", "f^-1(x) = 2a" or "a_n = 2a" is "2a" when the
    name is none of the letters."""
    named = NAMED.match(text)
    own = named and named["letter"] and named["letter"].lower() in {letter.lower() for letter in allowed}
    return text[named.end() :] if named and not own else text
