"""Graph an exponential function by some of its points."""

from collections.abc import Mapping, Sequence
from random import Random

from courses.alg1.exponentials.growth import function_in, growth
from courses.alg1.forms import one_of
from courses.alg1.reading import formulas
from courses.alg1.slips import apart
from exercises import (
    Axis,
    Exact,
    Grid,
    Points,
    Question,
    Reroll,
    Step,
    exponential,
    integer,
    listed,
    nonzero,
    num,
    person,
    pick,
    template,
)
from exercises.exact import Fraction
from exercises.geometry import Point

GRID = Grid(Axis("x", -6, 6), Axis("y", -10, 10))
Spots = frozenset[tuple[Exact, Exact]]


def pair(p: Point) -> str:
    """TeX of a point."""
    return f"({num(p[0])}, {num(p[1])})"


def fits(p: tuple[Exact, Exact]) -> bool:
    """Whether a point has a place on the grid."""
    return GRID.holds(p) and GRID.snapped(p)


def whole_places(a: int, b: Fraction, k: int) -> list[int]:
    """Where the graph of a b^x + k goes through a crossing of the grid."""
    return [x for x in range(-6, 7) if fits((x, a * b**x + k))]


def shape(rng: Random, shifts: bool = True) -> tuple[int, Fraction, int, list[int]]:
    """Start, base, shift, and three or four neighbouring places."""
    b = Fraction(str(pick(rng, ("2", "2", "3", "1/2", "1/2", "1/3", "4"))))
    a = nonzero(rng, -9, 9) if rng.random() < 0.4 else pick(rng, (1, 2, 3, 4, 5, 6, 8, 9))
    k = nonzero(rng, -6, 6) if shifts and rng.random() < 0.7 else 0
    xs = whole_places(a, b, k)
    if len(xs) < 3:
        raise Reroll
    count = min(len(xs), pick(rng, (3, 3, 4)))
    at = integer(rng, 0, len(xs) - count)
    return a, b, k, xs[at : at + count]


def formula(a: int, b: Fraction, k: int) -> str:
    """`3 \\cdot 2^x - 4`."""
    return growth(a, b).tex() + (f" {'+' if k > 0 else '-'} {abs(k)}" if k else "")


def slips_of(a: int, b: Fraction, k: int, xs: Sequence[int]) -> dict[str, Spots]:
    """What goes wrong often, as far as it has places on the grid."""
    found: Mapping[str, list[tuple[Exact, Exact]]] = {
        "expo-graph-straight": [(x, a + k + (a * b - a) * x) for x in xs],
        "expo-graph-mirrored": [(x, a / b**x + k) for x in xs],
        "expo-graph-start-at-zero": [(x, a * b**x - a + k) for x in xs],
        "expo-graph-shift-left-out": [(x, a * b**x) for x in xs],
        "expo-graph-start-left-out": [(x, b**x + k) for x in xs],
        "expo-graph-one-step-off": [(x, a * b ** (x + 1) + k) for x in xs],
    }
    return {name: frozenset(points) for name, points in found.items() if all(map(fits, points))}


def question(
    key: tuple[object, ...], prompt: str, a: int, b: Fraction, k: int, xs: Sequence[int], first: Step
) -> Question:  # fmt: skip
    """The question for the points at these places."""
    points = frozenset((Fraction(x), a * b**x + k) for x in xs)
    steps = [Step(f"At $x = {x}$: $y = {num(a * b**x + k)}$.", "Work out the power first.") for x in xs]
    last = Step(f"The points are {listed([f'${pair(p)}$' for p in sorted(points)])}.", "A smooth curve joins them.")
    return Question(
        key=key,
        prompt=prompt,
        answer=Points(points, GRID, drawn=(exponential(a, b, k),)),
        hints=(first.text, steps[0].text, " ".join(step.text for step in steps[1:-1]), last.text),
        solution=(first, *steps, last),
        wrong=apart(points, slips_of(a, b, k, xs)),
    )


def from_equation(rng: Random) -> Question:
    """The equation and the places are given."""
    a, b, k, xs = shape(rng)
    places = listed([f"${x}$" for x in xs])
    first = Step(f"Put each number in for $x$. The exponent belongs to ${growth(1, b).base}$ alone.",
                 "Then multiply, then add.")  # fmt: skip
    tex = formula(a, b, k)
    ask = pick(rng, (f"Put the points of the graph of $f(x) = {tex}$ at $x = $ {places} on the grid.",
                     f"Graph $y = {tex}$: put its points for $x = $ {places} on the grid."))  # fmt: skip
    return question(("equation", a, b, k, *xs), ask.replace("$x = $ $", "$x = "), a, b, k, xs, first)


def from_words(rng: Random) -> Question:
    """Start and factor in words."""
    a, b, _, xs = shape(rng, shifts=False)
    verb = {2: "doubles", 3: "triples", 4: "becomes four times as large", Fraction(1, 2): "is halved",
            Fraction(1, 3): "is divided by 3"}[b]  # fmt: skip
    if 0 not in xs or (xs[0] == 0 and len(xs) < 3):
        raise Reroll
    after = "$y$ " + verb
    first = Step(
        f"To the right of $x = 0$ each value is ${num(b)}$ times the one before.", "To the left, divide by it."
    )
    prompt = (
        f"A graph goes through $(0, {a})$. With each step of 1 to the right {after}. Put its points for "
        f"$x = {'$, $'.join(map(str, xs[:-1]))}$ and ${xs[-1]}$ on the grid."
    )
    return question(("words", a, b, *xs), prompt, a, b, 0, xs, first)


def corrected(rng: Random) -> Question:
    """Somebody's point is not right."""
    a, b, k, xs = shape(rng)
    wrong_x = xs[-1]
    if wrong_x < 2 or b.denominator > 1:
        raise Reroll
    said = a * b * wrong_x + k
    if said == a * b**wrong_x + k:
        raise Reroll
    name, tex = person(rng), formula(a, b, k)
    first = Step(
        f"The exponent is not a factor: ${growth(1, b).base}^{{{wrong_x}}}$ is a product of {wrong_x} equal factors.",
        "Put each number in for $x$.",
    )
    prompt = (
        f"For the graph of $f(x) = {tex}$, {name} works out that $f({wrong_x})$ is ${num(said)}$. That is not right. "
        "Put "
        f"the points for $x = {'$, $'.join(map(str, xs[:-1]))}$ and ${xs[-1]}$ on the grid."
    )
    return question(("corrected", a, b, k, *xs), prompt, a, b, k, xs, first)


FORMS = (*[from_equation] * 8, from_words, corrected)


def multiplied_on(question: Question) -> None:
    """The places are read from the prompt; each point comes from the formula, or from multiplying on from the start."""
    assert isinstance(question.answer, Points)
    text = question.prompt
    listed_from = text.split("$x = ")[-1]
    xs = [int(tex) for tex in formulas("$" + listed_from) if tex.lstrip("-").isdigit()]
    if question.key[0] == "words":
        start = Fraction(text.split("(0, ")[1].split(")")[0])
        ratio = {
            "doubles": Fraction(2),
            "triples": Fraction(3),
            "four times": Fraction(4),
            "halved": Fraction(1, 2),
            "divided by 3": Fraction(1, 3),
        }
        by = next(value for word, value in ratio.items() if word in text)
        found = set()
        for x in xs:
            y = start
            for _ in range(abs(x)):
                y = y * by if x > 0 else y / by
            found.add((Fraction(x), y))
        assert found == set(question.answer.value)
        return
    f = function_in(text)
    assert {(Fraction(x), f(x)) for x in xs} == set(question.answer.value)


@template(
    "alg1/exponentials/graph-exponential-function",
    version=1,
    standards=("HSF.IF.C.7.e",),
    answer=Points,
    check=multiplied_on,
    band="bases 2 to 4, a half or a third; starts to 9, also negative; shifts up and down to 6; three or four whole "
    "points",
)
def graph_exponential(rng: Random) -> Question:
    """A draw of one of the forms."""
    return one_of(rng, FORMS)
