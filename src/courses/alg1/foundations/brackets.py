"""Expressions with brackets, their shapes, and how they are expanded rightly or with a mistake."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from exercises import Reroll, integer, nonzero, pick, poly, term
from exercises.exact import Fraction

Rational = int | Fraction
Terms = tuple[tuple[Rational, str], ...]  # coefficient and symbol; "" for a constant

LETTERS = (("x", "y"), ("a", "b"), ("m", "n"), ("p", "q"), ("t", "u"), ("k", "w"))


def size(n: Rational) -> Rational:
    """The number without its sign."""
    return n if n >= 0 else -n


@dataclass(frozen=True, slots=True)
class Bracket:
    """`factor * symbol * (inside)`; a loose term is a bracket that shows no brackets."""

    factor: Rational
    inside: Terms
    symbol: str = ""
    loose: bool = False

    def tex(self, first: bool) -> str:
        """As it stands in the expression: with its sign, which is left out for a first plus."""
        sign = ("-" if first else "- ") if self.factor < 0 else ("" if first else "+ ")
        front = term(size(self.factor), self.symbol) if self.symbol else _front(size(self.factor))
        body = poly(*(part for pair in self.inside for part in pair))
        return f"{sign}{front}({body})" if not self.loose else f"{sign}{term(size(self.factor), self.symbol)}"

    def expanded(self, rest: "Rest") -> Terms:
        """Multiplied out; `rest` tells by what the terms after the first are multiplied."""
        if self.loose:
            return ((self.factor, self.symbol),)
        (first, symbol), *others = self.inside
        factor, carried = rest(self.factor, self.symbol)
        return (
            (self.factor * first, _times(self.symbol, symbol)),
            *((factor * coef, _times(carried, name)) for coef, name in others),
        )


Rest = Callable[[Rational, str], tuple[Rational, str]]


def every_term(factor: Rational, symbol: str) -> tuple[Rational, str]:
    """Right: the other terms get what the first gets."""
    return factor, symbol


def first_term_only(factor: Rational, _: str) -> tuple[Rational, str]:
    """Only the sign reaches the other terms."""
    return (1 if factor > 0 else -1), ""


def without_sign(factor: Rational, symbol: str) -> tuple[Rational, str]:
    """The minus in front stays with the first term."""
    return size(factor), symbol


def _front(factor: Rational) -> str:
    return "" if factor == 1 else term(factor, "")


def _times(a: str, b: str) -> str:
    return f"{a}^2" if a and a == b else a + b


def loose(factor: Rational, symbol: str = "") -> Bracket:
    """A term outside brackets."""
    return Bracket(factor, (), symbol, loose=True)


def one_bracket(rng: Random, x: str, _: str) -> list[Bracket]:
    """a(bx + c) + dx + e, in a drawn order."""
    a, b, c, d, e = (
        nonzero(rng, -6, 7),
        integer(rng, 1, 5),
        nonzero(rng, -8, 8),
        nonzero(rng, -9, 9),
        nonzero(rng, -12, 12),
    )
    if abs(a) == 1:
        raise Reroll
    pieces = [Bracket(a, ((b, x), (c, ""))), loose(d, x), loose(e)]
    return pieces if rng.random() < 0.5 else [loose(abs(d), x), Bracket(a, ((b, x), (c, ""))), loose(e)]


def two_brackets(rng: Random, x: str, _: str) -> list[Bracket]:
    """a(bx + c) - d(ex + f)."""
    a, d = integer(rng, 2, 6), integer(rng, 2, 6)
    b, e, c, f = integer(rng, 1, 5), integer(rng, 1, 5), nonzero(rng, -8, 8), nonzero(rng, -8, 8)
    return [Bracket(a, ((b, x), (c, ""))), Bracket(pick(rng, (-d, -d, d)), ((e, x), (f, "")))]


def bare_minus(rng: Random, x: str, _: str) -> list[Bracket]:
    """ax + e - (bx + c): nothing but a minus before the bracket."""
    a, b, c, e = integer(rng, 2, 9), nonzero(rng, -7, 7), nonzero(rng, -9, 9), nonzero(rng, -12, 12)
    inside = ((b, x), (c, "")) if b > 0 else ((abs(c), ""), (b, x))
    return [loose(a, x), loose(e), Bracket(-1, inside)]


def two_letters(rng: Random, x: str, y: str) -> list[Bracket]:
    """a(bx + cy) - d(ex + fy)."""
    a, d = integer(rng, 2, 5), nonzero(rng, -5, 5)
    b, e, c, f = integer(rng, 1, 4), integer(rng, 1, 4), nonzero(rng, -5, 5), nonzero(rng, -5, 5)
    return [Bracket(a, ((b, x), (c, y))), Bracket(d, ((e, x), (f, y)))]


def with_square(rng: Random, x: str, _: str) -> list[Bracket]:
    """ax(bx + c) + dx^2 + ex: like terms are those with the same power."""
    a, b, c = integer(rng, 1, 5), integer(rng, 1, 4), nonzero(rng, -7, 7)
    d, e = nonzero(rng, -6, 6), nonzero(rng, -9, 9)
    return [Bracket(a, ((b, x), (c, "")), x), loose(d, f"{x}^2"), loose(e, x)]


def fraction_factor(rng: Random, x: str, _: str) -> list[Bracket]:
    """(n/d)(dbx + dc) + ex + f: the fraction goes into both terms."""
    d = integer(rng, 2, 5)
    n = pick(rng, [n for n in range(1, d) if Fraction(n, d).denominator == d])
    b, c, e, f = integer(rng, 1, 4), nonzero(rng, -5, 5), nonzero(rng, -8, 8), nonzero(rng, -9, 9)
    return [Bracket(Fraction(n, d), ((d * b, x), (d * c, ""))), loose(e, x), loose(f)]


SHAPES = (one_bracket, two_brackets, bare_minus, two_letters, with_square, fraction_factor)
