"""Recognise horizontal and vertical lines."""

from random import Random

from courses.alg1.lines.find_x_y_intercepts import lies_on
from courses.alg1.lines.points import EIGHT, pair, pairs_in
from courses.alg1.reading import choices_of, formulas
from exercises import Choice, Line, Question, Reroll, SingleChoice, Step, integer, nonzero, pick, shuffled, template
from exercises.figures import Straight, plot
from exercises.geometry import LineForm, line_form, line_through, on_line

LEVEL, UPRIGHT = "horizontal", "vertical"
SAME = {LEVEL: "y", UPRIGHT: "x"}
"""Which coordinate all points of such a line share."""


def one_coordinate_stays(question: Question) -> None:
    """All points that the prompt, the picture or an equation gives share the coordinate of the right answer."""
    answer = question.answer
    if isinstance(answer, Line):
        line = answer.value
        told = [tex for tex in formulas(question.prompt) if "=" in tex]
        assert line == form(told[0]) if told else all(on_line(line, p) for p in pairs_in(question.prompt))
        assert 0 in line[:2]
        return
    given = pairs_in(question.prompt)
    for choice in choices_of(question):
        if not question.figure and not given:
            assert statement_holds(formulas(question.prompt)[0], choice.text) is choice.right, choice.text
            continue
        said = form(formulas(choice.text)[0])
        if question.figure:
            fits = said is not None and all(lies_on(question.figure.svg, p) for p in two_points(said))
        else:
            fits = said is not None and all(on_line(said, p) for p in given)
        assert fits is choice.right


def form(equation: str) -> LineForm | None:
    """The line of `x = 3` or `y = -2`; None for any other equation."""
    letter, _, value = equation.partition(" = ")
    if letter not in ("x", "y") or not value.lstrip("-").isdigit():
        return None
    return line_form(1, 0, int(value)) if letter == "x" else line_form(0, 1, int(value))


def two_points(line: LineForm) -> tuple[tuple[int, int], tuple[int, int]]:
    """Two points of a level or upright line."""
    a, _, c = line
    return ((c, -5), (c, 5)) if a else ((-5, c), (5, c))


def statement_holds(equation: str, text: str) -> bool:
    """Whether what a choice says is so for the line of an equation; found from two of its points."""
    letter, number = equation.split(" = ")
    n = int(number)
    points = [(n, 0), (n, 5)] if letter == "x" else [(0, n), (5, n)]
    run, rise = points[1][0] - points[0][0], points[1][1] - points[0][1]
    shape = LEVEL if rise == 0 else UPRIGHT
    said_slope = "slope is 0" in text, "slope is undefined" in text, "slope is $" in text
    slope_fits = (run != 0 and rise == 0, run == 0, False)
    meets = "y" if shape == LEVEL else "x"
    return (
        f"is {shape}" in text
        and all(not said or fits for said, fits in zip(said_slope, slope_fits, strict=True))
        and (f"${meets}$-axis" in text if "meets" in text else True)
    )


def equation(kind: str, n: int) -> str:
    """TeX of the line's equation."""
    return f"{SAME[kind]} = {n}"


def other(kind: str) -> str:
    """The other of the two."""
    return UPRIGHT if kind == LEVEL else LEVEL


def which_equation(rng: Random) -> Question:
    """The equation of a drawn line, or of one through two points."""
    kind, n = pick(rng, (LEVEL, UPRIGHT)), nonzero(rng, -7, 7)
    along = sorted({integer(rng, -8, 8), integer(rng, -8, 8)})
    drawn = pick(rng, (True, False))
    if len(along) < 2 or n in along or abs(along[0]) == abs(n):
        raise Reroll
    points = [(n, a) if kind == UPRIGHT else (a, n) for a in along]
    letter, wrong_letter = SAME[kind], SAME[other(kind)]
    rows = (
        Choice(f"${equation(kind, n)}$", True),
        Choice(f"${equation(other(kind), n)}$", misconception="line-upright-for-level"),
        Choice(f"${equation(other(kind), along[0])}$" if not drawn else f"${equation(kind, -n)}$",
               misconception="line-number-of-other-axis" if not drawn else "intercept-sign"),
        Choice(f"$y = {'' if n == 1 else '-' if n == -1 else n}x$", misconception="line-not-through-origin"),
    )  # fmt: skip
    where = (
        "What is the equation of this line?"
        if drawn
        else (f"What is the equation of the line through ${pair(points[0])}$ and ${pair(points[1])}$?")
    )
    says = "Read it off the graph." if drawn else f"Both points have ${letter} = {n}$."
    return Question(
        key=("equation", kind, n, *([] if drawn else along)),
        prompt=where,
        answer=SingleChoice(shuffled(rng, rows)),
        figure=plot(EIGHT, Straight(line_through(*points)), describe="steps") if drawn else None,
        hints=(
            "Write down a few points of the line. Which of the two numbers is the same in all of them?",
            f"It is ${letter}$ that stays the same; ${wrong_letter}$ may be anything.",
            f"Every point has ${letter} = {n}$, and that is the equation.",
        ),
        solution=(
            Step(f"All points of the line have the same ${letter}$.", says),
            Step(f"The equation is ${equation(kind, n)}$.", f"It says nothing about ${wrong_letter}$, which is free."),
        ),
    )


def draw_it(rng: Random) -> Question:
    """Draw the line of an equation, or the level or upright line through a point."""
    kind, n, m = pick(rng, (LEVEL, UPRIGHT)), nonzero(rng, -7, 7), nonzero(rng, -7, 7)
    told = pick(rng, (True, False))
    point = (n, m) if kind == UPRIGHT else (m, n)
    if abs(n) == abs(m):
        raise Reroll
    line = line_form(1, 0, n) if kind == UPRIGHT else line_form(0, 1, n)
    turned = line_form(0, 1, n) if kind == UPRIGHT else line_form(1, 0, n)
    across = line_form(0, 1, m) if kind == UPRIGHT else line_form(1, 0, m)
    wrong = {"line-upright-for-level": turned, "line-number-of-other-axis": across} if not told else {
        "line-upright-for-level": turned,
        "line-not-through-origin": line_form(-n, 1, 0),
    }  # fmt: skip
    fixed = SAME[kind]
    ends = [(n, -6), (n, 6)] if kind == UPRIGHT else [(-6, n), (6, n)]
    return Question(
        key=("draw", kind, n, told, 0 if told else m),
        prompt=f"Draw the line ${equation(kind, n)}$." if told
        else f"Draw the {kind} line through ${pair(point)}$.",
        answer=Line(line, EIGHT),
        wrong=wrong,
        hints=(
            f"Which coordinate do all points of a {kind} line share?" if not told
            else f"Name some points with ${fixed} = {n}$. The other number may be anything.",
            f"All its points have ${fixed} = {n}$.",
            f"Draw the line through ${pair(ends[0])}$ and ${pair(ends[1])}$.",
        ),
        solution=(
            Step(f"All its points have ${fixed} = {n}$.", f"A {kind} line keeps ${fixed}$."),
            Step(f"It goes through ${pair(ends[0])}$ and ${pair(ends[1])}$: it is {kind}.", "Any two points will do."),
        ),
    )  # fmt: skip


def what_is_true(rng: Random) -> Question:
    """What is true of the line x = a or y = b?"""
    kind, n = pick(rng, (LEVEL, UPRIGHT)), nonzero(rng, -12, 12)
    axis, wrong_axis = SAME[kind], SAME[other(kind)]
    slope = "its slope is 0" if kind == LEVEL else "its slope is undefined"
    turned = "its slope is undefined" if kind == LEVEL else "its slope is 0"
    rows = (
        Choice(f"It is {kind}, {slope}, and it meets the ${axis}$-axis.", True, value="right"),
        Choice(f"It is {kind}, {turned}, and it meets the ${axis}$-axis.", misconception="slope-zero-for-none",
               value="slope"),
        Choice(f"It is {other(kind)}, {turned}, and it meets the ${wrong_axis}$-axis.",
               misconception="line-upright-for-level", value="turned"),
        Choice(f"It is {other(kind)}, {slope}, and it meets the ${wrong_axis}$-axis.",
               misconception="line-upright-for-level", value="both"),
    )  # fmt: skip
    return Question(
        key=("true", kind, n),
        prompt=f"What is true of the line ${equation(kind, n)}$?",
        answer=SingleChoice(shuffled(rng, rows)),
        hints=(
            f"Name two points with ${axis} = {n}$. How does the line through them run?",
            f"Between them ${axis}$ changes by 0. Slope is the change of $y$ divided by the change of $x$.",
            f"So here it is: {kind}, {slope}, and it meets the ${axis}$-axis at ${n}$.",
        ),
        solution=(
            Step(f"All its points have ${axis} = {n}$, so it is {kind}.", "The other coordinate is free."),
            Step(f"So {slope}." if kind == LEVEL else "So its slope is undefined: the run is 0.",
                 "A rise of 0 divided by any run is 0." if kind == LEVEL else "Nothing can be divided by 0."),
            Step(f"It is {kind}, {slope}, and it meets the ${axis}$-axis at ${n}$.",
                 "There the other coordinate is 0."),
        ),
    )  # fmt: skip


@template(
    "alg1/lines/recognise-horizontal-vertical-lines",
    version=1,
    standards=("HSA.REI.D.10",),
    answer=(SingleChoice, Line),
    check=one_coordinate_stays,
    band="one line parallel to an axis, whole numbers up to 12: its equation, its graph, what is true of it",
    min_instances=60,
)
def horizontal_and_vertical(rng: Random) -> Question:
    """Equations, graphs and slopes of level and upright lines."""
    return pick(rng, (which_equation, which_equation, draw_it, what_is_true))(rng)
