"""Lines on the grid to 8: drawing two that cross at a crossing of the grid, and measuring them in a picture."""

from random import Random

from courses.alg1.line_forms.writing import slope_form, standard_form
from courses.alg1.lines.find_x_y_intercepts import lies_on
from courses.alg1.lines.points import EIGHT
from courses.alg1.reading import formulas, letters
from courses.alg1.systems.rows import linear
from exercises import Reroll, integer, pick
from exercises.exact import Fraction
from exercises.figures.straight import crossings
from exercises.geometry import Exact, LineForm, Point, on_line, slope_line

SLOPES = tuple(Fraction(*pair) for pair in ((1, 1), (2, 1), (3, 1), (1, 2), (1, 3), (2, 3), (3, 2), (3, 4), (4, 3)))


def sloped(rng: Random) -> Fraction:
    """A slope that can be drawn well."""
    return pick(rng, SLOPES) * pick(rng, (-1, 1))


def crossing(rng: Random) -> tuple[tuple[int, int], Fraction, Fraction]:
    """Where two lines cross, and their slopes, which differ well; both meet the y-axis at an integer on the grid."""
    p, m, n = (integer(rng, -6, 6), integer(rng, -6, 6)), sloped(rng), sloped(rng)
    heights = [p[1] - slope * p[0] for slope in (m, n)]
    if abs(m - n) < Fraction(2, 3) or not p[0] or p[0] == p[1] or not p[1]:
        raise Reroll
    if any(b.denominator > 1 or abs(b) > 7 for b in heights) or 0 in heights:
        raise Reroll
    return p, m, n


def height(m: Fraction, p: Point) -> Exact:
    """Where the line of a slope through a point meets the y-axis."""
    return p[1] - m * p[0]


def either(rng: Random, m: Fraction, b: Exact) -> str:
    """The equation of y = mx + b, sometimes in standard form."""
    return slope_form(m, b) if rng.random() < 0.7 else standard_form(slope_line(m, b))


def drawable(line: LineForm) -> bool:
    """Whether two of its places are on the grid."""
    return len(crossings(line, EIGHT)) > 1


def pieces(svg: str) -> list[str]:
    """A picture for each of its lines."""
    _, *paths = svg.split('class="line" d="M')
    return [f'class="line" d="M{path}' for path in paths]


def drawn_as(svg: str, tex: str) -> bool:
    """Whether the first line of a picture is the line of an equation, measured at two of its points."""
    a, b, c = linear(tex)
    places: list[Point] = [(c / a, 0), ((c - 6 * b) / a, 6)] if not b else [(0, c / b), (6, (c - 6 * a) / b)]
    return all(lies_on(svg, p) for p in places)


def is_line(line: LineForm, tex: str) -> bool:
    """Whether two points of an equation lie on a line."""
    a, b, c = linear(tex)
    places: list[Point] = [(c / a, 0), (c / a, 1)] if not b else [(0, c / b), (1, (c - a) / b)]
    return all(on_line(line, p) for p in places)


def lines_in(text: str) -> list[str]:
    """The equations in x and y of a text, in TeX."""
    return [tex for tex in formulas(text) if tex.count("=") == 1 and letters(tex) and letters(tex) <= {"x", "y"}]
