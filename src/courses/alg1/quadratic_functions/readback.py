"""Second opinions: functions read back from the prompt's TeX, and curves measured in the picture."""

import re
from collections.abc import Callable

from courses.alg1.reading import formulas, value_of
from exercises import Axis, Exact, Figure, Grid, evaluate, parse
from exercises.exact import Fraction

Rule = Callable[[Exact], Fraction]
NAMED = re.compile(r"([a-zA-Z])(?:\(([a-z])\))? = (.+)")
AXIS = r"(.+?) from (\S+) to (\S+) in steps of (\d+)"
AXES = re.compile(rf"Grid\. Across: {AXIS}\. Up: {AXIS}\.")
CURVE = re.compile(r'class="curve" d="([^"]+)"')
PAIR = re.compile(r"\(([^(),]+),([^(),]+)\)")


def rule(tex: str, letter: str = "x") -> Rule:
    """What a formula gives for numbers put in for its letter."""
    node = parse(tex)
    return lambda at: evaluate(node, {letter: Fraction(at)})


def functions_in(text: str) -> list[Rule]:
    """The functions that a text defines as `y = ...` or `f(x) = ...`, in order."""
    found = [NAMED.fullmatch(tex) for tex in formulas(text)]
    return [rule(one[3], one[2] or "x") for one in found if one and re.search(rf"{one[2] or 'x'}", one[3])]


def function_in(text: str) -> Rule:
    """The only one."""
    (found,) = functions_in(text)
    return found


def coefficients(f: Rule) -> tuple[Fraction, Fraction, Fraction]:
    """a, b, c of a quadratic function, from three values and confirmed by two more."""
    c, left, right = f(0), f(-1), f(1)
    a, b = (left + right) / 2 - c, (right - left) / 2
    assert f(3) == 9 * a + 3 * b + c, "not quadratic"
    assert f(-8) == 64 * a - 8 * b + c, "not quadratic"
    return a, b, c


def turns_at(f: Rule, x: Exact, y: Exact) -> bool:
    """Whether a quadratic function has its vertex there: as high on both sides of it, however far."""
    coefficients(f)
    return f(x) == y and all(f(x + step) == f(x - step) != y for step in (1, 3))


def agree(f: Rule, g: Rule) -> bool:
    """Whether two quadratic functions have the same values."""
    return coefficients(f) == coefficients(g)


def points_in(text: str) -> list[tuple[Fraction, Fraction]]:
    """The points in a text's formulas."""
    found = (match for tex in formulas(text) for match in PAIR.findall(tex))
    return [(value_of(x), value_of(y)) for x, y in found if not re.search("[a-z]{1}(?![a-z])", x + y)]


def grid_of(figure: Figure) -> Grid:
    """The grid of a picture, from its words."""
    found = AXES.match(figure.description)
    assert found, figure.description
    parts = [part.replace("−", "-") for part in found.groups()]
    across, up = (Axis(name, *map(int, numbers)) for name, *numbers in (parts[:4], parts[4:]))
    return Grid(across, up)


def curves_of(figure: Figure) -> list[list[tuple[float, float]]]:
    """The points of each curve of a picture, measured in the units of its axes, without the ends of its parts."""
    grid = grid_of(figure)
    wide, high = grid.x.hi - grid.x.lo, grid.y.hi - grid.y.lo
    found = []
    for path in CURVE.findall(figure.svg):
        inside = [part.split("L")[1:-1] for part in path.split("M") if part]
        spots = [tuple(map(float, spot.split())) for part in inside for spot in part]
        found.append([((x - grid.left) * wide / 320 + grid.x.lo, (grid.bottom - y) * high / 320 + grid.y.lo)
                      for x, y in spots])  # fmt: skip
    return found


def measured(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """a, h, k of the parabola through three of these points that lie far apart."""
    (x1, y1), (x2, y2), (x3, y3) = points[0], points[len(points) // 2], points[-1]
    a = ((y3 - y1) / (x3 - x1) - (y2 - y1) / (x2 - x1)) / (x3 - x2)
    b = (y2 - y1) / (x2 - x1) - a * (x1 + x2)
    h = -b / (2 * a)
    return a, h, y1 - a * (x1 - h) ** 2


def drawn_as(figure: Figure, f: Rule, at: int = 0) -> bool:
    """Whether a curve of the picture runs where the function does, to a hundredth of the picture."""
    high = grid_of(figure).y.hi - grid_of(figure).y.lo
    spots = curves_of(figure)[at]
    near = [abs(y - float(f(Fraction(x).limit_denominator(1000)))) < high / 100 for x, y in spots]
    return len(near) > 5 and all(near)
