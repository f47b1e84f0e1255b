"""Arithmetic and geometric sequences: their terms, how they are shown, and questions about them."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from courses.alg1.slips import apart as slips_apart
from exercises import Reroll, decimal, evaluate, num, parse, pick, poly, term
from exercises.exact import Fraction

Rational = int | Fraction
MOST = 4  # slips of one question
LETTERS = ("a", "b", "c", "t", "s")
"""Names of sequences."""


@dataclass(frozen=True, slots=True)
class Run:
    """A first term, and what is added to (arithmetic) or multiplied with (geometric) each term."""

    first: Fraction
    step: Fraction
    geometric: bool = False

    def term(self, n: int) -> Fraction:
        """The n-th term; n may be 0 or negative."""
        return self.first * self.step ** (n - 1) if self.geometric else self.first + (n - 1) * self.step

    def terms(self, count: int, start: int = 1) -> tuple[Fraction, ...]:
        """Some terms side by side."""
        return tuple(self.term(n) for n in range(start, start + count))

    @property
    def explicit(self) -> str:
        """The rule in n, as a learner types it."""
        if self.geometric:
            base = f"({self.step})" if self.step.denominator > 1 else str(self.step)
            return f"{base}^(n-1)" if self.first == 1 else f"{self.first}*{base}^(n-1)"
        if self.first == self.step:
            return f"{self.step}*n"
        return f"{self.step}*n + ({self.first - self.step})"

    @property
    def explicit_tex(self) -> str:
        """The same in TeX: `3n + 4`, `5 \\cdot 2^{n - 1}`."""
        if self.geometric:
            power = power_tex(self.step, "n - 1")
            return power if self.first == 1 else f"{num(self.first)} \\cdot {power}"
        return poly(self.step, "n", self.first - self.step)

    @property
    def next_text(self) -> str:
        """What comes after p, as a learner types it."""
        return f"({self.step})*p" if self.geometric else f"p + ({self.step})"

    @property
    def next_tex(self) -> str:
        """What comes after p, in TeX."""
        return self.after("p")

    def after(self, previous: str) -> str:
        """What comes after the term with this name, in TeX."""
        if not self.geometric:
            return f"{previous} {'+' if self.step > 0 else '-'} {num(abs(self.step))}"
        return term(self.step, previous)


def arithmetic(first: Rational, step: Rational) -> Run:
    """`first`, `first + step`, ..."""
    return Run(Fraction(first), Fraction(step))


def geometric(first: Rational, step: Rational) -> Run:
    """`first`, `first * step`, ..."""
    return Run(Fraction(first), Fraction(step), True)


def power_tex(base: Fraction, exponent: str) -> str:
    """A power whose base is in brackets when it is a fraction or negative."""
    if base > 0 and base.denominator == 1:
        return f"{base}^{{{exponent}}}"
    return rf"\left({num(base)}\right)^{{{exponent}}}"


def listed(terms: Sequence[Rational], dots: bool = True) -> str:
    """`4, 7, 10, \\ldots`."""
    return ", ".join([*map(num, terms), *(["\\ldots"] if dots else [])])


def plain(value: Rational) -> str:
    """A number of a story: a decimal when it ends."""
    try:
        return decimal(value)
    except ValueError:
        return f"${num(value)}$"


def apart(right: Rational, slips: Mapping[str, Rational | None], at_least: int = 2) -> dict[str, Hashable]:
    """Slips by name (with `_` for `-`) that differ from the answer and from each other; Reroll with too few."""
    given = {name.replace("_", "-"): Fraction(value) for name, value in slips.items() if value is not None}
    return {**slips_apart(right, given, at_least)}


def rules_apart(right: str, letter: str, slips: Mapping[str, str | None], at_least: int = 2) -> dict[str, Hashable]:
    """The same for expressions, which differ when they have different values for small numbers."""
    seen, kept = [values(right, letter)], dict[str, Hashable]()
    for name, text in slips.items():
        found = values(text, letter) if text and len(kept) < MOST else None
        if text and found and found not in seen:
            seen.append(found)
            kept[name.replace("_", "-")] = text
    if len(kept) < at_least:
        raise Reroll
    return kept


def values(text: str, letter: str) -> tuple[Fraction, ...]:
    """What an expression is worth at 1, 2, 3 and 7."""
    node = parse(text)
    return tuple(evaluate(node, {letter: n}) for n in (1, 2, 3, 7))


def drawn(rng: Random, makers: Sequence[Callable[[Random], Run]], fits: Callable[[Run], bool]) -> Run:
    """A run that fits. Raises Reroll for another."""
    run = pick(rng, makers)(rng)
    if not fits(run):
        raise Reroll
    return run


def ordinal(n: int) -> str:
    """`1st`, `2nd`, `12th`."""
    ending = "th" if 10 < n % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"
