"""Exponential functions a b^x, how they are written, and how they are read back."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from courses.alg1.reading import formulas
from exercises import Exact, Reroll, decimal, evaluate, num, parse
from exercises.exact import Fraction

Rule = Callable[[Exact], Fraction]
NAMED = re.compile(r"([a-zA-Z])\(([a-z])\) = (.+)|(y) = (.+)")


@dataclass(frozen=True, slots=True)
class Growth:
    """y = a b^x; `decimals` writes b as a decimal, as percentages are."""

    a: Fraction
    b: Fraction
    decimals: bool = False

    def at(self, x: int) -> Fraction:
        """The value at a whole number."""
        return self.a * self.b**x

    @property
    def base(self) -> str:
        """TeX of the base, in brackets when it is a fraction."""
        if self.b.denominator == 1:
            return str(self.b.numerator)
        return decimal(self.b) if self.decimals else rf"\left({num(self.b)}\right)"

    def tex(self, exponent: str = "x") -> str:
        """`3 \\cdot 2^x`, `500 \\cdot 1.04^{12t}`."""
        raised = exponent if len(exponent) == 1 else f"{{{exponent}}}"
        front = {1: "", -1: "-"}.get(int(self.a), f"{num(self.a)} \\cdot ") if self.a.denominator == 1 else (
            f"{num(self.a)} \\cdot ")  # fmt: skip
        return f"{front}{self.base}^{raised}"

    def typed(self, exponent: str = "x") -> str:
        """As it may be typed: `3*2^x`, `8*(1/2)^x`."""
        base = decimal(self.b) if self.decimals else str(self.b)
        raised = exponent if len(exponent) == 1 else f"({exponent})"
        front = "" if self.a == 1 else f"{self.a}*"
        return f"{front}{f'({base})' if '/' in base else base}^{raised}"


def growth(a: Exact, b: Exact, decimals: bool = False) -> Growth:
    """y = a b^x."""
    return Growth(Fraction(a), Fraction(b), decimals)


def power_of(base: Exact, n: int) -> str:
    """TeX of a power with a number as exponent: `2^3`, `2^{-3}`."""
    shown = num(base) if Fraction(base).denominator == 1 and base > 0 else rf"\left({num(base)}\right)"
    return f"{shown}^{n}" if 0 <= n <= 9 else f"{shown}^{{{n}}}"


def rule(tex: str, letter: str = "x") -> Rule:
    """What a formula gives for numbers put in for its letter."""
    node = parse(tex)
    return lambda at: evaluate(node, {letter: Fraction(at)})


def functions_in(text: str) -> list[Rule]:
    """The functions that a text defines as `y = ...` or `f(x) = ...`, in order."""
    found = [NAMED.fullmatch(tex) for tex in formulas(text)]
    return [
        rule(one[3] or one[5], one[2] or "x") for one in found if one and re.search(one[2] or "x", one[3] or one[5])
    ]


def function_in(text: str) -> Rule:
    """The only one."""
    (found,) = functions_in(text)
    return found


def values_at(text: str, letter: str) -> tuple[Fraction, ...]:
    """What a typed formula is worth at some whole numbers."""
    node = parse(text)
    return tuple(evaluate(node, {letter: n}) for n in (0, 1, 3))


def formulas_apart(right: str, letter: str, slips: Mapping[str, str], at_least: int = 2) -> dict[str, str]:
    """Typed formulas that have other values than the right one and each other. Raises Reroll with too few."""
    seen, kept = [values_at(right, letter)], dict[str, str]()
    for name, text in slips.items():
        values = values_at(text, letter)
        if values not in seen:
            seen.append(values)
            kept[name] = text
    if len(kept) < at_least:
        raise Reroll
    return kept
