"""Graph from factored form."""

from random import Random

from courses.alg1.forms import one_of
from courses.alg1.quadratic_functions.drawing import as_the_equation_says, drawn, usable
from courses.alg1.quadratic_functions.forms import Quad, bracket, pair, quad, with_zeros
from exercises import Exact, Parabola, Question, Reroll, Step, integer, num, person, pick, template
from exercises.exact import Fraction

WIDTHS: tuple[Exact, ...] = (1, 1, 1, -1, -1, 2, -2, Fraction(1, 2), Fraction(-1, 2))


def two_zeros(rng: Random) -> Quad:
    """Two zeros an even number of steps apart."""
    p, gap = integer(rng, -8, 6), pick(rng, (2, 4, 4, 6, 6, 8))
    if p + gap > 8:
        raise Reroll
    return usable(rng, with_zeros(pick(rng, WIDTHS), p, p + gap))


def steps_of(one: Quad) -> tuple[Step, ...]:
    """Zeros, axis, height of the vertex."""
    p, q = one.zeros
    return (
        Step(f"The factors are $0$ at $x = {num(p)}$ and $x = {num(q)}$: there the parabola meets the $x$-axis.",
             "A product is $0$ when one of its factors is."),
        Step(f"The vertex lies halfway between: at $x = {num(one.h)}$.", "A parabola is the same on both sides."),
        Step(f"There $y = {times(one)} = {num(one.k)}$.", f"Put $x = {num(one.h)}$ into the equation."),
    )  # fmt: skip


def times(one: Quad) -> str:
    """The factors at the vertex: `2 \\cdot 3 \\cdot (-3)`."""
    p, q = one.zeros
    front = {1: "", -1: "-1 \\cdot "}.get(int(one.a) if one.a.denominator == 1 else 0, f"{num(one.a)} \\cdot ")
    return f"{front}{bracketed(one.h - p) if front else num(one.h - p)} \\cdot {bracketed(one.h - q)}"


def bracketed(value: Fraction) -> str:
    """In brackets when negative."""
    return num(value) if value >= 0 else f"({num(value)})"


def slips_of(one: Quad) -> dict[str, Quad]:
    """What goes wrong often."""
    return {
        "graph-zeros-signs-turned": quad(one.a, -one.h, one.k),
        "graph-opens-the-other-way": quad(-one.a, one.h, -one.k),
        "graph-factor-forgotten": quad(1, one.h, one.k / one.a),
        "graph-vertex-at-y-intercept": quad(one.a, 0, one.c),
        "graph-vertex-height-sign": quad(one.a, one.h, -one.k),
    }


def written(rng: Random, one: Quad) -> str:
    """Factored form in one of its orders; `(4 - x)(x + 2)` where it opens downwards."""
    p, q = one.zeros
    if one.a == -1 and p and rng.random() < 0.5:
        return f"({num(q)} - x){bracket('x', p)}" if q else f"-x{bracket('x', p)}"
    return one.factored_tex(turned=rng.random() < 0.5)


REMINDER = "The factors tell where the parabola meets the $x$-axis. Where does the vertex lie between these places?"


def from_equation(rng: Random) -> Question:
    """The equation is given."""
    one = two_zeros(rng)
    tex = written(rng, one)
    ask = pick(rng, (f"Draw the parabola $y = {tex}$.", f"Draw the graph of $f(x) = {tex}$."))
    return drawn(("equation", tex), ask, one, REMINDER, steps_of(one), slips_of(one), (one.zeros[0], Fraction(0)))


def corrected(rng: Random) -> Question:
    """Somebody put the zeros on the wrong sides."""
    one, name = two_zeros(rng), person(rng)
    p, q = one.zeros
    if p == -q:
        raise Reroll
    tex = one.factored_tex()
    ask = (f"{name} draws the parabola $y = {tex}$ through $({num(-p)}, 0)$ and $({num(-q)}, 0)$. That is not right. "
           "Draw the right parabola.")  # fmt: skip
    return drawn(("corrected", tex), ask, one, REMINDER, steps_of(one), slips_of(one), (p, Fraction(0)))


def stretched(rng: Random) -> Question:
    """The factor in front is to be found from one more point."""
    one = two_zeros(rng)
    p, q = one.zeros
    x = pick(rng, [n for n in range(-8, 9) if n not in (p, q) and abs(one.at(n)) <= 20 and n != one.h])
    y = one.at(x)
    if y.denominator > 1:
        raise Reroll
    product = bracket("x", p) + bracket("x", q)
    found = Step(
        f"At ${pair((Fraction(x), y))}$ the product of the two factors is ${num(y / one.a)}$, so $a = "
        f"{num(y)} \\div {bracketed(y / one.a)} = {num(one.a)}$.",
        "The point makes the equation true.",
    )
    slips = slips_of(one) | {"graph-vertex-taken-from-point": quad(one.a, x, y)}
    return drawn(
        ("stretched", *one.form, x), f"A parabola has the equation $y = a{product}$ with a number $a$, and it goes "
        f"through ${pair((Fraction(x), y))}$. Draw it.", one, "The factors show the places on the $x$-axis. Then find "
        "$a$ with the point.", (steps_of(one)[0], found, *steps_of(one)[1:]), slips, (p, Fraction(0)),
    )  # fmt: skip


FORMS = (from_equation, from_equation, from_equation, corrected, stretched)


@template(
    "alg1/quadratic-functions/graph-factored-form",
    version=1,
    standards=("HSF.IF.C.7.a",),
    answer=Parabola,
    check=as_the_equation_says,
    band="zeros up to 8, two to eight steps apart, factor in front up to 2 or a half, vertex at whole numbers",
)
def draw_factored(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
