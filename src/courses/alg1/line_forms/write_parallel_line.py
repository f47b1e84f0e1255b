"""Write a parallel line."""

from random import Random

from courses.alg1.line_forms.writing import (
    Slip,
    equations,
    kept,
    line_answered,
    meets_y,
    of_slope,
    slope,
    slope_form,
    sloped,
    standard_form,
    through,
)
from courses.alg1.lines.points import pair, pairs_in
from exercises import Equation, Question, Reroll, Step, bracketed, integer, nonzero, num, pick, template, term
from exercises.exact import Fraction
from exercises.geometry import LineForm, line_form, line_through, on_line

ASK = "Write the equation of the line through {p} that is {how} to it, in the form $y = mx + b$."


def never_meets(question: Question) -> None:
    """The answer goes through the point, and the two equations have no point in common (their difference has no x)."""
    assert isinstance(question.answer, Equation)
    first, line = given_line(question.prompt), line_answered(question.answer.text)
    assert on_line(line, pairs_in(question.prompt)[-1])
    assert first[0] * line[1] == line[0] * first[1]
    assert first != line


def given_line(prompt: str) -> LineForm:
    """The line that the prompt gives by its equation or by two points."""
    told = equations(prompt.split(" Write")[0])
    if told:
        return told[0]
    first, second, *_ = pairs_in(prompt)
    return line_through(first, second)


def shown(rng: Random, m: Fraction, b: int) -> tuple[str, str]:
    """A line told in one of three ways, and how its slope is found."""
    way = pick(rng, ("slope", "slope", "standard", "points"))
    if way == "standard":
        line = line_form(-m, 1, b)
        return (f"A line has the equation ${standard_form(line)}$.",
                f"Solved for $y$ it is ${slope_form(m, b)}$: its slope is ${num(m)}$.")  # fmt: skip
    if way == "points":
        x = pick(rng, (-2, -1, 1)) * m.denominator
        p, q = ((x, int(b + m * x)), (x + 2 * m.denominator, int(b + m * x + 2 * m.numerator)))
        return (f"A line goes through ${pair(p)}$ and ${pair(q)}$.",
                f"Its slope is ${q[1] - p[1]} \\div {q[0] - p[0]} = {num(m)}$.")  # fmt: skip
    return f"A line has the equation ${slope_form(m, b)}$.", f"Its slope is ${num(m)}$: the number before $x$."


def asked(key: tuple[object, ...], prompt: str, found: str, rule: str, m: Fraction, p: tuple[int, int],
          slips: dict[str, Slip]) -> Question:  # fmt: skip
    """The line of slope m through p; `found` and `rule` say how the slope comes about."""
    b = meets_y(m, p)
    right = slope_form(m, b)
    put_in = f"{p[1]} = {num(m)} \\cdot {bracketed(p[0])} + b"
    return Question(
        key=key,
        prompt=prompt,
        answer=Equation(right, solved_for="y", shape="slope-intercept"),
        wrong=kept(of_slope(m, p), slips),
        hints=(
            f"{rule} What is the slope of the line that is given?",
            f"{found} So the new line begins with $y = {term(m, 'x')}$, and the point tells the rest.",
            f"Put ${pair(p)}$ in: ${put_in}$. That gives $b = {num(b)}$.",
            f"The equation is ${right}$.",
        ),
        solution=(
            Step(found, "Bring it into the form $y = mx + b$, or use rise and run."),
            Step(f"The new slope is ${num(m)}$.", rule),
            Step(f"${put_in}$, so $b = {num(b)}$.", "The point lies on the new line."),
            Step(f"${right}$", "Put both numbers into $y = mx + b$."),
        ),
    )


@template(
    "alg1/line-forms/write-parallel-line",
    version=1,
    standards=("HSG.GPE.B.5",),
    answer=Equation,
    check=never_meets,
    band="a line by its equation in two forms or by two points, slope up to 6 or with denominator 2 or 3, and a point",
)
def parallel(rng: Random) -> Question:
    """The line through a point that is parallel to a given one."""
    m, b = slope(rng, 6, (1, 1, 2, 3)), integer(rng, -9, 9)
    p = (nonzero(rng, -4, 4) * m.denominator, nonzero(rng, -9, 9))
    new = meets_y(m, p)
    if not b or new == b or not new:
        raise Reroll
    says, found = shown(rng, m, b)
    slips = {
        "parallel-same-intercept": sloped(m, b),
        "parallel-took-perpendicular": through(-1 / m, p),
        "parallel-opposite-slope": sloped(-m, p[1] + m * p[0]),
        "form-point-as-intercept": sloped(m, p[1]),
        "parallel-point-not-used": sloped(m, p[0]),
    }
    prompt = f"{says} {ASK.format(p=f'${pair(p)}$', how='parallel')}"
    return asked(("parallel", says, p), prompt, found, "Parallel lines have the same slope.", m, p, slips)
