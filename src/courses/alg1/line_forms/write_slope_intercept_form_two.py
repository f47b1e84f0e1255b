"""Write slope-intercept form from two points."""

from random import Random

from courses.alg1.line_forms.writing import kept, line_answered, slope_form, sloped
from courses.alg1.lines.find_slope_two_points import difference
from courses.alg1.lines.graph_line_table import table, table_rows
from courses.alg1.lines.points import pair, pairs_in
from exercises import Equation, Question, Reroll, Step, bracketed, integer, nonzero, num, pick, template
from exercises.exact import Fraction
from exercises.geometry import on_line, slope_line


def through_all(question: Question) -> None:
    """Every point that is given lies on the answer's line."""
    assert isinstance(question.answer, Equation)
    given = table_rows(question.prompt) or pairs_in(question.prompt)
    assert len(set(given)) > 1
    assert all(on_line(line_answered(question.answer.text), p) for p in given)


def given(rng: Random) -> tuple[Fraction, int, tuple[int, int], tuple[int, int]]:
    """Slope, place on the y-axis, and two points that do not lie there."""
    m, b = Fraction(nonzero(rng, -6, 6), pick(rng, (1, 1, 1, 2, 3))), integer(rng, -12, 12)
    first = nonzero(rng, -4, 4) * m.denominator
    second = first + integer(rng, 1, 4) * m.denominator
    if abs(m) == 1 or second == 0 or not b:
        raise Reroll
    p, q = ((x, int(m * x + b)) for x in (first, second))
    if max(abs(p[1]), abs(q[1])) > 30:
        raise Reroll
    return m, b, p, q


def question(
    key: tuple[object, ...], prompt: str, m: Fraction, b: int, p: tuple[int, int], q: tuple[int, int]
) -> Question:
    """The line through p and q."""
    right = slope_form(m, b)
    rise, run = q[1] - p[1], q[0] - p[0]
    slips = {
        "form-point-as-intercept": sloped(m, p[1]),
        "form-sign-of-slope": sloped(-m, p[1] + m * p[0]),
        "form-slope-upside-down": sloped(1 / m, p[1] - p[0] / m),
        "form-moved-without-sign": sloped(m, p[1] + m * p[0]),
        "form-slope-for-intercept": sloped(b, m),
    }
    at = f"{num(m)} \\cdot {bracketed(p[0])}"
    return Question(
        key=("two", *key),
        prompt=prompt,
        answer=Equation(right, solved_for="y", shape="slope-intercept"),
        wrong=kept(slope_line(m, b), slips),
        hints=(
            "Find the slope first. Then one of the points tells $b$.",
            f"$y$ changes by ${difference(q[1], p[1])} = {rise}$ and $x$ by ${difference(q[0], p[0])} = {run}$:"
            f" the slope is ${num(m)}$.",
            f"Put ${pair(p)}$ into $y = {num(m)}x + b$: ${p[1]} = {at} + b$.",
            f"So $b = {b}$, and the equation is ${right}$.",
        ),
        solution=(
            Step(f"$m = {rise} \\div {run} = {num(m)}$", "Rise divided by run."),
            Step(f"${p[1]} = {at} + b$, so $b = {p[1]} - {bracketed(m * p[0])} = {b}$.", "The point lies on the line."),
            Step(f"${right}$", f"Test with the other point: $x = {q[0]}$ gives ${q[1]}$."),
        ),
    )


def from_points(rng: Random) -> Question:
    """Two points."""
    m, b, p, q = given(rng)
    both = f"${pair(p)}$ and ${pair(q)}$" if pick(rng, (True, False)) else f"${pair(q)}$ and ${pair(p)}$"
    prompt = f"Write the equation of the line through {both} in the form $y = mx + b$."
    return question(("points", p, q), prompt, m, b, p, q)


def from_table(rng: Random) -> Question:
    """A table in which x = 0 does not stand."""
    m, b, p, q = given(rng)
    step = q[0] - p[0]
    rows = [(p[0] + i * step, int(m * (p[0] + i * step) + b)) for i in range(4)]
    if any(x == 0 for x, _ in rows) or abs(rows[-1][1]) > 60:
        raise Reroll
    prompt = f"The table belongs to a line. Write its equation in the form $y = mx + b$.\n\n{table(rows)}"
    return question(("table", p, q), prompt, m, b, p, q)


@template(
    "alg1/line-forms/write-slope-intercept-form-two",
    version=1,
    standards=("HSA.CED.A.2",),
    answer=Equation,
    check=through_all,
    band="two points or a table of four columns beside the y-axis; slope up to 6 or with denominator 2 or 3",
)
def from_two_points(rng: Random) -> Question:
    """The equation of the line through two points."""
    return pick(rng, (from_points, from_points, from_table))(rng)
