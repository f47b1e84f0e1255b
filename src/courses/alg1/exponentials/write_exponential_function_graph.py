"""Write an exponential function from a graph."""

from random import Random

from courses.alg1.exponentials.growth import Growth, formulas_apart, growth, rule
from courses.alg1.forms import hints, one_of
from courses.alg1.quadratic_functions.readback import drawn_as
from exercises import (
    Axis,
    Dot,
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

TYPE = "Type it as an expression in $x$."
STEPS = (1, 1, 2, 5, 10, 20, 50)
BASES = (*map(Fraction, (2, 2, 3, 4)), *(Fraction(n, d) for n, d in ((1, 2), (1, 2), (1, 3), (1, 4), (3, 2), (2, 3))))
POWERS = {b: {x: b**x for x in range(-4, 5)} for b in BASES}


def shape(rng: Random) -> tuple[Growth, Grid, list[int]]:
    """A function, a grid for it, and the places where the graph goes through crossings of the grid."""
    b, step = pick(rng, BASES), pick(rng, STEPS)
    units = integer(rng, 1, 9)
    heights = {x: units * POWERS[b][x] for x in range(-4, 5)}
    xs = [x for x, height in heights.items() if height.denominator == 1 and height <= 10]
    if len(xs) < 2 or xs[1] - xs[0] > 1 or sum(height <= 10 for height in heights.values()) < 4:
        raise Reroll
    one, grid = growth(step * units, b), Grid(Axis("x", -4, 4), Axis("y", 0, 10 * step, step))
    return one, grid, xs


def picture(one: Growth, grid: Grid, xs: list[int]) -> Figure:
    """The curve with dots where it can be read."""
    way = "rises and levels off towards the left" if one.b > 1 else "falls and levels off towards the right"
    base, start = float(one.b), float(one.a)
    curve = Curve(lambda x: start * base**x, f"A curve that {way}")
    return plot(grid, curve, *(Dot((x, one.at(x))) for x in xs), describe="steps")


def slips_of(one: Growth, x: int) -> dict[str, str]:
    """What goes wrong often."""
    u, v = one.at(x), one.at(x + 1)
    found = {
        "graph-expo-start-and-base-exchanged": f"({one.b})*({one.a})^x",
        "points-factor-upside-down": f"({one.a})*({1 / one.b})^x",
        "points-straight-line": f"({v - u})*x + ({u - (v - u) * x})",
        "graph-expo-start-left-out": f"({one.b})^x",
        "graph-expo-difference-as-base": f"({one.a})*({abs(v - u)})^x",
    }
    if x:
        found["points-first-value-as-start"] = f"({u})*({one.b})^x"
    return found


def question(
    key: tuple[object, ...], prompt: str, one: Growth, figure: Figure, x: int, reminder: str, steps: tuple[Step, ...]
) -> Question:  # fmt: skip
    """The question for the function of a graph."""
    last = Step(f"The function is $f(x) = {one.tex()}$.", "Check it with another dot.")
    return Question(
        key=key,
        prompt=f"{prompt} {TYPE}",
        answer=Expression(one.typed()),
        figure=figure,
        hints=hints(reminder, (*steps, last)),
        solution=(*steps, last),
        wrong=formulas_apart(one.typed(), "x", slips_of(one, x)),
        before="f(x) =",
    )


def factor(one: Growth, x: int) -> Step:
    """The base from two neighbouring dots."""
    u, v = one.at(x), one.at(x + 1)
    return Step(
        f"From $x = {x}$ to $x = {x + 1}$ the value goes from ${num(u)}$ to ${num(v)}$: the factor is ${num(v)} \\div "
        f"{num(u)} = {num(one.b)}$.",
        "In one step to the right the value is multiplied by the base.",
    )


def with_start(rng: Random) -> Question:
    """The y-axis is met at a crossing of the grid; perhaps somebody exchanged start and base."""
    one, grid, xs = shape(rng)
    near = next((x for x in (0, -1) if x in xs and x + 1 in xs), None)
    if 0 not in xs or near is None:
        raise Reroll
    prompt = "The picture shows the graph of an exponential function. Write the function."
    told = rng.random() < 0.25
    if told:
        said = pick(rng, (growth(one.a, 1 / one.b), growth(one.b, one.a)))
        if said.tex() == one.tex():
            raise Reroll
        prompt = (
            f"For the exponential function of this graph {person(rng)} writes ${said.tex()}$. That is not right. "
            "Write the "
            "right function."
        )
    start = Step(f"The graph meets the $y$-axis at ${num(one.a)}$.", "There $x = 0$, and the power is $1$.")
    return question(
        ("start", one.a, one.b, told),
        prompt,
        one,
        picture(one, grid, [x for x in xs if abs(x) <= 2]),
        near,
        "Where does the graph meet the $y$-axis, and by what is the value multiplied at each step to the right?",
        (start, factor(one, near)),
    )


def without_start(rng: Random) -> Question:
    """Only dots beside the y-axis are marked, and the start lies between lines of the grid or is hidden."""
    one, grid, xs = shape(rng)
    beside = [x for x in xs if (x > 0 and x + 1 in xs)] or [x for x in xs if x < -1 and x + 1 in xs]
    if not beside:
        raise Reroll
    x = beside[0]
    way, back = ("back", x) if x > 0 else ("on", -x)
    verb = "divide" if x > 0 else "multiply"
    times = {1: "once", 2: "twice", 3: "three times", 4: "four times"}[back]
    start = Step(f"Go {way} to $x = 0$: {verb} ${num(one.at(x))}$ by ${num(one.b)}$ {times}. That gives the start "
                 f"${num(one.a)}$.", "The start is the value at $x = 0$.")  # fmt: skip
    return question(
        ("beside", one.a, one.b, x),
        "The picture shows the graph of an exponential function, with two dots on it. Write the function.",
        one,
        picture(one, grid, [x, x + 1]),
        x,
        "By what is the value multiplied from one dot to the next?",
        (factor(one, x), start),
    )


FORMS = (with_start, with_start, without_start)


def runs_as_drawn(question: Question) -> None:
    """The curve is measured in the picture, all along: it runs where the typed function says."""
    assert question.figure
    assert isinstance(question.answer, Expression)
    f = rule(question.answer.text)
    assert f(0) > 0
    start, base = float(f(0)), float(f(1) / f(0))
    assert f(2) / f(1) == f(1) / f(0)
    assert drawn_as(question.figure, lambda x: Fraction(start * base ** float(x)))
    assert not drawn_as(question.figure, lambda x: Fraction(start * base ** float(x)) * Fraction(6, 5))


@template(
    "alg1/exponentials/write-exponential-function-graph",
    version=1,
    standards=("HSF.LE.A.2",),
    answer=Expression,
    check=runs_as_drawn,
    band="bases 2 to 4 and simple fractions, starts to 450 on axes with steps to 50, two or more dots to read",
)
def write_from_graph(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
