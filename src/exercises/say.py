"""Numbers, terms and words as learners read them: no `1x`, `+ -3`, `x^1`, "1 metres" or "a apple"."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from random import Random

from exercises.chance import pick, pick_distinct
from exercises.exact import Fraction

Rational = int | Fraction


def num(value: Rational) -> str:
    """TeX of a whole number or a fraction in lowest terms: `-\\frac{3}{4}`, `7`."""
    if value.denominator == 1:
        return str(value.numerator)
    sign = "-" if value < 0 else ""
    return f"{sign}\\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"


def decimal(value: Rational) -> str:
    """A terminating decimal written out: `0.75`, `-2.5`, `3`. ValueError when the decimals never end."""
    if value.denominator == 1:
        return str(value.numerator)
    value = Fraction(value)
    places = next((n for n in range(16) if (value * 10**n).denominator == 1), None)
    if places is None:
        raise ValueError(f"{value} has no short decimal form")
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def term(coef: Rational, symbol: str) -> str:
    """TeX of a coefficient times a symbol: `x`, `-x`, `3x`, `\\frac{1}{2}x`, `0`; symbol "" is a constant."""
    if not symbol or not coef:
        return num(coef)
    if coef == 1:
        return symbol
    return f"-{symbol}" if coef == -1 else num(coef) + symbol


def signed(value: Rational, symbol: str = "") -> str:
    """A term after another one, with its sign as an operation: `+ 3`, `- 3`, `- 2x`."""
    return f"{'-' if value < 0 else '+'} {term(-value if value < 0 else value, symbol)}"


def poly(*parts: Rational | str) -> str:
    """TeX of a sum: pairs of coefficient and symbol, then perhaps a constant; zero terms are left out.

    `poly(3, "x", -2, "y", 5)` is `3x - 2y + 5`; with nothing left it is `0`.
    """
    text = ""
    for coef, symbol in zip_longest(parts[0::2], parts[1::2], fillvalue=""):
        if isinstance(coef, str) or not isinstance(symbol, str):
            raise ValueError("poly takes a number, its symbol, a number, its symbol, ..., a constant")
        if coef and text:
            text += f" - {term(-coef, symbol)}" if coef < 0 else f" + {term(coef, symbol)}"
        elif coef:
            text = term(coef, symbol)
    return text or "0"


def bracketed(value: Rational) -> str:
    """TeX of a number put in place of a letter: `(-3)` when negative, else `3`."""
    if value >= 0:
        return num(value)
    return f"({num(value)})" if value.denominator == 1 else f"\\left({num(value)}\\right)"


def money(amount: Rational) -> str:
    """Dollars, ready for markdown and for TeX (the sign is escaped): `\\$7`, `\\$2.50`, `-\\$1,200`."""
    cents = Fraction(amount) * 100
    if cents.denominator != 1:
        raise ValueError(f"{amount} dollars is not a whole number of cents")
    whole, rest = divmod(abs(cents.numerator), 100)
    return f"{'-' if cents < 0 else ''}\\${whole:,}" + (f".{rest:02}" if rest else "")


IRREGULAR = {"person": "people", "child": "children", "foot": "feet", "man": "men", "woman": "women",
             "half": "halves", "loaf": "loaves", "shelf": "shelves", "leaf": "leaves", "tooth": "teeth",
             "mouse": "mice", "sheep": "sheep", "fish": "fish", "vertex": "vertices", "axis": "axes",
             "inch": "inches", "knife": "knives", "potato": "potatoes", "tomato": "tomatoes"}  # fmt: skip


SPOKEN_NOUNS = (
    "metre", "centimetre", "kilometre", "litre", "gram", "kilogram", "hour", "minute", "second", "day",
    "week", "month", "year", "dollar", "cent", "coin", "ticket", "apple", "book", "page", "person", "child",
    "student", "box", "bag", "bottle", "cup", "lap", "point", "game", "number", "solution", "term", "factor",
)  # fmt: skip
"""Nouns that stories count; the checks of templates look whether their plurals agree."""


def many(word: str) -> str:
    """The plural of an English noun; of several words the last one changes."""
    head, _, last = word.rpartition(" ")
    if last in IRREGULAR:
        last = IRREGULAR[last]
    elif last.endswith(("s", "x", "z", "ch", "sh")):
        last += "es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    else:
        last += "s"
    return f"{head} {last}" if head else last


def plural(n: Rational, word: str) -> str:
    """The number with its noun: "1 metre", "2 metres"; a fraction is put into TeX."""
    shown = str(n) if n.denominator == 1 else f"${num(n)}$"
    return f"{shown} {word if n == 1 else many(word)}"


VOWEL_SOUND = re.compile(r"8|1[18](\d{3})*(?!\d)|hour|honest|honour|(?!uni(?![nm])|use|usu|ut|eu|onc?e\b)[aeiou]")


def a_an(word: str) -> str:
    """The word with its article: "an apple", "a unit", "an 8-metre rope", "a 110-metre rope"."""
    return f"{'an' if VOWEL_SOUND.match(word.lower()) else 'a'} {word}"


def listed(words: Sequence[str], conjunction: str = "and") -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


PEOPLE = (
    "Aiyana", "Amara", "Aroha", "Ben", "Bjorn", "Camila", "Chidi", "Daniela", "Dmitri", "Elif",
    "Emeka", "Farid", "Fatima", "Grace", "Hana", "Haruto", "Imran", "Ines", "Jamal", "Jonas",
    "Keanu", "Kofi", "Leila", "Lucia", "Mateo", "Mei", "Nadia", "Ngozi", "Olga", "Omar",
    "Paulo", "Priya", "Quentin", "Ravi", "Rosa", "Samir", "Sofia", "Tariq", "Tuan", "Uma",
    "Valentina", "Viktor", "Wei", "Ximena", "Yara", "Yusuf", "Zahra", "Zofia",
)  # fmt: skip
"""First names from many places; stories name the person again instead of using a pronoun."""


def person(rng: Random) -> str:
    """One name."""
    return pick(rng, PEOPLE)


def people(rng: Random, n: int) -> tuple[str, ...]:
    """n different names."""
    return pick_distinct(rng, PEOPLE, n)
