"""Write slope-intercept form from a graph."""

from random import Random

from courses.alg1.line_forms.writing import kept, line_answered, slope, slope_form, sloped
from courses.alg1.lines.find_x_y_intercepts import lies_on
from courses.alg1.lines.points import EIGHT, pair
from exercises import Equation, Question, Reroll, Step, bracketed, integer, num, pick, template
from exercises.exact import Fraction
from exercises.figures import Dot, Straight, plot
from exercises.geometry import Exact, slope_line


def on_the_drawn_line(question: Question) -> None:
    """Points of the answer's line lie on the line of the picture."""
    assert isinstance(question.answer, Equation)
    assert question.figure
    a, b, c = line_answered(question.answer.text)
    assert b
    points: list[tuple[Exact, Exact]] = [(x, Fraction(c - a * x, b)) for x in (-3, 0, 4)]
    assert all(lies_on(question.figure.svg, p) for p in points)


@template(
    "alg1/line-forms/write-slope-intercept-form-graph",
    version=1,
    standards=("HSA.CED.A.2",),
    answer=Equation,
    check=on_the_drawn_line,
    band="a line on a grid to 8 through two crossings, slope up to 5 or a fraction with denominator up to 5",
)
def from_graph(rng: Random) -> Question:
    """The line is drawn, with or without two marked points."""
    m, b = slope(rng, 5, (1, 1, 2, 3, 4, 5)), integer(rng, -7, 7)
    run = m.denominator
    places = [(x, int(b + m * x)) for x in range(-8, 9) if x % run == 0 and abs(b + m * x) <= 8]
    if not b or len(places) < 3 or abs(m) == abs(b):
        raise Reroll
    marked = pick(rng, (True, False))
    start = (0, b)
    other = next(p for p in sorted(places, key=lambda p: (abs(p[0]), -p[0])) if p[0])
    dots = [Dot(start), Dot(other)] if marked else []
    right = slope_form(m, b)
    slips = {
        "form-slope-for-intercept": sloped(b, m),
        "form-sign-of-slope": sloped(-m, b),
        "form-slope-upside-down": sloped(1 / m, b),
        "form-sign-of-intercept": sloped(m, -b),
        "form-intercept-on-wrong-axis": sloped(m, -b / m),
    }
    rise, across = other[1] - b, other[0]
    return Question(
        key=("graph", m, b, marked),
        prompt="Write the equation of this line in the form $y = mx + b$.",
        answer=Equation(right, solved_for="y", shape="slope-intercept"),
        wrong=kept(slope_line(m, b), slips),
        figure=plot(EIGHT, Straight(slope_line(m, b)), *dots, describe="steps"),
        hints=(
            "Where does the line meet the $y$-axis? That number is $b$.",
            f"It meets it at ${b}$. Now find the slope: go from there to another crossing of the grid.",
            f"To ${pair(other)}$ the rise is ${rise}$ and the run ${across}$, so the slope is ${num(m)}$.",
            f"So the equation is ${right}$.",
        ),
        solution=(
            Step(f"The line meets the $y$-axis at ${pair(start)}$, so $b = {b}$.", "There $x$ is 0."),
            Step(f"To ${pair(other)}$: $m = {rise} \\div {bracketed(across)} = {num(m)}$.", "Rise divided by run."),
            Step(f"${right}$", "Put both numbers into $y = mx + b$."),
        ),
    )  # fmt: skip
