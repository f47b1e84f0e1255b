"""Find x- and y-intercepts."""

from random import Random

from courses.alg1.lines.graph_line_table import table, table_rows
from courses.alg1.lines.points import EIGHT, equation_in, holds, pair, standard
from courses.alg1.slips import different
from exercises import Pair, Question, Reroll, Step, nonzero, num, pick, poly, template
from exercises.exact import Fraction
from exercises.figures import Straight, plot
from exercises.geometry import Exact, Point, line_form, line_through, on_line

AXES = {"x": ("y", 1), "y": ("x", 0)}
"""Axis -> the letter that is 0 on it, and its place in a pair."""


def on_the_axis(question: Question) -> None:
    """The pair lies on the axis that is asked for, and on the line of the equation, table or picture."""
    assert isinstance(question.answer, Pair)
    axis = "x" if "$x$-axis" in question.prompt.split("Where")[1] else "y"
    assert question.answer.value[AXES[axis][1]] == 0
    if question.figure:
        assert lies_on(question.figure.svg, question.answer.value)
    elif "|" in question.prompt:
        first, *rest = table_rows(question.prompt)
        assert all(on_line(line_through(first, p), question.answer.value) for p in rest)
    else:
        assert holds(equation_in(question.prompt), question.answer.value)


def line_drawn(svg: str) -> tuple[Point, Point]:
    """Where the line of a picture of the grid to 8 begins and ends, measured to about a fiftieth of a step."""
    path = svg.split('class="line" d="M')[1].split('"')[0]
    unit = Fraction(320, 16)
    (x, y), (to_x, to_y) = (map(Fraction, end.split()) for end in path.split("L"))
    begin = (x - EIGHT.left) / unit - 8, 8 - (y - EIGHT.top) / unit
    return begin, ((to_x - EIGHT.left) / unit - 8, 8 - (to_y - EIGHT.top) / unit)


def lies_on(svg: str, p: Point) -> bool:
    """Whether a point is at most a twentieth of a step away from the line of the picture."""
    (x, y), (to_x, to_y) = line_drawn(svg)
    run, rise = to_x - x, to_y - y
    return 400 * (rise * (p[0] - x) - run * (p[1] - y)) ** 2 < rise * rise + run * run


def ask(axis: str, where: str) -> str:
    """The sentence that asks."""
    return f"{where} Where does the line meet the ${axis}$-axis? Give the point as a pair."


def result(
    key: tuple[object, ...], prompt: str, axis: str, meets: dict[str, Exact], more: dict[str, Point]
) -> Question:
    """The question with the slips that all forms share; hints and solution are the caller's."""
    answer = point(axis, meets[axis])
    other = "y" if axis == "x" else "x"
    slips = {
        "intercepts-exchanged": point(other, meets[axis]),
        "intercept-of-other-axis": point(other, meets[other]),
        "intercept-sign": point(axis, -meets[axis]),
        **more,
    }
    return Question(key, prompt, Pair(answer), (), (), different(answer, slips))


def point(axis: str, value: Exact) -> Point:
    """The point of an axis at a value."""
    return (value, 0) if axis == "x" else (0, value)


def from_equation(rng: Random) -> Question:
    """ax + by = c, or y = mx + b."""
    x, y = nonzero(rng, -9, 9), nonzero(rng, -9, 9)
    a, b, c = line_form(y, x, x * y)
    if pick(rng, (True, False)):
        times = pick(rng, (1, 1, 2, 3))
        a, b, c, solved = a * times, b * times, c * times, False
        where = f"The equation of a line is ${standard(a, b, c)}$."
    elif Fraction(-y, x).denominator == 1:
        solved, where = True, f"The equation of a line is $y = {poly(Fraction(-y, x), 'x', y)}$."
    else:
        raise Reroll
    axis = pick(rng, "xy") if not solved or abs(y) > 1 else "x"
    other, value = AXES[axis][0], x if axis == "x" else y
    coefficient = a if axis == "x" else b
    more: dict[str, Point] = (
        {}
        if solved
        else {
            "intercept-constant-read-off": point(axis, c),
            "intercept-not-divided": point(axis, c - coefficient),
        }
    )
    base = result(("equation", a, b, c, axis, solved), ask(axis, where), axis, {"x": x, "y": y}, more)
    left = (
        f"${poly(coefficient, axis)} = {c}$"
        if not solved
        else (
            f"$0 = {poly(Fraction(-y, x), 'x', y)}$"
            if axis == "x"
            else f"$y = {num(Fraction(-y, x))} \\cdot 0 {'+' if y > 0 else '-'} {abs(y)}$"
        )
    )
    return Question(
        base.key, base.prompt, base.answer,
        (
            f"On the ${axis}$-axis, what is the value of ${other}$?",
            f"There ${other} = 0$. Put it in: {left}.",
            f"So ${axis} = {value}$, and the point is ${pair(point(axis, value))}$.",
        ),
        (
            Step(f"On the ${axis}$-axis, ${other} = 0$.", "Every point of that axis has it."),
            Step(f"{left}", f"0 is put in for ${other}$."),
            Step(f"${axis} = {value}$, so the point is ${pair(point(axis, value))}$.", "The value of $x$ comes first."),
        ),
        base.wrong,
    )  # fmt: skip


def from_table(rng: Random) -> Question:
    """A table in which one of the two zeros stands, or has to be reached by going on in it."""
    x, y = nonzero(rng, -6, 6), nonzero(rng, -8, 8)
    slope = Fraction(-y, x)
    if slope.denominator != 1 or abs(slope) > 5 or x == y:
        raise Reroll
    begin, step = nonzero(rng, -3, 1), pick(rng, (1, 1, 2))
    rows: list[Point] = [(begin + i * step, slope * (begin + i * step) + y) for i in range(4)]
    axis = pick(rng, "xy")
    other, value = AXES[axis][0], x if axis == "x" else y
    change = f"From column to column, $x$ changes by {step} and $y$ by ${num(slope * step)}$."
    steps = Step(change, "A line changes evenly.")
    seen = any(p[AXES[axis][1]] == 0 for p in rows)
    prompt = ask(axis, f"The table belongs to a line.\n\n{table(rows)}\n\n")
    base = result(("table", x, y, axis, begin, step), prompt, axis, {"x": x, "y": y}, {})
    where = (
        f"Look for the column with ${other} = 0$."
        if seen
        else f"No column has ${other} = 0$: think of the columns before, between or after."
    )
    return Question(
        base.key, base.prompt.replace(" Where", "Where"), base.answer,
        (
            f"On the ${axis}$-axis, what is the value of ${other}$?",
            f"{where} From column to column $y$ changes by ${num(slope * step)}$.",
            f"The point is ${pair(point(axis, value))}$.",
        ),
        (steps, Step(f"${other} = 0$ belongs to ${axis} = {value}$, so the point is ${pair(point(axis, value))}$.",
                     f"On the ${axis}$-axis, ${other}$ is 0.")),
        base.wrong,
    )  # fmt: skip


def from_graph(rng: Random) -> Question:
    """The line is drawn."""
    x, y = nonzero(rng, -7, 7), nonzero(rng, -7, 7)
    if x == y:
        raise Reroll
    axis = pick(rng, "xy")
    value, other = (x if axis == "x" else y), AXES[axis][0]
    base = result(("graph", x, y, axis), ask(axis, "Look at the graph."), axis, {"x": x, "y": y}, {})
    return Question(
        base.key, base.prompt, base.answer,
        (
            f"The ${axis}$-axis runs {'across' if axis == 'x' else 'up and down'}. Find where the line crosses it.",
            f"It crosses at ${axis} = {value}$. What is ${other}$ there?",
            f"On the ${axis}$-axis ${other}$ is 0, so the point is ${pair(point(axis, value))}$.",
        ),
        (
            Step(f"The line crosses the ${axis}$-axis at ${value}$.", "Read it off the graph."),
            Step(f"The point is ${pair(point(axis, value))}$.", f"On the ${axis}$-axis, ${other}$ is 0."),
        ),
        base.wrong, plot(EIGHT, Straight(line_through((x, 0), (0, y))), describe="steps"),
    )  # fmt: skip


@template(
    "alg1/lines/find-x-y-intercepts",
    version=1,
    standards=("HSF.IF.C.7.a",),
    answer=Pair,
    check=on_the_axis,
    band="whole intercepts up to 9 from an equation, a table of four columns, or a graph",
)
def find_intercepts(rng: Random) -> Question:
    """Where a line meets an axis."""
    return pick(rng, (from_equation, from_equation, from_table, from_graph))(rng)
