"""Normal text cut into tokens."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from exercises.exact import Fraction
from exercises.parser.errors import Unreadable
from exercises.parser.normal import normal

MAX_LENGTH, MAX_TOKENS, MAX_WORD = 300, 200, 4

TOKEN = re.compile(
    r"""\s*(?:
      (?P<num> [0-9]+(?![0-9.,\s])
             | [0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])(?:\.[0-9]+)?    # 1,250 and 1,234.5
             | [1-9][0-9]{0,2}(?:[ ][0-9]{3})+(?![0-9]|\s*/)      # 1 250
             | [0-9]+,[0-9]+(?![0-9,]) | [0-9]+\.?[0-9]* | \.[0-9]+ )
    | (?P<word>[A-Za-z]+)
    | (?P<sign><=|>=|=<|=>|!=|[-+*/:^(){}\[\]=<>|])
    | \\(?P<command>frac|sqrt)(?![a-zA-Z])
    )""",
    re.VERBOSE,
)
ALONE = frozenset("+-*/^(){}[]|")  # signs that are tokens wherever they stand
SIGN = {"=<": "<=", "=>": ">=", "!=": "≠", ":": "/"}
WORDS = {"sqrt": "root", "cbrt": "root", "and": "joint", "or": "joint"}
RELATIONS = frozenset(("=", "≠", "<", ">", "<=", ">="))
SHOWABLE = re.compile(r"[\w\s+\-=.,()/^|]*\Z", re.ASCII)
CALLED = re.compile(r"\s*\(")


@dataclass(slots=True)
class Token:
    """`kind` is num, name, frac, root, abs, joint (and, or), relation, end, or the sign itself; `end` is where
    the text after it begins."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str, letters: Collection[str] = ()) -> tuple[str, list[Token]]:
    """The normal text and its tokens with an end token; Unreadable when it cannot be cut or is too long.

    A letter in the other case than one of `letters` is taken for it (phones begin with a capital).
    """
    if len(text) > MAX_LENGTH:
        raise Unreadable("That is too long for me to read. Write it shorter.")
    text, cases = normal(text), {c.swapcase(): c for c in letters if c.swapcase() not in letters}
    found: list[Token] = []
    at = 0
    while at < len(text):
        if (sign := text[at]) == " ":
            at += 1
            continue
        if sign in ALONE:
            found.append(Token(sign, sign, at, at + 1))
        elif match := TOKEN.match(text, at):
            found += cut(match, cases)
        else:
            raise Unreadable(unknown(text[at:].lstrip()))
        at = found[-1].end
        if len(found) > MAX_TOKENS:
            raise Unreadable("That is too long for me to read. Write it shorter.")
    return text, [*found, Token("end", "", len(text), len(text))]


def cut(match: re.Match[str], cases: Mapping[str, str]) -> list[Token]:
    """The tokens of one match: several for a word, which is a product of letters; `cases` says for which letter
    another one is taken."""
    kind = match.lastgroup or ""
    text, (start, end) = match[kind], match.span(kind)
    if kind == "word":
        called = text.lower() == "abs" and CALLED.match(match.string, end)
        return [Token("abs", "abs", start, end)] if called else word(text, start, cases)
    if kind == "sign":
        text = SIGN.get(text, text)
        kind = "relation" if text in RELATIONS else text
    elif kind == "command":
        kind = "root" if text == "sqrt" else "frac"
    return [Token(kind, text, start, end)]


def word(text: str, start: int, cases: Mapping[str, str]) -> list[Token]:
    """A known word, or its letters one by one."""
    if kind := WORDS.get(text.lower()):
        return [Token(kind, text.lower(), start, start + len(text))]
    if len(text) > MAX_WORD and len(set(text)) > 1:
        raise Unreadable(f"I could not read the word '{text[:20]}'.")
    return [Token("name", cases.get(c, c), at, at + 1) for at, c in enumerate(text, start)]


def number(text: str) -> tuple[Fraction, str]:
    """The value of a number token, and its text with a decimal point and without group marks."""
    if text.isdecimal():
        return Fraction(int(text)), text
    text = text.replace(" ", "")
    grouped = re.match(r"[1-9][0-9]{0,2}(,[0-9]{3})+(?![0-9])", text)
    text = text.replace(",", "" if grouped else ".")
    if text.count(".") > 1:
        raise Unreadable("I could not read a number with two decimal points.")
    text = text.rstrip(".")
    return Fraction(int(text) if text.isdecimal() else text or "0"), text


def unknown(rest: str) -> str:
    """What to say about text that begins with no token."""
    command = re.match(r"\\([a-zA-Z]{1,20})", rest)
    if command:
        empty = command[1] == "placeholder"
        return "There is an empty box left." if empty else f"I could not read the command '{command[1]}'."
    if rest[:1] in tuple("$€£"):
        return "Leave out money signs and units here."
    if rest.startswith(","):
        return "There is a comma where I did not expect one."
    if rest[:1].isalnum() or rest[:1] in ("%", "!", "?", ";", "'", "°"):
        return f"I could not read the sign '{rest[0]}'."
    return "There is a sign that I could not read."


def shown(text: str) -> str:
    """The end of a text that may be shown back: at most 20 harmless signs."""
    tail = text[-20:].strip()
    while not SHOWABLE.match(tail):
        tail = tail[1:]
    return tail.strip()
