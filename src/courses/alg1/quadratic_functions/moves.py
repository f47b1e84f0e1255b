"""Moves of a graph: shifts, a stretch or a reflection, in words and as changes of f(x)."""

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple

from courses.alg1.quadratic_functions.forms import Quad, quad
from exercises import Exact, Reroll, integer, listed, num, pick, signed
from exercises.exact import Fraction


class Move(NamedTuple):
    """All heights are multiplied by `times`, then the graph goes right and up (left and down when negative)."""

    right: int
    up: int
    times: Fraction


def moved(one: Quad, move: Move) -> Quad:
    """The parabola after a move."""
    return quad(move.times * one.a, one.h + move.right, move.times * one.k + move.up)


TIMES = (*map(Fraction, (2, 3, 4)), Fraction(1, 2), Fraction(-1), Fraction(-1))


def drawn_move(rng: Random, stretch: bool = False) -> Move:
    """A shift, perhaps after a stretch or a reflection."""
    right, up = integer(rng, -9, 9), integer(rng, -9, 9)
    times = pick(rng, TIMES) if stretch else Fraction(1)
    if abs(right) == abs(up) or (not right and not up) or (times == 1 and not (right and up) and rng.random() < 0.6):
        raise Reroll
    return Move(right, up, times)


def units(count: int) -> str:
    """ "1 unit", "3 units"."""
    return f"{abs(count)} {'unit' if abs(count) == 1 else 'units'}"


def told_as(move: Move) -> str:
    """`reflected in the x-axis and then shifted 3 units to the left and 2 units down`."""
    ways = [f"{units(move.right)} to the {'right' if move.right > 0 else 'left'}"] if move.right else []
    ways += [f"{units(move.up)} {'up' if move.up > 0 else 'down'}"] if move.up else []
    shift = f"shifted {listed(ways)}" if ways else ""
    change = "" if move.times == 1 else "reflected in the $x$-axis" if move.times == -1 else (
        f"{'stretched' if move.times > 1 else 'shrunk'} vertically by the factor ${num(move.times)}$")  # fmt: skip
    return " and then ".join(part for part in (change, shift) if part)


SHIFT = re.compile(r"(\d+) units? (to the right|to the left|up|down)")
FACTOR = re.compile(r"by the factor \$(?:(\d+)|\\frac\{(\d+)\}\{(\d+)\})\$")


def move_in(text: str) -> Move:
    """The move that a text tells."""
    ways = {way: int(count) for count, way in SHIFT.findall(text)}
    found = FACTOR.search(text)
    times = Fraction(1) if not found else Fraction(int(found[1] or found[2]), int(found[3] or 1))
    if "reflected" in text:
        times = -times
    right, up = ways.get("to the right", 0) - ways.get("to the left", 0), ways.get("up", 0) - ways.get("down", 0)
    return Move(right, up, times)


Change = Callable[[int], tuple[str, Move]]


def up(n: int) -> tuple[str, Move]:
    """f(x) + n."""
    return f"f(x) {signed(n)}", Move(0, n, Fraction(1))


def across(n: int) -> tuple[str, Move]:
    """f(x - n)."""
    return f"f(x {signed(-n)})", Move(n, 0, Fraction(1))


def over(n: int) -> tuple[str, Move]:
    """-f(x)."""
    return "-f(x)", Move(0, 0, Fraction(-1))


def times(n: int) -> tuple[str, Move]:
    """2f(x), or half of it."""
    factor: Exact = 2 if n > 0 else Fraction(1, 2)
    return f"{num(factor)}f(x)", Move(0, 0, Fraction(factor))


CHANGES: Mapping[str, Change] = {"up": up, "across": across, "over": over, "times": times}
