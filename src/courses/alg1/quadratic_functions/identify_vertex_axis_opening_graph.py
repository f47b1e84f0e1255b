"""Identify vertex, axis and opening from a graph."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from courses.alg1.forms import hints, one_of
from courses.alg1.quadratic_functions.forms import EIGHT, Quad, pair, quad, whole_quad
from courses.alg1.quadratic_functions.readback import curves_of, measured, points_in
from courses.alg1.reading import value_of
from courses.alg1.slips import apart
from exercises import (
    Axis,
    Dot,
    Equation,
    Exact,
    Figure,
    Grid,
    Pair,
    Question,
    Reroll,
    Step,
    integer,
    num,
    pick,
    plot,
    template,
)
from exercises.exact import Fraction
from exercises.figures import Curve
from exercises.geometry import Point

WIDTHS = (1, -1, 2, -2, Fraction(1, 2), Fraction(-1, 2), Fraction(1, 4), Fraction(-1, 4))


def point_slips(right: Point, slips: Mapping[str, Point]) -> dict[str, tuple[Exact, Exact]]:
    """Slips that are points, set apart."""
    return apart(right, slips)


def seen(one: Quad) -> Step:
    """What opening means for the vertex."""
    return Step(f"The parabola opens {one.way}, so its vertex is its {one.turn} point.",
                "The vertex is where the curve turns.")  # fmt: skip


def read_off(one: Quad) -> Step:
    """Across and up to the vertex."""
    return Step(f"That point stands at $x = {num(one.h)}$ and $y = {num(one.k)}$: the vertex is ${pair(one.vertex)}$.",
                "First how far across, then how far up.")  # fmt: skip


def vertex(rng: Random) -> Question:
    """The vertex of one parabola."""
    one = whole_quad(rng, 6, WIDTHS)
    if abs(one.h) == abs(one.k) == 0 or one.h == one.k:
        raise Reroll
    ask = pick(rng, ("What is the vertex of this parabola?", f"Give the {one.turn} point of this parabola as a pair.",
                     "At which point does this parabola turn?"))  # fmt: skip
    return Question(
        key=("vertex", *one.form),
        prompt=ask,
        answer=Pair(one.vertex),
        figure=plot(EIGHT, one.curve, describe="steps"),
        hints=hints("Where does the curve turn? Look which way it opens.", (seen(one), read_off(one))),
        solution=(seen(one), read_off(one)),
        wrong=point_slips(one.vertex, {
            "vertex-coordinates-exchanged": (one.k, one.h), "vertex-sign-of-x": (-one.h, one.k),
            "vertex-took-y-intercept": (0, one.c), "vertex-sign-of-y": (one.h, -one.k),
        }),
    )  # fmt: skip


def one_of_two(rng: Random) -> Question:
    """Two parabolas, one of which opens the way that is named."""
    first, second = whole_quad(rng, 6, (1, 2, Fraction(1, 2))), whole_quad(rng, 6, (-1, -2, Fraction(-1, 2)))
    if abs(first.h - second.h) < 3 or abs(first.k - second.k) < 2:
        raise Reroll
    one, other = pick(rng, ((first, second), (second, first)))
    if one.h == one.k:
        raise Reroll
    shapes = sorted((one, other), key=lambda each: each.h)
    curves = [replace(each.curve, colour=place) for place, each in enumerate(shapes)]
    which = Step(f"One parabola opens upwards, the other downwards. The one that opens {one.way} has its vertex as its "
                 f"{one.turn} point.", "Follow both arms away from the point where they turn.")  # fmt: skip
    return Question(
        key=("two", *one.form, *other.form),
        prompt=f"Two parabolas are drawn. What is the vertex of the one that opens {one.way}?",
        answer=Pair(one.vertex),
        figure=plot(EIGHT, *curves, describe="steps"),
        hints=hints("Which of the two has arms that point that way?", (which, read_off(one))),
        solution=(which, read_off(one)),
        wrong=point_slips(one.vertex, {
            "vertex-of-the-other-parabola": other.vertex, "vertex-coordinates-exchanged": (one.k, one.h),
            "vertex-sign-of-x": (-one.h, one.k),
        }),
    )  # fmt: skip


def axis(rng: Random) -> Question:
    """The equation of the axis of symmetry."""
    one = whole_quad(rng, 6, WIDTHS)
    across = Step(f"The vertex is ${pair(one.vertex)}$.", "The axis goes straight up through the vertex.")
    last = Step(f"All points of the axis have the same $x$: its equation is $x = {num(one.h)}$.",
                "Left and right of this line the parabola is the same.")  # fmt: skip
    return axis_question(("axis", *one.form), pick(rng, (
        "Write the equation of the axis of symmetry of this parabola.",
        "Along which line could you fold this graph so that both halves of the parabola meet? Write its equation.",
    )), one.h, {"axis-number-of-y": one.k, "axis-sign": -one.h, "axis-through-a-zero": beside(one)},
        (across, last), plot(EIGHT, one.curve, describe="steps"), "The axis goes through the point where the parabola "
                                                                  "turns.",
    )  # fmt: skip


def beside(one: Quad) -> Exact:
    """Another whole place: a zero if there is one, else one step to the right."""
    return one.zeros[-1] if one.zeros else one.h + 1


def axis_question(
    key: tuple[object, ...],
    prompt: str,
    h: Exact,
    slips: Mapping[str, Exact],
    steps: tuple[Step, ...],
    figure: Figure,
    reminder: str,
) -> Question:
    """The question for a line x = h."""
    kept = apart(Fraction(h), {name: Fraction(value) for name, value in slips.items()})
    return Question(
        key=key,
        prompt=f"{prompt} Type it as an equation.",
        answer=Equation(f"x = {Fraction(h)}"),
        figure=figure,
        hints=hints(reminder, steps),
        solution=steps,
        wrong={name: f"x = {value}" for name, value in kept.items()},
    )


def axis_between(rng: Random) -> Question:
    """The vertex is not on the picture; two points at the same height are."""
    h = Fraction(integer(rng, -9, 9), 2)
    gap = Fraction(integer(rng, 1, 9), 2)
    p, q = h - gap, h + gap
    height, a = integer(rng, -5, 5), pick(rng, (1, -1))
    if p.denominator > 1 or min(p, q) < -7 or max(p, q) > 7 or h == 0 or gap < Fraction(3, 2):
        raise Reroll
    one = quad(a, h, height - a * gap**2)
    if -8 <= one.k <= 8:
        raise Reroll
    says = f"A parabola that opens {one.way}, its {one.turn} point not on the grid"
    curve = Curve(one.curve.rule, says, ((p, height), (q, height)))
    first = Step(f"$A$ and $B$ are at the same height, at $x = {num(p)}$ and $x = {num(q)}$.",
                 "Points at the same height lie equally far from the axis.")  # fmt: skip
    last = Step(f"Halfway between them: $\\frac{{{num(p)} + {bracketed(q)}}}{{2}} = {num(h)}$. The axis is "
                f"$x = {num(h)}$.", "The axis lies in the middle.")  # fmt: skip
    return axis_question(
        ("between", p, q, height, a),
        "The vertex of this parabola is not on the picture. Points $A$ and $B$ of the parabola are at the same height. "
        "Write the equation of its axis of symmetry.",
        h, {"axis-sum-not-halved": p + q, "axis-half-the-distance": gap, "axis-through-a-zero": q, "axis-sign": -h},
        (first, last),
        plot(EIGHT, curve, Dot((p, height), "A"), Dot((q, height), "B"), describe="steps"),
        "How far from the axis are two points of the same height?",
    )  # fmt: skip


def bracketed(value: Exact) -> str:
    """In brackets when negative."""
    return num(value) if value >= 0 else f"({num(value)})"


def mirrored(rng: Random) -> Question:
    """The partner of a point, on the other side of the axis."""
    one = whole_quad(rng, 5, (1, -1, Fraction(1, 2), Fraction(-1, 2)))
    step = pick(rng, (-4, -3, -2, 2, 3, 4))
    p, q = (one.h + step, one.at(one.h + step)), (one.h - step, one.at(one.h - step))
    if p[1].denominator > 1 or not (EIGHT.holds(p) and EIGHT.holds(q)) or p[1] == p[0] or 0 in (p[0], q[0]):
        raise Reroll
    side, back = ("right", "left") if step > 0 else ("left", "right")
    first = Step(f"The axis is $x = {num(one.h)}$, through the vertex ${pair(one.vertex)}$.",
                 "The parabola is the same on both sides of it.")  # fmt: skip
    then = Step(f"$P$ is {abs(step)} steps to the {side} of the axis, so its partner is {abs(step)} steps to the "
                f"{back}.", "Partners are equally far from the axis, at the same height.")  # fmt: skip
    last = Step(f"Its partner is ${pair(q)}$.", f"$x = {num(one.h)} {'-' if step > 0 else '+'} {abs(step)}$, "
                "and $y$ stays.")  # fmt: skip
    return Question(
        key=("mirror", *one.form, step),
        prompt=f"The point $P = {pair(p)}$ lies on this parabola. Which other point of the parabola is at the same "
        "height?",
        answer=Pair(q),
        figure=plot(EIGHT, one.curve, Dot(p, "P"), describe="steps"),
        hints=hints("Points at the same height are partners: fold the graph along its axis.", (first, then, last)),
        solution=(first, then, last),
        wrong=point_slips(q, {
            "partner-across-y-axis": (-p[0], p[1]), "partner-across-x-axis": (p[0], -p[1]),
            "partner-one-side-only": (q[0] + (1 if step > 0 else -1), q[1]), "vertex-taken-for-partner": one.vertex,
        }),
    )  # fmt: skip


SCENES = (
    ("Time in seconds", "Height in metres", "The graph shows how high a drone is on a short flight.", (2, 5)),
    ("Distance in metres", "Height in metres", "The graph shows the path of a ball that somebody throws.", (1, 2)),
    ("Distance in metres", "Height in metres", "The graph shows the jet of water from a fountain.", (1, 2)),
    ("Price in dollars", "Profit in dollars", "The graph shows how a stall's profit depends on a price.", (10, 20, 50)),
)


def scene(rng: Random) -> Question:
    """The highest point of a story's graph."""
    across, up, story, sizes = pick(rng, SCENES)
    step_x, step_y = (1 if across.startswith("Time") else pick(rng, (1, 2))), pick(rng, sizes)
    h, top, start = integer(rng, 2, 6), integer(rng, 3, 7), integer(rng, 0, 2)
    one = quad(-Fraction((top - start) * step_y, (h * step_x) ** 2), h * step_x, top * step_y)
    if one.h == one.k or (across.startswith("Price") and start):
        raise Reroll
    grid = Grid(Axis(across, 0, 9 * step_x, step_x), Axis(up, 0, 8 * step_y, step_y))
    curve = Curve(one.curve.rule, "A parabola that opens downwards, its highest point first", (one.vertex,))
    last = Step(f"It stands at {num(one.h)} across and {num(one.k)} up: ${pair(one.vertex)}$.",
                "Read the numbers at the axes, not the squares.")  # fmt: skip
    top_is = Step("The curve opens downwards, so the vertex is its highest point.", "There it turns from up to down.")
    return Question(
        key=("scene", across, up, *one.form),
        prompt=f"{story} What is the vertex of this parabola? Give it as a pair, in the units of the axes.",
        answer=Pair(one.vertex),
        figure=plot(grid, curve, describe="steps"),
        hints=hints("Where does the curve turn? Look at what one step of each axis is worth.", (top_is, last)),
        solution=(top_is, last),
        wrong=point_slips(one.vertex, {
            "vertex-coordinates-exchanged": (one.k, one.h), "vertex-took-y-intercept": (0, one.c),
            "graph-step-read-as-one": (h, top),
        }),
    )  # fmt: skip


FORMS = (vertex, vertex, one_of_two, axis, axis, axis_between, mirrored, scene)


def measured_anew(question: Question) -> None:
    """The curve is measured in the picture: where it turns, and where its axis lies."""
    assert question.figure
    curves = [measured(points) for points in curves_of(question.figure)]
    if isinstance(question.answer, Equation):
        left, right = question.answer.text.split(" = ")
        ((_, h, _),) = curves
        assert left == "x"
        assert abs(h - float(value_of(right))) < 0.1
        return
    assert isinstance(question.answer, Pair)
    x, y = map(float, question.answer.value)
    if "same height" in question.prompt:
        (p,), ((_, h, _),) = points_in(question.prompt), curves
        assert (abs((x + float(p[0])) / 2 - h) < 0.05, y) == (True, float(p[1]))
        return
    way = 1 if "upwards" in question.prompt else -1
    _, h, k = next(one for one in curves if len(curves) == 1 or one[0] * way > 0)
    assert abs(h - x) < 0.02 + 0.02 * abs(x)
    assert abs(k - y) < 0.05 + 0.02 * abs(y)


@template(
    "alg1/quadratic-functions/identify-vertex-axis-opening-graph",
    version=1,
    standards=("HSF.IF.B.4",),
    answer=(Pair, Equation),
    check=measured_anew,
    band="vertex at whole numbers up to 6 on a grid to 8, axis at whole numbers or halves; story graphs with steps to "
    "50",
)
def read_the_turn(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
