"""Graph a line from its intercepts."""

from random import Random

from courses.alg1.lines.graph_line_table import fits
from courses.alg1.lines.points import EIGHT, equation_in, holds, line_of, pair, standard
from courses.alg1.reading import formulas
from courses.alg1.slips import apart
from exercises import Line, Question, Reroll, Step, nonzero, pick, template, term
from exercises.exact import Fraction
from exercises.geometry import LineForm, line_form, line_through


def meets_both_axes(question: Question) -> None:
    """The line goes through the two places that the prompt names, or that its equation gives at 0."""
    assert isinstance(question.answer, Line)
    a, b, c = question.answer.value
    if "equation" in question.prompt:
        sides = equation_in(question.prompt)
        assert line_of(sides) == question.answer.value
        assert holds(sides, (Fraction(c, a), 0))
        assert holds(sides, (0, Fraction(c, b)))
        return
    places = [int(tex) for tex in formulas(question.prompt) if tex.lstrip("-").isdigit()]
    x, y = places if question.prompt.index("$x$-axis") < question.prompt.index("$y$-axis") else places[::-1]
    assert a * x == c
    assert b * y == c


def ends(rng: Random) -> tuple[int, int]:
    """Where the line meets the x-axis and the y-axis."""
    x, y = nonzero(rng, -8, 8), nonzero(rng, -8, 8)
    if x in (y, -y) or abs(x) + abs(y) < 4:
        raise Reroll
    return x, y


def mistakes(x: int, y: int, equation: tuple[int, int, int] | None) -> dict[str, LineForm]:
    """What the usual slips draw."""
    found = {
        "intercepts-exchanged": line_through((y, 0), (0, x)),
        "intercept-sign": line_through((x, 0), (0, -y)),
    }
    if equation and max(map(abs, equation[:2])) <= 8:
        found["intercept-coefficients-read-off"] = line_through((equation[0], 0), (0, equation[1]))
    return apart(line_through((x, 0), (0, y)), {name: line for name, line in found.items() if fits(line)})


def told(rng: Random) -> Question:
    """The two places are told in words."""
    x, y = ends(rng)
    both = [f"the $x$-axis at ${x}$", f"the $y$-axis at ${y}$"]
    first, second = both if pick(rng, (True, False)) else both[::-1]
    return Question(
        key=("told", x, y),
        prompt=f"A line meets {first} and {second}. Draw it.",
        answer=Line(line_through((x, 0), (0, y)), EIGHT),
        wrong=mistakes(x, y, None),
        hints=(
            "A point of the $x$-axis has $y = 0$; a point of the $y$-axis has $x = 0$.",
            f"The first point is ${pair((x, 0))}$.",
            f"Draw the line through ${pair((x, 0))}$ and ${pair((0, y))}$.",
        ),
        solution=(
            Step(f"On the $x$-axis: ${pair((x, 0))}$.", "There $y$ is 0."),
            Step(f"On the $y$-axis: ${pair((0, y))}$.", "There $x$ is 0."),
            Step(f"The line goes through ${pair((x, 0))}$ and ${pair((0, y))}$.", "Two points fix a line."),
        ),
    )


def from_equation(rng: Random) -> Question:
    """The equation is given: find both places, then draw."""
    x, y = ends(rng)
    a, b, c = line_form(y, x, x * y)
    times = pick(rng, (1, 1, 2, -1))
    a, b, c = a * times, b * times, c * times
    return Question(
        key=("equation", a, b, c),
        prompt=f"Find where the line of the equation ${standard(a, b, c)}$ meets the two axes, and draw it.",
        answer=Line(line_form(a, b, c), EIGHT),
        wrong=mistakes(x, y, (a, b, c)),
        hints=(
            "Put $y = 0$ in to find the place on the $x$-axis, and $x = 0$ for the place on the $y$-axis.",
            f"With $y = 0$ you get ${term(a, 'x')} = {c}$, so one point is ${pair((x, 0))}$.",
            f"Draw the line through ${pair((x, 0))}$ and ${pair((0, y))}$.",
        ),
        solution=(
            Step(
                f"$y = 0$ gives $x = {c} \\div {f'({a})' if a < 0 else a} = {x}$: ${pair((x, 0))}$.",
                "On the $x$-axis $y$ is 0.",
            ),
            Step(
                f"$x = 0$ gives $y = {c} \\div {f'({b})' if b < 0 else b} = {y}$: ${pair((0, y))}$.",
                "On the $y$-axis $x$ is 0.",
            ),
            Step(f"The line goes through ${pair((x, 0))}$ and ${pair((0, y))}$.", "Two points fix a line."),
        ),
    )


@template(
    "alg1/lines/graph-line-intercepts",
    version=1,
    standards=("HSF.IF.C.7.a",),
    answer=Line,
    check=meets_both_axes,
    band="whole intercepts up to 8, told in words or to be found from an equation in standard form",
)
def graph_from_intercepts(rng: Random) -> Question:
    """Draw a line through its two intercepts."""
    return pick(rng, (told, from_equation, from_equation))(rng)
