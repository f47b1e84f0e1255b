"""Graph from vertex form."""

from random import Random

from courses.alg1.forms import one_of
from courses.alg1.quadratic_functions.drawing import as_the_equation_says, drawn, near, usable
from courses.alg1.quadratic_functions.forms import Quad, pair, quad, square_tex
from exercises import Exact, Parabola, Question, Reroll, Step, integer, num, person, pick, signed, template, term
from exercises.exact import Fraction

WIDTHS: tuple[Exact, ...] = (1, 1, -1, -1, 2, -2, 3, -3, Fraction(1, 2), Fraction(-1, 2), Fraction(1, 4))


def shifted(rng: Random) -> Quad:
    """A parabola with its vertex anywhere near the middle."""
    one = quad(pick(rng, WIDTHS), integer(rng, -6, 6), integer(rng, -8, 8))
    if not one.h and not one.k:
        raise Reroll
    return usable(rng, one)


def steps_of(one: Quad) -> tuple[Step, ...]:
    """The vertex from the form, a second point from the factor."""
    inside = square_tex("x", one.h)
    x, y = near(one)
    run = x - one.h
    return (
        Step(f"${inside}$ is $0$ at $x = {num(one.h)}$. There $y = {num(one.k)}$.",
             "A square is never less than $0$, so there the parabola turns."),
        Step(f"At $x = {num(x)}$ the square is ${num(run**2)}$, so $y = {times(one.a, run**2)} {signed(one.k)} = "
             f"{num(y)}$.", "One place beside the vertex is enough."),
    ) if one.k else (
        Step(f"${inside}$ is $0$ at $x = {num(one.h)}$. There $y$ is $0$ too.",
             "A square is never less than $0$, so there the parabola turns."),
        Step(f"At $x = {num(x)}$ the square is ${num(run**2)}$, so $y = {times(one.a, run**2)}"
             f"{'' if one.a == 1 else f' = {num(y)}'}$.", "One place beside the vertex is enough."),
    )  # fmt: skip


def times(a: Fraction, square: Fraction) -> str:
    """`2 \\cdot 1`, or the square alone for 1."""
    return num(square) if a == 1 else f"-{num(square)}" if a == -1 else f"{num(a)} \\cdot {num(square)}"


def slips_of(one: Quad) -> dict[str, Quad]:
    """What goes wrong often."""
    return {
        "graph-shift-sign": quad(one.a, -one.h, one.k),
        "graph-opens-the-other-way": quad(-one.a, one.h, one.k),
        "graph-factor-forgotten": quad(1, one.h, one.k),
        "graph-vertex-exchanged": quad(one.a, one.k, one.h),
        "graph-vertex-height-sign": quad(one.a, one.h, -one.k),
    }


def written(rng: Random, one: Quad) -> str:
    """Vertex form, or the constant first."""
    if one.k and rng.random() < 0.25:
        square = term(abs(one.a), square_tex("x", one.h))
        return f"{num(one.k)} {'-' if one.a < 0 else '+'} {square}"
    return one.vertex_tex()


REMINDER = "For which $x$ is the square $0$? That is where the parabola turns."


def from_equation(rng: Random) -> Question:
    """The equation is given."""
    one = shifted(rng)
    tex = written(rng, one)
    ask = pick(rng, (f"Draw the parabola $y = {tex}$.", f"Draw the graph of $f(x) = {tex}$."))
    return drawn(("equation", tex), ask, one, REMINDER, steps_of(one), slips_of(one))


def corrected(rng: Random) -> Question:
    """Somebody has the vertex on the wrong side."""
    one, name = shifted(rng), person(rng)
    if not one.h:
        raise Reroll
    ask = (f"{name} draws the graph of $y = {one.vertex_tex()}$ with its vertex at ${pair((-one.h, one.k))}$. That is "
           "not right. Draw the right parabola.")  # fmt: skip
    return drawn(("corrected", *one.form), ask, one, REMINDER, steps_of(one), slips_of(one))


def stretched(rng: Random) -> Question:
    """The factor in front is to be found from one more point."""
    one = shifted(rng)
    step = pick(rng, (-3, -2, -1, 1, 2, 3))
    x, y = one.h + step, one.at(one.h + step)
    if y.denominator > 1 or abs(y) > 20 or not one.h:
        raise Reroll
    shown = "y = a" + square_tex("x", one.h) + (f" {signed(one.k)}" if one.k else "")
    square = step * step
    rise = num(y - one.k)
    found = Step(
        f"At ${pair((x, y))}$ the square is ${square}$ and $y$ is ${rise}$ more than at the vertex."
        if one.k
        else f"At ${pair((x, y))}$ the square is ${square}$.",
        "Put the point into the equation.",
    )
    then = Step(f"So $a = {rise} \\div {square} = {num(one.a)}$." if square > 1 else f"So $a = {num(one.a)}$.",
                "$a$ times the square is what is added at the vertex.")  # fmt: skip
    return drawn(
        ("stretched", *one.form, step), f"A parabola has the equation ${shown}$ with a number $a$, and it goes through "
        f"${pair((x, y))}$. Draw it.", one, REMINDER, (steps_of(one)[0], found, then), slips_of(one) | {
            "graph-vertex-taken-from-point": quad(one.a, x, y)},
    )  # fmt: skip


FORMS = (from_equation, from_equation, from_equation, corrected, stretched)


@template(
    "alg1/quadratic-functions/graph-vertex-form",
    version=1,
    standards=("HSF.IF.C.7.a",),
    answer=Parabola,
    check=as_the_equation_says,
    band="vertex at whole numbers up to 8, factor in front up to 3, a half or a quarter, on a grid to 8 and 10",
)
def draw_vertex(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
