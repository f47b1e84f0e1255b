"""Compare quadratics in different forms."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from courses.alg1.forms import one_of
from courses.alg1.lines.graph_line_table import table, table_rows
from courses.alg1.quadratic_functions.forms import EIGHT, Quad, pair, quad, with_zeros
from courses.alg1.quadratic_functions.readback import Rule, coefficients, curves_of, measured, points_in, rule
from courses.alg1.reading import formulas, right_choice
from exercises import (
    Choice,
    Exact,
    Figure,
    Question,
    Reroll,
    SingleChoice,
    Step,
    integer,
    num,
    pick,
    pick_distinct,
    plot,
    shuffled,
    template,
)
from exercises.exact import Fraction

TABLE_REACH = 2
SAME, CANNOT = "It is the same for both", "It cannot be told from what is given"


@dataclass(frozen=True, slots=True)
class Ask:
    """What is compared: the question, its size for a parabola, what is wrong with the other answer, how it is found."""

    text: str
    size: Callable[[Quad], Fraction]
    slip: str
    how: str


ASKS = {
    "highest": Ask(
        "Which function has the greater maximum value?",
        lambda one: one.k,
        "compare-y-intercept-for-extreme",
        "The greatest value is the $y$ of the vertex.",
    ),
    "lowest": Ask(
        "Which function has the lower minimum value?",
        lambda one: -one.k,
        "compare-y-intercept-for-extreme",
        "The least value is the $y$ of the vertex.",
    ),
    "start": Ask(
        "Which graph meets the $y$-axis higher up?",
        lambda one: one.c,
        "compare-extreme-for-y-intercept",
        "On the $y$-axis $x$ is $0$.",
    ),
    "axis": Ask(
        "Whose axis of symmetry lies further to the right?",
        lambda one: one.h,
        "compare-zero-for-axis",
        "The axis goes through the vertex, halfway between the zeros.",
    ),
    "zero": Ask(
        "Which function has the greater zero, looking at the greatest zero of each?",
        lambda one: max(one.zeros),
        "compare-axis-for-zero",
        "At a zero the value is $0$.",
    ),
}


def as_standard(one: Quad, f: str) -> str:
    """Three terms."""
    return f"${f}(x) = {one.standard_tex()}$"


def as_vertex(one: Quad, f: str) -> str:
    """A square and a number."""
    return f"${f}(x) = {one.vertex_tex()}$"


def as_factored(one: Quad, f: str) -> str:
    """A product. Raises Reroll without zeros."""
    if len(one.zeros) < 2:
        raise Reroll
    return f"${f}(x) = {one.factored_tex()}$"


def as_table(one: Quad, f: str) -> str:
    """Five values on both sides of the vertex."""
    xs = [one.h + step for step in range(-TABLE_REACH, TABLE_REACH + 1)]
    rows = table([(x, one.at(x)) for x in xs], ("x", f"{f}(x)"))
    return f"${f}$ is a quadratic function with these values:\n\n{rows}"


def as_words(one: Quad, f: str) -> str:
    """The vertex and the point on the y-axis."""
    return (
        f"The graph of ${f}$ is a parabola with the vertex ${pair(one.vertex)}$ that goes through ${pair((0, one.c))}$."
    )


def as_graph(one: Quad, f: str) -> str:
    """A picture. Raises Reroll when what is asked for would not be on it."""
    if abs(one.c) > 8 or any(abs(zero) > 8 for zero in one.zeros):
        raise Reroll
    return f"The picture shows the graph of ${f}$."


Way = Callable[[Quad, str], str]
FORMULAS: tuple[Way, ...] = (as_standard, as_vertex, as_factored)
OTHERS: tuple[Way, ...] = (as_table, as_words, as_graph, as_graph)


def shows_zeros(one: Quad, way: Way) -> bool:
    """Whether the zeros can be found in a few steps."""
    return way is not as_words and (way is not as_table or one.zeros[-1] <= one.h + TABLE_REACH)


def parabolas(rng: Random) -> tuple[Quad, Quad]:
    """Two with whole vertices, whole heights at 0, and mostly with two zeros."""
    found = []
    for _ in range(2):
        p, gap, a = integer(rng, -7, 5), 2 * integer(rng, 1, 3), pick(rng, (1, 1, -1, -1, 2, -2))
        one = with_zeros(a, p, p + gap) if rng.random() < 0.75 else quad(a, integer(rng, -4, 4), integer(rng, -6, 6))
        if abs(one.k) > 8 or abs(one.h) > 6 or not one.h or abs(one.c) > 50:
            raise Reroll
        found.append(one)
    first, second = found
    if first == second:
        raise Reroll
    return first, second


def asked(rng: Random, first: Quad, second: Quad) -> str:
    """What can be asked about both."""
    able = ["start", "axis", *(["zero"] if len(first.zeros) == len(second.zeros) == 2 else [])]
    if first.a < 0 and second.a < 0:
        able = ["highest", "highest", "highest", *able]
    if first.a > 0 and second.a > 0:
        able = ["lowest", "lowest", "lowest", *able]
    return pick(rng, able)


def found_vertex(one: Quad, way: Way, f: str) -> str:
    """How the vertex is found from the way in which a function is told."""
    h, k = num(one.h), num(one.k)
    if way is as_standard:
        return f"${f}$: the axis is at $-\\frac{{b}}{{2a}} = {h}$, and ${f}({h}) = {k}$."
    if way is as_vertex:
        return f"${f}$: the square is $0$ at $x = {h}$, and ${f}({h}) = {k}$."
    if way is as_factored:
        between = f"halfway between the zeros ${num(one.zeros[0])}$ and ${num(one.zeros[1])}$"
        return f"${f}$: {between} the value is ${f}({h}) = {k}$."
    if way is as_table:
        return f"${f}$: the values turn at $x = {h}$, and ${f}({h}) = {k}$."
    return f"${f}$: the vertex is ${pair(one.vertex)}$."


def found_zero(one: Quad, way: Way, f: str) -> str:
    """How the zeros are found."""
    if way is as_vertex:
        square = Quad(Fraction(1), one.h, Fraction(0)).vertex_tex()
        how = f"${square} = {num(-one.k / one.a)}$"
    else:
        hows: dict[Way, str] = {
            as_standard: f"in factored form it is ${one.factored_tex()}$",
            as_factored: "each factor shows a zero",
        }
        how = hows.get(way, "the zeros can be read off")
    return f"${f}$: {how}; the zeros are ${num(one.zeros[0])}$ and ${num(one.zeros[1])}$."


def found_start(one: Quad, way: Way, f: str) -> str:
    """How the height on the y-axis is found."""
    at_0 = f"${f}(0) = {num(one.c)}$"
    if way is as_graph:
        return f"${f}$: the curve meets the $y$-axis at the height ${num(one.c)}$."
    if way is as_table and abs(one.h) > TABLE_REACH:
        return (f"${f}$: the vertex is ${pair(one.vertex)}$, and one step beside it the value changes by "
                f"${num(one.a)}$. So ${f}(x) = {one.vertex_tex()}$, and {at_0}.")  # fmt: skip
    return f"${f}$: {at_0}."


def step_of(one: Quad, way: Way, f: str, ask: str) -> Step:
    """How the number to compare is found."""
    if ask == "zero":
        return Step(found_zero(one, way, f), ASKS[ask].how)
    return Step((found_start if ask == "start" else found_vertex)(one, way, f), ASKS[ask].how)


def compare(rng: Random) -> Question:
    """Two functions told in different ways."""
    first, second = parabolas(rng)
    ask = asked(rng, first, second)
    ways = shuffled(rng, (pick(rng, FORMULAS), pick(rng, OTHERS)))
    if rng.random() < 0.25:
        ways = pick_distinct(rng, FORMULAS, 2)
    lines = [way(one, f) for way, one, f in zip(ways, (first, second), "fg", strict=True)]
    if ask == "zero" and not all(shows_zeros(one, way) for one, way in zip((first, second), ways, strict=True)):
        raise Reroll
    drawn = next((one for way, one in zip(ways, (first, second), strict=True) if way is as_graph), None)
    spec = ASKS[ask]
    a, b = spec.size(first), spec.size(second)
    right = SAME if a == b else "The function $f$" if a > b else "The function $g$"
    rows = [Choice(text, text == right, None if text == right else spec.slip, value=text) for text in
            ("The function $f$", "The function $g$", SAME)]  # fmt: skip
    rows.append(Choice(CANNOT, misconception="compare-quadratics-can-be-told", value=CANNOT))
    both = tuple(step_of(one, way, f, ask) for one, way, f in zip((first, second), ways, "fg", strict=True))
    sign = -1 if ask == "lowest" else 1
    last = Step(f"Compare ${num(sign * a)}$ with ${num(sign * b)}$. The answer: {right[0].lower()}{right[1:]}.",
                "Compare only what the question asks for.")  # fmt: skip
    figure: Figure | None = plot(EIGHT, drawn.curve, describe="steps") if drawn else None
    return Question(
        key=(ask, *first.form, *second.form, *(way.__name__ for way in ways)),
        prompt="\n\n".join((*lines, spec.text)),
        answer=SingleChoice(shuffled(rng, rows)),
        figure=figure,
        hints=(f"{spec.how} Find it for both functions.", both[0].text, both[1].text, last.text),
        solution=(*both, last),
    )


def through(rows: Sequence[tuple[Fraction, Fraction]]) -> Rule:
    """The quadratic function with these values, by Newton's form; the later rows must fit it."""
    (x, y), (u, v), (s, t), *more = rows
    first, second = (v - y) / (u - x), (t - v) / (s - u)
    bend = (second - first) / (s - x)

    def found(at: Exact) -> Fraction:
        return y + first * (at - x) + bend * (at - x) * (at - u)

    assert all(found(p) == q for p, q in more)
    return found


def read(part: str, f: str, figure: Figure | None) -> Rule:
    """A function from how it is told."""
    if "picture" in part:
        assert figure
        (drawn,) = (measured(points) for points in curves_of(figure))
        a, h, k = (Fraction(round(2 * number), 2) for number in drawn)
        assert all(abs(float(e) - n) < 0.1 for e, n in zip((a, h, k), drawn, strict=True))
        return lambda at: a * (at - h) ** 2 + k
    rows = table_rows(part)
    if rows:
        return through([(Fraction(x), Fraction(y)) for x, y in rows])
    if "vertex" in part:
        (turn, low), (x, y) = points_in(part)
        bend = (y - low) / (x - turn) ** 2
        return lambda at: low + bend * (at - turn) ** 2
    return rule(next(tex for tex in formulas(part) if tex.startswith(f"{f}(x) =")).split(" = ")[1])


def compared_anew(question: Question) -> None:
    """Both functions are read back from how they are told; what is asked is found by their coefficients."""
    at = question.prompt.index("g$" if "of $g$" in question.prompt or "$g$ is" in question.prompt else "$g(x)")
    at = question.prompt.rfind("\n\n", 0, at)
    f, g = (coefficients(read(part, name, question.figure)) for part, name in
            ((question.prompt[:at], "f"), (question.prompt[at:], "g")))  # fmt: skip
    sizes: Mapping[str, Callable[[Fraction, Fraction, Fraction], float | Fraction]] = {
        "highest": lambda a, b, c: c - b * b / (4 * a), "lowest": lambda a, b, c: b * b / (4 * a) - c,
        "start": lambda a, b, c: c, "axis": lambda a, b, c: -b / (2 * a),
        "zero": lambda a, b, c: max(x for x in range(-20, 21) if a * x * x + b * x + c == 0),
    }  # fmt: skip
    size = sizes[str(question.key[0])]
    first, second = size(*f), size(*g)
    expected = SAME if first == second else "The function $f$" if first > second else "The function $g$"
    assert right_choice(question).worth == expected


@template(
    "alg1/quadratic-functions/compare-quadratics-different-forms",
    version=1,
    standards=("HSF.IF.C.9",),
    answer=SingleChoice,
    check=compared_anew,
    band="two quadratic functions with whole vertices up to 8, as formula, table, words or graph; one comparison",
    min_instances=60,
    answer_in_prompt=True,
)
def compare_two(rng: Random) -> Question:
    """Which is greater, starts higher, lies further right?"""
    return one_of(rng, (compare,))
