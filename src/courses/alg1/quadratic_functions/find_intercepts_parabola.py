"""Find intercepts of a parabola."""

from collections.abc import Iterable, Mapping
from random import Random

from courses.alg1.forms import hints, one_of
from courses.alg1.quadratic_equations.quadratics import both, shown
from courses.alg1.quadratic_functions.forms import EIGHT, Quad, pair, quad, whole_quad, with_zeros
from courses.alg1.quadratic_functions.readback import coefficients, curves_of, function_in, measured, points_in
from courses.alg1.reading import value_of
from courses.alg1.slips import apart
from exercises import (
    NumberSet,
    Pair,
    Question,
    Reroll,
    Step,
    integer,
    listed,
    nonzero,
    num,
    person,
    pick,
    plot,
    template,
)
from exercises.answers.surds import Surd
from exercises.exact import Fraction

ALL_PLACES = "Type all of these values with commas between them, or “no solution” if there are none."
Places = frozenset[Fraction | int | Surd]


def meets_y(rng: Random) -> Question:
    """The point on the y-axis, from any form."""
    if rng.random() < 0.4:
        one = with_zeros(pick(rng, (1, -1, 2, -2, 3)), nonzero(rng, -7, 7), nonzero(rng, -7, 7))
        tex = one.factored_tex()
    else:
        one = whole_quad(rng, 6, (1, -1, 2, -2, 3, -3))
        tex = pick(rng, (one.vertex_tex(), one.vertex_tex(), one.standard_tex()))
    if not one.c or abs(one.c) > 90 or one.h == 0:
        raise Reroll
    put_in = f"Put it in: $y = {tex.replace('x', '0')} = {num(one.c)}$."
    if tex == one.standard_tex():
        put_in = f"The terms with $x$ are $0$ there, and $y = {num(one.c)}$ is left."
    zero = Step(f"On the $y$-axis $x$ is $0$. {put_in}", "Every point of the $y$-axis has $x = 0$.")
    last = Step(f"The parabola meets the $y$-axis at $(0, {num(one.c)})$.", "The first number of the pair is $0$.")
    return Question(
        key=("meets y", tex),
        prompt=f"Where does the parabola $y = {tex}$ meet the $y$-axis? Give the point as a pair.",
        answer=Pair((0, one.c)),
        hints=hints("What is $x$ at every point of the $y$-axis?", (zero, last)),
        solution=(zero, last),
        wrong=apart((0, one.c), {
            "intercepts-exchanged": (one.c, 0), "intercept-took-vertex-height": (0, one.k),
            "intercept-took-vertex": one.vertex, "intercept-factor-forgotten": (0, one.c / one.a),
            "intercept-sign": (0, -one.c),
        }),
    )  # fmt: skip


def places_question(
    key: tuple[object, ...], prompt: str, values: Places, steps: tuple[Step, ...],
    slips: Mapping[str, Iterable[Fraction | int | Surd]],
) -> Question:  # fmt: skip
    """The question for all places on the x-axis."""
    told = listed([f"${shown(value)}$" for value in sorted(values)])
    last = Step(f"The parabola meets the $x$-axis where $x$ is {told}." if values else
                "The parabola does not meet the $x$-axis: there is no solution.",
                "There $y$ is $0$." if values else "No number makes $y$ equal to $0$.")  # fmt: skip
    return Question(
        key=key,
        prompt=f"{prompt} {ALL_PLACES}",
        answer=NumberSet(values),
        hints=hints("What is $y$ at every point of the $x$-axis? That gives an equation in $x$.", (*steps, last)),
        solution=(*steps, last),
        wrong=apart(values, {name: frozenset(slip) for name, slip in slips.items()}),
        before="x =",
    )


ASKS = (
    "For which values of $x$ does the parabola $y = {}$ meet the $x$-axis?",
    "The graph of $y = {}$ is a parabola. Find the $x$-values of its points on the $x$-axis.",
)


def from_standard(rng: Random) -> Question:
    """Three terms that factor."""
    p, q = integer(rng, -9, 9), integer(rng, -9, 9)
    one = with_zeros(pick(rng, (1, 1, 1, -1, 2, -2)), p, q)
    if abs(one.c) > 60 or (p == 0 and q == 0) or p == -q:
        raise Reroll
    zero = Step(f"On the $x$-axis $y$ is $0$: ${one.standard_tex()} = 0$.", "Every point of it has $y = 0$.")
    split = Step(f"Factor: ${one.factored_tex()} = 0$.", "A product is $0$ when one of its factors is.")
    values: Places = frozenset(one.zeros)
    return places_question(
        ("standard", *one.form), pick(rng, ASKS).format(one.standard_tex()), values, (zero, split),
        {"zeros-signs-turned": {-zero for zero in one.zeros}, "zeros-took-y-intercept": {one.c},
         "zeros-took-axis": {one.h}, "zeros-one-only": {one.zeros[-1]}},
    )  # fmt: skip


def from_vertex(rng: Random) -> Question:
    """A square plus a number: two places, one or none, perhaps with roots."""
    a, h = pick(rng, (1, 1, -1, 2, -2, 3)), nonzero(rng, -8, 8)
    square = pick(rng, (1, 4, 9, 16, 25, 36, 49, 4, 9, 16, 25, 2, 3, 5, 6, 7, 10, 0, -1, -4, -9, -3))
    one = quad(a, h, -a * square)
    values: Places = both(h, square)
    tex = one.vertex_tex()
    if square < 0:
        why = Step(f"$y = 0$ would need ${square_of(one)} = {square}$.", "A square is never negative.")
    else:
        why = Step(f"$y = 0$ means ${square_of(one)} = {square}$.", "Free the square from what stands around it.")
    roots = [Step(f"Take both roots: $x {'-' if h > 0 else '+'} {abs(h)} = \\pm {shown(max(both(0, square)))}$.",
                  "A positive number has two roots.")] if square > 0 else []  # fmt: skip
    slips: dict[str, set[Fraction | int | Surd]] = {
        "zeros-shift-sign": set(both(-h, square)), "zeros-took-axis": {h}, "zeros-one-only": {max(values, default=h)},
        "zeros-took-y-intercept": {one.c},
    }  # fmt: skip
    if square < 0:
        slips |= {"zeros-root-of-negative": set(both(h, -square))}
    exact = " Keep roots exact." if any(isinstance(value, Surd) for value in values) else ""
    return places_question(
        ("vertex", *one.form), pick(rng, ASKS).format(tex) + exact, values,
        (why, *roots), slips,
    )  # fmt: skip


def square_of(one: Quad) -> str:
    """The square alone."""
    return quad(1, one.h, 0).vertex_tex()


def other_zero(rng: Random) -> Question:
    """The axis or vertex and one point on the x-axis are known."""
    h, gap = integer(rng, -7, 7), nonzero(rng, -6, 6)
    p, q, k, name = h + gap, h - gap, nonzero(rng, -9, 9), person(rng)
    if 0 in (p, q, h):
        raise Reroll
    told = pick(rng, (
        f"A parabola has the axis of symmetry $x = {h}$ and meets the $x$-axis at $({p}, 0)$.",
        f"A parabola has the vertex $({h}, {k})$. One of its points on the $x$-axis is $({p}, 0)$.",
        f"{name} folds the graph of a quadratic function along the line $x = {h}$, and both halves of the parabola "
        f"meet. The parabola goes through $({p}, 0)$.",
    ))  # fmt: skip
    way = "right" if gap > 0 else "left"
    back = "left" if gap > 0 else "right"
    far = f"{abs(gap)} {'step' if abs(gap) == 1 else 'steps'}"
    first = Step(f"From $x = {h}$ to $x = {p}$ it is {far} to the {way}.", "The axis lies in the middle.")
    last = Step(f"So the other point is {far} to the {back}: $({q}, 0)$.", "A parabola is the same on both sides.")
    return Question(
        key=("other", h, p, "vertex" in told and k),
        prompt=f"{told} At which other point does it meet the $x$-axis?",
        answer=Pair((q, 0)),
        hints=hints(
            "The two points on the $x$-axis are partners on both sides of the axis of symmetry.", (first, last)
        ),
        solution=(first, last),
        wrong=apart(
            (q, 0),
            {
                "partner-across-y-axis": (-p, 0),
                "intercept-took-axis": (h, 0),
                "partner-half-the-way": (p - gap // 2, 0) if gap % 2 == 0 else (h + p, 0),
                "intercepts-exchanged": (0, q),
            },
        ),
    )


def one_side(rng: Random) -> Question:
    """The left or the right point on the x-axis, from three terms."""
    p, q = integer(rng, -9, 8), integer(rng, -8, 9)
    one = with_zeros(pick(rng, (1, 1, -1, 2)), p, q)
    if p >= q or abs(one.c) > 60 or not p or not q or p == -q:
        raise Reroll
    side = pick(rng, ("left", "right"))
    x, other = (p, q) if side == "left" else (q, p)
    zero = Step(f"$y = 0$ gives ${one.standard_tex()} = 0$.", "Every point of the $x$-axis has $y = 0$.")
    split = Step(f"Factored it is ${one.factored_tex()} = 0$.", "A product is $0$ when one of its factors is.")
    last = Step(f"It meets the $x$-axis at ${p}$ and ${q}$. The {side} one of these points is $({x}, 0)$.",
                "A point of the $x$-axis has $0$ as its second number.")  # fmt: skip
    return Question(
        key=("side", side, *one.form),
        prompt=f"The parabola $y = {one.standard_tex()}$ meets the $x$-axis in two points. Give the {side} one as a "
        "pair.",
        answer=Pair((x, 0)),
        hints=hints("What is $y$ at every point of the $x$-axis?", (zero, split, last)),
        solution=(zero, split, last),
        wrong=apart((x, 0), {
            "intercept-other-point": (other, 0), "zeros-signs-turned-point": (-x, 0), "intercepts-exchanged": (0, x),
            "zeros-took-y-intercept-point": (0, one.c),
        }),
    )  # fmt: skip


def from_graph(rng: Random) -> Question:
    """Both intercepts can be read from a picture; one kind is asked for."""
    one = whole_quad(rng, 5, (1, -1, 2, -2, Fraction(1, 2), Fraction(-1, 2)))
    figure = plot(EIGHT, one.curve, describe="steps")
    if rng.random() < 0.5:
        if abs(one.c) > 8 or one.c.denominator > 1 or not one.c:
            raise Reroll
        across = Step("On the $y$-axis, go to the point where the curve crosses it.", "There $x$ is $0$.")
        last = Step(f"It crosses at the height ${num(one.c)}$: the point is ${pair((0, one.c))}$.",
                    "The first number of the pair is $0$.")  # fmt: skip
        return Question(
            key=("graph y", *one.form),
            prompt="Where does this parabola meet the $y$-axis? Give the point as a pair.",
            answer=Pair((0, one.c)),
            figure=figure,
            hints=hints("Which of the two axes is the $y$-axis?", (across, last)),
            solution=(across, last),
            wrong=apart((0, one.c), {"intercepts-exchanged": (one.c, 0), "intercept-took-vertex": one.vertex,
                                     "intercept-sign": (0, -one.c)}),
        )  # fmt: skip
    values: Places = frozenset(one.zeros)
    if any(zero.denominator > 1 or abs(zero) > 7 for zero in one.zeros) or (not values and one.a * one.k < 0):
        raise Reroll
    look = Step("Follow the $x$-axis from left to right and stop where the curve meets it.", "There $y$ is $0$.")
    asked = places_question(
        ("graph x", *one.form), "For which values of $x$ does this parabola meet the $x$-axis?", values, (look,),
        {"zeros-took-axis": {one.h}, "zeros-took-y-intercept": {one.c}, "zeros-took-vertex-height": {one.k},
         "zeros-signs-turned": {-zero for zero in one.zeros} or {Fraction(0)}},
    )  # fmt: skip
    return Question(asked.key, asked.prompt, asked.answer, asked.hints, asked.solution, asked.wrong, figure, "x =")


FORMS = (meets_y, meets_y, from_standard, from_standard, from_vertex, from_vertex, other_zero, one_side, from_graph)


def lies_there(question: Question) -> None:
    """Each point makes the equation true or lies on the measured curve, and there are as many as the curve has."""
    form, answer = str(question.key[0]), question.answer
    if form == "other":
        assert isinstance(answer, Pair)
        points = points_in(question.prompt)
        axis = points[0][0] if len(points) == 2 else value_of(question.prompt.split("$x = ")[1].split("$")[0])
        assert answer.value[1] == 0
        assert axis - points[-1][0] == answer.value[0] - axis != 0
        return
    if question.figure:
        ((a, h, k),) = (measured(points) for points in curves_of(question.figure))
        if isinstance(answer, Pair):
            assert answer.value[0] == 0
            assert abs(a * h * h + k - float(answer.value[1])) < 0.1
            return
        assert isinstance(answer, NumberSet)
        assert all(abs(a * (float(x) - h) ** 2 + k) < 0.1 for x in answer.values)
        assert len(answer.values) == (1 if abs(k) < 0.05 else 2 if a * k < 0 else 0)
        return
    f = function_in(question.prompt)
    if isinstance(answer, Pair):
        x, y = answer.value
        assert f(x) == y
        assert (x if form == "meets y" else y) == 0
        if form == "side":
            others = [n for n in map(Fraction, range(-9, 10)) if f(n) == 0 and n != x]
            assert [n < x for n in others] == ["the right one" in question.prompt]
        return
    assert isinstance(answer, NumberSet)
    square, b, c = coefficients(f)
    under = b * b - 4 * square * c
    assert len(answer.values) == (under > 0) + (under >= 0)
    assert all(abs(float(square) * float(x) ** 2 + float(b) * float(x) + float(c)) < 1e-9 for x in answer.values)


@template(
    "alg1/quadratic-functions/find-intercepts-parabola",
    version=1,
    standards=("HSF.IF.C.7.a",),
    answer=(Pair, NumberSet),
    check=lies_there,
    band="zeros to 9, factor to 3 before the square, now and then square roots or none; from equation, graph or axis",
)
def intercepts(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
