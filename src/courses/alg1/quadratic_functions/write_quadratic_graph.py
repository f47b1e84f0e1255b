"""Write a quadratic from its graph."""

from collections.abc import Mapping
from random import Random

from courses.alg1.forms import hints, one_of
from courses.alg1.quadratic_functions.forms import EIGHT, Quad, bracket, pair, quad, with_zeros
from courses.alg1.quadratic_functions.readback import drawn_as, rule
from courses.alg1.slips import apart
from exercises import (
    Axis,
    Dot,
    Exact,
    Expression,
    Figure,
    Grid,
    Question,
    Reroll,
    Step,
    integer,
    num,
    person,
    pick,
    plot,
    template,
)
from exercises.exact import Fraction
from exercises.figures import Curve
from exercises.geometry import Point

ANY = "Type an expression in $x$, in any form."


def question(
    key: tuple[object, ...], prompt: str, one: Quad, figure: Figure, steps: tuple[Step, ...], last: str,
    slips: Mapping[str, Quad], reminder: str, text: str = "",
) -> Question:  # fmt: skip
    """The question for the function of a graph."""
    kept = apart(one, {name: slip for name, slip in slips.items() if slip.a})
    lines = (*steps, Step(f"The function is ${last}$.", "Check it with one more point of the graph."))
    return Question(
        key=key,
        prompt=f"{prompt} {ANY}",
        answer=Expression(text or one.typed()),
        figure=figure,
        hints=hints(reminder, lines),
        solution=lines,
        wrong={name: slip.typed() for name, slip in kept.items()},
        before="y =",
    )


def slips_of(one: Quad) -> dict[str, Quad]:
    """What goes wrong often."""
    return {
        "write-sign-in-bracket": quad(one.a, -one.h, one.k),
        "write-factor-left-out": quad(1 if one.a > 0 else -1, one.h, one.k),
        "write-opens-the-other-way": quad(-one.a, one.h, one.k),
        "write-vertex-exchanged": quad(one.a, one.k, one.h),
        "write-height-sign": quad(one.a, one.h, -one.k),
    }


WIDTHS: tuple[Exact, ...] = (1, 1, -1, -1, 2, -2, Fraction(1, 2), Fraction(-1, 2), 3, -3, Fraction(1, 4))


def shape(rng: Random) -> tuple[Quad, Point]:
    """A parabola with a whole vertex and another whole point on the grid."""
    one = quad(pick(rng, WIDTHS), integer(rng, -6, 6), integer(rng, -7, 7))
    points: list[Point] = [(x, one.at(x)) for x in range(-8, 9) if x != one.h]
    points = [p for p in points if EIGHT.holds(p) and Fraction(p[1]).denominator == 1]
    if not points or (not one.h and not one.k):
        raise Reroll
    return one, pick(rng, sorted(points, key=lambda p: abs(p[0] - one.h))[:4])


def with_vertex(rng: Random) -> Question:
    """The vertex V and a point P are marked."""
    one, p = shape(rng)
    figure = plot(EIGHT, one.curve, Dot(one.vertex, "V"), Dot(p, "P"), describe="steps")
    run, rise = p[0] - one.h, p[1] - one.k
    form = f"y = a{bracket('x', one.h)}^2" + (f" {'+' if one.k > 0 else '-'} {num(abs(one.k))}" if one.k else "")
    steps = (
        Step(f"The vertex is ${pair(one.vertex)}$, so ${form}$.", "Vertex form shows the vertex."),
        Step(f"From $V$ to $P$, $x$ changes by ${num(run)}$ and $y$ by ${num(rise)}$: $a = {num(rise)} \\div "
             f"{shown_square(run)} = {num(one.a)}$.", "$a$ times the square of the step is the change of $y$."),
    )  # fmt: skip
    return question(
        ("vertex", *one.form, p[0]),
        "The picture shows the graph of a quadratic function with its vertex $V$ and another point $P$. Write the "
        "function.",
        one, figure, steps, f"y = {one.vertex_tex()}", slips_of(one),
        "Begin with the vertex form. What is still missing then, and which point tells it?",
    )  # fmt: skip


def shown_square(run: Fraction | int) -> str:
    """The square of a step: `3^2`, `(-2)^2`."""
    return f"{num(run)}^2" if run >= 0 else f"({num(run)})^2"


def without_marks(rng: Random) -> Question:
    """Nothing is marked; perhaps somebody's rule is not right."""
    one, _ = shape(rng)
    name = person(rng)
    slips = slips_of(one)
    prompt = "The picture shows the graph of a quadratic function. Write the function."
    if rng.random() < 0.4:
        said = slips[pick(rng, ("write-sign-in-bracket", "write-factor-left-out", "write-height-sign"))]
        if said == one:
            raise Reroll
        prompt = (f"For the function of this graph {name} writes $y = {said.vertex_tex()}$. That is not right. Write "
                  "the "
                  "right function.")  # fmt: skip
    x = one.h + 1
    beside = one.at(x) - one.k
    steps = (
        Step(f"The vertex is ${pair(one.vertex)}$.", "There the curve turns."),
        Step(f"One step to the right of it, $y$ changes by ${num(beside)}$: that is the number before the square.",
             "$1^2 = 1$, so the change is $a$ itself."),
    ) if one.a.denominator == 1 else (
        Step(f"The vertex is ${pair(one.vertex)}$.", "There the curve turns."),
        Step(f"Two steps to the right of it, $y$ changes by ${num(4 * one.a)}$, so $a = {num(4 * one.a)} \\div 4 = "
             f"{num(one.a)}$.", "$2^2 = 4$."),
    )  # fmt: skip
    return question(
        ("plain", *one.form, prompt[:3]), prompt, one, plot(EIGHT, one.curve, describe="steps"), steps,
        f"y = {one.vertex_tex()}", slips, "Read the vertex first. How far up or down does the curve go beside it?",
    )  # fmt: skip


def with_zeros_and_point(rng: Random) -> Question:
    """The points on the x-axis are marked, and one more."""
    p, gap = integer(rng, -7, 5), integer(rng, 1, 8)
    one = with_zeros(pick(rng, WIDTHS[2:8]), p, p + gap)
    points = [(x, one.at(x)) for x in range(-8, 9) if x not in (p, p + gap)]
    points = [c for c in points if EIGHT.holds(c) and c[1].denominator == 1]
    if not points or p + gap > 7 or p == -(p + gap) or abs(one.k) < 1:
        raise Reroll
    c = next((q for q in points if q[0] == 0), pick(rng, points))
    first, second = one.zeros
    product = "".join(bracket("x", zero) for zero in sorted(one.zeros, key=bool))
    value = (c[0] - first) * (c[0] - second)
    steps = (
        Step(f"It meets the $x$-axis at ${num(first)}$ and ${num(second)}$, so $y = a{product}$.",
             "Factored form shows the zeros."),
        Step(f"At $C = {pair(c)}$ the product of the brackets is ${num(value)}$, so $a = {num(c[1])} \\div "
             f"{num(value) if value > 0 else f'({num(value)})'} = {num(one.a)}$.", "The point makes the equation "
                                                                                   "true."),
    )  # fmt: skip
    figure = plot(
        EIGHT, curve_through(one, c), Dot((first, 0), "A"), Dot((second, 0), "B"), Dot(c, "C"), describe="steps"
    )
    slips = {
        "write-zeros-signs-turned": with_zeros(one.a, -first, -second),
        "write-factor-left-out": with_zeros(1 if one.a > 0 else -1, first, second),
        "write-opens-the-other-way": with_zeros(-one.a, first, second),
        "write-point-height-as-factor": with_zeros(c[1] or 1, first, second),
    }
    return question(
        ("zeros", *one.form, c[0]),
        "The picture shows the graph of a quadratic function. It goes through $A$, $B$ and $C$. Write the function.",
        one,
        figure,
        steps,
        f"y = {one.factored_tex()}",
        slips,
        "Begin with the factored form. What is still missing then, and which point tells it?",
        factored(one),
    )


def factored(one: Quad) -> str:
    """Factored form as it may be typed."""
    brackets = (f"(x {'-' if zero > 0 else '+'} {abs(zero)})" if zero else "x" for zero in sorted(one.zeros, key=bool))
    return f"{one.a}*{'*'.join(brackets)}"


def curve_through(one: Quad, c: Point) -> Curve:
    """The graph, told by points that can be read off."""
    first, second = one.zeros
    return Curve(one.curve.rule, f"A parabola that opens {one.way}", ((first, 0), (second, 0), c))


ARCHES = (
    ("The picture shows the arch of a bridge over a river.", "Distance in metres", "Height in metres"),
    ("The picture shows the path of a ball.", "Distance in metres", "Height in metres"),
    ("The picture shows the arch of a tunnel.", "Width in metres", "Height in metres"),
    ("The picture shows the jet of a fountain.", "Distance in metres", "Height in metres"),
)


def arch(rng: Random) -> Question:
    """A story graph that begins at the origin; its top and both ends are whole."""
    story, across, up = pick(rng, ARCHES)
    half, front = integer(rng, 2, 6), pick(rng, (Fraction(1, 2), Fraction(1, 4), Fraction(1), Fraction(1, 3)))
    one = quad(-front, half, front * half**2)
    if one.k.denominator > 1 or one.k > 16 or one.k < 2:
        raise Reroll
    step = 1 if one.k <= 10 else 2
    if one.k % step:
        raise Reroll
    grid = Grid(Axis(across, 0, 2 * half + 2), Axis(up, 0, int(one.k) + 2 * step, step))
    curve = Curve(one.curve.rule, "A parabola that opens downwards", ((0, 0), one.vertex, (2 * half, 0)))
    steps = (
        Step(f"It meets the $x$-axis at $0$ and ${2 * half}$, so $y = ax(x - {2 * half})$.", "Factored form shows the "
                                                                                             "zeros."),
        Step(f"At the top, $x = {half}$ and $y = {num(one.k)}$: ${num(one.k)} = a \\cdot {half} \\cdot (-{half})$, so "
             f"$a = {num(-front)}$.", "The vertex makes the equation true."),
    )  # fmt: skip
    slips = {
        "write-opens-the-other-way": quad(front, half, -one.k), "write-factor-left-out": with_zeros(-1, 0, 2 * half),
        "write-sign-in-bracket": quad(-front, -half, one.k), "write-half-the-width": with_zeros(-front, 0, half),
    }  # fmt: skip
    return question(
        ("arch", story[18:28], half, front),
        f"{story} With $x$ for the {across.split()[0].lower()} and $y$ for the height, both in metres, write its "
        "equation.",
        one, plot(grid, curve, Dot(one.vertex), Dot((2 * half, 0)), describe="steps"), steps,
        f"y = {one.factored_tex()}", slips, "Where is the height $0$, and where is the top?", factored(one),
    )  # fmt: skip


FORMS = (with_vertex, with_vertex, without_marks, without_marks, with_zeros_and_point, with_zeros_and_point, arch)


def runs_as_drawn(question: Question) -> None:
    """The curve is measured in the picture, all along: it runs where the typed function says, and the dots do too."""
    assert question.figure
    assert isinstance(question.answer, Expression)
    f = rule(question.answer.text)
    assert drawn_as(question.figure, f)
    assert not drawn_as(question.figure, lambda x: f(x) + Fraction(1, 2))


@template(
    "alg1/quadratic-functions/write-quadratic-graph",
    version=1,
    standards=("HSF.BF.A.1.a",),
    answer=Expression,
    check=runs_as_drawn,
    band="vertex or zeros at whole numbers on a grid to 8, factor of the square up to 3, a half or a quarter; arches "
    "to 16",
)
def write_from_graph(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
