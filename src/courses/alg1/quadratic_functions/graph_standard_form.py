"""Graph from standard form."""

from random import Random

from courses.alg1.forms import one_of
from courses.alg1.quadratic_functions.drawing import as_the_equation_says, drawn, near, usable
from courses.alg1.quadratic_functions.forms import Quad, pair, quad
from exercises import (
    Exact,
    Parabola,
    Question,
    Reroll,
    Step,
    integer,
    nonzero,
    num,
    person,
    pick,
    poly,
    signed,
    template,
)
from exercises.exact import Fraction

WIDTHS: tuple[Exact, ...] = (1, 1, 1, -1, -1, 2, -2, Fraction(1, 2), Fraction(-1, 2))


def three_terms(rng: Random) -> Quad:
    """A parabola with a middle term and whole coefficients but perhaps for the first."""
    one = usable(rng, quad(pick(rng, WIDTHS), nonzero(rng, -6, 6), integer(rng, -9, 9)))
    if one.b.denominator > 1 or one.c.denominator > 1:
        raise Reroll
    return one


def bracketed(value: Fraction) -> str:
    """In brackets when negative or a fraction."""
    return num(value) if value >= 0 else rf"({num(value)})" if value.denominator == 1 else rf"\left({num(value)}\right)"


def steps_of(one: Quad) -> tuple[Step, ...]:
    """Axis by the formula, height by putting in."""
    return (
        Step(f"The axis is $x = -\\frac{{b}}{{2a}}$ with $a = {num(one.a)}$ and $b = {num(one.b)}$: "
             f"$-{bracketed(one.b)} "
             f"\\div {bracketed(2 * one.a)} = {num(one.h)}$.", "The vertex lies on the axis."),
        Step(f"At $x = {num(one.h)}$ the height is $y = {put_in(one)} = {num(one.k)}$.", f"Put $x = {num(one.h)}$ "
                                                                                         "into all "
             "terms."),
        beside(one),
    )  # fmt: skip


def put_in(one: Quad) -> str:
    """The terms at the vertex: `2 \\cdot 3^2 - 12 \\cdot 3 + 5`."""
    square = "" if one.a == 1 else "-" if one.a == -1 else f"{num(one.a)} \\cdot "
    middle = "" if abs(one.b) == 1 else f"{num(abs(one.b))} \\cdot "
    rest = f" {signed(one.c)}" if one.c else ""
    return f"{square}{bracketed(one.h)}^2 {'+' if one.b > 0 else '-'} {middle}{bracketed(one.h)}{rest}"


def beside(one: Quad) -> Step:
    """A second point: the one at x = 0 with its partner, or one beside the vertex where that is off the grid."""
    if abs(one.c) <= 10 and abs(2 * one.h) <= 8:
        return Step(f"At $x = 0$ only the constant is left: ${pair((0, one.c))}$. Its partner on the other side of "
                    "the axis "
                    f"is ${pair((2 * one.h, one.c))}$.", "Points at the same height are equally far from the "
                                                         "axis.")  # fmt: skip
    x, y = near(one)
    return Step(f"A place beside the axis: at $x = {num(x)}$ the height is $y = {num(y)}$.",
                "$x = 0$ leads off the grid here.")  # fmt: skip


def slips_of(one: Quad) -> dict[str, Quad]:
    """What goes wrong often."""
    return {
        "graph-axis-sign": quad(one.a, -one.h, one.k),
        "graph-axis-not-halved": quad(one.a, 2 * one.h, one.at(2 * one.h)),
        "graph-vertex-at-y-intercept": quad(one.a, 0, one.c),
        "graph-opens-the-other-way": quad(-one.a, one.h, one.k),
        "graph-constant-as-height": quad(one.a, one.h, one.c),
    }


def written(rng: Random, one: Quad) -> str:
    """The terms in order, or the constant first."""
    if one.c and rng.random() < 0.2:
        return poly(one.c, "", one.b, "x", one.a, "x^2")
    return one.standard_tex()


REMINDER = "First find the axis of symmetry from the numbers before $x^2$ and $x$. The vertex lies on it."


def from_equation(rng: Random) -> Question:
    """The equation is given."""
    one = three_terms(rng)
    tex = written(rng, one)
    ask = pick(rng, (f"Draw the parabola $y = {tex}$.", f"Draw the graph of $f(x) = {tex}$."))
    return drawn(("equation", tex), ask, one, REMINDER, steps_of(one), slips_of(one))


def corrected(rng: Random) -> Question:
    """Somebody has the axis wrong."""
    one, name = three_terms(rng), person(rng)
    said = pick(rng, (-one.h, 2 * one.h))
    ask = (f"To draw $y = {one.standard_tex()}$, {name} first draws the axis of symmetry at $x = {num(said)}$. That is "
           "not right. Draw the right parabola.")  # fmt: skip
    return drawn(("corrected", *one.form, said), ask, one, REMINDER, steps_of(one), slips_of(one))


def constant_unknown(rng: Random) -> Question:
    """The constant is to be found from one more point."""
    one, step = three_terms(rng), pick(rng, (-3, -2, -1, 1, 2, 3))
    x, y = one.h + step, one.at(one.h + step)
    if not x or y.denominator > 1 or abs(y) > 20 or not one.c or step == -one.h:
        raise Reroll
    rest = y - one.c
    found = Step(f"At $x = {num(x)}$ the terms with $x$ make ${num(rest)}$, so $c = {num(y)} - {bracketed(rest)} = "
                 f"{num(one.c)}$.", "The point makes the equation true.")  # fmt: skip
    shown = f"{poly(one.a, 'x^2', one.b, 'x')} + c"
    axis, height, _ = steps_of(one)
    return drawn(
        ("constant", *one.form, step), f"The parabola $y = {shown}$ with a number $c$ goes through ${pair((x, y))}$. "
        "Draw it.", one, "Find $c$ with the point, and the axis from the numbers before $x^2$ and $x$.",
        (found, axis, height), slips_of(one) | {"graph-vertex-taken-from-point": quad(one.a, x, y)},
    )  # fmt: skip


FORMS = (from_equation, from_equation, from_equation, corrected, constant_unknown)


@template(
    "alg1/quadratic-functions/graph-standard-form-6",
    version=1,
    standards=("HSF.IF.C.7.a",),
    answer=Parabola,
    check=as_the_equation_says,
    band="vertex at whole numbers up to 9, factor of the square up to 2 or a half, constants to 40, middle term not 0",
)
def draw_standard(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
