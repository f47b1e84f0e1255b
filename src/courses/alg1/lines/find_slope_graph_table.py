"""Find slope from a graph or table."""

import re
from random import Random

from courses.alg1.lines.find_slope_two_points import difference
from courses.alg1.lines.find_x_y_intercepts import line_drawn
from courses.alg1.lines.graph_line_table import table, table_rows
from courses.alg1.lines.points import EIGHT, pair
from courses.alg1.slips import apart
from exercises import Axis, FractionAnswer, Grid, Number, Question, Reroll, Step, integer, nonzero, num, pick, template
from exercises.exact import Fraction
from exercises.figures import Straight, Stretch, plot
from exercises.geometry import Exact, Point, slope_line

WALKS = (
    ("Time in minutes", "Water in litres", "how much water is in a tank", (1, 2, 5), (10, 20, 50), True),
    ("Time in hours", "Distance in kilometres", "a bicycle trip", (1,), (5, 10, 20), False),
    ("Length in metres", "Price in dollars", "the price of cloth with its delivery", (1, 2), (2, 5), False),
    ("Time in weeks", "Height in centimetres", "how tall a sunflower is", (1, 2), (5, 10, 20), False),
    ("Time in minutes", "Temperature in degrees", "the temperature of a liquid", (1, 2, 5), (2, 5, 10), True),
)
"""Names of the axes, what is shown, steps across and up, and whether it may fall."""
TICK = re.compile(r'<text x="([\d.]+)" y="([\d.]+)">(\d+)</text>')


def measured(question: Question) -> None:
    """Measure the line of the picture, or take two other columns of the table than the worked answer does."""
    assert isinstance(question.answer, FractionAnswer | Number)
    slope = question.answer.value
    if question.figure is None:
        rows = table_rows(question.prompt)
        assert all((q[1] - p[1]) == slope * (q[0] - p[0]) for p in rows for q in rows)
    elif "grid" in question.key:
        (x, y), (to_x, to_y) = line_drawn(question.figure.svg)
        assert abs((to_y - y) / Fraction(to_x - x) - slope) < Fraction(1, 60)
    else:
        assert scaled_slope(question.figure.svg) == slope


def scaled_slope(svg: str) -> Fraction:
    """The slope of the drawn piece, in the units of the axes' numbers."""
    groups = svg.split('class="ticks"')
    across, up = (TICK.findall(group) for group in groups[1:3])
    unit_x = (Fraction(across[-1][0]) - Fraction(across[0][0])) / (int(across[-1][2]) - int(across[0][2]))
    unit_y = (Fraction(up[0][1]) - Fraction(up[-1][1])) / (int(up[-1][2]) - int(up[0][2]))
    path = svg.split('class="stretch" d="M')[1].split('"')[0]
    (x, y), (to_x, to_y) = [tuple(map(Fraction, end.split())) for end in path.split("L")]
    return ((y - to_y) / unit_y / ((to_x - x) / unit_x)).limit_denominator(40)


def slips(rise: Exact, run: Exact, start: Exact | None, per_square: Exact) -> dict[str, Exact]:
    """What goes wrong often; `start` is None where the piece does not begin on the y-axis."""
    slope = Fraction(rise) / run
    found: dict[str, Exact] = {
        "slope-upside-down": 1 / slope,
        "slope-sign-mixed": -slope,
        "slope-difference-not-divided": rise,
    }
    if start is not None:
        found["slope-read-as-intercept"] = start
    return apart(slope, {**found, "slope-grid-steps": per_square})


def from_grid(rng: Random) -> Question:
    """A line on a plain grid."""
    run = pick(rng, (1, 2, 2, 3, 3, 4, 5))
    slope, b = Fraction(nonzero(rng, -5, 5), run), integer(rng, -6, 6)
    places = [(x, int(slope * x + b)) for x in range(-8, 9) if (slope * x).denominator == 1 and abs(slope * x + b) <= 8]
    if len(places) < 2 or abs(slope) == 1 or slope.denominator != run:
        raise Reroll
    p, q = places[0], places[1]
    rise = q[1] - p[1]
    return Question(
        key=("grid", slope, b),
        prompt="What is the slope of this line?",
        answer=FractionAnswer(slope),
        wrong=slips(rise, run, b, rise),
        figure=plot(EIGHT, Straight(slope_line(slope, b)), describe="steps"),
        hints=_hints(p, q, slope, "Find two points where the line goes through crossings of the grid."),
        solution=_solution(p, q, slope),
    )


def from_scaled_graph(rng: Random) -> Question:
    """A piece of a line on axes whose steps are not 1."""
    across, up, what, steps_x, steps_y, falls = pick(rng, WALKS)
    step_x, step_y = pick(rng, steps_x), pick(rng, steps_y)
    begin, end = integer(rng, 0, 2), integer(rng, 6, 8)
    low, climb = integer(rng, 0, 8), nonzero(rng, -8, 8)
    if not 0 <= low + climb <= 8 or step_x == step_y or (climb < 0 and not falls):
        raise Reroll
    if "Price" in up and low == 0 < begin:  # no cloth is free
        raise Reroll
    p, q = (begin * step_x, low * step_y), (end * step_x, (low + climb) * step_y)
    rise, run = q[1] - p[1], q[0] - p[0]
    slope = Fraction(rise, run)
    if abs(slope) == 1 or slope.denominator > 12:
        raise Reroll
    grid = Grid(Axis(across, 0, 8 * step_x, step_x), Axis(up, 0, 8 * step_y, step_y))
    piece = Stretch(p, q, "closed", "closed")
    return Question(
        key=("scaled", across, step_x, step_y, p, q),
        prompt=f"The graph shows {what}. What is the slope of the line, in the units of the axes?",
        answer=FractionAnswer(slope),
        wrong=slips(rise, run, None if begin else p[1], Fraction(climb, end - begin)),
        figure=plot(grid, piece, describe="steps"),
        hints=_hints(p, q, slope, "Read both end points, with the numbers that stand at the axes."),
        solution=_solution(p, q, slope),
    )


def from_table(rng: Random) -> Question:
    """A table whose first row does not go up by 1."""
    step, slope = pick(rng, (2, 3, 4, 5, 10)), Fraction(nonzero(rng, -9, 9), pick(rng, (1, 1, 2)))
    begin, b = nonzero(rng, -6, 6), nonzero(rng, -9, 9)
    rows: list[Point] = [(begin + i * step, slope * (begin + i * step) + b) for i in range(4)]
    if abs(slope) == 1 or any(Fraction(y).denominator > 1 for _, y in rows):
        raise Reroll
    p, q = rows[0], rows[1]
    rise = q[1] - p[1]
    wrong = apart(
        slope,
        {
            "slope-ignored-step-of-x": rise,
            "slope-upside-down": 1 / slope,
            "slope-sign-mixed": -slope,
            "slope-from-one-point": Fraction(p[1]) / p[0],
        },
    )
    return Question(
        key=("table", begin, step, slope, b),
        prompt=f"The table belongs to a line. What is its slope?\n\n{table(rows)}",
        answer=FractionAnswer(slope),
        wrong=wrong,
        hints=_hints(p, q, slope, "Take two columns. By how much does $x$ change between them, and by how much $y$?"),
        solution=_solution(p, q, slope),
    )


def _hints(p: Point, q: Point, slope: Fraction, first: str) -> tuple[str, ...]:
    rise, run = q[1] - p[1], q[0] - p[0]
    return (
        first,
        f"For example ${pair(p)}$ and ${pair(q)}$: $x$ changes by ${num(run)}$ and $y$ by ${num(rise)}$.",
        f"The slope is ${num(rise)} \\div {num(run)} = {num(slope)}$.",
    )


def _solution(p: Point, q: Point, slope: Fraction) -> tuple[Step, ...]:
    rise, run = q[1] - p[1], q[0] - p[0]
    return (
        Step(f"Two points are ${pair(p)}$ and ${pair(q)}$.", "Any two points of the line give the same slope."),
        Step(f"Rise: ${difference(q[1], p[1])} = {num(rise)}$. Run: ${difference(q[0], p[0])} = {num(run)}$.",
             "Second point minus first, both times."),
        Step(f"The slope is ${num(rise)} \\div {num(run)} = {num(slope)}$.", "Rise divided by run."),
    )  # fmt: skip


@template(
    "alg1/lines/find-slope-graph-table",
    version=1,
    standards=("HSF.IF.B.6",),
    answer=FractionAnswer,
    check=measured,
    band="a line on a grid to 8, a piece of one on axes with steps up to 50, or a table of four columns",
)
def slope_of_graph_or_table(rng: Random) -> Question:
    """The slope of what is drawn or listed."""
    return pick(rng, (from_grid, from_scaled_graph, from_table))(rng)
