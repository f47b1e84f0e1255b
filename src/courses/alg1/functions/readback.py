"""Second opinions: measure a picture by the numbers at its axes, and read tables and formulas back."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from courses.alg1.reading import formulas, value_of
from exercises.exact import Fraction

Place = tuple[Fraction, Fraction]
Piece = tuple[Place, Place]
TICK = re.compile(r'<text x="([\d.]+)" y="([\d.]+)">(−?\d+)</text>')
STRETCH = re.compile(r'class="stretch" d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"')
CIRCLE = re.compile(r'<circle class="(open|dot)" cx="([\d.]+)" cy="([\d.]+)"')
RULE = re.compile(r"([A-Za-z])\(([a-z])\) = (.+)")


def measure(svg: str) -> Callable[[str, str], Place]:
    """From a place in the picture to the numbers of the axes, by their first and last tick; to a tenth."""
    across, up = (TICK.findall(group) for group in svg.split('class="ticks"')[1:3])
    (x0, a0), (x1, a1) = ((Fraction(x), number(text)) for x, _, text in (across[0], across[-1]))
    (y0, b0), (y1, b1) = ((Fraction(y) - Fraction(9, 2), number(text)) for _, y, text in (up[0], up[-1]))

    def numbers(x: str, y: str) -> Place:
        a = a0 + (Fraction(x) - x0) * (a1 - a0) / (x1 - x0)
        b = b0 + (Fraction(y) - y0) * (b1 - b0) / (y1 - y0)
        return Fraction(round(a * 10), 10), Fraction(round(b * 10), 10)

    return numbers


def number(text: str) -> Fraction:
    """A tick's number."""
    return Fraction(text.replace("−", "-"))


def pieces_in(svg: str) -> list[Piece]:
    """The straight pieces of a picture, each from left to right."""
    at = measure(svg)
    return [(at(x, y), at(to_x, to_y)) for x, y, to_x, to_y in STRETCH.findall(svg)]


def dots_in(svg: str) -> dict[Place, bool]:
    """The dots of a picture: whether each is filled."""
    at = measure(svg)
    return {at(x, y): kind == "dot" for kind, x, y in CIRCLE.findall(svg)}


def lies_on(pieces: Sequence[Piece], p: tuple[Fraction | int, Fraction | int]) -> bool:
    """Whether a point lies on one of the pieces, by comparing directions."""
    return any(
        a <= p[0] <= c and min(b, d) <= p[1] <= max(b, d) and (d - b) * (p[0] - a) == (c - a) * (p[1] - b)
        for (a, b), (c, d) in pieces
    )


def crossings(pieces: Sequence[Piece], y: Fraction | int) -> int:
    """How often a chain of pieces without level ones meets a level line: changes of side, and corners on it."""
    corners = [pieces[0][0], *(end for _, end in pieces)]
    sides = [(b > y) - (b < y) for _, b in corners]
    return sum(one == 0 for one in sides) + sum(a * b < 0 for a, b in pairwise(sides))


def rules_in(text: str) -> dict[str, tuple[str, str]]:
    """The functions that formulas in a text define: name -> letter and rule."""
    found = filter(None, (RULE.fullmatch(tex) for tex in formulas(text)))
    return {match[1]: (match[2], match[3]) for match in found}


def value_at(text: str, name: str, x: Fraction | int) -> Fraction:
    """The value of a function that a text defines."""
    letter, rule = rules_in(text)[name]
    return value_of(rule, **{letter: x})


def rows_in(text: str) -> list[list[str]]:
    """The cells of the table in a text, row by row, without dollars and without the rule below the head."""
    lines = [line.strip().strip("|").split("|") for line in text.splitlines() if line.strip().startswith("|")]
    return [[cell.strip().strip("$*") for cell in line] for line in lines if not set("".join(line)) <= set("-: ")]
