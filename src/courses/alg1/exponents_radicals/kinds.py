"""Rational and irrational numbers: drawing them, and telling one from the other by their decimals."""

import re
from math import pi
from random import Random

from exercises import Reroll, integer, num, parse, pick
from exercises.exact import Fraction
from exercises.parser.fields import FLOATING, value

RATIONAL, IRRATIONAL = "rational", "irrational"
FREE = (2, 3, 5, 6, 7, 10, 11, 13, 14, 15)
REPEATING = re.compile(r"(\d+)\.\\overline\{(\d+)\}")


def rational(rng: Random) -> tuple[str, str]:
    """A rational number that is not 0, and why it is one."""
    kind = pick(rng, ("whole", "fraction", "decimal", "repeating", "root"))
    match kind:
        case "whole":
            return str(integer(rng, 2, 20)), "it is a whole number"
        case "fraction":
            top, bottom = integer(rng, 1, 9), integer(rng, 2, 9)
            if Fraction(top, bottom).denominator != bottom:
                raise Reroll
            return num(Fraction(top, bottom)), "it is a fraction of whole numbers"
        case "decimal":
            return f"{integer(rng, 0, 4)}.{integer(rng, 1, 9)}{pick(rng, ('', '5', '2'))}", "its decimals end"
        case "repeating":
            return f"{integer(rng, 0, 2)}.\\overline{{{pick(rng, (3, 6, 12, 27, 45, 18, 7))}}}", "its decimals repeat"
    n = integer(rng, 2, 12)
    return f"\\sqrt{{{n * n}}}", f"it is {n}"


def irrational(rng: Random) -> tuple[str, str]:
    """An irrational number, and why it is one."""
    n, k = pick(rng, FREE), integer(rng, 2, 6)
    kind = pick(rng, ("root", "root", "multiple", "large", "pi"))
    match kind:
        case "root":
            return f"\\sqrt{{{n}}}", f"{n} is no square number"
        case "multiple":
            return f"{k}\\sqrt{{{n}}}", f"{n} is no square number"
        case "large":
            return f"\\sqrt{{{k * k * n}}}", f"{k * k * n} is no square number"
    return "\\pi", "its decimals neither end nor repeat"


def decimal_of(tex: str) -> float:
    """The value of a formula with roots, repeating decimals and pi, as a floating number."""

    def as_fraction(found: re.Match[str]) -> str:
        whole, digits = found[1], found[2]
        return f"({int(whole) * (10 ** len(digits) - 1) + int(digits)}/{10 ** len(digits) - 1})"

    plain = REPEATING.sub(as_fraction, tex).replace("\\pi", "q")
    return value(parse(plain), {"q": pi}, FLOATING)


def looks_rational(number: float) -> bool:
    """Whether it is a fraction with a small denominator, as far as floating numbers tell."""
    return abs(number - Fraction(number).limit_denominator(2000)) < 1e-11


def kind_of(tex: str) -> str:
    """Rational or irrational, from the decimals of the value."""
    return RATIONAL if looks_rational(decimal_of(tex)) else IRRATIONAL
