"""Free one letter of a formula: the moves that undo what is done to it, step by step and with slips."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from exercises import Reroll, Step, evaluate, num, parse
from exercises.exact import Fraction

Move = tuple[str, str]
"""A verb of `MOVES` and the TeX of the number, letter or product that it uses."""


@dataclass(frozen=True, slots=True)
class Part:
    """An expression in TeX: `top` over `bottom` (nothing when empty); `sum` when `top` is a sum."""

    top: str
    bottom: str = ""
    sum: bool = False

    @property
    def tex(self) -> str:
        """The expression as shown."""
        return rf"\frac{{{self.top}}}{{{self.bottom}}}" if self.bottom else self.top

    @property
    def factor(self) -> str:
        """The top as a factor."""
        return f"({self.top})" if self.sum else self.top

    def plus(self, term: str) -> "Part":
        """A term added."""
        return Part(f"{self.tex} + {term}", sum=True)

    def minus(self, term: str) -> "Part":
        """A term taken away."""
        return Part(f"{self.tex} - {term}", sum=True)

    def times(self, by: str) -> "Part":
        """Multiplied, the factor written in front."""
        return self if by == "1" else Part(joined(f"({by})" if " " in by else by, self.factor), self.bottom)

    def over(self, by: str) -> "Part":
        """Divided."""
        return self if by == "1" else replace(self, bottom=joined(by, self.bottom) if self.bottom else by)

    def taken_from(self, term: str) -> "Part":
        """A term minus this."""
        return Part(f"{term} - {f'({self.top})' if self.sum and not self.bottom else self.tex}", sum=True)

    def dividing(self, term: str) -> "Part":
        """A term divided by this."""
        return Part(joined(self.bottom, term) if self.bottom else term, self.top)


_MONOMIAL = re.compile(r"(?:[A-Za-z](?:\^\d)?)*")
_NUMBERED = re.compile(r"(\d*)(.*)")


def joined(one: str, two: str) -> str:
    """The product of two factors in TeX: `2a` and `3b` give `6ab`, `(a - b)` and `3c` give `3c(a - b)`."""
    (first, rest), (second, more) = (_NUMBERED.findall(factor)[0] for factor in (one, two))
    turned = rest.startswith("(") and _MONOMIAL.fullmatch(more)
    letters, number = f"{more}{rest}" if turned else f"{rest}{more}", int(first or 1) * int(second or 1)
    return coefficient(number, letters) if letters else str(number)


@dataclass(frozen=True, slots=True)
class Verb:
    """What a move does to the free side, what it undoes around the letter, and how step and reason read.

    In `says`, `{by}` is what the move uses, `{left}` what is left around the letter, `{side}` the free side before.
    """

    does: Callable[[Part, str], Part]
    undoes: Callable[[Part, str], Part]
    says: str
    reason: str


MOVES = {
    "subtract": Verb(Part.minus, Part.plus, "Subtract ${by}$ from both sides", "Subtracting undoes adding."),
    "add": Verb(Part.plus, Part.minus, "Add ${by}$ to both sides", "Adding undoes subtracting."),
    "divide": Verb(Part.over, Part.times, "Divide both sides by ${by}$", "Dividing undoes multiplying; the divisor is "
    "not zero."),
    "multiply": Verb(Part.times, Part.over, "Multiply both sides by ${by}$", "Multiplying undoes dividing."),
    "take from": Verb(
        Part.taken_from, Part.taken_from, "Add ${left}$ to both sides and subtract ${side}$ from both sides",
        "What is taken away is brought to the other side, so that its minus sign goes.",
    ),
    "divide into": Verb(
        Part.dividing, Part.dividing, "Multiply both sides by ${left}$ and divide both sides by ${side}$",
        "A letter below the bar is brought up first.",
    ),
}  # fmt: skip


def apply(start: Part, moves: Sequence[Move]) -> Part:
    """The free side after these moves."""
    for verb, by in moves:
        start = MOVES[verb].does(start, by)
    return start


def around(letter: str, moves: Sequence[Move]) -> Part:
    """What still surrounds the letter while these moves are to come."""
    part = Part(letter)
    for verb, by in reversed(moves):
        part = MOVES[verb].undoes(part, by)
    return part


def steps(letter: str, start: Part, moves: Sequence[Move]) -> tuple[Step, ...]:
    """A step for each move, ending with the letter alone on the left."""
    lines = []
    for done, (verb, by) in enumerate(moves):
        left, side, after = (
            around(letter, moves[done + 1 :]),
            apply(start, moves[:done]),
            apply(start, moves[: done + 1]),
        )
        says = MOVES[verb].says.format(by=by, left=left.tex, side=side.tex)
        lines.append(Step(f"{says}: ${left.tex} = {after.tex}$.", MOVES[verb].reason))
    return tuple(lines)


_SWAPS = {
    "subtract": ("add", "wrong-inverse-for-term"),
    "add": ("subtract", "wrong-inverse-for-term"),
    "divide": ("multiply", "multiplied-instead-of-divided"),
    "multiply": ("divide", "divided-instead-of-multiplied"),
}


_ONE_TERM = (["subtract", "divide"], ["add", "divide"])
_LOOSE_TERM = (["subtract", "multiply"], ["add", "multiply"])
_ORDER = (["divide", "subtract"], ["divide", "add"], ["multiply", "add"], ["multiply", "subtract"])


def spoiled(start: Part, moves: Sequence[Move]) -> Iterator[tuple[str, str]]:
    """Every slip by name with the free side in TeX that it leaves."""
    yield from _with_fraction(start, moves)
    yield from _misordered(start, moves)
    for place, (verb, by) in enumerate(moves):
        before, after = apply(start, moves[:place]), moves[place + 1 :]
        if verb in _SWAPS:
            other, name = _SWAPS[verb]
            yield name, apply(before, [(other, by), *after]).tex
        if verb == "take from":
            yield "lost-minus-of-letter", apply(before.minus(by), after).tex
            yield "wrong-inverse-for-term", apply(before.plus(by), after).tex
        if verb == "divide into":
            yield "turned-quotient-over", apply(before.over(by), after).tex
            yield "multiplied-instead-of-divided", apply(before.times(by), after).tex
    if (end := apply(start, moves)).bottom:
        yield "turned-quotient-over", Part(end.bottom, end.top).tex


def _with_fraction(start: Part, moves: Sequence[Move]) -> Iterator[tuple[str, str]]:
    """Slips with a factor such as 5/9, which is undone by two moves with numbers."""
    pair = next((i for i, (a, b) in enumerate(pairwise(moves)) if (a[0], b[0]) == ("multiply", "divide")), None)
    if pair is None or len(moves) != 3 or not (moves[pair][1] + moves[pair + 1][1]).isdigit():
        return
    (_, top), (_, bottom) = fraction = moves[pair : pair + 2]
    before, after = moves[:pair], moves[pair + 2 :]
    yield "multiplied-by-same-fraction", apply(start, [*before, ("multiply", bottom), ("divide", top), *after]).tex
    yield "undid-in-wrong-order", apply(start, [*after, *fraction, *before]).tex


def _misordered(start: Part, moves: Sequence[Move]) -> Iterator[tuple[str, str]]:
    verbs = [verb for verb, _ in moves]
    if verbs[-2:] in _ONE_TERM:
        yield "divided-one-term-only", apply(start, [*moves[:-2], moves[-1], moves[-2]]).tex
    if verbs[-2:] in _LOOSE_TERM:
        yield "cleared-fraction-from-one-term", apply(start, [*moves[:-2], moves[-1], moves[-2]]).tex
    if verbs[:2] in _ORDER:
        yield "undid-in-wrong-order", apply(start, [moves[1], moves[0], *moves[2:]]).tex


def different(answer: str, slips: Iterable[tuple[str, str]], letters: Sequence[str], most: int = 4) -> dict[str, str]:
    """Slips whose value differs from the answer's and from each other's; Reroll when fewer than two are left."""
    places = [trial(letters, seed) for seed in ("one", "two")]
    seen = [values(answer, places)]
    kept: dict[str, str] = {}
    for name, text in slips:
        if len(kept) == most:
            break
        found = values(text, places)
        if found not in seen and name not in kept:
            seen.append(found)
            kept[name] = text
    if len(kept) < 2:
        raise Reroll
    return kept


def values(text: str, places: Iterable[Mapping[str, Fraction]]) -> tuple[Fraction, ...]:
    """What an expression is worth at some places."""
    node = parse(text)
    return tuple(evaluate(node, place) for place in places)


def trial(letters: Sequence[str], seed: str) -> dict[str, Fraction]:
    """Different whole numbers for the letters, the same for the same seed."""
    numbers = Random(seed).sample(range(3, 400), len(letters))
    return {letter: Fraction(number) for letter, number in zip(sorted(letters), numbers, strict=True)}


def coefficient(number: int, letter: str) -> str:
    """`3a`, or `a` when the number is one."""
    return letter if number == 1 else f"{num(number)}{letter}"
