"""Inequalities in x and y as they stand in a text: read, tried at points, and told."""

import re
from functools import lru_cache
from math import lcm

from courses.alg1.inequalities.truth import COMPARE
from courses.alg1.reading import formulas, letters, put_in, value_of
from exercises import num
from exercises.geometry import LineForm, Point

SIGN = re.compile(r"(\\le(?![a-z])|\\ge(?![a-z])|<=|>=|<|>)")
CORNERS = ((0, 0), (1, 0), (0, 1), (2, 3))  # three give a line, the fourth proves it


def fits(tex: str, p: Point) -> bool:
    """Whether a point makes an inequality in TeX true."""
    a, b, c, sign = _balance(tex)
    return COMPARE[sign](a * p[0] + b * p[1] + c, 0)


def holds(line: LineForm, way: str, p: Point) -> bool:
    """Whether ax + by stands to c as the sign says. (`fits` says it of a text.)"""
    a, b, c = line
    return COMPARE[way](a * p[0] + b * p[1], c)


@lru_cache(maxsize=1024)
def _balance(tex: str) -> tuple[int, int, int, str]:
    """Left side less right side as ax + by + c with whole numbers (a positive multiple of it), and the sign.

    A question tries hundreds of points, so the text is read once; four values show that it is a line.
    """
    left, sign, right = SIGN.split(tex)
    c, x, y, other = (value_of(left, x=at, y=up) - value_of(right, x=at, y=up) for at, up in CORNERS)
    a, b = x - c, y - c
    assert other == 2 * a + 3 * b + c, f"{tex} is no linear inequality"
    scale = lcm(a.denominator, b.denominator, c.denominator)
    return int(a * scale), int(b * scale), int(c * scale), sign


def inequalities_in(text: str) -> list[str]:
    """The inequalities in x and y of a text, in TeX."""
    return [tex for tex in formulas(text) if len(SIGN.split(tex)) == 3 and letters(tex) and letters(tex) <= {"x", "y"}]


def tried(tex: str, p: Point) -> str:
    """What comes of a point put into an inequality: "$(3) > 2(1) - 4$ says $3 > -2$, which is true"."""
    left, sign, right = SIGN.split(tex)
    values = {"x": num(p[0]), "y": num(p[1])}
    found = [value_of(side, x=p[0], y=p[1]) for side in (left, right)]
    shown = f"{put_in(left, values).strip()} {sign} {put_in(right, values).strip()}"
    says = "true" if COMPARE[sign](*found) else "false"
    return f"${shown}$ says ${num(found[0])} {sign} {num(found[1])}$, which is {says}"
