"""Solve by graphing."""

from random import Random

from courses.alg1.forms import one_of
from courses.alg1.line_forms.writing import slope_form
from courses.alg1.lines.find_x_y_intercepts import lies_on
from courses.alg1.lines.points import EIGHT, pair, pairs_in
from courses.alg1.slips import apart
from courses.alg1.systems.drawn import crossing, drawable, drawn_as, either, height, is_line, lines_in, pieces
from courses.alg1.systems.rows import both, equations_in, fits
from exercises import Line, Pair, Question, Step, num, pick, poly, template
from exercises.exact import Fraction
from exercises.figures import Straight, plot
from exercises.geometry import Exact, LineForm, Point, on_line, slope_line


def measured(question: Question) -> None:
    """Measure the drawn lines, and put the pair into the equations, or two points of an equation into the line."""
    answer, told = question.answer, lines_in(question.prompt)
    if isinstance(answer, Line):
        (backdrop,) = pieces(answer.picture({}).svg)
        if question.key[0] == "draw":
            assert drawn_as(backdrop, told[0])
            assert is_line(answer.value, told[1])
            return
        (p,) = pairs_in(question.prompt)
        at = Fraction(question.prompt.split("$y$-axis at $")[1].split("$")[0])
        assert lies_on(backdrop, p)
        assert on_line(answer.value, p)
        assert on_line(answer.value, (0, at))
        return
    assert isinstance(answer, Pair)
    assert question.figure
    pictures = pieces(question.figure.svg)
    assert all(lies_on(picture, answer.value) for picture in pictures)
    assert all(fits(row, answer.value) for row in equations_in(question.prompt))
    assert len(pictures) + len(told) == (4 if question.key[0] == "read" else 2)
    if question.key[0] == "read":
        assert all(drawn_as(picture, tex) for picture, tex in zip(pictures, told, strict=True))


def wrong_lines(m: Fraction, b: Exact, first: LineForm) -> dict[str, LineForm]:
    """What the usual slips draw in place of y = mx + b."""
    found = {
        "form-sign-of-slope": slope_line(-m, b),
        "form-sign-of-intercept": slope_line(m, -b),
        "form-slope-upside-down": slope_line(1 / m, b),
        "graph-drew-first-again": first,
    }
    return apart(slope_line(m, b), {name: line for name, line in found.items() if drawable(line)})


def places(m: Fraction, b: Exact, p: Point) -> tuple[Point, Point]:
    """The crossing and the place on the y-axis, from left to right."""
    first, second = sorted((p, (0, b)))
    return first, second


def draw_second(rng: Random) -> Question:
    """One line is there; draw the other."""
    p, m, n = crossing(rng)
    b, d = height(m, p), height(n, p)
    one, two = either(rng, m, b), either(rng, n, d)
    ends = places(n, d, p)
    known = slope_form(n, d)
    first = Step(f"The second line meets the $y$-axis at ${num(d)}$.", "There $x$ is 0.")
    if two != known:
        first = Step(f"Solved for $y$ the second equation is ${known}$.", "Now slope and height at 0 can be read.")
    return Question(
        key=("draw", one, two),
        prompt="The line of the first equation is drawn. Draw the line of the second one: where the two cross, both"
        f" equations are true.\n\n{both(one, two)}",
        answer=Line(slope_line(n, d), EIGHT, (Straight(slope_line(m, b), colour=1),)),
        wrong=wrong_lines(n, d, slope_line(m, b)),
        hints=(
            "To draw a line you need two points of it. Where does it meet the $y$-axis?",
            f"At $x = 0$ it has $y = {num(d)}$, and its slope is ${num(n)}$.",
            f"Draw the line through ${pair(ends[0])}$ and ${pair(ends[1])}$.",
        ),
        solution=(
            first,
            Step(f"From there its slope is ${num(n)}$: it meets the first line at ${pair(p)}$.",
                 "That pair fits both equations."),
            Step(f"So it is the line through ${pair(ends[0])}$ and ${pair(ends[1])}$.", "Two points fix a line."),
        ),
    )  # fmt: skip


def other_line(rng: Random) -> Question:
    """The solution is known and one line is drawn; draw the other."""
    p, m, n = crossing(rng)
    b, d = height(m, p), height(n, p)
    ends, first = places(n, d, p), slope_line(m, b)
    found: dict[str, LineForm] = {
        "graph-drew-first-again": first,
        "form-sign-of-intercept": slope_line(Fraction(p[1] + d) / p[0], -d),
        "graph-missed-the-solution": slope_line(-n, d),
    }
    return Question(
        key=("other", p, m, n),
        prompt=f"A system of two equations has the solution ${pair(p)}$. The line of one equation is drawn. The line of"
        f" the other one meets the $y$-axis at ${num(d)}$. Draw it.",
        answer=Line(slope_line(n, d), EIGHT, (Straight(first, colour=1),)),
        wrong=apart(slope_line(n, d), {name: line for name, line in found.items() if drawable(line)}),
        hints=(
            "The solution fits both equations. What does that say about the two lines?",
            f"Both lines go through the point of the solution. Find it on the line that is drawn: {p[0]} across.",
            f"Draw the line through ${pair(ends[0])}$ and ${pair(ends[1])}$.",
        ),
        solution=(
            Step(f"The line goes through ${pair(p)}$.", "A solution lies on both lines."),
            Step(f"It goes through ${pair((0, d))}$ too.", "On the $y$-axis $x$ is 0."),
            Step(f"So it is the line through ${pair(ends[0])}$ and ${pair(ends[1])}$.", "Two points fix a line."),
        ),
    )


def read_crossing(rng: Random) -> Question:
    """Both lines are drawn."""
    p, m, n = crossing(rng)
    b, d = height(m, p), height(n, p)
    wrong: dict[str, Point] = {
        "pair-swapped": (p[1], p[0]),
        "graph-read-intercept": (0, pick(rng, (b, d))),
        "intercept-sign": (-p[0], p[1]),
    }
    return Question(
        key=("read", p, m, n),
        prompt="The lines of both equations are drawn. What is the solution of the system? Give it as a pair."
        f"\n\n{both(either(rng, m, b), either(rng, n, d))}",
        answer=Pair(p),
        wrong=apart(p, wrong),
        figure=plot(EIGHT, Straight(slope_line(m, b)), Straight(slope_line(n, d), colour=1), describe="steps"),
        hints=(
            "A point of a line makes its equation true. Which point makes both true?",
            f"Find the point where the lines cross. From 0 it lies {abs(p[0])} to the"
            f" {'right' if p[0] > 0 else 'left'}: how far up or down?",
            f"The lines cross at ${pair(p)}$.",
        ),
        solution=(
            Step("The solution is the point where the lines cross.", "Only that point lies on both lines."),
            Step(f"They cross at ${pair(p)}$.", "Across first, then up or down. Put it into both equations to check."),
        ),
    )


def one_drawn(rng: Random) -> Question:
    """One line is drawn, the other is told by its equation."""
    p, m, n = crossing(rng)
    b, d = height(m, p), height(n, p)
    one, two = slope_form(m, b), slope_form(n, d)
    wrong: dict[str, Point] = {
        "pair-swapped": (p[1], p[0]),
        "graph-read-intercept": (0, pick(rng, (b, d))),
    }
    if m + n:
        x = (d - b) / (m + n)
        wrong["form-sign-of-slope"] = (x, m * x + b)
    return Question(
        key=("one drawn", p, m, n),
        prompt=f"The line of the first equation is drawn. Where does the line of the second one, ${two}$, cross it?"
        " Give the solution of the system as a pair.",
        answer=Pair(p),
        wrong=apart(p, wrong),
        figure=plot(EIGHT, Straight(slope_line(m, b)), describe="steps"),
        hints=(
            "Put a ruler on the grid, or walk along the second line in your mind: where does it begin on the $y$-axis?",
            f"It begins at ${num(d)}$ on the $y$-axis, and for each step to the right $y$ changes by ${num(n)}$.",
            f"It meets the drawn line at ${pair(p)}$.",
        ),
        solution=(
            Step(f"The second line meets the $y$-axis at ${num(d)}$ and has the slope ${num(n)}$.",
                 f"Read both off ${poly(n, 'x', d)}$."),
            Step(f"The drawn line is ${one}$. At $x = {p[0]}$ both lines have $y = {p[1]}$.",
                 "Walk along the second line until it meets the first."),
            Step(f"The solution is ${pair(p)}$.", "It lies on both lines."),
        ),
    )  # fmt: skip


@template(
    "alg1/systems/solve-graphing",
    version=1,
    standards=("HSA.REI.C.6",),
    answer=(Line, Pair),
    check=measured,
    band="two lines on a grid to 8 that cross at a crossing of the grid; simple slopes, whole heights at 0",
)
def solve_graphing(rng: Random) -> Question:
    """Draw the second line, or say where the two cross."""
    return one_of(rng, (draw_second, draw_second, other_line, read_crossing, one_drawn))
