"""Fit a line and predict: draw a line through a cloud, predict from an equation or a drawn line, find a residual."""

from random import Random

from courses.alg1.data.fitted import PAIRINGS, TEN, Spot, least_squares, places, scattered
from courses.alg1.data.readback import scatter
from courses.alg1.forms import one_of
from courses.alg1.functions.readback import measure
from courses.alg1.reading import formulas, value_of
from courses.alg1.slips import apart
from exercises import (
    Axis,
    Dot,
    Grid,
    Line,
    Number,
    Question,
    Reroll,
    Step,
    Straight,
    integer,
    pick,
    plot,
    poly,
    signed,
    slope_line,
    template,
)
from exercises.exact import Fraction
from exercises.geometry import Exact, LineForm, size
from exercises.geometry import line_through as through

TILTS = tuple(Fraction(n, 2) for n in (-4, -3, -2, -1, 1, 2, 3, 4))
FIT = "A good line has about as many points above it as below, all along its length, and follows the cloud."


def draw_it(rng: Random) -> Question:
    """Draw a line that fits a cloud of points."""
    m, b = pick(rng, TILTS), integer(rng, 2, 18)
    xs = places(rng, 8, 0, 10)
    points = scattered(rng, m, b, xs, (-1, -1, 0, 1, 1))
    ends = [m * x + b for x in (0, 10)]
    if not all(1 <= y <= 19 for y in ends) or not all(0 <= y <= 20 for _, y in points):
        raise Reroll
    slope, start = least_squares(points)
    gap = [abs(slope * x + start - (m * x + b)) for x in (0, 10)]
    if max(gap) > Fraction(4, 5) or (10 * m).denominator != 1:
        raise Reroll
    gates = tuple((x, m * x + b - 2, m * x + b + 2) for x in (1, 9))
    right = slope_line(m, b)
    wrong: dict[str, LineForm] = {
        "fit-wrong-direction": slope_line(-m, b + 10 * m),
        "fit-too-high": slope_line(m, b + 4 if max(ends) <= 15 else b - 4),
        "fit-level": slope_line(0, round(b + 5 * m)),
    }
    kept = {name: line for name, line in wrong.items() if drawable(line) and not inside(line, gates)}
    if len(kept) < 2:
        raise Reroll
    two = [(0, int(b)), (10, int(b + 10 * m))]
    shown = f"$y = {poly(m, 'x', b)}$"
    return Question(
        key=("draw", *points),
        prompt="Draw a straight line that fits the points well.",
        answer=Line(right, TEN, tuple(Dot(p, colour=1) for p in points), gates),
        wrong=kept,
        hints=(FIT, f"The cloud {'rises' if m > 0 else 'falls'} from left to right. At both ends, put a point in"
                    f" the middle of"
               " it.", f"For example ${pair(two[0])}$ and ${pair(two[1])}$: {shown}."),
        solution=(Step(f"The cloud {'rises' if m > 0 else 'falls'} from left to right.", "First the direction."),
                  Step(f"A line through ${pair(two[0])}$ and ${pair(two[1])}$ fits well: {shown}.", FIT)),
    )  # fmt: skip


def pair(p: Spot) -> str:
    """A point in TeX."""
    return f"({p[0]}, {p[1]})"


def drawable(line: LineForm) -> bool:
    """Whether two places of the grid lie on a line."""
    a, b, c = line
    found = [(x, y) for x in range(11) for y in range(21) if a * x + b * y == c]
    return len(found) > 1


def inside(line: LineForm, gates: tuple[tuple[Exact, Exact, Exact], ...]) -> bool:
    """Whether a line goes through all gates."""
    a, b, c = line
    return all(lo <= Fraction(c - a * x) / b <= hi for x, lo, hi in gates)


def from_equation(rng: Random) -> Question:
    """Predict an output, from an equation."""
    one = pick(rng, PAIRINGS)
    m, b, x = integer(rng, *one.slopes), integer(rng, *one.starts), integer(rng, *one.inputs)
    y = m * x + b
    if x < 2 or y <= 0 or m == 0:
        raise Reroll
    slips: dict[str, Exact] = {
        "predict-start-left-out": m * x,
        "predict-numbers-exchanged": b * x + m,
        "predict-slope-only": m + b,
        "predict-sign-lost": -m * x + b,
    }
    rule = f"y = {poly(m, 'x', b)}"
    return Question(
        key=("predict", one.across, m, b, x),
        prompt=f"A line was fitted to measurements: ${rule}$. Here $x$ is {one.input}, and $y$ is {one.output}."
               f" Which $y$ does"
        f" the line predict for $x = {x}$?",
        answer=Number(y),
        before="y =",
        wrong=apart(y, slips),
        hints=("To predict is to put the $x$ into the equation of the line.", f"Put in ${x}$: ${m} \\cdot {x}"
                                                                              f" {signed(b)}$.",
               f"$y = {y}$."),
        solution=(Step(f"$y = {m} \\cdot {x} {signed(b)}$", "The line takes the place of the measurements."),
                  Step(f"$y = {y}$", f"The line predicts {y} {one.unit}.")),
    )  # fmt: skip


def residual(rng: Random) -> Question:
    """The residual of one measurement."""
    one = pick(rng, PAIRINGS)
    m, b, x = integer(rng, *one.slopes), integer(rng, *one.starts), integer(rng, *one.inputs)
    predicted = m * x + b
    off = pick(rng, (-1, 1)) * integer(rng, 1, max(2, predicted // 12))
    seen = predicted + off
    if predicted <= 2 or seen <= 0 or x == 0 or m == 0:
        raise Reroll
    slips: dict[str, Exact] = {
        "residual-sign": -off,
        "residual-prediction-only": predicted,
        "residual-added": predicted + seen,
    }
    return Question(
        key=("residual", one.across, m, b, x, seen),
        prompt=f"A line was fitted to measurements: $y = {poly(m, 'x', b)}$. Here $x$ is {one.input}, and $y$ is"
               f" {one.output}. For"
        f" $x = {x}$ the measured value was $y = {seen}$. What is the residual, the measured value minus the"
        f" predicted one?",
        answer=Number(off),
        wrong=apart(off, slips),
        hints=("First find what the line predicts.", f"It predicts ${m} \\cdot {x} {signed(b)} = {predicted}$.",
               f"${seen} - {predicted} = {off}$."),
        solution=(Step(f"The line predicts ${m} \\cdot {x} {signed(b)} = {predicted}$.", f"Put ${x}$ in for $x$."),
                  Step(f"The residual is ${seen} - {predicted} = {off}$.", "Measured minus predicted: negative"
                                                                           " when the point"
                       " lies below the line.")),
    )  # fmt: skip


def from_picture(rng: Random) -> Question:
    """Predict from a line that is drawn through a cloud."""
    low, high = (0, integer(rng, 1, 19)), (10, integer(rng, 1, 19))
    m, b = Fraction(high[1] - low[1], 10), low[1]
    xs = places(rng, 8, 0, 10)
    points = scattered(rng, m, b, xs, (-2, -1, 0, 1, 2))
    good = [x for x in range(1, 10) if (m * x).denominator == 1 and x not in xs]
    if abs(m) < Fraction(2, 5) or not good or not all(0 <= y <= 20 for _, y in points):
        raise Reroll
    if size(sum((Fraction(y) - m * x - b for x, y in points), Fraction(0))) > 2:
        raise Reroll
    x = pick(rng, good)
    y = int(m * x + b)
    near = min(points, key=lambda p: (abs(p[0] - x), p))
    slips: dict[str, Exact] = {"predict-nearest-point": near[1], "predict-grid-step": Fraction(y, 2), "predict-axes": x,
                               "predict-start-read": b}  # fmt: skip
    words = (
        f"A scatter plot of 8 points with a line fitted to it. The line joins {low[1]} up at the left edge,"
        f" where x is 0,"
        f" to {high[1]} up at the right edge, where x is 10. The points stand about it."
    )
    grid = Grid(Axis("x", 0, 10), Axis("y", 0, 20, 2))
    line = Straight(through(low, high))
    return Question(
        key=("picture", low[1], high[1], x, *points),
        prompt=f"A line was fitted to the points. Which $y$ does it predict for $x = {x}$?",
        answer=Number(y),
        before="y =",
        wrong=apart(y, slips),
        figure=plot(grid, line, *(Dot(p, colour=1) for p in points), describe=words),
        hints=("The prediction lies on the line, not at a point of the cloud.",
               f"Go from ${x}$ straight up to the line, then across to the other axis. A step there is worth 2.",
               f"$y = {y}$."),
        solution=(Step(f"Go from $x = {x}$ straight up to the line.", "The line stands for all the points."),
                  Step(f"Across from there the axis says $y = {y}$.", "A step of that axis is worth 2.")),
    )  # fmt: skip


def tried_out(question: Question) -> None:
    """Put numbers into the shown equation; measure the drawn line; for a drawn answer, look at the points of"
    " the cloud."""
    answer, form = question.answer, question.key[0]
    if isinstance(answer, Line):
        a, b, c = answer.value
        points = scatter(answer.picture({}).svg)
        assert len(points) == 8
        off: list[Fraction] = [y - (c - a * x) / Fraction(b) for x, y in points]
        assert max(map(size, off)) <= 2
        assert size(sum(off, Fraction(0))) <= 6
        left, right = off[:4], off[4:]
        assert size(sum(left, Fraction(0))) <= 4
        assert size(sum(right, Fraction(0))) <= 4
        return
    assert isinstance(answer, Number)
    if form == "picture":
        assert question.figure
        at = measure(question.figure.svg)
        path = question.figure.svg.split('class="line" d="M')[1].split('"')[0]
        (x0, y0), (x1, y1) = (at(across, up) for across, up in (end.split() for end in path.split("L")))
        x = int(formulas(question.prompt)[-1].split(" = ")[1])
        assert abs((answer.value - y0) * (x1 - x0) - (y1 - y0) * (x - x0)) < 3
        return
    rule, *rest = [tex for tex in formulas(question.prompt) if "=" in tex]
    numbers = [int(tex.split(" = ")[1]) for tex in rest]
    predicted = value_of(rule.split(" = ")[1], x=numbers[0])
    assert answer.value == (predicted if form == "predict" else numbers[1] - predicted)


@template(
    "alg1/data/fit-line-predict",
    version=1,
    standards=("HSS.ID.B.6.c",),
    answer=(Line, Number),
    check=tried_out,
    band="clouds of eight points about a line; predictions and residuals from equations with whole numbers",
    answer_in_prompt=True,
)
def fit_and_predict(rng: Random) -> Question:
    """One of the forms."""
    return one_of(rng, (draw_it, from_equation, residual, from_picture))
