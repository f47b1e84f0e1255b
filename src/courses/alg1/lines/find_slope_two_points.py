"""Find slope from two points."""

from random import Random

from courses.alg1.lines.points import pair, pairs_in, spot
from courses.alg1.reading import formulas, holdings, value_of
from courses.alg1.slips import apart
from exercises import FractionAnswer, Number, Question, Reroll, Step, bracketed, integer, nonzero, num, pick, template
from exercises.exact import Fraction
from exercises.geometry import Exact


def walked(question: Question) -> None:
    """Walk from the first point with the slope and arrive at the second."""
    assert isinstance(question.answer, Number | FractionAnswer)
    found = pairs_in(question.prompt)
    if "missing" not in question.prompt:
        (x, y), (to_x, to_y) = found
        assert y + question.answer.value * (to_x - x) == to_y
        return
    told = next(value_of(tex) for tex in formulas(question.prompt) if "=" not in tex and "," not in tex and tex != "y")
    assert found[0][1] + told * (holdings(question.prompt)["x"] - found[0][0]) == question.answer.value


def difference(a: Exact, b: Exact) -> str:
    """TeX of a - b."""
    return f"{num(a)} - {bracketed(b)}"


def two_points(rng: Random) -> Question:
    """Two points are given."""
    p, run = spot(rng, 8), pick(rng, (1, 2, 3, 4, 5, 6, -2, -3, -4))
    rise = nonzero(rng, -9, 9)
    q = (p[0] + run, p[1] + rise)
    slope = Fraction(rise, run)
    if slope in (1, -1) or max(map(abs, q)) > 10 or 0 in (p[0], q[0]):
        raise Reroll
    slips: dict[str, Exact] = {
        "slope-upside-down": 1 / slope,
        "slope-sign-mixed": -slope,
        "slope-difference-not-divided": rise,
        "slope-from-one-point": Fraction(q[1], q[0]),
        "slope-added-coordinates": Fraction(p[1] + q[1], p[0] + q[0]) if p[0] + q[0] else 0,
    }
    sign = f"\\frac{{{difference(q[1], p[1])}}}{{{difference(q[0], p[0])}}}"
    below = f"\\frac{{{rise}}}{{{run}}}" if abs(run) > 1 else str(rise)
    return Question(
        key=("points", p, q),
        prompt=f"What is the slope of the line through ${pair(p)}$ and ${pair(q)}$?",
        answer=FractionAnswer(slope),
        wrong=apart(slope, slips),
        hints=(
            "Slope is rise divided by run: the change of $y$ divided by the change of $x$.",
            f"From the first point to the second, $y$ changes by ${difference(q[1], p[1])} = {rise}$"
            f" and $x$ by ${difference(q[0], p[0])} = {run}$.",
            f"The slope is ${sign} = {num(slope)}$.",
        ),
        solution=(
            Step(f"Change of $y$: ${difference(q[1], p[1])} = {rise}$.", "Second point minus first."),
            Step(f"Change of $x$: ${difference(q[0], p[0])} = {run}$.", "In the same order."),
            Step(f"The slope is ${below} = {num(slope)}$." if below != num(slope) else f"The slope is ${num(slope)}$.",
                 "Rise divided by run."),
        ),
    )  # fmt: skip


def missing_coordinate(rng: Random) -> Question:
    """The slope and one point are given, and how far across the second is."""
    p, slope = spot(rng, 6), Fraction(nonzero(rng, -5, 5), pick(rng, (1, 1, 2, 3)))
    run = slope.denominator * pick(rng, (-3, -2, 2, 3, 4))
    to_x, rise = p[0] + run, slope * run
    to_y = p[1] + rise
    if abs(slope) == 1 or abs(to_y) > 20 or to_x == 0:
        raise Reroll
    slips: dict[str, Exact] = {
        "point-walked-other-way": p[1] - rise,
        "point-change-for-value": rise,
        "point-divided-by-slope": p[1] + run / slope,
        "point-from-origin": slope * to_x,
    }
    return Question(
        key=("missing", p, slope, run),
        prompt=f"A line goes through ${pair(p)}$ and its slope is ${num(slope)}$."
        f" A second point of it has $x = {to_x}$. What is the $y$ that is missing?",
        answer=Number(to_y),
        wrong=apart(to_y, slips),
        before="y =",
        hints=(
            "Slope tells how far up for each step across. How many steps across is it to the second point?",
            f"$x$ changes by ${difference(to_x, p[0])} = {run}$, so $y$ changes by"
            f" ${num(slope)} \\cdot {bracketed(run)} = {num(rise)}$.",
            f"$y = {p[1]} {'+' if rise > 0 else '-'} {num(abs(rise))} = {num(to_y)}$.",
        ),
        solution=(
            Step(f"Change of $x$: ${difference(to_x, p[0])} = {run}$.", "From the first point to the second."),
            Step(f"Change of $y$: ${num(slope)} \\cdot {bracketed(run)} = {num(rise)}$.", "Slope times run is rise."),
            Step(
                f"$y = {p[1]} {'+' if rise > 0 else '-'} {num(abs(rise))} = {num(to_y)}$", "Start at the first point."
            ),
        ),
    )


def undo_order(rng: Random) -> Question:
    """Two points whose order is the other way round, written in a story of a hill path."""
    low, step = integer(rng, 2, 9) * 10, pick(rng, (2, 4, 5, 8))
    far, climb = integer(rng, 3, 9) * step, nonzero(rng, -step, step)  # a path, not a ladder
    start = integer(rng, 1, 6) * step
    rise = Fraction(climb * far, 2 * step)
    slope = rise / far
    high = 100 + low + rise
    if rise.denominator != 1 or rise == 0:
        raise Reroll
    slips: dict[str, Exact] = {
        "slope-upside-down": 1 / slope,
        "slope-sign-mixed": -slope,
        "slope-difference-not-divided": rise,
        "slope-from-one-point": high / (start + far),
    }
    return Question(
        key=("path", low, step, far, climb, start),
        prompt="A straight path is drawn from the side, where $x$ is the level distance and $y$ the height, in metres."
        f" It leads from ${pair((start, 100 + low))}$ to ${pair((start + far, int(high)))}$. What is its slope?",
        answer=FractionAnswer(slope),
        wrong=apart(slope, slips),
        hints=(
            "How many metres does it climb (or fall), and over how many metres of level distance?",
            f"It changes by ${difference(int(high), 100 + low)} = {num(rise)}$ in height over {far} metres.",
            f"The slope is ${num(rise)} \\div {far} = {num(slope)}$.",
        ),
        solution=(
            Step(
                f"Rise: ${difference(int(high), 100 + low)} = {num(rise)}$.",
                "Height at the end minus height at the start.",
            ),
            Step(f"Run: ${difference(start + far, start)} = {far}$.", "The level distance, in the same order."),
            Step(f"The slope is ${num(rise)} \\div {far} = {num(slope)}$.", "Rise divided by run."),
        ),
    )


@template(
    "alg1/lines/find-slope-two-points",
    version=1,
    standards=("HSF.IF.B.6",),
    answer=(Number, FractionAnswer),
    check=walked,
    band="two points with whole coordinates up to 10, a path with heights up to 250, or a coordinate to find back",
)
def slope_of_two_points(rng: Random) -> Question:
    """The slope of two points, or the point that a slope leads to."""
    return pick(rng, (two_points, two_points, two_points, missing_coordinate, undo_order))(rng)
