"""Write point-slope form."""

from random import Random

from courses.alg1.line_forms.writing import Slip, kept, line_answered, of_slope, point_form, pointed, slope
from courses.alg1.lines.find_slope_two_points import difference
from courses.alg1.lines.points import pair, pairs_in
from courses.alg1.reading import formulas, value_of
from exercises import Equation, Question, Reroll, Step, nonzero, num, pick, signed, template
from exercises.exact import Fraction
from exercises.geometry import on_line


def goes_there(question: Question) -> None:
    """The answer's line goes through the points that are given, and climbs as it is told from the first of them."""
    assert isinstance(question.answer, Equation)
    line = line_answered(question.answer.text)
    points = pairs_in(question.prompt)
    if "slope is" in question.prompt or "has slope" in question.prompt:
        told = next(value_of(tex) for tex in formulas(question.prompt) if "=" not in tex and "," not in tex)
        (x, y) = points[0]
        points.append((x + 6, y + 6 * told))
    assert len(points) == 2
    assert all(on_line(line, p) for p in points)


def mistakes(m: Fraction, p: tuple[int, int]) -> dict[str, Slip]:
    """The usual slips as equations."""
    return {
        "form-bracket-sign": pointed(m, (-p[0], -p[1])),
        "form-point-swapped": pointed(m, (p[1], p[0])),
        "form-sign-of-slope": pointed(-m, p),
        "form-slope-upside-down": pointed(1 / m, p),
    }


def spot(rng: Random) -> tuple[int, int]:
    """A point beside both axes."""
    p = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    if abs(p[0]) == abs(p[1]):
        raise Reroll
    return p


def from_slope(rng: Random) -> Question:
    """A point and the slope."""
    m, p = slope(rng), spot(rng)
    right = point_form(m, p)
    how = pick(rng, (f"A line goes through ${pair(p)}$ and its slope is ${num(m)}$.",
                     f"A line has slope ${num(m)}$ and goes through ${pair(p)}$."))  # fmt: skip
    return Question(
        key=("slope", m, p),
        prompt=f"{how} Write its equation in point-slope form.",
        answer=Equation(right, shape="point-slope"),
        wrong=kept(of_slope(m, p), mistakes(m, p)),
        hints=(
            "Point-slope form is $y - y_1 = m(x - x_1)$: the coordinates of the point are taken away.",
            f"Here $x_1 = {p[0]}$ and $y_1 = {p[1]}$. Taking away a negative number is adding.",
            f"${right}$",
        ),
        solution=(
            Step(f"The left side is $y {signed(-p[1])}$.", f"The $y$ of the point, ${p[1]}$, is taken away."),
            Step(f"The bracket is $(x {signed(-p[0])})$.", f"The $x$ of the point, ${p[0]}$, is taken away."),
            Step(f"${right}$", f"The slope ${num(m)}$ multiplies the bracket."),
        ),
    )


def from_points(rng: Random) -> Question:
    """Two points: either may stand in the equation."""
    m, p = slope(rng, 6, (1, 1, 2, 3)), spot(rng)
    run = m.denominator * pick(rng, (1, 2, -1, -2, 3))
    q = (p[0] + run, int(p[1] + m * run))
    if not q[0] or not q[1] or max(map(abs, q)) > 15:
        raise Reroll
    right = point_form(m, p)
    rise = q[1] - p[1]
    return Question(
        key=("points", p, q),
        prompt=f"Write an equation of the line through ${pair(p)}$ and ${pair(q)}$ in point-slope form."
        " You may use either point.",
        answer=Equation(right, shape="point-slope"),
        wrong=kept(of_slope(m, p), mistakes(m, p)),
        hints=(
            "Find the slope first. Then choose one of the points.",
            f"The rise is ${difference(q[1], p[1])} = {rise}$, the run ${difference(q[0], p[0])} = {run}$:"
            f" the slope is ${num(m)}$.",
            f"With ${pair(p)}$ it is ${right}$.",
        ),
        solution=(
            Step(f"$m = {rise} \\div {f'({run})' if run < 0 else run} = {num(m)}$", "Rise divided by run."),
            Step(f"With ${pair(p)}$: ${right}$.", f"With ${pair(q)}$ it is ${point_form(m, q)}$, the same line."),
        ),
    )


@template(
    "alg1/line-forms/write-point-slope-form",
    version=1,
    standards=("HSA.CED.A.2",),
    answer=Equation,
    check=goes_there,
    band="a point with coordinates up to 9 and a slope up to 6 or a simple fraction, or two points",
)
def point_slope(rng: Random) -> Question:
    """The equation of a line from a point and its slope."""
    return pick(rng, (from_slope, from_slope, from_points))(rng)
