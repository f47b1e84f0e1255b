"""Graph from slope-intercept form."""

from random import Random

from courses.alg1.line_forms.writing import equations, slope, slope_form
from courses.alg1.lines.graph_line_table import fits
from courses.alg1.lines.points import EIGHT, pair
from courses.alg1.slips import apart
from exercises import Line, Question, Reroll, Step, integer, num, pick, signed, template
from exercises.exact import Fraction
from exercises.geometry import LineForm, slope_line


def same_points(question: Question) -> None:
    """The drawn line has the points that the equation has, or begins and climbs as the words say."""
    assert isinstance(question.answer, Line)
    a, b, c = question.answer.value
    if "equation" in question.prompt:
        assert equations(question.prompt) == [(a, b, c)]
        return
    words = question.prompt.replace("$", "").split()
    start = int(words[words.index("at") + 1])
    climb = Fraction(words[words.index("slope") + 1].rstrip(".,").replace("\\frac{", "").replace("}{", "/").rstrip("}"))
    assert Fraction(c, b) == start
    assert Fraction(-a, b) == climb


def drawn(rng: Random) -> tuple[Fraction, int, int]:
    """A slope, a start and how many runs fit to the right or left (negative)."""
    m, b = slope(rng, 5, (1, 1, 2, 3, 4)), integer(rng, -6, 6)
    run = m.denominator
    ways = [n for n in (2, 1, -2, -1) if abs(n * run) <= 8 and abs(b + n * run * m) <= 8]
    if not ways or not b:
        raise Reroll
    return m, b, ways[0] * run


def mistakes(m: Fraction, b: int) -> dict[str, LineForm]:
    """What the usual slips draw."""
    found = {
        "form-slope-for-intercept": slope_line(b, m),
        "form-sign-of-slope": slope_line(-m, b),
        "form-slope-upside-down": slope_line(1 / m, b),
        "form-sign-of-intercept": slope_line(m, -b),
    }
    return apart(slope_line(m, b), {name: line for name, line in found.items() if fits(line)})


def question(key: tuple[object, ...], prompt: str, m: Fraction, b: int, run: int) -> Question:
    """The line that begins at b and climbs by m."""
    first, second = (0, b), (run, b + m * run)
    rise = m * run
    return Question(
        key=("draw", *key),
        prompt=prompt,
        answer=Line(slope_line(m, b), EIGHT),
        wrong=mistakes(m, b),
        hints=(
            "Begin on the $y$-axis, where $x$ is 0. Then use the slope to find a second point.",
            f"The first point is ${pair(first)}$. From there go {abs(run)} {'right' if run > 0 else 'left'}"
            f" and {num(abs(rise))} {'up' if rise > 0 else 'down'}.",
            f"Draw the line through ${pair(first)}$ and ${pair(second)}$.",
        ),
        solution=(
            Step(f"The line meets the $y$-axis at ${pair(first)}$.", "That is the constant of the equation."),
            Step(f"The slope is ${num(m)}$: a run of {run} gives a rise of ${num(rise)}$.", "Rise is slope times run."),
            Step(f"The line goes through ${pair(first)}$ and ${pair(second)}$.", "Two points fix a line."),
        ),
    )


def from_equation(rng: Random) -> Question:
    """The equation is given, perhaps with its terms in the other order."""
    m, b, run = drawn(rng)
    text = pick(rng, (slope_form(m, b), slope_form(m, b), f"y = {b} {signed(m, 'x')}"))
    return question(("equation", text), f"Draw the line of the equation ${text}$.", m, b, run)


def from_words(rng: Random) -> Question:
    """Slope and start are told in words."""
    m, b, run = drawn(rng)
    prompt = f"Draw the line that meets the $y$-axis at ${b}$ and has slope ${num(m)}$."
    return question(("words", m, b), prompt, m, b, run)


@template(
    "alg1/line-forms/graph-slope-intercept-form",
    version=1,
    standards=("HSF.IF.C.7.a",),
    answer=Line,
    check=same_points,
    band="slope up to 5 or a fraction with denominator up to 4, start up to 6, on a grid to 8",
)
def draw_from_slope_and_start(rng: Random) -> Question:
    """Draw a line from its slope and its place on the y-axis."""
    return pick(rng, (from_equation, from_equation, from_words))(rng)
